package org.foyal.territory;

import java.math.BigDecimal;

/// A figure that somebody published, with the address where it can be checked.
///
/// @param territory what it speaks of, as its source draws it: one code, or several as in
///   `12345+12346`
/// @param indicator what is counted, for example `population_0_14`
/// @param period when, as the producer writes it
public record PublishedFigure(
    String territory,
    String indicator,
    String period,
    BigDecimal value,
    String unit,
    String producer,
    String sourceUrl) {}
