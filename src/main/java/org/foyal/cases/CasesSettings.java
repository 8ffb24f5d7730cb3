package org.foyal.cases;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.foyal.shell.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What the city's engineer may set about cases: when the city is closed, how long what people said
/// is kept, whether they are asked if it is repaired.
@Validated
@ConfigurationProperties("foyal.cases")
record CasesSettings(
    @Setting("Calendar of public holidays, as Jollyday names it: fr, mq, gp, re…")
        @DefaultValue("fr")
        @NotNull
        String holidays,
    @Setting("Whether the city is closed on Good Friday.") @DefaultValue("false")
        boolean goodFriday,
    @Setting("Further days on which the city is closed, as 2027-02-09, with commas between them.")
        @DefaultValue({})
        @NotNull
        List<LocalDate> closedDays,
    @Setting("Days after closing for which the name, e-mail address and telephone are kept.")
        @DefaultValue("180")
        @Min(30)
        @Max(1095)
        int keepContactDays,
    @Setting("Years after closing for which the words of the thread are kept.")
        @DefaultValue("5")
        @Min(1)
        @Max(10)
        int keepThreadYears,
    @Setting(
            "Whether people are asked by letter if what was done is repaired; a crisis pauses it by itself.")
        @DefaultValue("true")
        boolean questionnaires,
    @Setting("Weeks after closing at which they are asked.")
        @DefaultValue("4")
        @Min(1)
        @Max(4) // before the shortest time for which an address is kept
        int askAfterWeeks) {}
