package org.foyal.fablab.machines;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What somebody says is wrong with a machine; who said it is not kept.
///
/// @param id names the form that was sent: the same one is noted once
/// @param dangerous whether one could be hurt
/// @param answer what the staff said, once they did
public record Fault(
    UUID id,
    UUID machine,
    Instant at,
    String words,
    boolean dangerous,
    Channel channel,
    State state,
    Optional<Instant> answeredAt,
    Optional<String> answer,
    boolean example) {
  /// Where it was said.
  public enum Channel {
    /// At the machine, by its address, by anybody.
    MACHINE,
    /// To the staff.
    COUNTER
  }

  /// What became of it.
  public enum State {
    /// Nobody has looked yet.
    OPEN,
    /// It is mended.
    MENDED,
    /// Nothing was wrong.
    NOTHING
  }
}
