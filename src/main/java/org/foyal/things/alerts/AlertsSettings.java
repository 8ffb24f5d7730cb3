package org.foyal.things.alerts;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about alerts.
@Validated
@ConfigurationProperties("foyal.things.alerts")
record AlertsSettings(
    @Setting(
            "Days after closing for which an alert of an object is kept, with who acknowledged it.")
        @DefaultValue("365")
        @Min(30)
        @Max(3650)
        int keepDays) {}
