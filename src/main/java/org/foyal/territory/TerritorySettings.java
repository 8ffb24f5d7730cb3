package org.foyal.territory;

import jakarta.validation.constraints.Pattern;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about the territory.
@Validated
@ConfigurationProperties("foyal.territory")
public record TerritorySettings(
    @Setting(
            value = "Code of the city's own commune (Insee); empty while it is not known.",
            ofTheCity = true)
        @DefaultValue("")
        @Pattern(regexp = "|[0-9A-Z]{5}")
        String commune) {}
