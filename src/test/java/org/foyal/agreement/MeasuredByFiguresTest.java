package org.foyal.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.foyal.agreement.Signed.SIGNED_ON;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.foyal.HouseTest;
import org.foyal.agreement.Change.Kind;
import org.foyal.agreement.Commitment.Basis;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.Commitment.Latest;
import org.foyal.agreement.Commitment.Measure;
import org.foyal.kernel.Figure;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// A promise that a room can count is not declared any more: its figure says where it stands.
@HouseTest
@Import({Signed.class, CountingRoom.class})
class MeasuredByFiguresTest {
  private static final Told WHY = Told.inFrench("parce que");

  @Autowired Signed signed;
  @Autowired Register register;
  @Autowired Agreements agreements;
  @Autowired Measuring measuring;
  @Autowired CountingRoom room;

  @AfterEach
  void nothingIsCounted() {
    room.clear();
  }

  private Commitment measured(double target) {
    var promise = signed.promise(Optional.of(Day.exactly(SIGNED_ON.plusDays(100))));
    register.declare(
        Writer.FILE,
        promise.code(),
        promise.version(),
        new Change.State(Declared.UNDER_WAY, SIGNED_ON.plusDays(1), Optional.empty()),
        WHY);
    var now = signed.now(promise.code());
    register.editCommitment(
        Writer.FILE,
        now.code(),
        now.version(),
        now.said(),
        Optional.of(new Measure("room.done", area(now), target)),
        WHY);
    return signed.now(promise.code());
  }

  private static String area(Commitment promise) {
    return "area-" + promise.id();
  }

  private void count(Commitment promise, long done, long of, int day, boolean synthetic) {
    room.count(
        new Figure(
            "room.done",
            area(promise),
            done,
            OptionalLong.of(of),
            SIGNED_ON.plusDays(day),
            synthetic));
    measuring.measure();
  }

  @Test
  void aShareBelowItsTargetIsUnderWayAndSaysTheFigureInEveryLanguage() {
    var promise = measured(100);
    count(promise, 33_025, 57_113, 20, false);
    var now = signed.now(promise.code());
    assertThat(now.latest())
        .isEqualTo(
            new Latest(Declared.UNDER_WAY, SIGNED_ON.plusDays(20), Optional.empty(), Basis.LIVE));
    var about = agreements.history(now).getFirst().about().orElseThrow();
    assertThat(about.french().replace('\u202f', ' ').replace('\u00a0', ' '))
        .isEqualTo("33 025 sur 57 113 (57,8 %)");
    assertThat(about.texts()).hasSize(3);
  }

  @Test
  void itIsKeptOnTheFirstDayOnWhichTheTargetIsReached() {
    var promise = measured(80);
    count(promise, 8, 10, 120, false);
    count(promise, 9, 10, 150, false);
    var now = signed.now(promise.code());
    assertThat(now.latest().keptOn()).contains(SIGNED_ON.plusDays(120));
    assertThat(now.standing(SIGNED_ON.plusDays(200)))
        .isEqualTo(new Standing(Standing.State.KEPT_LATE, 20));
  }

  @Test
  void withoutATargetAFigureSaysWhatIsCountedAndNeverThatItIsKept() {
    var promise = measured(80);
    register.editCommitment(
        Writer.FILE,
        promise.code(),
        promise.version(),
        promise.said(),
        Optional.of(new Measure("room.done", area(promise), OptionalDouble.empty())),
        WHY);
    count(promise, 1_000, 1_000, 20, false);
    var now = signed.now(promise.code());
    assertThat(now.measure().orElseThrow().target()).isEmpty();
    assertThat(now.latest())
        .isEqualTo(
            new Latest(Declared.UNDER_WAY, SIGNED_ON.plusDays(20), Optional.empty(), Basis.LIVE));
  }

  @Test
  void theSameFigureTwiceIsWrittenOnce() {
    var promise = measured(80);
    count(promise, 1, 10, 20, false);
    count(promise, 1, 10, 20, false);
    assertThat(agreements.history(promise))
        .filteredOn(change -> change.kind() == Kind.LIVE)
        .hasSize(1);
  }

  @Test
  void theSameCountOnALaterDayMovesTheDayAndWritesNoLine() {
    var promise = measured(80);
    count(promise, 1, 10, 20, false);
    count(promise, 1, 10, 21, false);
    assertThat(agreements.history(promise))
        .filteredOn(change -> change.kind() == Kind.LIVE)
        .hasSize(1);
    assertThat(signed.now(promise.code()).latest().knownOn()).isEqualTo(SIGNED_ON.plusDays(21));
  }

  @Test
  void aCorrectedCountOfTheSameDayIsWritten() {
    var promise = measured(80);
    count(promise, 1, 10, 20, false);
    count(promise, 2, 10, 20, false);
    assertThat(agreements.history(promise))
        .filteredOn(change -> change.kind() == Kind.LIVE)
        .hasSize(2);
  }

  @Test
  void whatSomebodyProvedToBeKeptStaysKeptOnThatDay() {
    var promise = measured(80);
    var day = SIGNED_ON.plusDays(50);
    register.addLink(
        Writer.FILE,
        promise.code(),
        Told.inFrench("preuve"),
        Optional.empty(),
        Optional.of("https://example.org/"));
    register.declare(
        Writer.FILE,
        promise.code(),
        promise.version(),
        new Change.State(Declared.KEPT, day, Optional.of(day)),
        WHY);
    count(promise, 9, 10, 400, false);
    assertThat(signed.now(promise.code()).latest().keptOn()).contains(day);
  }

  @Test
  void takingTheFigureAwayLetsWhatWasDeclaredHoldAgainAtOnce() {
    var promise = measured(80);
    count(promise, 9, 10, 20, false);
    var live = signed.now(promise.code());
    register.editCommitment(
        Writer.FILE, live.code(), live.version(), live.said(), Optional.empty(), WHY);
    assertThat(signed.now(promise.code()).latest())
        .isEqualTo(
            new Latest(
                Declared.UNDER_WAY, SIGNED_ON.plusDays(1), Optional.empty(), Basis.DECLARED));
    assertThat(agreements.history(promise)).anyMatch(change -> change.kind() == Kind.FELL_BACK);
  }

  @Test
  void aFigureThatDisappearsLetsWhatWasDeclaredHoldAgainAndSaysWhy() {
    var promise = measured(80);
    count(promise, 9, 10, 20, false);
    room.clear();
    measuring.measure();
    var now = signed.now(promise.code());
    assertThat(now.latest())
        .isEqualTo(
            new Latest(
                Declared.UNDER_WAY, SIGNED_ON.plusDays(1), Optional.empty(), Basis.DECLARED));
    var newest = agreements.history(now).getFirst();
    assertThat(newest.kind()).isEqualTo(Kind.FELL_BACK);
    assertThat(newest.why().orElseThrow().french()).contains("n’est plus disponible");
    measuring.measure();
    assertThat(agreements.history(now).getFirst()).isEqualTo(newest);
  }

  @Test
  void whatADemonstrationInventedNeverSpeaksOfARealPromise() {
    var promise = measured(80);
    count(promise, 10, 10, 20, true);
    assertThat(signed.now(promise.code()).latest().basis()).isEqualTo(Basis.DECLARED);
  }
}
