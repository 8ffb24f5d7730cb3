package org.foyal.kernel;

import java.util.List;
import java.util.Optional;

/// The gate that a room asks before it tells how many people something is about, by parts: it
/// releases what can be told without giving away fewer than eleven, and remembers all of it.
///
/// Rooms know this and not who holds the gate, since what they may tell hangs on what all of them
/// have told.
public interface PeopleGate {
  /// Releases a table, or a correction of it, or refuses it; what was released before stands then.
  Release release(PeopleTable table);

  /// What stands of a variable in a quarter.
  Optional<ShownTable> find(String variable, Quarter quarter);

  /// What stands of a variable in all quarters that lie in a period, the earliest first.
  List<ShownTable> list(String variable, Period period);
}
