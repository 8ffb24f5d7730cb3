package org.foyal.shell.guard;

/// The audit trail as every room writes it; `people` keeps it. Nobody edits it.
public interface Trail {
  /// Appends an act in the caller's transaction: the deed and its trace stand or fall together.
  void append(Act act);
}
