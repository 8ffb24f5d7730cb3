package org.foyal.kernel;

/// What can come of asking to release a table about people.
public sealed interface Release {
  /// It may be published as it stands here.
  record Passed(ShownTable table) implements Release {}

  /// It can’t be hidden so that nobody is given away: put small rows together.
  record TooThin() implements Release {}

  /// With what was released before it gives somebody away.
  ///
  /// @param row of the number that does
  /// @param column of the number that does
  /// @param period of the earlier release
  record GivesAway(String row, String column, String period) implements Release {}
}
