package org.foyal.learning.calendars;

import java.time.Instant;
import java.util.UUID;

/// What opens a trainer's calendar; the secret itself is kept nowhere.
///
/// @param trainer whose calendar it opens
/// @param label what the person calls it, for example « mon téléphone »
record CalendarKey(UUID id, UUID trainer, String label, Instant madeAt) {}
