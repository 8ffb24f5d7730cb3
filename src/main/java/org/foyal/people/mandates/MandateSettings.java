package org.foyal.people.mandates;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about mandates.
@Validated
@ConfigurationProperties("foyal.people.mandates")
record MandateSettings(
    @Setting("Days after the end of a mandate that the person’s name and contact are kept.")
        @DefaultValue("90")
        @Min(1)
        @Max(1095)
        int keepDays,
    @Setting(
            "Days without using a mandate after which a helper needs an administrator’s yes again.")
        @DefaultValue("183")
        @Min(30)
        @Max(1095)
        int helperIdleDays) {}
