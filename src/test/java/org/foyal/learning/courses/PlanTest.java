package org.foyal.learning.courses;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Rhythm;
import org.junit.jupiter.api.Test;

/// What a plan says of time, and what a change of one session makes of another.
class PlanTest {
  private static final LocalDate DAY = LocalDate.of(2027, 3, 22);
  private static final UUID PLACE = UUID.randomUUID();
  private static final UUID TRAINER = UUID.randomUUID();
  private static final UUID SCREEN = UUID.randomUUID();

  private final Plan plan = Taught.plan("mail", PLACE, DAY);

  @Test
  void aSeriesKeepsItsHourByTheClockOnTheWallAlsoWhereClocksAreChanged() {
    var paris = ZoneId.of("Europe/Paris");
    var days = new Repetition(Optional.of(Rhythm.WEEK), 2, Set.of()).days(DAY);
    assertThat(days.stream().map(day -> plan.on(day).startsAt(paris).atOffset(ZoneOffset.UTC)))
        .extracting(Object::toString)
        .containsExactly("2027-03-22T09:00Z", "2027-03-29T08:00Z");
    var martinique = ZoneId.of("America/Martinique");
    assertThat(days.stream().map(day -> plan.on(day).startsAt(martinique).toString()))
        .containsExactly("2027-03-22T14:00:00Z", "2027-03-29T14:00:00Z");
  }

  @Test
  void aSessionThatIsNotRepeatedHasOneDay() {
    assertThat(Repetition.ONCE.days(DAY)).containsExactly(DAY);
    assertThat(new Repetition(Optional.empty(), 9, Set.of()).days(DAY)).hasSize(1);
    assertThat(new Repetition(Optional.of(Rhythm.FOUR_WEEKS), 3, Set.of()).days(DAY))
        .containsExactly(DAY, DAY.plusDays(28), DAY.plusDays(56));
  }

  @Test
  void whatIsChangedOnOneSessionChangesOnTheOthersAndWhatIsTheirOwnStays() {
    var own = Taught.in(Taught.seats(plan.on(DAY.plusDays(7)), 5), PLACE, SCREEN);
    var before = Taught.in(plan, PLACE);
    var after =
        Taught.in(
            Taught.at(plan.on(DAY.plusDays(1)), LocalTime.of(17, 0), LocalTime.of(18, 0)),
            PLACE,
            TRAINER);
    var changed = own.changed(before, after);
    assertThat(changed.day()).isEqualTo(DAY.plusDays(8));
    assertThat(changed.from()).isEqualTo(LocalTime.of(17, 0));
    assertThat(changed.with()).containsExactlyInAnyOrder(SCREEN, TRAINER);
    assertThat(changed.seats()).as("its own").isEqualTo(5);
  }
}
