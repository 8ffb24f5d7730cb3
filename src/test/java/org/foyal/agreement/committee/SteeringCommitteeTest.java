package org.foyal.agreement.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.foyal.agreement.Signed.SIGNED_ON;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Day;
import org.foyal.agreement.Party;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Writer;
import org.foyal.agreement.committee.Committee.Writing;
import org.foyal.agreement.committee.Meeting.Attendee;
import org.foyal.agreement.committee.Meeting.Item;
import org.foyal.agreement.committee.Meeting.Presence;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A committee reads what is late, decides, and signs what it decided.
@HouseTest
class SteeringCommitteeTest {
  @Autowired Committee committee;
  @Autowired CommitteeStore store;
  @Autowired Agreements agreements;
  @Autowired Signed signed;
  @Autowired MockMvcTester web;

  private Party city;
  private String agreement;
  private LocalDate today;

  @BeforeEach
  void sign() {
    city = signed.party("La ville d’essai");
    agreement = signed.agreement(city);
    today = agreements.today();
  }

  private void promise(String title, int days) {
    signed.enter(
        agreement,
        city,
        Signed.fresh("p"),
        Signed.said(title, Optional.of(Day.exactly(today.plusDays(days)))));
  }

  private long meeting(LocalDate on) {
    return ((Writing.Written) committee.plan(Writer.FILE, agreement, on, "Hôtel de ville"))
        .meeting();
  }

  private Meeting.Whole whole(long meeting) {
    return committee.find(meeting).orElseThrow();
  }

  private void hold(long meeting) {
    assertThat(
            committee.hold(
                Writer.FILE, meeting, whole(meeting).meeting().version(), Optional.of("Dit.")))
        .isInstanceOf(Writing.Written.class);
  }

  private static RequestPostProcessor as(Role role) {
    record Member(UUID id, String displayName, Set<Role> roles) implements SignedIn {
      @Override
      public String from() {
        return "127.0.0.1";
      }
    }
    return SecurityMockMvcRequestPostProcessors.authentication(
        UsernamePasswordAuthenticationToken.authenticated(
            new Member(UUID.randomUUID(), "Ada", Set.of(role)), null, java.util.List.of()));
  }

  @Test
  void theAgendaHoldsWhatIsLateLongestFirstThenWhatIsDueWithinThreeMonths() {
    promise("bientôt", 60);
    promise("en retard", -10);
    promise("très en retard", -100);
    promise("dans longtemps", 91);
    assertThat(whole(meeting(today)).agenda())
        .extracting(item -> item.kind() + " " + item.title().french())
        .containsExactly("LATE très en retard", "LATE en retard", "DUE bientôt");
  }

  @Test
  void whatAnEarlierMeetingDecidedComesBackUntilItIsDone() {
    long first = meeting(today.minusDays(60));
    hold(first);
    committee.decide(
        Writer.FILE,
        first,
        Told.inFrench("Écrire au partenaire"),
        city.code(),
        today.minusDays(30));
    long second = meeting(today);
    assertThat(whole(second).agenda())
        .extracting(Item::kind, item -> item.title().french())
        .containsExactly(tuple(Item.Kind.DECISION, "Écrire au partenaire"));
    long decision = whole(first).decisions().getFirst().id();
    committee.done(Writer.FILE, decision, today.minusDays(20));
    assertThat(whole(second).agenda()).isEmpty();
    assertThat(committee.done(Writer.FILE, decision, today)).isInstanceOf(Writing.Refused.class);
  }

  @Test
  void onceHeldTheAgendaStandsStill() {
    promise("en retard", -10);
    long meeting = meeting(today);
    committee.addTopic(Writer.FILE, meeting, Told.inFrench("Divers"));
    hold(meeting);
    promise("arrivé après", -5);
    assertThat(whole(meeting).agenda())
        .extracting(item -> item.title().french())
        .containsExactly("en retard", "Divers");
    assertThat(committee.addTopic(Writer.FILE, meeting, Told.inFrench("Trop tard")))
        .isInstanceOf(Writing.Refused.class);
  }

  @Test
  void aMeetingIsHeldOnceAndNotBeforeItsDay() {
    long meeting = meeting(today);
    int version = whole(meeting).meeting().version();
    hold(meeting);
    assertThat(committee.hold(Writer.FILE, meeting, version, Optional.empty()))
        .isEqualTo(new Writing.Overtaken());
    long later = meeting(today.plusDays(1));
    assertThat(committee.hold(Writer.FILE, later, 1, Optional.empty()))
        .isInstanceOf(Writing.Refused.class);
  }

  @Test
  void thereIsOneMeetingADayAndNoneBeforeTheSignature() {
    meeting(today);
    assertThat(committee.plan(Writer.FILE, agreement, today, "Ailleurs"))
        .isInstanceOf(Writing.Refused.class);
    assertThat(committee.plan(Writer.FILE, agreement, SIGNED_ON.minusDays(1), "Ailleurs"))
        .isInstanceOf(Writing.Refused.class);
  }

  @Test
  void theReportIsAPdfThatCanBeReadAndSigned() throws Exception {
    promise("Une promesse en retard", -10);
    long meeting = meeting(today);
    committee.attend(
        Writer.FILE,
        meeting,
        new Attendee("Nom d’Essai & <fille>", Optional.of("déléguée"), city, Presence.PRESENT));
    committee.decide(
        Writer.FILE,
        meeting,
        Told.inFrench("Relancer d’ici un mois"),
        city.code(),
        today.plusDays(30));
    hold(meeting);
    var answer =
        web.get()
            .uri("/fr/staff/meetings/" + meeting + "/report.pdf")
            .with(as(Role.ADMIN))
            .exchange();
    assertThat(answer).hasStatusOk().hasContentType("application/pdf");
    try (var document = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
      var text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text)
          .contains(
              "Compte rendu du comité de pilotage",
              "Nom d’Essai & <fille>",
              "Une promesse en retard",
              "Relancer d’ici un mois",
              "La ville d’essai",
              "Date et signature");
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
    }
  }

  @Test
  void thePublicReadsDecisionsButNeverWhoCame() {
    long meeting = meeting(today);
    committee.attend(
        Writer.FILE,
        meeting,
        new Attendee("Quelqu’un de privé", Optional.empty(), city, Presence.PRESENT));
    committee.decide(
        Writer.FILE, meeting, Told.inFrench("Ouvrir le samedi"), city.code(), today.plusDays(30));
    assertThat(web.get().uri("/fr/agreements/" + agreement + "/decisions"))
        .bodyText()
        .doesNotContain("Ouvrir le samedi");
    hold(meeting);
    assertThat(web.get().uri("/fr/agreements/" + agreement + "/decisions"))
        .hasStatusOk()
        .bodyText()
        .contains("Ouvrir le samedi", "La ville d’essai")
        .doesNotContain("Quelqu’un de privé");
    assertThat(web.get().uri("/fr/staff/meetings/" + meeting)).hasStatus(303);
    assertThat(web.get().uri("/fr/staff/meetings/" + meeting).with(as(Role.MEDIATOR)))
        .hasStatus(403);
  }

  @Test
  void namesAreForgottenFiveYearsAfterTheMeetingAndDecisionsStay() {
    var old = signed.agreement(city, today.minusYears(10));
    long past = attended(old, today.minusYears(5).minusDays(1));
    long young = attended(old, today.minusYears(5));
    committee.forgetNames();
    assertThat(whole(past).attendees()).isEmpty();
    assertThat(whole(past).meeting().minutes()).isEmpty();
    assertThat(whole(past).decisions()).hasSize(1);
    assertThat(whole(young).attendees()).hasSize(1);
    assertThat(whole(young).meeting().minutes()).contains("Dit.");
  }

  private long attended(String agreement, LocalDate on) {
    long meeting = ((Writing.Written) committee.plan(Writer.FILE, agreement, on, "Ici")).meeting();
    committee.attend(
        Writer.FILE, meeting, new Attendee("Ana", Optional.empty(), city, Presence.PRESENT));
    committee.decide(Writer.FILE, meeting, Told.inFrench("Continuer"), city.code(), today);
    hold(meeting);
    return meeting;
  }

  @Test
  void aDecisionAsLongAsAllowedDoesNotKeepTheNextMeetingFromBeingHeld() {
    long first = meeting(today.minusDays(60));
    committee.decide(
        Writer.FILE, first, Told.inFrench("é".repeat(1000)), city.code(), today.minusDays(30));
    hold(first);
    hold(meeting(today));
  }

  @Test
  void whatIsEnteredAfterTheMeetingIsDatedApartInTheMinutes() throws Exception {
    long meeting = meeting(today.minusDays(3));
    var before = new Attendee("Avant", Optional.empty(), city, Presence.PRESENT);
    committee.attend(Writer.FILE, meeting, before);
    committee.decide(Writer.FILE, meeting, Told.inFrench("Décidé là"), city.code(), today);
    hold(meeting);
    committee.attend(Writer.FILE, meeting, before);
    committee.attend(
        Writer.FILE, meeting, new Attendee("Après", Optional.empty(), city, Presence.EXCUSED));
    committee.decide(Writer.FILE, meeting, Told.inFrench("Ajouté après"), city.code(), today);
    assertThat(whole(meeting).attendees())
        .extracting(Attendee::name, Attendee::addedOn)
        .containsExactlyInAnyOrder(
            tuple("Avant", Optional.empty()), tuple("Après", Optional.of(today)));
    assertThat(whole(meeting).decisions())
        .extracting(decision -> decision.text().french(), Meeting.Decision::addedOn)
        .containsExactly(
            tuple("Décidé là", Optional.empty()), tuple("Ajouté après", Optional.of(today)));
    var report = "/fr/staff/meetings/" + meeting + "/report";
    var screen = web.get().uri(report).with(as(Role.ADMIN)).exchange().getResponse();
    assertThat(screen.getContentAsString().split("\\(ajouté le ", -1)).hasSize(3);
    var paper = web.get().uri(report + ".pdf").with(as(Role.ADMIN)).exchange().getResponse();
    try (var document = Loader.loadPDF(paper.getContentAsByteArray())) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains("(ajouté le ");
    }
  }

  @Test
  void theDayAndPlaceOfAPlannedMeetingAreCorrectedUntilItIsHeld() {
    long meeting = meeting(today.plusDays(5));
    long other = meeting(today.plusDays(6));
    assertThat(committee.replan(Writer.FILE, meeting, 1, today.plusDays(6), "Ici"))
        .isEqualTo(Writing.Refused.of("heldOn", "committee.problem.same-day"));
    assertThat(committee.replan(Writer.FILE, meeting, 1, today, "Maison Digitale"))
        .isEqualTo(new Writing.Written(meeting));
    assertThat(whole(meeting).meeting().place()).isEqualTo("Maison Digitale");
    assertThat(committee.replan(Writer.FILE, meeting, 1, today.minusDays(1), "Ici"))
        .isEqualTo(new Writing.Overtaken());
    hold(meeting);
    int version = whole(meeting).meeting().version();
    assertThat(committee.replan(Writer.FILE, meeting, version, today.minusDays(1), "Ici"))
        .isInstanceOf(Writing.Refused.class);
    assertThat(committee.replan(Writer.FILE, other, 1, SIGNED_ON.minusDays(1), "Ici"))
        .isInstanceOf(Writing.Refused.class);
  }

  @Test
  void aMeetingIsNotMovedPastTheDayOfWhatItDecided() {
    long meeting = meeting(today);
    committee.decide(Writer.FILE, meeting, Told.inFrench("Vite"), city.code(), today.plusDays(2));
    assertThat(committee.replan(Writer.FILE, meeting, 1, today.plusDays(3), "Ici"))
        .isEqualTo(Writing.Refused.of("heldOn", "committee.problem.after-decision"));
  }

  @Test
  void whoeverCorrectsAMeetingFromAnOldPageIsShownWhatStandsNow() {
    long meeting = meeting(today.plusDays(5));
    committee.replan(Writer.FILE, meeting, 1, today.plusDays(7), "Maison Digitale");
    var second =
        web.post()
            .uri("/fr/staff/meetings/" + meeting + "/plan")
            .param("version", "1")
            .param("heldOn", today.plusDays(9).toString())
            .param("place", "Ailleurs")
            .with(as(Role.ADMIN))
            .with(SecurityMockMvcRequestPostProcessors.csrf());
    assertThat(second).hasStatus(409).bodyText().contains("Maison Digitale", "value=\"Ailleurs\"");
    assertThat(web.get().uri("/fr/staff/meetings/" + meeting + "/plan").with(as(Role.AGENT)))
        .hasStatus(403);
  }
}
