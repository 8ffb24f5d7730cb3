package org.foyal.requests.moderation;

import java.time.Instant;

/// What whoever filed a report says against a decision, while nobody has decided about it.
record Appeal(long id, String words, Instant at) {}
