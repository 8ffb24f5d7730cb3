package org.foyal.learning.progress;

import java.util.Arrays;
import java.util.Optional;

/// What somebody says of a sentence about themselves. It is no level of the CRCN and none of Pix,
/// which test what people do: nothing here is turned into one.
public enum Step {
  /// Not yet.
  NOT_YET,
  /// With help.
  WITH_HELP,
  /// Alone.
  ALONE,
  /// Alone, and able to explain it to somebody.
  CAN_EXPLAIN,
  /// Would rather not say.
  NO_ANSWER;

  /// The step of a name; nothing for any other word.
  static Optional<Step> find(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /// Whether it says how far they are.
  public boolean says() {
    return this != NO_ANSWER;
  }

  /// Whether they do it without help.
  public boolean alone() {
    return this == ALONE || this == CAN_EXPLAIN;
  }

  /// The key of its name for readers.
  public String words() {
    return "learning.progress.step." + name();
  }
}
