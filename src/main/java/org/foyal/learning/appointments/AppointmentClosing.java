package org.foyal.learning.appointments;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.foyal.learning.appointments.Appointment.Reason;
import org.foyal.learning.enrolment.Closures;
import org.foyal.learning.enrolment.Closures.Days;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Closes days, for example for a cyclone: every slot is taken out, whoever has one is told and is
/// offered the next hours first, and nobody counts as absent. Whoever closes asks before and when
/// it is done, so that the number of people is shown first; enrolment knows nothing of
/// appointments.
@Component
class AppointmentClosing implements Closures.Others {
  private final SlotStore slots;
  private final AppointmentStore store;
  private final Appointments appointments;
  private final Trail trail;
  private final ShellSettings city;
  private final Clock clock;

  AppointmentClosing(
      SlotStore slots,
      AppointmentStore store,
      Appointments appointments,
      Trail trail,
      ShellSettings city,
      Clock clock) {
    this.slots = slots;
    this.store = store;
    this.appointments = appointments;
    this.trail = trail;
    this.city = city;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public int people(Days days) {
    return store.standing(ids(during(days))).size();
  }

  @Override
  @Transactional
  public int close(Actor by, Days days) {
    var gone = during(days);
    gone.forEach(one -> slots.hold(one.id()));
    var people = store.standing(ids(gone));
    people.forEach(one -> appointments.revoke(by, one, Reason.CLOSED));
    slots.close(ids(gone), now());
    if (!gone.isEmpty()) {
      var about = days.from() + " – " + days.until() + " × " + gone.size();
      trail.append(by.did("learning.appointments.act.closed", about));
    }
    return people.size();
  }

  /// Open slots of those days that have not begun, free or not.
  private List<Slot> during(Days days) {
    var start = days.from().atStartOfDay(city.timeZone()).toInstant();
    return slots.during(
        start.isBefore(now()) ? now() : start,
        days.until().plusDays(1).atStartOfDay(city.timeZone()).toInstant(),
        days.place());
  }

  private static List<UUID> ids(List<Slot> some) {
    return some.stream().map(Slot::id).toList();
  }

  private Instant now() {
    return clock.instant();
  }
}
