package org.foyal.things.serving;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about the doors of SensorThings.
@Validated
@ConfigurationProperties("foyal.things.serving")
public record ServingSettings(
    @Setting("Most bytes of one request to SensorThings.")
        @DefaultValue("8000000")
        @Min(10_000)
        @Max(100_000_000)
        int mostBytes,
    @Setting(
            "Requests that one sender may make to SensorThings in a minute, devices behind one address together.")
        @DefaultValue("60000")
        @Min(1)
        int perMinute,
    @Setting("Most requests in one batch.") @DefaultValue("1000") @Min(1) @Max(10_000)
        int mostInABatch) {}
