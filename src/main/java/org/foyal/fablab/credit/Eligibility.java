package org.foyal.fablab.credit;

import java.time.LocalDate;

/// That somebody has the solidarity tariff; never why.
///
/// @param percent of the full price
/// @param until the last day
public record Eligibility(int percent, LocalDate until) {}
