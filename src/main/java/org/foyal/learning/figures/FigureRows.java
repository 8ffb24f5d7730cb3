package org.foyal.learning.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.foyal.kernel.Interval;
import org.foyal.learning.figures.FigureRow.Standing;
import org.foyal.learning.figures.Held.Count;
import org.foyal.learning.figures.Published.Share;
import org.foyal.learning.figures.Snapshot.Told;
import org.foyal.learning.figures.Tab.Cell;

/// Writes what is known of a quarter as rows.
final class FigureRows {
  /// The figure and the word for the parts of each table of people that is told by its parts.
  private static final Map<Tab, List<String>> TABLES =
      Map.ofEntries(
          Map.entry(Tab.CAME_AT, List.of("seats_taken", "area")),
          Map.entry(Tab.CAME_FOR, List.of("seats_taken", "audience")),
          Map.entry(Tab.ABSENT_AT, List.of("no_shows", "area")),
          Map.entry(Tab.AWAY, List.of("given_back", "reason")),
          Map.entry(Tab.ASKED, List.of("asked", "outcome")),
          Map.entry(Tab.ASKED_AT, List.of("asked", "area")),
          Map.entry(Tab.ASKED_FOR, List.of("asked", "audience")),
          Map.entry(Tab.UNMET_AT, List.of("unmet", "area")),
          Map.entry(Tab.UNMET_FOR, List.of("unmet", "audience")),
          Map.entry(Tab.FROM, List.of("people", "home")),
          Map.entry(Tab.GENDER, List.of("helped", "gender")),
          Map.entry(Tab.AGE, List.of("helped", "age")),
          Map.entry(Tab.STATUS, List.of("helped", "status")));

  private final Told told;
  private final List<FigureRow> rows = new ArrayList<>();

  private FigureRows(Told told) {
    this.told = told;
  }

  static List<FigureRow> of(Told told) {
    var rows = new FigureRows(told);
    rows.held();
    told.published().ifPresent(rows::people);
    return rows.rows;
  }

  private void held() {
    if (told.held().isEmpty()) {
      return;
    }
    var all = told.all();
    held("all", "", all);
    count("step_free_sessions", "all", "", (double) all.stepFree());
    count("creole_sessions", "all", "", (double) all.creole());
    count("women_only_sessions", "all", "", (double) all.womenOnly());
    count("childcare_sessions", "all", "", (double) all.childcare());
    count("unnoted_sessions", "all", "", (double) all.unnoted());
    told.byArea().forEach((area, count) -> held("area", area, count));
    told.byAudience().forEach((audience, count) -> held("audience", audience, count));
  }

  private void held(String by, String part, Count count) {
    count("sessions", by, part, (double) count.sessions());
    count("hours", by, part, rounded(count.hours()));
    count("seat_hours", by, part, rounded(count.seatHours()));
  }

  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private void count(String figure, String by, String part, double value) {
    rows.add(
        new FigureRow(
            told.quarter().code(),
            figure,
            by,
            part,
            OptionalDouble.of(value),
            Optional.empty(),
            Standing.SHOWN,
            told.quarter().last(),
            1));
  }

  private void people(Published published) {
    whole(published, "seats_taken", Tab.CAME_IN.all());
    whole(published, "no_shows", Tab.ABSENT_IN.all());
    whole(published, "given_back", Tab.AWAY.all());
    whole(published, "asked", Tab.ASKED.all());
    whole(published, "people", Tab.FROM.all());
    whole(published, "helped", Tab.GENDER.all());
    for (var tab : Tab.values()) {
      var words = TABLES.get(tab);
      if (words != null) {
        published
            .parts(tab)
            .forEach(cell -> add(published, words.getFirst(), words.getLast(), cell));
      }
    }
    share(published, "no_show_rate", "all", Tab.ABSENT_IN.all(), Tab.CAME_IN.all());
    published
        .parts(Tab.ABSENT_AT)
        .forEach(
            cell -> share(published, "no_show_rate", "area", cell, Tab.CAME_AT.part(cell.part())));
    var unmet = Tab.ASKED.part(Tab.UNMET);
    share(published, "unmet_rate", "all", unmet, Tab.ASKED.part(Tab.MET));
    wait(published, Tab.WAIT, "all", "");
    unmet(published, "area", Tab.UNMET_AT, Tab.ASKED_AT, Tab.WAIT_AT);
    unmet(published, "audience", Tab.UNMET_FOR, Tab.ASKED_FOR, Tab.WAIT_FOR);
  }

  private void unmet(Published published, String by, Tab unmet, Tab asked, Tab wait) {
    published
        .parts(asked)
        .forEach(cell -> {
          if (published.counts(unmet.part(cell.part()))) {
            share(
                published,
                List.of("unmet_rate", by, cell.part()),
                published.part(unmet.part(cell.part()), cell));
          }
          wait(published, wait, by, cell.part());
        });
  }

  private void whole(Published published, String figure, Cell cell) {
    if (published.counts(cell)) {
      add(published, figure, "all", cell);
    }
  }

  private void add(Published published, String figure, String by, Cell cell) {
    var value = published.shown(cell);
    add(
        published,
        List.of(figure, by, cell.whole() ? "" : cell.part()),
        value.isPresent() ? OptionalDouble.of((double) value.getAsLong()) : OptionalDouble.empty(),
        Optional.empty(),
        value.isPresent() ? Standing.SHOWN : Standing.HIDDEN);
  }

  private void share(Published published, String figure, String by, Cell some, Cell others) {
    if (!published.counts(some) || !published.counts(others)) {
      return;
    }
    share(
        published,
        List.of(figure, by, by.equals("all") ? "" : some.part()),
        published.share(some, others));
  }

  private void share(Published published, List<String> names, Optional<Share> share) {
    add(
        published,
        names,
        share.isPresent() ? OptionalDouble.of(share.get().value()) : OptionalDouble.empty(),
        share.map(Share::interval),
        share.isEmpty()
            ? Standing.HIDDEN
            : share.get().fragile() ? Standing.FRAGILE : Standing.SHOWN);
  }

  private void wait(Published published, Tab tab, String by, String part) {
    var days = published.shown(tab.wait(part, Tab.DAYS));
    var from = published.shown(tab.wait(part, Tab.FROM_DAY));
    var to = published.shown(tab.wait(part, Tab.TO_DAY));
    if (days.isPresent() && from.isPresent()) {
      double end = to.isPresent() ? (double) to.getAsLong() : Double.POSITIVE_INFINITY;
      add(
          published,
          List.of("wait_days_median", by, part),
          OptionalDouble.of((double) days.getAsLong()),
          Optional.of(new Interval((double) from.getAsLong(), end)),
          Standing.SHOWN);
    }
  }

  /// @param names figure, what it is told apart by, part
  private void add(
      Published published,
      List<String> names,
      OptionalDouble value,
      Optional<Interval> interval,
      Standing standing) {
    rows.add(
        new FigureRow(
            told.quarter().code(),
            names.get(0),
            names.get(1),
            names.get(2),
            value,
            interval,
            standing,
            published.on(),
            published.version()));
  }
}
