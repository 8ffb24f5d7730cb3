package org.foyal.requests;

import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about requests.
@Validated
@ConfigurationProperties("foyal.requests")
public record RequestsSettings(
    @Setting(
            "Reports that one sender may file in an hour on the public pages; a counter files through"
                + " the staff's own page without limit.")
        @DefaultValue("20")
        @Min(1)
        int reportsPerHour,
    @Setting("Reports and updates that one program with a key may send in an hour by Open311.")
        @DefaultValue("600")
        @Min(1)
        int open311PerHour) {}
