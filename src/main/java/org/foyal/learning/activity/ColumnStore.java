package org.foyal.learning.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.learning.activity.Coop.AdminTheme;
import org.foyal.learning.activity.Coop.AgeBand;
import org.foyal.learning.activity.Coop.Autonomy;
import org.foyal.learning.activity.Coop.Coded;
import org.foyal.learning.activity.Coop.Equipment;
import org.foyal.learning.activity.Coop.Gender;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.learning.activity.Coop.Level;
import org.foyal.learning.activity.Coop.PlaceKind;
import org.foyal.learning.activity.Coop.Redirection;
import org.foyal.learning.activity.Coop.SocialStatus;
import org.foyal.learning.activity.Coop.Theme;
import org.foyal.learning.activity.Draft.Group;
import org.foyal.learning.activity.Draft.Individual;
import org.foyal.learning.activity.Draft.Marginals;
import org.foyal.learning.activity.Draft.Topics;
import org.foyal.learning.activity.Draft.Where;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// How an activity stands in the columns of a version: lists by the Coop's names, marginals as JSON
/// objects of counts.
final class ColumnStore {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ColumnStore() {}

  /// The columns that are never null.
  static Map<String, Object> of(Draft what) {
    var columns = new HashMap<String, Object>();
    columns.put("kind", what.kind().code());
    columns.put("day", what.day());
    columns.put("minutes", what.minutes());
    columns.put("placeKind", what.where().kind().code());
    columns.put("themes", codes(what.topics().themes()));
    columns.put("admin", codes(what.topics().admin()));
    columns.put("precisely", what.topics().precision());
    columns.put("equipment", codes(what.equipment()));
    columns.put("tags", String.join("\n", what.tags()));
    columns.put("notes", what.notes());
    columns.put("title", what.group().title());
    columns.put("total", what.people().total());
    columns.put("already", what.people().already());
    columns.put("genders", json(what.people().genders()));
    columns.put("ages", json(what.people().ages()));
    columns.put("statuses", json(what.people().statuses()));
    columns.put("origins", JSON.writeValueAsString(counted(what.people().origins())));
    return columns;
  }

  static @Nullable String code(Optional<? extends Coded> value) {
    return value.map(Coded::code).orElse(null);
  }

  private static String codes(Collection<? extends Coded> values) {
    return values.stream().map(Coded::code).collect(Collectors.joining(","));
  }

  private static String json(Map<? extends Coded, Integer> counts) {
    var byCode = new TreeMap<String, Integer>();
    counts.forEach((value, count) -> byCode.put(value.code(), count));
    return JSON.writeValueAsString(counted(byCode));
  }

  /// Nobody is not counted.
  private static Map<String, Integer> counted(Map<String, Integer> counts) {
    var some = new TreeMap<>(counts);
    some.values().removeIf(count -> count == 0);
    return some;
  }

  static Draft draft(ResultSet row) throws SQLException {
    var year = row.getObject("birth_year", Integer.class);
    return new Draft(
        row.getObject("form", UUID.class),
        Coop.find(Kind.class, row.getString("kind")).orElseThrow(),
        row.getObject("day", LocalDate.class),
        row.getInt("minutes"),
        new Where(
            Coop.find(PlaceKind.class, row.getString("place_kind")).orElseThrow(),
            Optional.ofNullable(row.getObject("place", UUID.class)),
            Optional.ofNullable(row.getString("commune"))),
        new Topics(
            some(Theme.class, row.getString("theme_list")),
            some(AdminTheme.class, row.getString("admin_list")),
            text(row.getString("precisely"))),
        some(Equipment.class, row.getString("equipment_list")),
        split(row.getString("tag_list"), "\n"),
        text(row.getString("notes")),
        people(row),
        new Individual(
            year == null ? OptionalInt.empty() : OptionalInt.of(year),
            one(Autonomy.class, row.getString("autonomy")),
            row.getBoolean("redirected"),
            one(Redirection.class, row.getString("redirection"))),
        new Group(text(row.getString("title")), one(Level.class, row.getString("level"))),
        Optional.ofNullable(row.getObject("session", UUID.class)),
        Optional.ofNullable(row.getObject("appointment", UUID.class)),
        row.getBoolean("example"));
  }

  private static Marginals people(ResultSet row) throws SQLException {
    return new Marginals(
        row.getInt("total"),
        row.getInt("already"),
        counts(Gender.class, row.getString("genders")),
        counts(AgeBand.class, row.getString("ages")),
        counts(SocialStatus.class, row.getString("statuses")),
        new TreeMap<>(read(row.getString("origins"))));
  }

  private static Map<String, Integer> read(String json) {
    return JSON.readValue(json, new TypeReference<Map<String, Integer>>() {});
  }

  private static <E extends Enum<E> & Coded> Map<E, Integer> counts(Class<E> of, String json) {
    var counts = new EnumMap<E, Integer>(of);
    read(json).forEach((code, count) -> counts.put(Coop.find(of, code).orElseThrow(), count));
    return counts;
  }

  private static <E extends Enum<E> & Coded> Set<E> some(Class<E> of, String codes) {
    var some = EnumSet.noneOf(of);
    split(codes, ",").forEach(code -> some.add(Coop.find(of, code).orElseThrow()));
    return some;
  }

  private static <E extends Enum<E> & Coded> Optional<E> one(Class<E> of, @Nullable String code) {
    return code == null ? Optional.empty() : Coop.find(of, code);
  }

  private static List<String> split(String text, String by) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(by, -1));
  }

  private static String text(@Nullable String column) {
    return column == null ? "" : column;
  }
}
