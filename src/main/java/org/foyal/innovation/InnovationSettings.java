package org.foyal.innovation;

import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about calls for projects.
@Validated
@ConfigurationProperties("foyal.innovation")
public record InnovationSettings(
    @Setting(
            "Applications that one sender may begin in an hour on the public pages; a counter begins"
                + " them on the staff's own page without limit.")
        @DefaultValue("20")
        @Min(1)
        int startsPerHour,
    @Setting("Days after the deadline for which an application that was never sent is kept.")
        @DefaultValue("60")
        @Min(1)
        int keepDraftDays,
    @Setting(
            "Days after the decision for which the person, the answers and the files of an"
                + " application are kept; what is public of a funded one stays.")
        @DefaultValue("1095")
        @Min(30)
        int keepDays,
    @Setting("Days for which a wish to be in the directory waits for its confirmation.")
        @DefaultValue("14")
        @Min(1)
        int confirmDays) {}
