package org.foyal.agreement.following;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.foyal.agreement.Change;
import org.foyal.agreement.Change.Kind;

/// What changed, in at most ten lines: where promises stand before everything else, one line a
/// promise, the newest first.
///
/// @param lines the most telling changes
/// @param others how many more there are
record InShort(List<Change> lines, int others) {
  static final int LINES = 10;

  /// @param changes newest first
  /// @param all how many changes there were in all
  static InShort of(List<Change> changes, int all) {
    var seen = new HashSet<String>();
    var lines =
        changes.stream()
            .sorted(
                Comparator.comparingInt((Change change) -> weight(change.kind()))
                    .thenComparing(Comparator.comparingLong(Change::id).reversed()))
            .filter(change -> seen.add(about(change)))
            .limit(LINES)
            .toList();
    return new InShort(lines, all - lines.size());
  }

  private static String about(Change change) {
    return change.commitmentCode() == null
        ? change.agreement() + " " + change.kind()
        : change.commitmentCode();
  }

  /// The smaller, the more it tells a reader.
  private static int weight(Kind kind) {
    return switch (kind) {
      case STATE, LIVE, FELL_BACK -> 0;
      case AMENDED, DECISION -> 1;
      case MILESTONE, REACHED, SUPPORT -> 2;
      case EVIDENCE, WITHDRAWN -> 3;
      case ADDED -> 4;
      case EDITED -> 5;
      case OWNER -> 6;
    };
  }
}
