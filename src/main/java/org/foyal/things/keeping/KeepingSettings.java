package org.foyal.things.keeping;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about keeping observations.
@Validated
@ConfigurationProperties("foyal.things.keeping")
record KeepingSettings(
    @Setting(
            "Whole months before this one of which single readings of objects are kept in reach; older months"
                + " are detached once hours and days are rolled up. 0: for ever.")
        @DefaultValue("0")
        @Min(0)
        @Max(1200)
        int rawMonths) {}
