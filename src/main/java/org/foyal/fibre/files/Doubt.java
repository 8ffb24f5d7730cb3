package org.foyal.fibre.files;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that a delivery says and that can't be, or does not add up: the operator is asked.
///
/// @param kind `STATE` (its row waits), `TOTAL`, `GEL` or `CABINET`
/// @param ref the building, or the cabinet
/// @param line where it stands in the file
/// @param reason the key of its words
/// @param answer empty while nobody has answered
public record Doubt(
    long id,
    long delivery,
    String fileName,
    Optional<String> operator,
    String kind,
    String ref,
    long line,
    String reason,
    List<String> arguments,
    boolean example,
    Instant asked,
    Optional<Answer> answer) {
  /// What the operator said.
  ///
  /// @param words in the operator's own words; empty: none
  public record Answer(Verdict verdict, String words, Instant at, String by) {}

  /// What an answer comes to.
  public enum Verdict {
    /// The file is right: what waits is applied.
    RIGHT,
    /// The file is wrong: what stands, stands.
    WRONG,
    /// A later file says it otherwise.
    MENDED
  }
}
