package org.foyal.learning.places.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Session.Cancelled;
import org.foyal.learning.courses.Session.Reason;
import org.foyal.learning.courses.Taught;
import org.foyal.learning.courses.Timetable;
import org.foyal.learning.places.Known;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.Term;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@HouseTest
class TheDeskOfPlacesTest {
  private static final String DESK = "/fr/staff/learning/places";
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f-]{36})\"");

  @Autowired MockMvcTester web;
  @Autowired Places places;
  @Autowired Taught taught;
  @Autowired Timetable timetable;
  @Autowired Clock clock;
  @Autowired ShellSettings shell;

  private Known known;

  private record Member(UUID id, String displayName, Set<Role> roles) implements SignedIn {
    @Override
    public String from() {
      return "127.0.0.1";
    }
  }

  private static RequestPostProcessor as(Role role) {
    var member = new Member(UUID.randomUUID(), "Ana", Set.of(role));
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(member, null, List.of()));
  }

  @BeforeEach
  void places() {
    known = new Known(places);
  }

  private MvcTestResult get(String address) {
    return web.get().uri(DESK + address).with(as(Role.MEDIATOR)).exchange();
  }

  private MvcTestResult send(String address, Map<String, String> fields) {
    var request = web.post().uri(DESK + address).with(as(Role.MEDIATOR)).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private Place named(String name) {
    return places.listAll().stream()
        .filter(place -> place.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMediatorAddsAPlaceWithTheLittleThatIsKnown() {
    var name = Known.name();
    var id = UUID.randomUUID().toString();
    assertThat(
            send(
                "/new", Known.form("nom", name, "id", id, "open", "yes", "date_maj", "2026-05-22")))
        .hasStatus(302);
    assertThat(named(name).missing()).containsExactly("pivot", "commune", "code_postal", "adresse");
    assertThat(get("")).bodyText().contains(name, "Il manque, pour le standard national");
  }

  @Test
  void theSameFormTwiceMakesOnePlace() {
    var form =
        Known.form(
            "nom", Known.name(), "id", UUID.randomUUID().toString(), "date_maj", "2026-05-22");
    var first = send("/new", form);
    assertThat(first).hasStatus(302);
    var again = send("/new", form);
    assertThat(again).as("the same form finds it made").hasStatus(302);
    assertThat(again.getResponse().getRedirectedUrl())
        .isEqualTo(first.getResponse().getRedirectedUrl());
    form.put("nom", "Un autre");
    assertThat(send("/new", form)).hasStatus(422).bodyText().contains("déjà cet identifiant");
  }

  @Test
  void whatIsChangedIsKnownOfTodayUnlessAnotherDayIsTyped() {
    var place = known.add(Known.name());
    var today = LocalDate.ofInstant(clock.instant(), shell.timeZone());
    var form =
        Known.form("nom", place.name(), "version", "1", "open", "yes", "telephone", "0596600000");
    form.put("date_maj", "2026-05-22");
    assertThat(send("/" + place.id(), form)).hasStatus(302);
    assertThat(places.get(place.id()).origin().updatedOn()).isEqualTo(today);
    form.putAll(Map.of("version", "2", "date_maj", "2026-06-01"));
    assertThat(send("/" + place.id(), form)).hasStatus(302);
    assertThat(places.get(place.id()).origin().updatedOn()).hasToString("2026-06-01");
    form.putAll(Map.of("version", "3", "date_maj", "2026-06-01", "step_free", "yes"));
    assertThat(send("/" + place.id(), form)).hasStatus(302);
    assertThat(places.get(place.id()).origin().updatedOn())
        .as("ours alone")
        .hasToString("2026-06-01");
    form.putAll(Map.of("version", "4", "date_maj", today.plusDays(1).toString()));
    assertThat(send("/" + place.id(), form)).hasStatus(422).bodyText().contains("date est à venir");
  }

  @Test
  void aPlaceIsNotHiddenUnderThoseWhoMeanToGoThere() {
    var place = taught.place(Known.name());
    var day = LocalDate.ofInstant(clock.instant(), shell.timeZone()).plusDays(5);
    var one = taught.session(Taught.plan(taught.course("Ici"), place.id(), day));
    var form = Known.form("nom", place.name(), "version", "1", "open", "yes", "hidden", "yes");
    assertThat(send("/" + place.id(), form))
        .hasStatus(422)
        .bodyText()
        .contains("Des séances sont à venir dans ce lieu");
    assertThat(places.get(place.id()).standing().hidden()).isFalse();
    timetable.cancel(
        Actor.CONSOLE, one.id(), 1, Scope.THIS, new Cancelled(Reason.ROOM, Optional.empty()));
    assertThat(send("/" + place.id(), form)).hasStatus(302);
  }

  @Test
  void aPreviewShowsWhatPeopleWillReadAndSavesNothing() {
    var place = known.add(Known.name());
    var form =
        Known.form(
            "nom",
            place.name(),
            "version",
            "1",
            "act",
            "preview",
            "open",
            "yes",
            "horaires",
            "24/7",
            "telephone",
            "0596 60 00 02",
            "services",
            Term.SERVICE_WORK.written());
    assertThat(send("/" + place.id(), form))
        .hasStatusOk()
        .bodyText()
        .contains("Ouvert jour et nuit", "0596\u00a060\u00a000\u00a002", "chercher du travail");
    assertThat(places.get(place.id())).isEqualTo(place);
  }

  @Test
  void ofTwoWhoEditThePlaceTheSecondIsTold() {
    var place = known.add(Known.name());
    var first =
        Known.form("nom", place.name(), "version", "1", "adresse", "1 rue A", "open", "yes");
    var second =
        Known.form("nom", place.name(), "version", "1", "adresse", "2 rue B", "open", "yes");
    assertThat(send("/" + place.id(), first)).hasStatus(302);
    assertThat(send("/" + place.id(), second))
        .hasStatus(409)
        .bodyText()
        .contains("Quelqu’un d’autre", "value=\"2 rue B\"", "<q>1 rue A</q>", "value=\"2\"");
    assertThat(places.get(place.id()).address().street()).isEqualTo("1 rue A");
    second.put("version", "2");
    assertThat(send("/" + place.id(), second)).hasStatus(302);
    assertThat(places.get(place.id()).address().street()).isEqualTo("2 rue B");
  }

  @Test
  void aPlaceIsHiddenAndItsOwnFieldsAreKept() {
    var place = known.add(Known.name());
    var form =
        Known.form(
            "nom",
            place.name(),
            "version",
            "1",
            "hidden",
            "yes",
            "step_free",
            "no",
            "languages",
            "ht",
            "source_date",
            "2026-01-02");
    assertThat(send("/" + place.id(), form)).hasStatus(302);
    var kept = places.get(place.id());
    assertThat(kept.standing().hidden()).isTrue();
    assertThat(kept.standing().open()).isFalse();
    assertThat(kept.offer().stepFree()).isFalse();
    assertThat(kept.offer().languages()).containsExactly("ht");
    assertThat(kept.origin().dated()).hasToString("Optional[2026-01-02]");
    assertThat(get("/" + place.id())).hasStatusOk().bodyText().contains("value=\"2026-01-02\"");
  }

  @Test
  void eachWrongFieldIsToldAndWhatWasTypedStays() {
    var form =
        Known.form(
            "nom",
            "",
            "id",
            UUID.randomUUID().toString(),
            "telephone",
            "douze",
            "site_web",
            "javascript:alert(1)",
            "latitude",
            "100",
            "date_maj",
            "hier",
            "pivot",
            "<b>",
            "code_postal",
            "\u0000x",
            "source_date",
            "jamais",
            "services",
            "Réparer des vélos",
            "presentation_resume",
            "a".repeat(300));
    assertThat(send("/new", form))
        .hasStatus(422)
        .bodyText()
        .contains(
            "Ce champ est vide",
            "Ce numéro n’est pas lisible",
            "adresse internet",
            "Latitude et longitude",
            "Une date s’écrit",
            "Un SIRET",
            "value=\"douze\"",
            "n’est pas dans la liste",
            "C’est trop long")
        .doesNotContain("<b>\"");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"FABLAB", "ELECTED", "OPERATOR", "ANALYST"})
  void othersOfTheStaffDontKeepPlaces(Role role) {
    for (var address : List.of("", "/new", "/import")) {
      assertThat(web.get().uri(DESK + address).with(as(role)).exchange()).hasStatus(403);
    }
  }

  @Test
  void aPlaceThatIsNotThereIsNotFound() {
    assertThat(get("/" + UUID.randomUUID())).hasStatus(404);
    assertThat(get("/0")).hasStatus(404);
  }

  @Test
  void whatMayBeOnePlaceIsShown() {
    var name = Known.name();
    var street = name + " street";
    known.add(name, "adresse", street);
    known.add(name + " bis", "adresse", street);
    assertThat(get("")).bodyText().contains("Ces lieux se ressemblent");
  }

  private MvcTestResult file(String text) {
    return web.post()
        .uri(DESK + "/import/trial")
        .multipart()
        .file("file", text.getBytes(StandardCharsets.UTF_8))
        .with(as(Role.MEDIATOR))
        .with(csrf())
        .exchange();
  }

  @Test
  void aFileIsShownBeforeItIsAppliedAndOnlyOnce() throws Exception {
    var name = Known.name();
    var text =
        "id,nom,commune,code_postal,adresse,date_maj,services\n%s,%s,Essai,75001,%s,2026-05-22,\n%s,,,,,,Rien\n"
            .formatted(UUID.randomUUID(), name, UUID.randomUUID(), UUID.randomUUID());
    var trial = file(text);
    assertThat(trial)
        .hasStatusOk()
        .bodyText()
        .contains("rien n’est enregistré", name, "Ligne 3", "Rien");
    assertThat(places.listAll()).noneMatch(place -> place.name().equals(name));
    var token = TOKEN.matcher(trial.getResponse().getContentAsString());
    assertThat(token.find()).isTrue();
    var apply = Map.of("token", token.group(1));
    assertThat(send("/import", apply)).hasStatusOk().bodyText().contains("Le fichier est importé");
    assertThat(named(name).missing()).containsExactly("pivot");
    assertThat(send("/import", apply)).hasStatus(422).bodyText().contains("Envoyez-le de nouveau");
  }

  @Test
  void whatIsNoFileOfPlacesIsRefusedInWords() {
    assertThat(file("")).hasStatus(422).bodyText().contains("Choisissez un fichier");
    assertThat(file("a,b\n1,2\n")).hasStatus(422).bodyText().contains("id");
    assertThat(send("/import", Map.of("token", "../../etc/passwd"))).hasStatus(422);
    assertThat(send("/import", Map.of())).hasStatus(422);
  }
}
