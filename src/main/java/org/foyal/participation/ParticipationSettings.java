package org.foyal.participation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about questions to officials.
@Validated
@ConfigurationProperties("foyal.participation")
public record ParticipationSettings(
    @Setting(
            "Days after which the words of a question that is not published are erased, in its case"
                + " too; whoever asked may appeal so long.")
        @DefaultValue("365")
        @Min(60)
        @Max(3650)
        int keepUnpublishedDays) {}
