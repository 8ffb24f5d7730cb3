package org.foyal.opendata.gate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.foyal.kernel.PeopleGate;
import org.foyal.kernel.PeopleTable;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.kernel.Release;
import org.foyal.kernel.ShownTable;
import org.foyal.opendata.gate.Differencing.Released;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the gate: whoever publishes a table about people asks here first.
@Service
public class DisclosureGate implements PeopleGate {
  private final ReleaseStore store;
  private final Clock clock;
  private final ShellSettings city;

  DisclosureGate(ReleaseStore store, Clock clock, ShellSettings city) {
    this.store = store;
    this.clock = clock;
    this.city = city;
  }

  /// Hides what must be, looks at what was released before, and notes what is released now. What an
  /// earlier version of the table hid stays hidden: with what it showed, the number would tell what
  /// it was then. The same table twice passes twice.
  @Override
  @Transactional
  public Release release(PeopleTable table) {
    store.takeTurn();
    var versions = store.versions(table.variable(), table.period());
    var shown = Suppression.of(table, versions);
    if (shown.isEmpty()) {
      return new Release.TooThin();
    }
    var now = released(table, shown.get());
    var found = Differencing.find(store.list(table.variable()), now, table.stock());
    if (found.isPresent()) {
      var one = found.get().now();
      return new Release.GivesAway(
          String.join(", ", one.members().stream().sorted().toList()),
          one.column(),
          found.get().earlier().period());
    }
    return new Release.Passed(noted(table, shown.get(), now, versions));
  }

  private ShownTable noted(
      PeopleTable table,
      Suppression.Shown shown,
      List<Released> numbers,
      List<ShownTable> versions) {
    var at = clock.instant();
    var made =
        new ShownTable(
            table.variable(),
            table.period(),
            table.rows().stream().map(PeopleTable.Label::name).toList(),
            table.columns(),
            shown.cells(),
            versions.size() + 1,
            LocalDate.ofInstant(at, city.timeZone()));
    if (!versions.isEmpty() && same(versions.getLast(), made)) {
      return versions.getLast();
    }
    numbers.forEach(one -> store.add(one, at));
    store.add(made, at);
    return made;
  }

  private static boolean same(ShownTable stands, ShownTable made) {
    return stands.rows().equals(made.rows())
        && stands.columns().equals(made.columns())
        && stands.cells().equals(made.cells());
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ShownTable> find(String variable, Quarter quarter) {
    var versions = store.versions(variable, quarter.code());
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  @Override
  @Transactional(readOnly = true)
  public List<ShownTable> list(String variable, Period period) {
    return store.standing(variable).stream()
        .filter(one ->
            Quarter.find(one.period())
                .filter(
                    quarter -> period.contains(quarter.first()) && period.contains(quarter.last()))
                .isPresent())
        .toList();
  }

  /// Every number that is told, the total of a row as the column that has no name; and what is left
  /// of a column when all that is shown is taken from its total, since anybody can do that.
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
    for (int column = 0; column <= table.columns().size(); column++) {
      left(table, shown, column).ifPresent(released::add);
    }
    return released;
  }

  private static Optional<Released> left(PeopleTable table, Suppression.Shown shown, int column) {
    int last = table.rows().size();
    var total = shown.cells().get(last).get(column);
    var members = new TreeSet<String>();
    long left = total.orElse(0);
    for (int row = 0; row < last; row++) {
      var told = shown.cells().get(row).get(column);
      left -= told.orElse(0);
      if (told.isEmpty()) {
        members.addAll(table.rows().get(row).members());
      }
    }
    return total.isEmpty() || members.isEmpty()
        ? Optional.empty()
        : Optional.of(released(table, members, column, OptionalLong.of(left)));
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
