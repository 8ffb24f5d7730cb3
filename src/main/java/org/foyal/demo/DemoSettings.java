package org.foyal.demo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import org.foyal.shell.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What `bin/run` says about the demonstration; the production jar does not know these keys.
@Validated
@ConfigurationProperties("foyal.demo")
public record DemoSettings(
    @Setting("Folder of the demonstration city’s files; absent: no demonstration.")
        @Nullable Path city,
    @Setting("Example reports that are filed after the first start, marked as such; 0: none.")
        @DefaultValue("300")
        @Min(0)
        @Max(5000)
        int reports,
    @Setting(
            "Street cabinets of the example network of fibre, with the homes behind them, marked as such; 0: none.")
        @DefaultValue("150")
        @Min(0)
        @Max(1000)
        int cabinets,
    @Setting(
            "Days of readings that the example stations of the connected city report, marked as such; 0: no stations.")
        @DefaultValue("365")
        @Min(0)
        @Max(1000)
        int stationDays) {}
