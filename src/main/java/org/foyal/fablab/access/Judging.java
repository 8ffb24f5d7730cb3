package org.foyal.fablab.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.access.Verdict.Why;
import org.foyal.fablab.booking.Booking;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.booking.Bookings;
import org.foyal.fablab.booking.LabDays;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.springframework.stereotype.Component;

/// Whether somebody may let a machine run at a moment: its state, their booking, what they may do
/// there (the booking asks the ladder again), who else is there, the extraction.
@Component
class Judging {
  private final Machines machines;
  private final Bookings bookings;
  private final LabDays days;
  private final Ladder ladder;
  private final Badges badges;
  private final AccessStore store;

  Judging(
      Machines machines,
      Bookings bookings,
      LabDays days,
      Ladder ladder,
      Badges badges,
      AccessStore store) {
    this.machines = machines;
    this.bookings = bookings;
    this.days = days;
    this.ladder = ladder;
    this.badges = badges;
    this.store = store;
  }

  /// What was found.
  ///
  /// @param member whose badge it is
  /// @param booking what lets them; nothing: they may not
  /// @param why what stands in the way
  record Found(Optional<UUID> member, Optional<Booking> booking, Optional<Why> why) {}

  /// @param asOf the moment by which all is judged: now, or then where it is told afterwards; how
  ///   the machine stood then is not asked
  /// @param live whether it is now
  Found judge(UUID machine, Said said, Instant asOf, boolean live) {
    var badge = badges.find(said.badge(), asOf);
    if (badge.isEmpty()) {
      return no(Optional.empty(), Why.BADGE);
    }
    var member = badge.get().member();
    var there = machines.find(machine);
    if (there.isEmpty() || (live && !there.get().available())) {
      return no(Optional.of(member), Why.MACHINE);
    }
    var booking = bookings.running(member, machine, asOf);
    if (booking.isEmpty()) {
      return no(Optional.of(member), Why.BOOKING);
    }
    var type = machines.findType(there.get().type()).orElseThrow();
    if (!ladder.mayUse(member, type.code(), needed(type, booking.get()), asOf)) {
      return no(Optional.of(member), Why.BOOKING); // it lapsed since the booking began
    }
    if (type.dangers().fumeExtraction() && !said.extraction()) {
      return no(Optional.of(member), Why.EXTRACTION);
    }
    return alone(type, member, asOf)
        ? no(Optional.of(member), Why.ALONE)
        : new Found(Optional.of(member), booking, Optional.empty());
  }

  private static Level needed(MachineType type, Booking booking) {
    var asked = Level.of(type.rules().levelToBook());
    var care =
        switch (booking.care()) {
          case SUPERVISED -> Level.SUPERVISED;
          case STAFFED -> Level.AUTONOMOUS_STAFFED;
          case ALONE -> Level.AUTONOMOUS;
        };
    return asked.reaches(care) ? asked : care;
  }

  private static Found no(Optional<UUID> member, Why why) {
    return new Found(member, Optional.empty(), Optional.of(why));
  }

  /// Those who stand at other machines, and the staff on duty, are there.
  private boolean alone(MachineType type, UUID member, Instant at) {
    int needed = type.rules().peopleAtLeast() - 1;
    return needed > 0
        && store.others(member, at) + days.duties(new Span(at, at.plusSeconds(1))).size() < needed;
  }
}
