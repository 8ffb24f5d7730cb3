package org.foyal.learning.courses;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Planning.Why;
import org.foyal.learning.places.Places;
import org.springframework.stereotype.Component;

/// Says whether a plan can be, whoever else has plans.
@Component
class Fitness {
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final Period FARTHEST = Period.ofYears(2);

  private final CatalogueStore catalogue;
  private final ResourceStore resources;
  private final Places places;
  private final CityDays city;

  Fitness(CatalogueStore catalogue, ResourceStore resources, Places places, CityDays city) {
    this.catalogue = catalogue;
    this.resources = resources;
    this.places = places;
    this.city = city;
  }

  /// Sees to it that nobody hides a place until the transaction at hand ends.
  void hold(UUID place) {
    places.share(place);
  }

  /// Why a new session, or a new series, can't be.
  Optional<Why> refuse(Plan plan, Repetition repetition) {
    int times = repetition.rhythm().isEmpty() ? 1 : repetition.times();
    if (times < 1 || times > Plan.MOST) {
      return Optional.of(Why.TIMES);
    }
    var days = repetition.days(plan.day());
    if (repetition.without().containsAll(days)) {
      return Optional.of(Why.TIMES);
    }
    return refuse(plan, Optional.empty()).or(() -> when(plan.on(days.getLast())));
  }

  /// Why a session can't be.
  ///
  /// @param before how it stands; what it has already it may keep
  Optional<Why> refuse(Plan plan, Optional<Plan> before) {
    return when(plan)
        .or(() -> about(plan, before))
        .or(() -> room(plan))
        .or(() -> others(plan, before));
  }

  private Optional<Why> when(Plan plan) {
    ZoneId zone = city.zone();
    var starts = plan.startsAt(zone);
    var ends = plan.endsAt(zone);
    boolean skipped =
        !starts.atZone(zone).toLocalTime().equals(plan.from())
            || !ends.atZone(zone).toLocalTime().equals(plan.until());
    if (!plan.until().isAfter(plan.from()) || !ends.isAfter(starts) || skipped) {
      return Optional.of(Why.END);
    }
    if (Duration.between(starts, ends).compareTo(LONGEST) > 0) {
      return Optional.of(Why.LONG);
    }
    if (!starts.isAfter(city.now())) {
      return Optional.of(Why.PAST);
    }
    return plan.day().isAfter(city.today().plus(FARTHEST))
        ? Optional.of(Why.FAR)
        : Optional.empty();
  }

  private Optional<Why> about(Plan plan, Optional<Plan> before) {
    boolean keepsCourse = before.filter(one -> one.course().equals(plan.course())).isPresent();
    if (!keepsCourse && catalogue.findCourse(plan.course()).filter(Course::active).isEmpty()) {
      return Optional.of(Why.COURSE);
    }
    boolean keepsPlace = before.filter(one -> one.place().equals(plan.place())).isPresent();
    if (!keepsPlace
        && places.find(plan.place()).filter(one -> !one.standing().hidden()).isEmpty()) {
      return Optional.of(Why.PLACE);
    }
    boolean seats = plan.seats() >= 1 && plan.seats() <= Plan.MOST_SEATS;
    return seats ? Optional.empty() : Optional.of(Why.SEATS);
  }

  private Optional<Why> room(Plan plan) {
    if (plan.room().isEmpty()) {
      return Optional.empty();
    }
    var found =
        plan.room().flatMap(resources::find).filter(one -> one.kind() == Resource.Kind.ROOM);
    if (found.isEmpty()) {
      return Optional.of(Why.RESOURCE);
    }
    var room = found.get();
    if (!room.place().equals(Optional.of(plan.place()))) {
      return Optional.of(Why.ROOM_ELSEWHERE);
    }
    return room.seats().orElse(0) < plan.seats() ? Optional.of(Why.ROOM_SEATS) : Optional.empty();
  }

  private Optional<Why> others(Plan plan, Optional<Plan> before) {
    boolean all =
        plan.taken().stream()
            .allMatch(one ->
                before.filter(had -> had.taken().contains(one)).isPresent() || usable(one, plan));
    return all ? Optional.empty() : Optional.of(Why.RESOURCE);
  }

  private boolean usable(UUID resource, Plan plan) {
    boolean room = plan.room().filter(resource::equals).isPresent();
    return resources
        .find(resource)
        .filter(one -> one.active() && (one.kind() == Resource.Kind.ROOM) == room)
        .isPresent();
  }
}
