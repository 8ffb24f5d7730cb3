package org.foyal.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The gate that a room asks before it tells how many people something is about, by parts: it
/// releases what can be told without giving away fewer than eleven, and remembers all of it.
///
/// Rooms know this and not who holds the gate, since what they may tell hangs on what all of them
/// have told.
public interface PeopleGate {
  /// So many quarters are looked at again for what was noted late.
  int LOOKED_AT_quarters = 8;

  /// Releases a table, or a correction of it, or refuses it; what was released before stands then.
  Release release(PeopleTable table);

  /// Releases the tables of the last eight quarters that are over, with what was noted late, the
  /// latest first; those of which nobody was counted are none. Answers the quarters whose table was
  /// refused.
  ///
  /// @param counted of a quarter, how many people by area
  default List<Quarter> releaseDue(
      String variable, LocalDate today, Function<Quarter, Map<String, Long>> counted) {
    var refused = new ArrayList<Quarter>();
    var quarter = Quarter.due(today);
    for (int back = 0; back < LOOKED_AT_quarters; back++) {
      var counts = counted.apply(quarter);
      if (!counts.isEmpty()
          && !(release(PeopleTable.of(variable, quarter, counts)) instanceof Release.Passed)) {
        refused.add(quarter);
      }
      quarter = quarter.before();
    }
    return refused;
  }

  /// What stands of a variable in a quarter.
  Optional<ShownTable> find(String variable, Quarter quarter);

  /// What stands of a variable in all quarters that lie in a period, the earliest first.
  List<ShownTable> list(String variable, Period period);
}
