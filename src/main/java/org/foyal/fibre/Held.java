package org.foyal.fibre;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Since when something is so, and since when we know: the two times of one version.
///
/// @param source whose words they are: `IPE`, `ARCEP`, `BASE`, or by hand
/// @param from since when it is so
/// @param until until before when it was so; open while it is
/// @param learned when we learned it
/// @param delivery the file that told us; none: entered by hand
/// @param example whether a demonstration invented it
public record Held(
    String source,
    LocalDate from,
    Optional<LocalDate> until,
    Instant learned,
    Optional<Long> delivery,
    boolean example) {}
