package org.foyal.opendata.gate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.foyal.opendata.gate.Differencing.Released;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the gate: whoever publishes a table about people asks here first.
@Service
public class DisclosureGate {
  private final ReleaseStore store;
  private final Clock clock;

  DisclosureGate(ReleaseStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Hides what must be, looks at what was released before, and notes what is released now. The
  /// same table twice passes twice.
  @Transactional
  public Release release(PeopleTable table) {
    store.takeTurn();
    var shown = Suppression.of(table);
    if (shown.isEmpty()) {
      return new Release.TooThin();
    }
    var now = released(table, shown.get());
    var found = Differencing.find(store.list(table.variable()), now);
    if (found.isPresent()) {
      var one = found.get().now();
      return new Release.GivesAway(
          String.join(", ", one.members().stream().sorted().toList()),
          one.column(),
          found.get().earlier().period());
    }
    var at = clock.instant();
    now.forEach(one -> store.add(one, at));
    return new Release.Passed(shown.get().cells());
  }

  /// Every number that is told, the total of a row as the column that has no name.
  private static List<Released> released(PeopleTable table, Suppression.Shown shown) {
    var whole =
        table.rows().stream().flatMap(row -> row.members().stream()).collect(Collectors.toSet());
    var released = new ArrayList<Released>();
    for (int row = 0; row <= table.rows().size(); row++) {
      Set<String> members = row < table.rows().size() ? table.rows().get(row).members() : whole;
      for (int column = 0; column <= table.columns().size(); column++) {
        var told = shown.cells().get(row).get(column);
        if (told.isPresent()) {
          released.add(released(table, members, column, told));
        }
      }
    }
    return released;
  }

  private static Released released(
      PeopleTable table, Set<String> members, int column, OptionalLong told) {
    return new Released(
        table.variable(),
        table.period(),
        column < table.columns().size() ? table.columns().get(column) : "",
        members,
        told.orElse(0));
  }
}
