package org.foyal.innovation.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.foyal.HouseTest;
import org.foyal.innovation.CallFixture;
import org.foyal.innovation.CallFixture.Keys;
import org.foyal.innovation.Calls;
import org.foyal.innovation.Holder;
import org.foyal.innovation.InnovationSettings;
import org.foyal.innovation.Origin;
import org.foyal.innovation.Terms;
import org.foyal.innovation.applying.Application.State;
import org.foyal.innovation.applying.Rule.Kind;
import org.foyal.innovation.applying.Rule.Verdict;
import org.foyal.innovation.voice.Tongue;
import org.foyal.people.Accounts;
import org.foyal.shell.uploads.SafeUploads;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An application is begun without an account, saved step by step, and sent once before the
/// deadline.
@HouseTest
class ApplyingTest {
  @Autowired Calls calls;
  @Autowired Applications applications;
  @Autowired Accounts accounts;
  @Autowired SafeUploads uploads;
  @Autowired JdbcClient sql;

  private CallFixture fixture;

  @BeforeEach
  void fixture() {
    fixture = new CallFixture(calls, applications, accounts, sql);
  }

  private Application of(Keys keys) {
    return applications.open(keys.reference(), keys.code()).orElseThrow().application();
  }

  private Verdict verdict(Keys keys, Kind kind) {
    return applications.open(keys.reference(), keys.code()).orElseThrow().rules().stream()
        .filter(rule -> rule.kind() == kind)
        .map(Rule::verdict)
        .findFirst()
        .orElse(Verdict.MET);
  }

  private void save(Keys keys, Applicant applicant) {
    assertThat(applications.save(keys.reference(), keys.code(), applicant))
        .isEqualTo(new Saving.Saved());
  }

  @Test
  void theSameFormSentTwiceIsOneDraft() {
    var start =
        new Applications.Start(
            UUID.randomUUID(), fixture.open().code(), Tongue.EN, "", null, false);
    assertThat(applications.begin(start)).isEqualTo(applications.begin(start));
  }

  @Test
  void nobodyBeginsBeforeItOpensOrAfterItClosed() {
    var call = fixture.open();
    fixture.close(call);
    var start = new Applications.Start(UUID.randomUUID(), call.code(), Tongue.FR, "", null, false);
    assertThat(applications.begin(start)).isInstanceOf(Starting.NotOpen.class);
  }

  @Test
  void theReferenceAloneOpensNothing() {
    var keys = fixture.begun(fixture.open(), "");
    assertThat(applications.open(keys.reference(), "2222-2222")).isEmpty();
    assertThat(applications.save(keys.reference(), "", Map.of(1, "x")))
        .isEqualTo(new Saving.NotThere());
  }

  @Test
  void whatWasSavedIsThereWhenItIsResumed() {
    var keys = fixture.ready(fixture.open());
    var found = of(keys);
    assertThat(found.project().title()).isEqualTo("Un four");
    assertThat(found.answers()).containsEntry(1, "À tous").containsEntry(2, "Nous");
  }

  @Test
  void whoeverIsTooOldIsToldWhichRuleItIs() {
    var keys = fixture.begun(fixture.open(), "");
    save(keys, new Applicant(Holder.PERSON, "A", 1950, Origin.CITY, Optional.empty(), "", "", "1"));
    assertThat(verdict(keys, Kind.OLDEST)).isEqualTo(Verdict.UNMET);
    assertThat(verdict(keys, Kind.YOUNGEST)).isEqualTo(Verdict.MET);
    assertThat(verdict(keys, Kind.ANSWERS)).isEqualTo(Verdict.MISSING);
  }

  @Test
  void aCompanyNeedsItsSiretAndNoAge() {
    var keys = fixture.begun(fixture.open(), "");
    var company =
        new Applicant(
            Holder.COMPANY, "A", null, Origin.CITY, Optional.empty(), "W9M1002345", "", "1");
    save(keys, company);
    assertThat(verdict(keys, Kind.REGISTRATION)).isEqualTo(Verdict.UNMET);
    assertThat(verdict(keys, Kind.OLDEST)).isEqualTo(Verdict.MET);
    save(
        keys,
        new Applicant(
            Holder.COMPANY,
            "A",
            null,
            Origin.CITY,
            Optional.empty(),
            "732 829 320 00074",
            "",
            "1"));
    assertThat(verdict(keys, Kind.REGISTRATION)).isEqualTo(Verdict.MET);
  }

  @Test
  void whatAsksForTooMuchOrComesFromElsewhereIsNotSent() {
    var keys = fixture.ready(fixture.open());
    applications.save(keys.reference(), keys.code(), new Project("T", "S", 10_001, false));
    var came = applications.submit(keys.reference(), keys.code());
    assertThat(came).isInstanceOf(Submitting.NotEligible.class);
    assertThat(((Submitting.NotEligible) came).unmet())
        .extracting(Rule::kind)
        .containsExactly(Kind.EUROS);
    assertThat(of(keys).draft()).isTrue();
  }

  @Test
  void itIsSentOnceAndStandsAsItWasSent() {
    var keys = fixture.sent(fixture.open());
    assertThat(applications.submit(keys.reference(), keys.code()))
        .isEqualTo(new Submitting.SubmittedBefore());
    assertThat(
            applications.save(keys.reference(), keys.code(), new Project("Autre", "S", 1, false)))
        .isEqualTo(new Saving.SentAlready());
    assertThat(of(keys).project().title()).isEqualTo("Un four");
    assertThat(fixture.letters(of(keys).applicant().email())).hasSize(2);
  }

  @Test
  void tenThatComeAtOnceAreOne() throws Exception {
    var keys = fixture.ready(fixture.open());
    assertThat(atOnce(10, () -> applications.submit(keys.reference(), keys.code())))
        .filteredOn(came -> came instanceof Submitting.Submitted)
        .hasSize(1);
  }

  @Test
  void theSameHolderSendsOneApplicationThoughTwoDraftsComeAtOnce() throws Exception {
    var call =
        fixture.open(new Terms(Set.of(Holder.ASSOCIATION), Set.of(Origin.CITY), null, null, null));
    var drafts = new ArrayList<Keys>();
    for (int i = 0; i < 4; i++) {
      var keys = fixture.ready(call);
      save(
          keys,
          new Applicant(
              Holder.ASSOCIATION,
              "A",
              null,
              Origin.CITY,
              Optional.empty(),
              "W9M 1002345",
              "",
              "1"));
      drafts.add(keys);
    }
    var waiting = new java.util.concurrent.ConcurrentLinkedQueue<>(drafts);
    var came =
        atOnce(
            4,
            () -> {
              var keys = waiting.remove();
              return applications.submit(keys.reference(), keys.code());
            });
    assertThat(came).filteredOn(one -> one instanceof Submitting.Submitted).hasSize(1);
    assertThat(came).filteredOn(one -> one instanceof Submitting.AppliedAlready).hasSize(3);
  }

  private static <T> List<T> atOnce(int times, Callable<T> deed) throws Exception {
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      var came = new ArrayList<T>();
      for (var one : many.invokeAll(java.util.Collections.nCopies(times, deed))) {
        came.add(one.get());
      }
      return came;
    }
  }

  @Test
  void afterTheDeadlineNothingIsWrittenOrSentWhateverThisMachinesClockSays() {
    var call = fixture.open();
    var keys = fixture.ready(call);
    fixture.close(call);
    assertThat(applications.submit(keys.reference(), keys.code()))
        .isInstanceOf(Submitting.TooLate.class);
    assertThat(applications.save(keys.reference(), keys.code(), Map.of(1, "tard")))
        .isInstanceOf(Saving.TooLate.class);
    assertThat(of(keys).answers()).containsEntry(1, "À tous");
  }

  @Test
  void hostileFilesAreRefusedWithAReason() {
    var keys = fixture.begun(fixture.open(), "");
    for (var hostile :
        List.of("<svg onload=alert(1)>", "PK\u0003\u0004", "%PDF-1.4 broken", "MZ\u0090")) {
      var taken = uploads.take(new java.io.ByteArrayInputStream(CallFixture.bytes(hostile)));
      assertThat(applications.attach(keys.reference(), keys.code(), taken))
          .isInstanceOf(Saving.Refused.class);
    }
    assertThat(applications.open(keys.reference(), keys.code()).orElseThrow().files()).isEmpty();
  }

  @Test
  void aPictureIsKeptOnceAndNoMoreThanFiveAre() throws Exception {
    var keys = fixture.begun(fixture.open(), "");
    for (int shade = 0; shade < 7; shade++) {
      var came =
          applications.attach(
              keys.reference(),
              keys.code(),
              uploads.take(new java.io.ByteArrayInputStream(picture(shade * 30))));
      if (shade < Applications.MOST_files) {
        assertThat(came).isEqualTo(new Saving.Saved());
      } else {
        assertThat(came).isEqualTo(new Saving.Refused(Map.of("file", "innovation.problem.files")));
      }
    }
    assertThat(applications.open(keys.reference(), keys.code()).orElseThrow().files()).hasSize(5);
  }

  private static byte[] picture(int shade) throws java.io.IOException {
    var image = new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 40; x++) {
      for (int y = 0; y < 30; y++) {
        image.setRGB(x, y, shade << 16 | (255 - shade));
      }
    }
    var bytes = new java.io.ByteArrayOutputStream();
    javax.imageio.ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  @Test
  void aDraftThatIsTakenBackIsGoneAndASentOneIsOnlyCounted() {
    var call = fixture.open();
    var draft = fixture.ready(call);
    assertThat(applications.withdraw(draft.reference(), draft.code())).isTrue();
    assertThat(applications.open(draft.reference(), draft.code())).isEmpty();
    var sent = fixture.sent(call);
    assertThat(applications.withdraw(sent.reference(), sent.code())).isTrue();
    var left = of(sent);
    assertThat(left.state()).isEqualTo(State.WITHDRAWN);
    assertThat(left.applicant().name()).isEmpty();
    assertThat(left.answers()).isEmpty();
  }

  @Test
  void theNightForgetsDraftsThatWereNeverSentAndPeopleOfLongAgo() {
    var call = fixture.open();
    var draft = fixture.ready(call);
    var sent = fixture.sent(call);
    sql.sql(
            "update innovation.call set opens_at = now() - interval '3000 days', closes_at = now() - interval '2000 days' where code = :c")
        .param("c", call.code())
        .update();
    assertThat(applications.forgetOld(new InnovationSettings(20, 60, 1095, 14)))
        .isGreaterThanOrEqualTo(2);
    assertThat(applications.open(draft.reference(), draft.code())).isEmpty();
    assertThat(of(sent).applicant().email()).isEmpty();
    assertThat(of(sent).erased()).isTrue();
  }

  @Test
  void aLetterInSpanishGoesOnInFrench() {
    var email = CallFixture.someEmail();
    var start =
        new Applications.Start(
            UUID.randomUUID(), fixture.open().code(), Tongue.ES, email, null, false);
    applications.begin(start);
    assertThat(fixture.letters(email))
        .singleElement()
        .asString()
        .contains("Su solicitud", "Ideas jóvenes", "Vous avez commencé", "?in=es");
  }

  @Test
  void aDayMoreIsADayMoreForDraftsToo() {
    var call = fixture.open();
    var keys = fixture.ready(call);
    sql.sql("update innovation.call set closes_at = closes_at + interval '1 day' where code = :c")
        .param("c", call.code())
        .update();
    assertThat(
            Duration.between(
                call.span().closesAt(),
                applications
                    .open(keys.reference(), keys.code())
                    .orElseThrow()
                    .call()
                    .span()
                    .closesAt()))
        .isEqualTo(Duration.ofDays(1));
  }
}
