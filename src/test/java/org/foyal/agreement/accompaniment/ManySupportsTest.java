package org.foyal.agreement.accompaniment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyal.agreement.Signed.SIGNED_ON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.agreement.Day;
import org.foyal.agreement.Party;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Writer;
import org.foyal.agreement.accompaniment.Accompaniment.Writing;
import org.foyal.agreement.accompaniment.Support.Kind;
import org.foyal.agreement.accompaniment.Support.Progress;
import org.foyal.agreement.accompaniment.Support.State;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Support that goes on for years is read page by page, and whoever changes some stays at it.
@HouseTest
class ManySupportsTest {
  private static final Member ADA = new Member(UUID.randomUUID(), "Ada", Set.of(Role.ADMIN));

  @Autowired Accompaniment accompaniment;
  @Autowired Signed signed;
  @Autowired MockMvcTester web;

  private Party giver;
  private Party receiver;
  private String agreement;

  @BeforeEach
  void sign() {
    giver = signed.party("Qui donne");
    receiver = signed.party("Qui reçoit");
    agreement = signed.agreement(giver);
  }

  private Support enter(String title, Optional<Day> planned) {
    var state = planned.isPresent() ? State.PLANNED : State.ASKED;
    var made =
        new Support(
            0,
            agreement,
            Optional.empty(),
            giver,
            receiver,
            Kind.WORKSHOP,
            Told.inFrench(title),
            Optional.empty(),
            new Progress(state, planned, null, false, false),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            1);
    return now(((Writing.Written) accompaniment.add(Writer.FILE, made)).id());
  }

  private Support now(long id) {
    return accompaniment.find(id).orElseThrow();
  }

  /// The last is entered first: they stand by their days.
  private List<Support> workshops(int many) {
    return IntStream.iterate(many, n -> n > 0, n -> n - 1)
        .mapToObj(
            n -> enter("Atelier n° " + n + ".", Optional.of(Day.exactly(SIGNED_ON.plusDays(n)))))
        .toList()
        .reversed();
  }

  private String read(String address) {
    return text(web.get().uri(address).with(ADA.here()).exchange(), 200);
  }

  private static String text(MvcTestResult answer, int status) {
    assertThat(answer).hasStatus(status);
    try {
      return answer.getResponse().getContentAsString().replace('\u00a0', ' ');
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private MvcTestResult send(Support support, Map<String, String> changed) {
    var fields = new HashMap<String, String>();
    fields.put("version", "" + support.version());
    fields.put("state", support.progress().state().name());
    fields.put("planned", support.progress().planned().map(Day::typed).orElse(""));
    fields.put("titleFr", support.title().french());
    fields.putAll(changed);
    var request =
        web.post()
            .uri("/fr/staff/agreements/" + agreement + "/support/" + support.id())
            .with(ADA.here())
            .with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  @Test
  void residentsReadFiftyThenTheRestAndTheSumIsOfAll() {
    workshops(51);
    enter("Sans date.", Optional.empty());
    var door = "/fr/agreements/" + agreement + "/support";
    assertThat(read(door))
        .contains("Atelier n° 1.", "Atelier n° 50.", "rel=\"next\"", "?page=2", "52 actions")
        .doesNotContain("Atelier n° 51.", "rel=\"prev\"");
    assertThat(read(door + "?page=2"))
        .contains("Atelier n° 51.", "Sans date.", "rel=\"prev\"", "52 actions")
        .doesNotContain("Atelier n° 50.", "rel=\"next\"");
  }

  @Test
  void theDeskShowsTwentyThenTheRest() {
    workshops(21);
    var door = "/fr/staff/agreements/" + agreement + "/support";
    assertThat(read(door)).contains("Atelier n° 20.", "?page=2").doesNotContain("Atelier n° 21.");
    assertThat(read(door + "?page=2")).contains("Atelier n° 21.").doesNotContain("Atelier n° 20.");
  }

  @Test
  void whatIsChangedOnTheSecondPageIsShownThereWhetherSavedOrRefused() {
    var last = workshops(21).getLast();
    assertThat(text(send(last, Map.of("hours", "beaucoup")), 422))
        .contains("Atelier n° 21.", "value=\"beaucoup\"")
        .doesNotContain("Atelier n° 20.");
    assertThat(send(last, Map.of("hours", "7,25")))
        .hasStatus(302)
        .headers()
        .hasValue("Location", "/fr/staff/agreements/" + agreement + "/support?page=2&done=moved");
    assertThat(text(send(last, Map.of("hours", "8", "value", "1200,5")), 409))
        .contains("est maintenant « 7.25 » ; vous avez écrit « 8 »")
        .doesNotContain("Atelier n° 20.");
    var changed = Map.of("hours", "7,25", "value", "1200,5", "planned", "");
    assertThat(send(now(last.id()), changed)).hasStatus(422);
    var saved = send(now(last.id()), Map.of("hours", "7,25", "value", "1200,5"));
    assertThat(saved).hasStatus(302);
    assertThat(read("/fr/agreements/" + agreement + "/support").replace('\u202f', ' '))
        .contains("7,25 h · 1 200,50 €", "Valeur connue : 1 200,50 €, pour une action");
  }

  @Test
  void onlyWhatWaitsIsHandedToTheCommittee() {
    var workshops = workshops(2);
    send(workshops.getFirst(), Map.of("state", "DROPPED", "planned", ""));
    assertThat(accompaniment.listOpen(agreement))
        .extracting(Support::id)
        .containsExactly(workshops.getLast().id());
  }
}
