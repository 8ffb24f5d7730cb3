package org.foyal.fibre.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.foyal.HouseTest;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.files.Delivered.Applied;
import org.foyal.fibre.files.Delivered.HeldBack;
import org.foyal.fibre.files.Delivered.Hold;
import org.foyal.fibre.files.Delivered.NothingNew;
import org.foyal.fibre.files.Delivered.Tried;
import org.foyal.fibre.files.partners.Operator;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.fibre.premises.Building;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.Premises;
import org.foyal.fibre.rollout.CabinetState;
import org.foyal.fibre.rollout.Rollout;
import org.foyal.people.Actor;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An operator's files, one after the other: what is new, changed, the same, gone; what was held on
/// any day, as it was known at any moment; and the way back.
@HouseTest
class DeliveringFilesTest {
  @Autowired FibreFiles files;
  @Autowired Premises premises;
  @Autowired Rollout rollout;
  @Autowired Partners partners;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    delivering = Delivering.afresh(files, folder, sql, events);
  }

  private static Ipe two() {
    return new Ipe().and("IMB/A").and("IMB/B", "NombreLogementsAdresseIPE", "30");
  }

  private AsOf now(String day) {
    return AsOf.known(clock.instant(), LocalDate.parse(day));
  }

  private Building building(String ref, AsOf at) {
    var found = premises.list(ref, at);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private Optional<BuildingState> state(String ref, AsOf at) {
    return premises.list(ref, at).stream().findFirst().flatMap(Building::state);
  }

  private long rows() {
    return sql.sql("select count(*) from fibre.building").query(Long.class).single();
  }

  @Test
  void aFirstFileBringsItsBuildingsAndTheirCabinetInto() {
    var applied = delivering.apply("0415", two());
    assertThat(applied.report().counts().told())
        .containsEntry("read", 2L)
        .containsEntry("added", 2L)
        .hasSize(2);
    var a = building("IMB/A", now("2026-04-15"));
    assertThat(a.state()).contains(BuildingState.TARGETED);
    assertThat(a.homes().least()).isEqualTo(2);
    assertThat(a.area()).contains(TwoNeighbourhoods.WEST);
    assertThat(a.address().streetId()).isEqualTo(TwoNeighbourhoods.STREET);
    assertThat(a.operator()).contains("EXMP");
    assertThat(rollout.findCabinet("FI-97299-0001", now("2026-04-15")))
        .hasValueSatisfying(
            cabinet -> assertThat(cabinet.state()).isEqualTo(CabinetState.UNDER_WAY));
    assertThat(premises.listOfStreet(TwoNeighbourhoods.STREET, now("2026-04-15"))).hasSize(2);
    assertThat(premises.listOfCabinet("FI-97299-0001", now("2026-04-15"))).hasSize(2);
  }

  @Test
  void theSameFileAgainChangesNothing() {
    delivering.apply("0415", two());
    assertThat(delivering.bring(Delivering.name("0415"), two().text()))
        .isInstanceOf(NothingNew.class);
    assertThat(delivering.bring(Delivering.name("0430"), two().text()))
        .isInstanceOf(NothingNew.class);
    assertThat(rows()).isEqualTo(2);
    assertThat(files.listDeliveries(Optional.empty())).hasSize(1);
  }

  @Test
  void theColumnsMayStandInAnyOrder() {
    delivering.apply("0415", new Ipe().and("IMB/A"));
    var row = Ipe.building("IMB/A");
    var turned = new java.util.LinkedHashMap<String, String>();
    List.copyOf(row.keySet()).reversed().forEach(column -> turned.put(column, row.get(column)));
    turned.put("ColonneNouvelle", "rien");
    assertThat(delivering.bring(Delivering.name("0430"), new Ipe().and(turned).text()))
        .isInstanceOf(NothingNew.class);
  }

  @Test
  void aTrialShowsWhatWouldChangeAndChangesNothing() {
    delivering.apply("0415", two());
    var changed = new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE").and("IMB/C");
    var tried =
        delivering.bring(delivering.order(Delivering.name("0430"), changed.text()).asTrial());
    assertThat(tried)
        .isInstanceOfSatisfying(
            Tried.class,
            trial -> {
              assertThat(trial.report().counts().added()).isOne();
              assertThat(trial.report().counts().changed()).isOne();
              assertThat(trial.report().changes())
                  .anySatisfy(change ->
                      assertThat(change.fields())
                          .contains(new Report.Field("state", "TARGETED", "DEPLOYED")));
            });
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void whatTheFileSaysIsTrueFromItsDayAndWhatWasSaidBeforeStaysTrueUntilThen() {
    delivering.apply("0415", two());
    delivering.apply(
        "0430",
        new Ipe()
            .and("IMB/A", "EtatImmeuble", "DEPLOYE")
            .and("IMB/B", "NombreLogementsAdresseIPE", "30"));
    assertThat(state("IMB/A", now("2026-04-14"))).isEmpty();
    assertThat(state("IMB/A", now("2026-04-29"))).contains(BuildingState.TARGETED);
    assertThat(state("IMB/A", now("2026-04-30"))).contains(BuildingState.DEPLOYED);
    assertThat(state("IMB/B", now("2026-06-01"))).contains(BuildingState.TARGETED);
  }

  @Test
  void whatWasKnownAtAMomentIsOneQuestionWhateverWasLearnedSince() {
    delivering.apply("0415", two());
    var before = clock.instant();
    delivering.apply("0430", new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE"));
    var may = LocalDate.of(2026, 5, 1);
    assertThat(state("IMB/A", new AsOf(may, before))).contains(BuildingState.TARGETED);
    assertThat(state("IMB/A", new AsOf(may, clock.instant()))).contains(BuildingState.DEPLOYED);
    assertThat(state("IMB/A", new AsOf(may, Instant.EPOCH))).isEmpty();
  }

  @Test
  void aSecondFileOfTheSameDayCorrectsTheFirst() {
    delivering.apply("0415", two());
    var before = clock.instant();
    delivering.apply("0415", new Ipe().and("IMB/A", "NombreLogementsAdresseIPE", "5"));
    assertThat(building("IMB/A", now("2026-04-15")).homes().least()).isEqualTo(5);
    assertThat(building("IMB/A", new AsOf(LocalDate.of(2026, 4, 15), before)).homes().least())
        .isEqualTo(2);
    assertThat(premises.listVersions("IMB/A")).hasSize(2);
  }

  @Test
  void undoingIsNewKnowledgeAndWhatWasKnownInBetweenStaysKnown() {
    delivering.apply("0415", two());
    var second =
        delivering.apply(
            "0430",
            new Ipe()
                .and("IMB/A", "EtatImmeuble", "DEPLOYE", "EtatPM", "DEPLOYE")
                .and("IMB/C", "EtatPM", "DEPLOYE"));
    var between = clock.instant();
    assertThat(files.undo(second.delivery(), Optional.empty(), Actor.CONSOLE))
        .isInstanceOf(Undoing.Undone.class);
    var may = LocalDate.of(2026, 5, 1);
    assertThat(state("IMB/A", now("2026-05-01"))).contains(BuildingState.TARGETED);
    assertThat(state("IMB/C", now("2026-05-01"))).isEmpty();
    assertThat(rollout.findCabinet("FI-97299-0001", now("2026-05-01")).orElseThrow().state())
        .isEqualTo(CabinetState.UNDER_WAY);
    assertThat(state("IMB/A", new AsOf(may, between))).contains(BuildingState.DEPLOYED);
    assertThat(state("IMB/C", new AsOf(may, between))).contains(BuildingState.TARGETED);
    assertThat(files.undo(second.delivery(), Optional.empty(), Actor.CONSOLE))
        .isEqualTo(new Undoing.NothingToUndo());
  }

  @Test
  void whatWasUndoneCanBeBroughtAgain() {
    delivering.apply("0415", two());
    var changed = new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE");
    var second = delivering.apply("0430", changed);
    files.undo(second.delivery(), Optional.empty(), Actor.CONSOLE);
    var third = delivering.apply("0430", changed);
    assertThat(third.report().counts().changed()).isOne();
    assertThat(state("IMB/A", now("2026-05-01"))).contains(BuildingState.DEPLOYED);
    files.undo(third.delivery(), Optional.empty(), Actor.CONSOLE);
    assertThat(state("IMB/A", now("2026-05-01"))).contains(BuildingState.TARGETED);
  }

  @Test
  void aDeliveryThatALaterOneStandsOnIsNotUndone() {
    var first = delivering.apply("0415", two());
    var second = delivering.apply("0430", new Ipe().and("IMB/A", "EtatImmeuble", "DEPLOYE"));
    assertThat(files.undo(first.delivery(), Optional.empty(), Actor.CONSOLE))
        .isInstanceOfSatisfying(
            Undoing.StoodUpon.class,
            stood -> assertThat(stood.later()).isEqualTo(second.delivery()));
  }

  @Test
  void ofACompleteFileWhatIsNotInItIsGoneOnceSomebodyHasConfirmedHowMany() {
    delivering.apply("0415", two());
    var order = delivering.order(Delivering.name("0430"), new Ipe().and("IMB/A").text());
    assertThat(delivering.bring(order)).isInstanceOf(NothingNew.class);
    assertThat(delivering.bring(order.asComplete(OptionalLong.empty())))
        .isInstanceOfSatisfying(
            HeldBack.class,
            held -> {
              assertThat(held.hold()).isEqualTo(Hold.GONE);
              assertThat(held.report().counts().gone()).isOne();
            });
    assertThat(delivering.bring(order.asComplete(OptionalLong.of(2)))).isInstanceOf(HeldBack.class);
    assertThat(state("IMB/B", now("2026-05-01"))).isPresent();

    var applied = delivering.bring(order.asComplete(OptionalLong.of(1)));
    assertThat(applied).isInstanceOf(Applied.class);
    assertThat(state("IMB/B", now("2026-05-01"))).isEmpty();
    assertThat(state("IMB/B", now("2026-04-29"))).contains(BuildingState.TARGETED);
    files.undo(((Applied) applied).delivery(), Optional.empty(), Actor.CONSOLE);
    assertThat(state("IMB/B", now("2026-05-01"))).contains(BuildingState.TARGETED);
  }

  @Test
  void aCabinetIsGoneWithTheLastOfItsBuildings() {
    delivering.apply("0415", new Ipe().and("IMB/A").and("IMB/B", "ReferencePM", "FI-97299-0002"));
    var without = delivering.order(Delivering.name("0430"), new Ipe().and("IMB/A").text());
    Delivering.applied(delivering.bring(without.asComplete(OptionalLong.of(1))));
    assertThat(rollout.findCabinet("FI-97299-0002", now("2026-04-29"))).isPresent();
    assertThat(rollout.findCabinet("FI-97299-0002", now("2026-05-01"))).isEmpty();
    assertThat(rollout.findCabinet("FI-97299-0001", now("2026-05-01"))).isPresent();
  }

  @Test
  void whatIsToldOfAnInventedOperatorsNetworkIsInventedWhoeverBringsIt() {
    partners.add(Actor.CONSOLE, new Operator("EXMP", "Exemple", true));
    delivering.apply("0415", two());
    assertThat(premises.coverage("IPE", false, now("2026-05-01"))).isEmpty();
    assertThat(premises.coverage("IPE", true, now("2026-05-01"))).isNotEmpty();
  }

  @Test
  void whatIsGoneAndComesAgainIsANewVersion() {
    delivering.apply("0415", two());
    var without = delivering.order(Delivering.name("0430"), new Ipe().and("IMB/A").text());
    Delivering.applied(delivering.bring(without.asComplete(OptionalLong.of(1))));
    delivering.apply("0515", two());
    assertThat(state("IMB/B", now("2026-05-01"))).isEmpty();
    assertThat(state("IMB/B", now("2026-05-15"))).contains(BuildingState.TARGETED);
  }

  @Test
  void coverageCountsHomesByStateAndAreaOnAnyDay() {
    delivering.apply("0415", two());
    delivering.apply(
        "0430",
        new Ipe().and("IMB/B", "NombreLogementsAdresseIPE", "30", "EtatImmeuble", "DEPLOYE"));
    assertThat(premises.coverage("IPE", false, now("2026-04-20")))
        .singleElement()
        .satisfies(all -> {
          assertThat(all.area()).contains(TwoNeighbourhoods.WEST);
          assertThat(all.homesLeast()).isEqualTo(32);
          assertThat(all.homesMost()).contains(32L);
        });
    assertThat(premises.coverage("IPE", false, now("2026-05-01")))
        .extracting(one -> one.state().orElseThrow(), one -> one.homesLeast())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(BuildingState.TARGETED, 2L),
            org.assertj.core.groups.Tuple.tuple(BuildingState.DEPLOYED, 30L));
    assertThat(premises.coverage("IPE", true, now("2026-05-01"))).isEmpty();
  }

  @Test
  void whenTheBordersMoveABuildingIsInAnotherNeighbourhoodWithoutANewVersion() {
    delivering.apply(
        "0415",
        new Ipe().and(Ipe.building("IMB/A", new org.foyal.kernel.Position(14.61, -61.085))));
    assertThat(building("IMB/A", now("2026-05-01")).area()).contains(TwoNeighbourhoods.WEST);
    new TwoNeighbourhoods(sql, events).moveTheBorder(true);
    assertThat(building("IMB/A", now("2026-05-01")).area()).contains(TwoNeighbourhoods.EAST);
    assertThat(premises.listVersions("IMB/A")).hasSize(1);
  }
}
