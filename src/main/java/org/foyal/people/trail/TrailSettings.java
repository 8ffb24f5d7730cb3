package org.foyal.people.trail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about the audit trail.
@Validated
@ConfigurationProperties("foyal.people.trail")
record TrailSettings(
    @Setting(
            "Days that an act stays in the audit trail; the database refuses to lose one younger than"
                + " 180 days.")
        @DefaultValue("365")
        @Min(180)
        @Max(3650)
        int keptDays) {}
