package org.foyal.fablab.credit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// The solidarity tariff and time credits.
///
/// @param freeMinutes free each month for whoever has the solidarity tariff
/// @param floorPercent the least share of the full price
/// @param fullQuotient the quotient familial, in euros, from which the full price is asked
/// @param potMinutes given to the common pot for each hour that a company pays
/// @param validDays how long time credits are good
/// @param noticeHours so long before it begins, a booking that is given back is given back as paid
@Validated
@ConfigurationProperties("foyal.fablab.credit")
record CreditSettings(
    @Setting("How many minutes a month are free for whoever has the solidarity tariff.")
        @DefaultValue("240")
        @Min(0)
        @Max(6000)
        int freeMinutes,
    @Setting("The least share of the full price that the solidarity tariff asks, in hundredths.")
        @DefaultValue("10")
        @Min(0)
        @Max(100)
        int floorPercent,
    @Setting("The quotient familial in euros from which the full price is asked.")
        @DefaultValue("1500")
        @Min(1)
        @Max(10000)
        int fullQuotient,
    @Setting("How many minutes go to the common pot for each hour that a company pays.")
        @DefaultValue("15")
        @Min(1)
        @Max(60)
        int potMinutes,
    @Setting("How many days time credits are good.") @DefaultValue("365") @Min(1) @Max(3650)
        int validDays,
    @Setting(
            "How many hours before it begins a booking can be given back as it was paid; after that, as time.")
        @DefaultValue("4")
        @Min(0)
        @Max(168)
        int noticeHours) {}
