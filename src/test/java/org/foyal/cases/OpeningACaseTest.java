package org.foyal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Case.State;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Opening.OpenedBefore;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.Question.Delay;
import org.foyal.cases.calendar.WorkingDays;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A case is opened once, has a day by which an answer is owed, and is receipted as the law asks.
@HouseTest
class OpeningACaseTest {
  @Autowired Cases cases;
  @Autowired Asked asked;
  @Autowired WorkingDays days;
  @Autowired JdbcClient sql;

  @Test
  void theSameFormTwiceIsOneCaseWithTheSameCode() {
    var question = Asked.question(UUID.randomUUID(), Asker.unknown(Language.FR), Optional.empty());
    var first = (Opened) cases.open(question);
    var second = (OpenedBefore) cases.open(question);
    assertThat(second.opened().reference()).isEqualTo(first.opened().reference());
    assertThat(second.code()).isEqualTo(first.code());
  }

  @Test
  void theSameFormManyTimesAtOnceIsOneCaseAndOneReceipt() throws Exception {
    var question = Asked.question(UUID.randomUUID(), Asked.ana(Asked.address()), Optional.empty());
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var sent =
          IntStream.range(0, 8).mapToObj(_ -> people.submit(() -> cases.open(question))).toList();
      var references = new HashSet<String>();
      int opened = 0;
      for (var one : sent) {
        switch (one.get()) {
          case Opened(var made, String _, boolean _) -> {
            opened++;
            references.add(made.reference().signs());
          }
          case OpenedBefore(var made, String _) -> references.add(made.reference().signs());
        }
      }
      assertThat(opened).isOne();
      assertThat(references).hasSize(1);
    }
    assertThat(
            sql.sql("select count(*) from cases.case_file where form = :form")
                .param("form", question.form())
                .query(Integer.class)
                .single())
        .isOne();
    assertThat(
            sql.sql(
                    "select count(*) from post.letter where key = (select 'cases.receipt.' || id"
                        + " from cases.case_file where form = :form)")
                .param("form", question.form())
                .query(Integer.class)
                .single())
        .isOne();
  }

  @Test
  void anAnswerIsOwedOnAWorkingDayAndIsAnObjectiveUntilADepartmentAcceptsIt() {
    var due = asked.by(Asker.unknown(Language.FR)).opened().due();
    assertThat(due.openedOn()).isEqualTo(cases.today());
    assertThat(due.promisedOn()).isEqualTo(days.after(cases.today(), 5));
    assertThat(days.isOpen(due.promisedOn())).isTrue();
    assertThat(due.objective()).isTrue();
    assertThat(due.late(due.promisedOn())).isFalse();
    assertThat(due.late(due.promisedOn().plusDays(1))).isTrue();
  }

  /// CRPA, art. R112-11-1: day of arrival, department with address, telephone and e-mail, what
  /// silence means and from which day.
  @Test
  void theReceiptSaysWhatTheLawAsks() {
    var department = asked.department();
    var question =
        new Question(
            UUID.randomUUID(),
            "requests",
            "Place de stationnement",
            "Pour mon père.",
            Question.About.NOTHING,
            Channel.WEB,
            Asked.ana(Asked.address()),
            Optional.of(department.code()),
            new Delay(10, true, Silence.REFUSED),
            null,
            false,
            Optional.empty(),
            Optional.empty());
    var opened = (Opened) cases.open(question);
    assertThat(opened.receipt()).isTrue();
    assertThat(asked.letter("cases.receipt." + opened.opened().id()))
        .contains(
            opened.opened().reference().toString(),
            opened.code(),
            "Place de stationnement",
            department.name(),
            "0596 00 00 00",
            "est refusée",
            "/fr/follow/" + opened.opened().reference() + "/" + opened.code())
        .doesNotContain("objectif");
    LocalDate silence = opened.opened().due().silenceOn().orElseThrow();
    assertThat(silence).isEqualTo(cases.today().plusMonths(2));
  }

  @Test
  void whoLeavesNothingGetsNoLetterAndCanStillFollow() {
    var opened = asked.by(Asker.unknown(Language.FR));
    assertThat(opened.receipt()).isFalse();
    assertThat(asked.letters("cases.receipt." + opened.opened().id())).isZero();
    var followed =
        cases.follow(opened.opened().reference().toString(), opened.code()).orElseThrow();
    assertThat(followed.asked().state()).isEqualTo(State.RECEIVED);
    assertThat(followed.thread())
        .singleElement()
        .satisfies(entry -> assertThat(entry.words()).contains("Il fait noir devant l’école."));
  }

  @Test
  void noCodeOpensAnotherCase() {
    var mine = asked.by(Asker.unknown(Language.FR));
    var other = asked.by(Asker.unknown(Language.FR));
    assertThat(cases.follow(mine.opened().reference().toString(), other.code())).isEmpty();
    assertThat(cases.follow(mine.opened().reference().toString(), "")).isEmpty();
    assertThat(cases.follow("", mine.code())).isEmpty();
  }

  @Test
  void contactsAreForgottenAfterHalfAYearAndWordsAfterFiveYears() {
    var nightly = asked.nightly();
    var opened = asked.by(Asked.ana(Asked.address())).opened();
    var code = cases.code(opened);
    assertThat(cases.takeBack(opened.reference().toString(), code))
        .isInstanceOf(Moving.Moved.class);
    asked.closedBefore(opened, 179);
    nightly.forget();
    assertThat(asked.contacts(opened)).isOne();
    asked.closedBefore(opened, 181);
    nightly.forget();
    assertThat(asked.contacts(opened)).isZero();
    assertThat(asked.words(opened)).isPositive();
    asked.appealed(opened, true);
    asked.appealed(opened, false);
    asked.closedBefore(opened, 5 * 366);
    nightly.forget();
    assertThat(asked.words(opened)).isZero();
    assertThat(asked.appeals(opened)).as("the one that waits").isOne();
  }
}
