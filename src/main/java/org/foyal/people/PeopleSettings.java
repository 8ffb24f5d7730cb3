package org.foyal.people;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about the staff's accounts.
@Validated
@ConfigurationProperties("foyal.people")
public record PeopleSettings(
    @Setting("Days that an invitation stays open.") @DefaultValue("7") @Min(1) @Max(60)
        int invitationDays,
    @Setting("Minutes that a link to a new password stays open.")
        @DefaultValue("60")
        @Min(5)
        @Max(10_080)
        int passwordLinkMinutes,
    @Setting("Hours that the first administrator’s link stays open.")
        @DefaultValue("24")
        @Min(1)
        @Max(168)
        int firstAdministratorHours,
    @Setting("Hours after which everybody signs in again, however busy.")
        @DefaultValue("12")
        @Min(1)
        @Max(168)
        int sessionHours) {}
