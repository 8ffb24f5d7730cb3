package org.foyal.equality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.foyal.equality.measure.Ranking.Area;
import org.foyal.equality.measure.Ranking.Choice;
import org.foyal.equality.measure.Ranking.Place;
import org.junit.jupiter.api.Test;

/// Places are told with how sure they are.
class RankingTest {
  private static final Goalposts SHARE = new Goalposts(0, 1);
  private static final Method TWO =
      new Method(
          "test",
          List.of(
              new Method.Sub("C", 0.5, List.of(new Method.Indicator("c", 1, SHARE))),
              new Method.Sub(
                  "D",
                  0.5,
                  List.of(
                      new Method.Indicator("d1", 0.5, SHARE),
                      new Method.Indicator("d2", 0.5, SHARE)))));

  private static Area area(String code, long percent, long of) {
    var counted = new Estimate.Counted(percent * of / 100, of);
    return new Area(code, List.of(counted, counted, counted));
  }

  @Test
  void areasThatAreFarApartStandInGroupsOfTheirOwn() {
    var places =
        Ranking.of(
                TWO,
                List.of(
                    area("last", 10, 10_000), area("first", 90, 10_000), area("mid", 50, 10_000)),
                1000,
                7)
            .places();
    assertThat(places).extracting(Place::code).containsExactly("last", "mid", "first");
    assertThat(places).extracting(Place::group).containsExactly(1, 2, 3);
    assertThat(places.getFirst().worst()).isEqualTo(1);
    assertThat(places.getLast().worst()).isZero();
  }

  @Test
  void areasThatChanceMayHavePutInTheirOrderAreOneGroup() {
    var places =
        Ranking.of(
                TWO,
                List.of(
                    area("a", 50, 20), area("b", 55, 20), area("c", 60, 20), area("d", 95, 9000)),
                1000,
                7)
            .places();
    assertThat(places).extracting(Place::group).containsExactly(2, 2, 2, 3);
    assertThat(places.getFirst().from()).isLessThan(places.getFirst().to());
  }

  @Test
  void theSameSeedGivesTheSame() {
    var areas = IntStream.range(0, 12).mapToObj(i -> area("a" + i, 20 + 5 * i, 40)).toList();
    assertThat(Ranking.of(TWO, areas, 1000, 42).places())
        .isEqualTo(Ranking.of(TWO, areas, 1000, 42).places());
    assertThat(Ranking.of(TWO, areas, 1000, 43).places())
        .isNotEqualTo(Ranking.of(TWO, areas, 1000, 42).places());
  }

  @Test
  void aChoiceThatMovesNobodyWeighsNothing() {
    var alike = List.of(area("a", 10, 100), area("b", 40, 100), area("c", 90, 100));
    assertThat(Ranking.of(TWO, alike, 500, 1).weights())
        .allSatisfy(one -> assertThat(one.total()).isZero());
  }

  @Test
  void whereIndicatorsDisagreeWhatIsLeftOutWeighs() {
    var known =
        List.of(
            new Area("a", List.of(known(.9), known(.1), known(.1))),
            new Area("b", List.of(known(.1), known(.9), known(.2))),
            new Area("c", List.of(known(.5), known(.3), known(.6))),
            new Area("d", List.of(known(.3), known(.2), known(.9))));
    var weights = Ranking.of(TWO, known, 2000, 1).weights();
    var leftOut =
        weights.stream().filter(one -> one.choice() == Choice.LEFT_OUT).findFirst().orElseThrow();
    assertThat(leftOut.total()).isGreaterThan(0.2);
    assertThat(weights).allSatisfy(one -> assertThat(one.total()).isBetween(0.0, 1.0));
  }

  @Test
  void whatNobodyKnowsWeighsNothing() {
    var unknown = new Estimate.Unknown();
    var places =
        Ranking.of(
                TWO,
                List.of(
                    new Area("less", List.of(known(.2), unknown, known(.2))),
                    new Area("more", List.of(known(.8), unknown, known(.8))),
                    new Area("most", List.of(known(.95), unknown, known(.95)))),
                500,
                3)
            .places();
    assertThat(places).extracting(Place::code).containsExactly("less", "more", "most");
    assertThat(places).extracting(Place::from).containsExactly(1, 2, 3);
    assertThat(places).extracting(Place::to).containsExactly(1, 2, 3);
    assertThat(places).extracting(Place::group).containsExactly(1, 2, 3);
  }

  /// A single value has no rank among others: it counts by its goalposts, whatever the draw chose.
  @Test
  void whoeverIsKnownAloneIsNotPutBelowTheOthersForIt() {
    var unknown = new Estimate.Unknown();
    var areas =
        IntStream.range(0, 6)
            .mapToObj(
                i -> new Area("a" + i, List.of(known(.1 + .1 * i), unknown, known(.1 + .1 * i))))
            .collect(Collectors.toCollection(ArrayList::new));
    areas.add(new Area("known", List.of(known(.95), known(.95), known(.95))));
    var highest = Ranking.of(TWO, areas, 500, 3).places().getLast();
    assertThat(highest.code()).isEqualTo("known");
    assertThat(highest.from()).isEqualTo(7);
  }

  /// Where most have nothing the median is nothing, and no distance from it tells them apart.
  @Test
  void whereMostHaveTheSameTheOthersStandApartByTheGoalposts() {
    var areas =
        IntStream.range(0, 6)
            .mapToObj(i -> {
              var few = known(i < 4 ? 0 : .9);
              return new Area("a" + i, List.of(known(.5), few, few));
            })
            .toList();
    var places = Ranking.of(TWO, areas, 500, 3).places();
    assertThat(places).extracting(Place::group).containsExactly(1, 1, 1, 1, 3, 3);
  }

  @Test
  void ofAreasThatHaveTheSameNobodyHasLess() {
    var same = List.of(known(.4), known(.5), known(.6));
    var places =
        Ranking.of(TWO, List.of(new Area("a", same), new Area("b", same)), 100, 3).places();
    assertThat(places)
        .allSatisfy(place -> {
          assertThat(place.from()).isEqualTo(1);
          assertThat(place.to()).isEqualTo(2);
          assertThat(place.group()).isEqualTo(2);
        });
  }

  private static Estimate known(double value) {
    return new Estimate.Known(value);
  }

  @Test
  void aMissingValueIsRefusedAndNotMadeUp() {
    assertThatThrownBy(() ->
            Ranking.of(
                TWO,
                List.of(area("a", 1, 100), new Area("b", List.of(known(.1), known(.1)))),
                10,
                1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
