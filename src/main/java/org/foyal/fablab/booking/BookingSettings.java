package org.foyal.fablab.booking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Limits of bookings, the same for everybody.
///
/// @param daysAhead how many days ahead a machine is booked at the most
/// @param minutesADay how many minutes somebody has on one day at the most
/// @param bookingsAhead how many bookings to come somebody has at the most
/// @param graceMinutes how late somebody may be before the machine is given to whoever is there
@Validated
@ConfigurationProperties("foyal.fablab.booking")
record BookingSettings(
    @Setting("How many days ahead a machine is booked at the most.")
        @DefaultValue("60")
        @Min(1)
        @Max(365)
        int daysAhead,
    @Setting(
            "How many minutes somebody has at machines on one day at the most; the same for everybody.")
        @DefaultValue("240")
        @Min(30)
        @Max(1440)
        int minutesADay,
    @Setting("How many bookings to come somebody has at the most; the same for everybody.")
        @DefaultValue("5")
        @Min(1)
        @Max(100)
        int bookingsAhead,
    @Setting("How many minutes late somebody may be before they are noted as absent.")
        @DefaultValue("15")
        @Min(5)
        @Max(60)
        int graceMinutes) {}
