package org.foyal.things.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about the intake of observations.
@Validated
@ConfigurationProperties("foyal.things.intake")
record IntakeSettings(
    @Setting(
            "Observations that may wait for their commit at once; beyond, senders are asked to send again a little"
                + " later.")
        @DefaultValue("50000")
        @Min(1)
        @Max(10_000_000)
        int mostWaiting,
    @Setting("Observations that share one commit at most.")
        @DefaultValue("5000")
        @Min(1)
        @Max(100_000)
        int mostACommit,
    @Setting(
            "Seconds that observations wait for a datastream that somebody else holds, who removes it for example;"
                + " then senders are asked to send again later. Others don't wait.")
        @DefaultValue("10")
        @Min(1)
        @Max(600)
        int patienceSeconds) {}
