package org.foyal.participation.reading;

import java.time.Instant;

/// What whoever asked says against a decision, while nobody has decided about it.
record Objection(long id, String words, Instant at) {}
