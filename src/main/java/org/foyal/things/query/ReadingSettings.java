package org.foyal.things.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about reading the connected city.
@Validated
@ConfigurationProperties("foyal.things.reading")
public record ReadingSettings(
    @Setting("Most entities of one set in one answer of SensorThings; more come by the next page.")
        @DefaultValue("1000")
        @Min(1)
        @Max(10_000)
        int mostInOneAnswer) {}
