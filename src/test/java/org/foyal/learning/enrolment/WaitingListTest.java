package org.foyal.learning.enrolment;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.foyal.learning.enrolment.WaitingList.Free;
import org.foyal.learning.enrolment.WaitingList.Offer;
import org.foyal.learning.enrolment.WaitingList.Times;
import org.foyal.learning.enrolment.WaitingList.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// A free seat goes to whoever waits longest: none is lost, none given twice, nobody jumps.
class WaitingListTest {
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final ZoneId HERE = ZoneId.of("America/Martinique"); // four hours behind UTC
  private static final Times FAR =
      new Times(NOW.plus(Duration.ofDays(20)), NOW.plus(Duration.ofDays(13)));
  private static final Times RELEASED =
      new Times(NOW.plus(Duration.ofDays(5)), NOW.minus(Duration.ofDays(2)));

  /// A queue drawn by lot, with the seats that are free.
  record Drawn(long seed, List<Waiting> queue, Free free) {
    List<Offer> offers(Times times) {
      return WaitingList.promote(queue.iterator(), free, NOW, times, HERE);
    }

    Waiting of(Offer offer) {
      return queue.stream().filter(one -> one.id() == offer.id()).findFirst().orElseThrow();
    }

    int able(boolean targetOnly) {
      return (int)
          queue.stream().filter(one -> !one.elsewhere() && (one.target() || !targetOnly)).count();
    }
  }

  static List<Drawn> drawn() {
    return IntStream.range(0, 100)
        .mapToObj(seed -> {
          var random = new Random(seed);
          var queue =
              IntStream.range(0, random.nextInt(30))
                  .mapToObj(i -> new Waiting(i, random.nextInt(3) == 0, random.nextInt(5) == 0))
                  .toList();
          return new Drawn(seed, queue, new Free(random.nextInt(8), random.nextInt(8)));
        })
        .toList();
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void noSeatIsLost(Drawn drawn) {
    int kept = Math.min(drawn.free().reserved(), drawn.able(true));
    int others = drawn.able(false) - kept;
    assertThat(drawn.offers(FAR)).hasSize(kept + Math.min(drawn.free().open(), others));
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void noSeatAndNobodyIsOfferedTwice(Drawn drawn) {
    var offers = drawn.offers(FAR);
    assertThat(offers).extracting(Offer::id).doesNotHaveDuplicates();
    assertThat(offers.stream().filter(Offer::reserved).count())
        .isLessThanOrEqualTo(drawn.free().reserved());
    assertThat(offers.stream().filter(offer -> !offer.reserved()).count())
        .isLessThanOrEqualTo(drawn.free().open());
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void nobodyOfTheSameClassJumps(Drawn drawn) {
    var offered = drawn.offers(FAR).stream().map(Offer::id).collect(toSet());
    for (boolean target : new boolean[] {true, false}) {
      boolean left = false;
      for (var one : drawn.queue()) {
        if (one.target() == target && !one.elsewhere()) {
          assertThat(left && offered.contains(one.id())).isFalse();
          left |= !offered.contains(one.id());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void whoeverIsElsewhereIsPassedOverAndKeptSeatsAreForThoseMeant(Drawn drawn) {
    for (var offer : drawn.offers(FAR)) {
      assertThat(drawn.of(offer).elsewhere()).isFalse();
      assertThat(!offer.reserved() || drawn.of(offer).target()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void offeringAgainOffersNothingMore(Drawn drawn) {
    var offers = drawn.offers(FAR);
    var ids = offers.stream().map(Offer::id).collect(toSet());
    int kept = (int) offers.stream().filter(Offer::reserved).count();
    var rest = new ArrayList<>(drawn.queue());
    rest.removeIf(one -> ids.contains(one.id()));
    var free =
        new Free(drawn.free().reserved() - kept, drawn.free().open() - (offers.size() - kept));
    assertThat(WaitingList.promote(rest.iterator(), free, NOW, FAR, HERE)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void keptSeatsNeverLeaveFewerPeopleWithASeatOnceTheyAreReleased(Drawn drawn) {
    assertThat(drawn.offers(RELEASED)).hasSize(Math.min(drawn.free().all(), drawn.able(false)));
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void seatsOneByOneGoToTheSameAsAllAtOnce(Drawn drawn) {
    var rest = new ArrayList<>(drawn.queue());
    var offered = new HashSet<Long>();
    for (int i = 0; i < drawn.free().all(); i++) {
      var one = WaitingList.promote(rest.iterator(), new Free(0, 1), NOW, RELEASED, HERE);
      one.forEach(offer -> {
        offered.add(offer.id());
        rest.removeIf(waiting -> waiting.id() == offer.id());
      });
    }
    assertThat(drawn.offers(RELEASED))
        .extracting(Offer::id)
        .containsExactlyInAnyOrderElementsOf(offered);
  }

  @Test
  void anOfferHoldsADayAndTwoHoursWhereTheSessionIsNear() {
    assertThat(FAR.deadline(NOW, HERE)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    var near = new Times(NOW.plus(Duration.ofHours(47)), NOW);
    assertThat(near.deadline(NOW, HERE)).isEqualTo(NOW.plus(Duration.ofHours(2)));
    var hours = new Times(NOW.plus(Duration.ofMinutes(121)), NOW);
    assertThat(hours.deadline(NOW, HERE)).isEqualTo(NOW.plus(Duration.ofHours(2)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01T11:00:00Z, 2026-12-01T14:00:00Z", // at seven in the morning: until ten
    "2026-12-01T12:00:00Z, 2026-12-01T14:00:00Z",
    "2026-12-01T22:00:00Z, 2026-12-02T00:00:00Z", // at six: until eight in the evening
    "2026-12-01T23:00:00Z, 2026-12-02T13:00:00Z", // at seven: an hour today, an hour tomorrow
    "2026-12-02T02:00:00Z, 2026-12-02T14:00:00Z", // at ten in the evening: until ten tomorrow
    "2026-12-02T07:00:00Z, 2026-12-02T14:00:00Z" // at three at night
  })
  void theNightDoesNotCountInTwoHours(Instant made, Instant until) {
    var near = new Times(made.plus(Duration.ofHours(40)), made);
    assertThat(near.deadline(made, HERE)).isEqualTo(until);
  }

  @Test
  void anOfferThatNobodyIsToldOfHoldsUntilTwoDaysBefore() {
    assertThat(FAR.untold(NOW, HERE)).isEqualTo(FAR.startsAt().minus(Duration.ofDays(2)));
    var near = new Times(NOW.plus(Duration.ofHours(47)), NOW);
    assertThat(near.untold(NOW, HERE)).isEqualTo(near.deadline(NOW, HERE));
  }

  @Test
  void inTheLastTwoHoursTheSeatIsForWhoeverComesFirst() {
    var soon = new Times(NOW.plus(Duration.ofHours(2)), NOW);
    var queue = List.of(new Waiting(1, true, false));
    assertThat(soon.firstCome(NOW)).isTrue();
    assertThat(WaitingList.promote(queue.iterator(), new Free(0, 3), NOW, soon, HERE)).isEmpty();
    assertThat(soon.firstCome(NOW.minusSeconds(1))).isFalse();
  }

  @Test
  void anOfferSaysHowManyWerePassedOver() {
    var queue =
        List.of(
            new Waiting(1, false, true),
            new Waiting(2, true, true),
            new Waiting(3, true, false),
            new Waiting(4, false, false));
    var until = NOW.plus(Duration.ofHours(24));
    assertThat(WaitingList.promote(queue.iterator(), new Free(1, 1), NOW, FAR, HERE))
        .containsExactly(new Offer(3, true, 1, until), new Offer(4, false, 2, until));
    var meant = queue.stream().filter(Waiting::target).toList();
    assertThat(WaitingList.promote(meant.iterator(), new Free(1, 0), NOW, FAR, HERE))
        .containsExactly(new Offer(3, true, 1, until));
  }
}
