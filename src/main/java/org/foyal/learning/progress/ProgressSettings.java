package org.foyal.learning.progress;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about what people say that they can do.
@Validated
@ConfigurationProperties("foyal.learning.progress")
record ProgressSettings(
    @Setting(
            "Days after the end of a session or series in which answers can still be given and"
                + " mended; the figures of a quarter are shown after them.")
        @DefaultValue("14")
        @Min(1)
        @Max(90)
        int mendDays,
    @Setting(
            "Days after the end of a session or series that somebody's answers are kept; then only"
                + " counts stay.")
        @DefaultValue("365")
        @Min(120)
        @Max(1095)
        int keepAnswersDays) {}
