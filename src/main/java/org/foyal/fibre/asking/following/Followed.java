package org.foyal.fibre.asking.following;

import java.time.Instant;
import java.util.Optional;

/// An address that somebody follows.
///
/// @param topic names it in `post`
/// @param ref the building in its file; empty where none was known
/// @param label how people call it
/// @param toldAt since when those who wait are told that one can order
record Followed(
    String topic,
    Optional<String> ref,
    String street,
    String number,
    String block,
    String label,
    boolean example,
    Instant since,
    Optional<Instant> toldAt) {}
