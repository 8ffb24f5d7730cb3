package org.foyal.participation;

import java.time.Instant;

/// Whom a question was put to until somebody of the staff put it to another official.
///
/// @param name of the official, as it was then
public record Transfer(String name, Instant at) {}
