package org.foyal.learning.appointments;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.foyal.kernel.Period;
import org.foyal.learning.appointments.Appointment.State;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of appointments for whoever only reads: calendars, which learn of nobody, and
/// figures, in which no example counts.
@Service
public class Diary {
  private final Appointments appointments;
  private final AppointmentStore store;
  private final SlotStore slots;
  private final TicketStore counts;
  private final ShellSettings city;

  Diary(
      Appointments appointments,
      AppointmentStore store,
      SlotStore slots,
      TicketStore counts,
      ShellSettings city) {
    this.counts = counts;
    this.appointments = appointments;
    this.store = store;
    this.slots = slots;
    this.city = city;
  }

  /// A slot in a calendar.
  ///
  /// @param id of the slot, or of the appointment in the calendar of whoever has it
  /// @param taken whether somebody has it
  /// @param sequence how often it changed, as iCalendar counts
  public record Event(UUID id, Slot slot, boolean taken, int sequence, Instant changedAt) {}

  /// Hands the slots of a trainer to a reader, those that were taken out too.
  @Transactional(readOnly = true)
  public void each(UUID trainer, Instant from, Consumer<Event> reader) {
    slots.each(trainer, from, reader);
  }

  /// The slot that a reference and its code open, and whether the appointment stands.
  @Transactional(readOnly = true)
  public Optional<Event> find(String reference, String code) {
    return appointments
        .open(reference, code)
        .map(one -> {
          var notes = store.notes(one.id());
          boolean stands = one.state() != State.EXCUSED && one.state() != State.REVOKED;
          return new Event(one.id(), one.slot(), stands, notes.size(), notes.getLast().at());
        });
  }

  /// A text that changes whenever a slot is opened, taken, left or taken out.
  @Transactional(readOnly = true)
  public String stamp() {
    return slots.stamp();
  }

  /// What was taken in a period.
  ///
  /// @param taken how many appointments were asked for
  /// @param seen,missed how many of them came, or did not and had not said so
  /// @param median_days between the asking and the appointment; nothing where none was taken
  public record Waits(int taken, int seen, int missed, Optional<Double> median_days) {}

  /// How long people wait, by the days on which they asked.
  @Transactional(readOnly = true)
  public Waits waits(Period period) {
    var zone = city.timeZone();
    return store.figures(
        period.from().atStartOfDay(zone).toInstant(),
        period.to().plusDays(1).atStartOfDay(zone).toInstant());
  }

  /// How often a day of a period was asked for that was full; whoever asked is not known.
  @Transactional(readOnly = true)
  public int unmet(Period period) {
    return counts.unmet(period.from(), period.to());
  }
}
