package org.foyal.participation;

import java.time.Instant;

/// Whom a question was put to until somebody of the staff put it to another official.
///
/// @param name of the official, as it was then
/// @param late whether the day that they owed an answer by had passed
public record Transfer(String name, Instant at, boolean late) {}
