package org.foyal.fibre.files.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.foyal.shell.language.Words;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.jspecify.annotations.Nullable;

/// Reads tables of communes: how many premises can be connected, of how many. Either a column a
/// quarter (`locaux_raccordables_2018T1`, of `logements` and `etablissements`), or a row a day
/// (`elig_ftth` of `nbr`, with its `date`).
final class CommuneRows {
  private static final Pattern QUARTER =
      Pattern.compile("locaux_raccordables_((?:19|20)\\d{2})t([1-4])");
  private static final Pattern CODE = Pattern.compile("[0-9][0-9AB][0-9]{3}");
  private static final String SOURCE = "Arcep";
  private static final String ADDRESS = "https://data.arcep.fr/fixe/";

  private final Ground ground;
  private final Map<String, LocalDate> quarters;
  private final String title;

  CommuneRows(Ground ground, Set<String> columns, Words words) {
    this.ground = ground;
    quarters = quarters(columns);
    title = words.everywhere("fibre.files.connectable").json();
  }

  /// Whether a table with these columns counts anything that is read.
  static boolean counts(Set<String> columns) {
    return (columns.containsAll(List.of("logements", "etablissements"))
            && !quarters(columns).isEmpty())
        || columns.containsAll(List.of("nbr", "elig_ftth", "date"));
  }

  private static Map<String, LocalDate> quarters(Set<String> columns) {
    var quarters = new TreeMap<String, LocalDate>();
    for (var column : columns) {
      var quarter = QUARTER.matcher(column);
      if (quarter.matches()) {
        int month = 3 * Integer.parseInt(quarter.group(2));
        var first = LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1);
        quarters.put(column, first.plusMonths(1).minusDays(1));
      }
    }
    return quarters;
  }

  List<List<@Nullable Object>> row(Cells cells) throws NotTaken, RowRefused {
    var commune = cells.line("code_insee", 5);
    if (commune.isEmpty()) {
      throw new RowRefused(Reason.EMPTY, "code_insee");
    }
    if (!ground.asksFor(commune)) {
      return List.of();
    }
    if (!CODE.matcher(commune).matches()) {
      throw new NotTaken(Why.BAD_WORD, "code_insee", commune, "75056, 2A004");
    }
    if (quarters.isEmpty()) {
      return day(cells, commune);
    }
    var dwellings = cells.count("logements");
    var businesses = cells.count("etablissements");
    var facts = new ArrayList<List<@Nullable Object>>();
    for (var quarter : quarters.entrySet()) {
      var connectable = cells.count(quarter.getKey());
      if (connectable != null) {
        if (dwellings == null) {
          throw new RowRefused(Reason.EMPTY, "logements");
        }
        if (dwellings == 0) {
          throw new NotTaken(Why.BAD_NUMBER, "logements", "0");
        }
        var whole = new Whole(dwellings, businesses, null);
        facts.add(fact(commune, quarter.getValue(), connectable, whole));
      }
    }
    return facts;
  }

  private List<List<@Nullable Object>> day(Cells cells, String commune)
      throws NotTaken, RowRefused {
    var day = cells.day("date");
    var connectable = cells.count("elig_ftth");
    if (day == null || connectable == null) {
      throw new RowRefused(Reason.EMPTY, day == null ? "date" : "elig_ftth");
    }
    return List.of(fact(commune, day, connectable, new Whole(null, null, cells.count("nbr"))));
  }

  private record Whole(
      @Nullable Integer dwellings, @Nullable Integer businesses, @Nullable Integer premises) {
    private int sum() {
      return Stream.of(dwellings, businesses, premises).mapToInt(n -> n == null ? 0 : n).sum();
    }
  }

  private List<@Nullable Object> fact(String commune, LocalDate day, int connectable, Whole whole)
      throws NotTaken {
    if (connectable > whole.sum() || whole.sum() == 0) {
      throw new NotTaken(Why.BAD_NUMBER, "locaux", connectable + " / " + whole.sum());
    }
    boolean city = ground.territory().city().map(area -> area.code().equals(commune)).orElse(false);
    return Arrays.<@Nullable Object>asList(
        "arcep-" + commune.toLowerCase(Locale.ROOT) + "-" + day,
        "COUNT",
        title,
        city ? null : commune,
        connectable,
        "PREMISES",
        whole.dwellings(),
        whole.businesses(),
        whole.premises(),
        SOURCE,
        ADDRESS,
        "DAY",
        ground.invented().all(),
        day);
  }
}
