package org.foyal.things.ledger;

/// Something that was sent can't be what it should be.
public final class NotTaken extends Exception {
  private static final long serialVersionUID = 1;

  private final String where;

  /// @param where the property, as the sender wrote it; empty: the whole
  /// @param reason what is wrong and what to do, in English as the standard's answers are
  public NotTaken(String where, String reason) {
    super(reason);
    this.where = where;
  }

  /// The property, as the sender wrote it; empty: the whole.
  public String where() {
    return where;
  }

  /// What is wrong and what to do.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
