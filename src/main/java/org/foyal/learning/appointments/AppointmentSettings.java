package org.foyal.learning.appointments;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about appointments.
@Validated
@ConfigurationProperties("foyal.learning.appointments")
record AppointmentSettings(
    @Setting("Minutes before an appointment until which it can be taken on the web.")
        @DefaultValue("30")
        @Min(0)
        @Max(10_080)
        int leadMinutes,
    @Setting("Days ahead that an appointment can be taken at most.")
        @DefaultValue("365")
        @Min(1)
        @Max(730)
        int farthestDays,
    @Setting(
            "Hours before an appointment until which people cancel it themselves; later they call.")
        @DefaultValue("4")
        @Min(0)
        @Max(168)
        int cancelHours,
    @Setting(
            "Appointments to come that somebody may have at once; at the counter there may be more.")
        @DefaultValue("3")
        @Min(1)
        @Max(50)
        int mostAhead,
    @Setting("Hours before an appointment that whoever has it is reminded.")
        @DefaultValue("24")
        @Min(1)
        @Max(168)
        int remindHours) {
  /// Whether somebody can take a slot now.
  ///
  /// @param staff whether the staff writes it down: until it ends
  boolean isInTime(Slot slot, Instant now, boolean staff) {
    if (staff) {
      return now.isBefore(slot.endsAt());
    }
    return !slot.startsAt().isBefore(now.plus(Duration.ofMinutes(leadMinutes)))
        && !slot.startsAt().isAfter(now.plus(Duration.ofDays(farthestDays)));
  }
}
