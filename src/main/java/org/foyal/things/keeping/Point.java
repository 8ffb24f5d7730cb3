package org.foyal.things.keeping;

import java.time.Instant;

/// A point of a chart: a reading, or what an hour or a day of readings comes to.
///
/// @param from when it begins
/// @param until when it ends; of a single reading, the same
/// @param readings how many it stands for
public record Point(
    Instant from, Instant until, long readings, double minimum, double mean, double maximum) {}
