package org.foyal.learning.activity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about the records of activities.
@Validated
@ConfigurationProperties("foyal.learning.activity")
record ActivitySettings(
    @Setting(
            "Days after an activity that its notes, tags, title, the precision of its step and the"
                + " year of birth are kept; the counts stay.")
        @DefaultValue("365")
        @Min(30)
        @Max(1095)
        int keepDetailsDays) {}
