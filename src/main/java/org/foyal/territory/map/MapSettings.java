package org.foyal.territory.map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about the map.
@Validated
@ConfigurationProperties("foyal.map")
public record MapSettings(
    @Setting("Memory for drawn pieces of the map that are kept, in megabytes.")
        @DefaultValue("48")
        @Min(1)
        @Max(65_536)
        int keep_mb,
    @Setting("Most pieces of the map that are drawn at the same time.")
        @DefaultValue("2")
        @Min(1)
        @Max(64)
        int drawingsAtOnce) {}
