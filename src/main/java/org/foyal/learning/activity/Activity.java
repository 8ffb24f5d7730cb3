package org.foyal.learning.activity;

import java.time.Instant;
import java.util.UUID;

/// An activity as one version of its record says it.
///
/// @param author the account that recorded it
/// @param version counts the corrections
/// @param withdrawn whether it was taken back: it is in no figure
public record Activity(
    UUID id, UUID author, int version, Instant writtenAt, Draft what, boolean withdrawn) {}
