package org.foyal.things.alerts;

import java.util.Map;
import java.util.function.Supplier;

/// Who may answer a case that an alert opens: a bean of the room that turns alerts into cases.
///
/// @param departments names by code, in the order in which they are offered
public record CaseDesks(Supplier<Map<String, String>> departments) {}
