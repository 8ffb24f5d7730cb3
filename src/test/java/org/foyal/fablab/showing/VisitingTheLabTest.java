package org.foyal.fablab.showing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.MachineFaults;
import org.foyal.fablab.machines.MachineType.Need;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.machines.Opening;
import org.foyal.fablab.members.Members;
import org.foyal.learning.enrolment.Joined;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What everybody sees of the lab, and what one sees of oneself, without an account.
@HouseTest
class VisitingTheLabTest {
  @Autowired MockMvcTester web;
  @Autowired Lab lab;
  @Autowired Joined joined;
  @Autowired Members members;
  @Autowired MachineFaults faults;
  @Autowired Ladder ladder;

  private MvcTestResult see(String path) {
    return web.get().uri(path).exchange();
  }

  private MvcTestResult post(String path, Map<String, String> fields) {
    var request = web.post().uri(path).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult mine(String reference, String code) {
    return post("/fr/fablab/mine", Map.of("reference", reference, "code", code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en", "gcf"})
  void theLabShowsItsMachinesAndHoursInEveryLanguage(String language) {
    var type = lab.type("Imprimante des essais");
    lab.machine(type);
    assertThat(see("/" + language + "/fablab"))
        .hasStatusOk()
        .bodyText()
        .contains("Imprimante des essais");
    assertThat(see("/" + language + "/fablab/machines/" + type.code())).hasStatusOk();
    assertThat(see("/" + language + "/fablab/mine")).hasStatusOk();
  }

  @Test
  void aKindOfMachineSaysWhatItAsksAndWhereOneLearnsIt() {
    var course = joined.course();
    var session = joined.session(course, 4, 0, LocalTime.of(10, 0));
    var safety = lab.type("Sécurité laser");
    var type =
        lab.type(
            "Découpe des essais",
            Optional.of(course),
            new Rules(12, 2, 1, 2, List.of(new Need(safety.code(), 1))));
    assertThat(see("/fr/fablab/machines/" + type.code()))
        .hasStatusOk()
        .bodyText()
        .contains("Sécurité laser", "Avoir 12 ans", "/workshops/" + session.id());
    assertThat(see("/fr/fablab/machines/nothing")).hasStatus(404);
  }

  @Test
  void onesOwnPageSaysWhatIsMissingWithTheNextSession() {
    var course = joined.course();
    var session = joined.session(course, 4, 0, LocalTime.of(10, 0));
    var type =
        lab.type("Découpe des essais", Optional.of(course), new Rules(0, 1, 4, 2, List.of()));
    var ana = lab.member("Ana Chez-Elle");
    var page = mine(ana.reference().toString(), members.code(ana));
    assertThat(page)
        .hasStatusOk()
        .bodyText()
        .contains("Ana Chez-Elle", "Jamais formé", "/workshops/" + session.id());
    assertThat(page.getResponse().getHeader("Cache-Control")).contains("no-store");
    lab.granted(ana, type, Level.SUPERVISED);
    assertThat(see("/fr/fablab/mine/" + ana.reference().signs() + "/" + members.code(ana)))
        .hasStatusOk()
        .bodyText()
        .contains("Vous pouvez réserver cette machine");
  }

  @Test
  void aWrongCodeOpensNothingAndNamesNobody() {
    var ana = lab.member("Ana Chez-Elle");
    var other = lab.member("Bob");
    assertThat(mine(ana.reference().toString(), members.code(other)))
        .hasStatus(422)
        .bodyText()
        .doesNotContain("Ana Chez-Elle");
    assertThat(mine("AAAA", "")).hasStatus(422);
    assertThat(mine("", "")).hasStatus(422);
  }

  @Test
  void noPublicPageOfTheLabNamesAnybody() {
    var type = lab.type("Découpe des essais");
    var ana = lab.member("Ana Dont-On-Ne-Parle-Pas");
    lab.granted(ana, type, Level.REFERENT);
    lab.hours(DayOfWeek.SATURDAY, "05:00", "05:30", Opening.Kind.SELF);
    for (var path :
        List.of("/fr/fablab", "/fr/fablab/machines/" + type.code(), "/fr/fablab/mine")) {
      assertThat(see(path)).bodyText().doesNotContain("Dont-On-Ne-Parle-Pas");
    }
  }

  @Test
  void anybodyAtTheMachineSaysThatItIsBroken() {
    var machine = lab.machine(lab.type("Découpe des essais"));
    var at = "/fr/fablab/fault/" + machine.id();
    assertThat(see(at)).hasStatusOk();
    assertThat(post(at, Map.of("words", ""))).hasStatus(422);
    assertThat(post(at, Map.of("words", "x".repeat(1001)))).hasStatus(422);
    var form = UUID.randomUUID().toString();
    assertThat(post(at, Map.of("form", form, "words", "Elle fume", "dangerous", "yes")))
        .hasStatusOk()
        .bodyText()
        .contains("Merci");
    assertThat(faults.listOpen())
        .anyMatch(one -> one.machine().equals(machine.id()) && one.dangerous());
    assertThat(see("/fr/fablab/fault/" + UUID.randomUUID())).hasStatus(404);
    assertThat(see("/fr/fablab/fault/x")).hasStatus(404);
  }

  @Test
  void aReferentGrantsFromTheirOwnPage() {
    var type = lab.type("Découpe des essais");
    var bob = lab.member("Bob Référent");
    lab.granted(bob, type, Level.REFERENT);
    var ana = lab.member("Ana");
    var request =
        web.post()
            .uri("/fr/fablab/mine")
            .with(csrf())
            .param("reference", bob.reference().toString())
            .param("code", members.code(bob))
            .param("act", "grant")
            .param("who", ana.reference().toString())
            .param("type", type.code())
            .param("level", "2")
            .param("checks", "0", "1");
    assertThat(request).hasStatusOk().bodyText().contains("Le niveau est accordé");
    assertThat(ladder.standing(ana.id(), type.code(), Instant.now()).level())
        .isEqualTo(Level.SUPERVISED);
    var anas =
        Map.of(
            "reference",
            ana.reference().toString(),
            "code",
            members.code(ana),
            "act",
            "grant",
            "who",
            bob.reference().toString(),
            "type",
            type.code(),
            "level",
            "2");
    assertThat(post("/fr/fablab/mine", anas)).hasStatus(422);
  }
}
