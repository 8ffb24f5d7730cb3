package org.foyal.cases.desk;

import java.util.Map;
import java.util.function.Supplier;
import org.foyal.shell.language.Told;

/// The names of what the cases of a room are about, for the queue: a bean of that room.
///
/// @param kind the room that opens them
/// @param names by code, in the order in which they are offered
public record CaseTopics(String kind, Supplier<Map<String, Told>> names) {}
