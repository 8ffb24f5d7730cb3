package org.foyal.people.keys;

import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about the keys of the staff.
@Validated
@ConfigurationProperties("foyal.people.keys")
public record KeySettings(
    @Setting(
            "File of the key that seals the secrets of the staff’s second steps, the same for every"
                + " instance of a city; empty: `staff-keys` in the data folder.")
        @DefaultValue("")
        String file) {}
