package org.foyal.cases.calendar;

import java.time.LocalDate;

/// A day on which the city is closed, as an administrator has entered it.
///
/// @param name why, in French
public record ClosedDay(LocalDate day, String name) {}
