package org.foyal.things.intake;

import java.time.Instant;

/// What became of an observation at the intake.
public sealed interface Taken {
  /// It is stored: the disk has acknowledged it.
  record Recorded(long id) implements Taken {}

  /// There is no such datastream.
  record UnknownDatastream(long datastream) implements Taken {}

  /// There is no such feature of interest.
  record UnknownFeature(long feature) implements Taken {}

  /// Whoever sends may not write there.
  record Forbidden(long datastream) implements Taken {}

  /// The datastream takes one observation a time, and has one: nothing was stored.
  record Duplicate(long datastream, Instant at) implements Taken {}

  /// The database could not take it for what it is.
  record Refused(String reason) implements Taken {}

  /// So many wait that no more are let in: send it again a little later. Nothing was stored.
  record Full() implements Taken {}

  /// The database is away, or its disk full: send it again later. Whether it was stored nobody
  /// knows where the connection broke in the very commit; else nothing was.
  record Unavailable() implements Taken {}
}
