package org.foyal.fibre.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.foyal.HouseTest;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.files.Doubts.Answering;
import org.foyal.fibre.premises.Building;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.Premises;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What can't be, or does not add up, is asked of the operator, who answers.
@HouseTest
class AskingOperatorsTest {
  @Autowired FibreFiles files;
  @Autowired Doubts doubts;
  @Autowired ReportWords words;
  @Autowired Premises premises;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    delivering = Delivering.afresh(files, folder, sql, events);
  }

  private Optional<BuildingState> state(String ref) {
    return premises.list(ref, AsOf.known(clock.instant(), LocalDate.of(2026, 6, 1))).stream()
        .findFirst()
        .flatMap(Building::state);
  }

  /// A building that was deployed, and that the next file says to be under way.
  private Report goesBack() {
    delivering.apply("0415", new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE"));
    return delivering
        .apply("0430", new Ipe().and("IMB/A", "EtatImmeuble", "EN COURS DE DEPLOIEMENT"))
        .report();
  }

  private Doubt only() {
    var open = doubts.list(Optional.empty(), true);
    assertThat(open).hasSize(1);
    for (var language : Language.values()) {
      assertThat(words.asked(language, open.getFirst().reason(), open.getFirst().arguments()))
          .isNotBlank()
          .doesNotContain("{", "fibre.");
    }
    return open.getFirst();
  }

  @Test
  void aStateThatGoesBackWaitsForTheOperatorsAnswer() {
    var report = goesBack();
    assertThat(report.counts().questioned()).isOne();
    assertThat(report.counts().changed()).isZero();
    assertThat(state("IMB/A")).contains(BuildingState.DEPLOYED);
    assertThat(only().reason()).isEqualTo("fibre.files.asked.BACKWARD");
    assertThat(words.asked(Language.FR, only().reason(), only().arguments()))
        .contains("DEPLOYE", "EN COURS DE DEPLOIEMENT");
  }

  @Test
  void theSameFileAgainAsksNothingAnew() {
    goesBack();
    var same = new Ipe().and("IMB/A", "EtatImmeuble", "EN COURS DE DEPLOIEMENT").text();
    assertThat(delivering.bring(Delivering.name("0430"), same))
        .isInstanceOf(Delivered.NothingNew.class);
    only();
  }

  @Test
  void anOperatorThatSaysTheFileIsRightMakesItStandAndSaysWhy() {
    goesBack();
    var before = clock.instant();
    var answered = doubts.answer(only().id(), true, "incendie", Optional.of("EXMP"), Actor.CONSOLE);
    assertThat(answered).isEqualTo(new Answering.Answered());
    assertThat(state("IMB/A")).contains(BuildingState.UNDER_WAY);
    assertThat(
            premises.list("IMB/A", new AsOf(LocalDate.of(2026, 6, 1), before)).getFirst().state())
        .contains(BuildingState.DEPLOYED);
    assertThat(doubts.list(Optional.empty(), false))
        .singleElement()
        .satisfies(one -> assertThat(one.answer().orElseThrow().words()).isEqualTo("incendie"));
    assertThat(
            delivering.bring(
                Delivering.name("0430"),
                new Ipe().and("IMB/A", "EtatImmeuble", "EN COURS DE DEPLOIEMENT").text()))
        .isInstanceOf(Delivered.NothingNew.class);
  }

  @Test
  void anOperatorThatSaysTheFileIsWrongIsNotAskedTheSameAgain() {
    goesBack();
    doubts.answer(only().id(), false, "", Optional.empty(), Actor.CONSOLE);
    assertThat(state("IMB/A")).contains(BuildingState.DEPLOYED);
    delivering.bring(
        Delivering.name("0515"),
        new Ipe().and("IMB/A", "EtatImmeuble", "EN COURS DE DEPLOIEMENT").text());
    assertThat(doubts.list(Optional.empty(), true)).isEmpty();
    assertThat(state("IMB/A")).contains(BuildingState.DEPLOYED);
  }

  @Test
  void aLaterFileThatSaysItOtherwiseSettlesTheQuestion() {
    goesBack();
    delivering.apply("0515", new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE"));
    assertThat(doubts.list(Optional.empty(), true)).isEmpty();
    assertThat(doubts.list(Optional.empty(), false).getFirst().answer().orElseThrow().verdict())
        .isEqualTo(Doubt.Verdict.MENDED);
  }

  @Test
  void nobodyAnswersTwiceNorForAnotherOperator() {
    goesBack();
    long id = only().id();
    assertThat(doubts.answer(id, true, "", Optional.of("OTHR"), Actor.CONSOLE))
        .isEqualTo(new Answering.NotThere());
    assertThat(doubts.list(Optional.of("OTHR"), true)).isEmpty();
    doubts.answer(id, false, "", Optional.empty(), Actor.CONSOLE);
    assertThat(doubts.answer(id, true, "", Optional.empty(), Actor.CONSOLE))
        .isEqualTo(new Answering.Closed());
    assertThat(doubts.answer(-1, true, "", Optional.empty(), Actor.CONSOLE))
        .isEqualTo(new Answering.NotThere());
  }

  @Test
  void undoingTheFileWithdrawsItsQuestions() {
    goesBack();
    long delivery = files.listDeliveries(Optional.empty()).getFirst().id();
    files.undo(delivery, Optional.empty(), Actor.CONSOLE);
    assertThat(doubts.list(Optional.empty(), true)).isEmpty();
  }

  private void undoLatest() {
    long delivery = files.listDeliveries(Optional.empty()).getFirst().id();
    assertThat(files.undo(delivery, Optional.empty(), Actor.CONSOLE))
        .isInstanceOf(Undoing.Undone.class);
  }

  private void answer(boolean right) {
    assertThat(doubts.answer(only().id(), right, "", Optional.empty(), Actor.CONSOLE))
        .isEqualTo(new Answering.Answered());
  }

  private void underWayAgain(String monthAndDay) {
    delivering.apply(
        monthAndDay, new Ipe().and("IMB/A", "EtatImmeuble", "EN COURS DE DEPLOIEMENT"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void afterAnUndoTheSameFileAsksAgainWhateverWasAnswered(boolean right) {
    goesBack();
    answer(right);
    undoLatest();
    assertThat(state("IMB/A")).contains(BuildingState.DEPLOYED);
    underWayAgain("0430");
    answer(true);
    assertThat(state("IMB/A")).contains(BuildingState.UNDER_WAY);
  }

  @Test
  void aStateThatGoesBackOnceMoreIsAskedOnceMoreThoughTheFirstTimeWasRight() {
    goesBack();
    answer(true);
    delivering.apply("0515", new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE"));
    underWayAgain("0530");
    assertThat(state("IMB/A")).contains(BuildingState.DEPLOYED);
    answer(true);
    assertThat(state("IMB/A")).contains(BuildingState.UNDER_WAY);
  }

  @Test
  void aQuestionThatALaterFileSettledIsOpenAgainOnceThatFileIsUndone() {
    goesBack();
    long asked = only().id();
    delivering.apply("0515", new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE"));
    assertThat(doubts.list(Optional.empty(), true)).isEmpty();
    undoLatest();
    assertThat(only().id()).isEqualTo(asked);
  }

  @Test
  void whatWasOvertakenIsNotKeptAsRight() {
    goesBack();
    long id = only().id();
    var without = delivering.order(Delivering.name("0515"), new Ipe().and("IMB/B").text());
    Delivering.applied(delivering.bring(without.asComplete(OptionalLong.of(1))));
    assertThat(doubts.answer(id, true, "", Optional.empty(), Actor.CONSOLE))
        .isEqualTo(new Answering.Outrun());
    assertThat(doubts.list(Optional.empty(), false).getFirst().answer().orElseThrow().verdict())
        .isEqualTo(Doubt.Verdict.MENDED);
    assertThat(state("IMB/A")).isEmpty();
  }

  @Test
  void aTotalThatIsSaidToBeRightIsNotAskedAgain() {
    var ipe = new Ipe().and("IMB/A", "NombreLogementsPM", "400");
    delivering.apply("0415", ipe);
    answer(true);
    delivering.apply(
        "0430", ipe.and("IMB/B", "NombreLogementsPM", "400", "NombreLogementsAdresseIPE", "0"));
    assertThat(doubts.list(Optional.empty(), true)).isEmpty();
  }

  @Test
  void aTotalUnlikeTheCabinetsIsFlaggedAndTheRowsAreTaken() {
    var applied =
        delivering.apply(
            "0415",
            new Ipe()
                .and("IMB/A", "NombreLogementsPM", "400")
                .and("IMB/B", "NombreLogementsPM", "400"));
    assertThat(applied.report().counts().added()).isEqualTo(2);
    assertThat(only().kind()).isEqualTo("TOTAL");
    assertThat(only().arguments()).containsExactly("400", "4");
    delivering.apply(
        "0430",
        new Ipe().and("IMB/A", "NombreLogementsPM", "4").and("IMB/B", "NombreLogementsPM", "4"));
    assertThat(doubts.list(Optional.empty(), true)).isEmpty();
  }

  @Test
  void aGelOfLessThanThreeMonthsIsFlagged() {
    delivering.apply(
        "0415",
        new Ipe()
            .and(
                "IMB/A",
                "DatePremiereMADPM",
                "20260401",
                "DateMiseEnServiceCommercialePM",
                "20260601"));
    assertThat(only().kind()).isEqualTo("GEL");
    assertThat(only().arguments()).containsExactly("2026-04-01", "2026-06-01");
  }

  @Test
  void aCabinetThatTheRowsDescribeDifferentlyIsFlaggedAndTheFirstCounts() {
    delivering.apply("0415", new Ipe().and("IMB/A", "EtatPM", "DEPLOYE").and("IMB/B"));
    assertThat(only().kind()).isEqualTo("CABINET");
    assertThat(sql.sql("select state from fibre.cabinet").query(String.class).list())
        .isEqualTo(List.of("DEPLOYED"));
  }
}
