package org.foyal.agreement.files;

/// What can come of bringing a file of agreements in.
public sealed interface Brought {
  /// What was new is entered; what was known by its code is left as it stands.
  ///
  /// @param agreements how many agreements are new
  /// @param commitments how many promises are new
  /// @param known how many agreements and promises were there already
  record Entered(int agreements, int commitments, int known) implements Brought {}

  /// The file can't be read, or something in it can't stand; nothing was entered.
  ///
  /// @param where the place in the file, for example `convention-2018 / plan-fibre`
  /// @param why in a sentence
  record Unreadable(String where, String why) implements Brought {}
}
