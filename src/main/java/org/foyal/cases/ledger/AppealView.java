package org.foyal.cases.ledger;

import org.foyal.kernel.Reference;

/// What the page shows on which whoever asked appeals.
///
/// @param rule the rule by which it was kept back, by the end of its key; nothing: no appeal can be
/// @param words what was typed, as far as an appeal may go
/// @param problem the key of the words that say why it did not work, or nothing
public record AppealView(
    Reference reference, String rule, String form, String words, String problem, boolean done) {
  /// Cuts what was typed.
  public AppealView {
    words = words.length() > Appeal.LONGEST ? words.substring(0, Appeal.LONGEST) : words;
  }
}
