package org.foyal.fibre.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.foyal.HouseTest;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.premises.Building;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.Premises;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The way back where the files of two operators tell of one building.
@HouseTest
class UndoingBesideOthersTest {
  @Autowired FibreFiles files;
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

  private long ours(String monthAndDay, String state) {
    return delivering.apply(monthAndDay, new Ipe().and("IMB/A", "EtatImmeuble", state)).delivery();
  }

  private long others(String monthAndDay, String state) {
    var name = "IPE_Essai_OTHR_PM_IPEZMD_V30_2026" + monthAndDay + ".csv";
    var text = new Ipe().and("IMB/A", "EtatImmeuble", state, "CodeOI", "OTHR").text();
    return Delivering.applied(delivering.bring(name, text)).delivery();
  }

  private Undoing undo(long delivery) {
    return files.undo(delivery, Optional.empty(), Actor.CONSOLE);
  }

  private Optional<BuildingState> state() {
    return premises.list("IMB/A", AsOf.known(clock.instant(), LocalDate.of(2026, 6, 1))).stream()
        .findFirst()
        .flatMap(Building::state);
  }

  @Test
  void whatAnotherOperatorsFileStandsOnIsUndoneAfterThatOne() {
    ours("0401", "CIBLE");
    long second = ours("0415", "EN COURS DE DEPLOIEMENT");
    long third = others("0430", "DEPLOYE");
    assertThat(undo(second))
        .isInstanceOfSatisfying(
            Undoing.StoodUpon.class, stood -> assertThat(stood.later()).isEqualTo(third));
    assertThat(state()).contains(BuildingState.DEPLOYED);
    assertThat(undo(third)).isInstanceOf(Undoing.Undone.class);
    assertThat(undo(second)).isInstanceOf(Undoing.Undone.class);
    assertThat(state()).contains(BuildingState.TARGETED);
  }

  @Test
  void whatAnotherOperatorsFileEndedIsUndoneAfterThatOneToo() {
    long first = ours("0401", "CIBLE");
    others("0415", "EN COURS DE DEPLOIEMENT");
    var without =
        delivering.order(
            "IPE_Essai_OTHR_PM_IPEZMD_V30_20260430.csv",
            new Ipe().and("IMB/B", "CodeOI", "OTHR").text());
    long gone =
        Delivering.applied(delivering.bring(without.asComplete(OptionalLong.of(1)))).delivery();
    assertThat(state()).isEmpty();
    assertThat(undo(first)).isInstanceOf(Undoing.StoodUpon.class);
    assertThat(undo(gone)).isInstanceOf(Undoing.Undone.class);
    assertThat(state()).contains(BuildingState.UNDER_WAY);
  }

  @Test
  void anUndoNeverBringsBackWhatCameOfADeliveryThatIsUndone() {
    long first = ours("0401", "CIBLE");
    long second = others("0415", "DEPLOYE");
    // as deliveries were undone before anybody looked who stood on them
    sql.sql("update fibre.delivery set undone_at = learned_at, undone_by = 'essai' where id = :id")
        .param("id", first)
        .update();
    assertThat(undo(second)).isInstanceOf(Undoing.Undone.class);
    assertThat(state()).isEmpty();
  }

  @Test
  void whatWasCorrectedByHandSinceIsNotUndoneAndTheSentenceSaysSo() {
    var text = "code_insee,logements,etablissements,locaux_raccordables_2018T1\n97299,100,5,%d\n";
    Delivering.applied(delivering.bring("communes.csv", text.formatted(7)));
    long second =
        Delivering.applied(delivering.bring("communes.csv", text.formatted(8))).delivery();
    sql.sql("update fibre.fact set delivery = null where superseded_at is null").update();
    var undoing = undo(second);
    assertThat(undoing)
        .isInstanceOfSatisfying(
            Undoing.StoodUpon.class, stood -> assertThat(stood.later()).isZero());
    for (var language : Language.values()) {
      assertThat(words.undoing(language, undoing)).isNotBlank().doesNotContain("fibre.", "n° 0");
    }
  }
}
