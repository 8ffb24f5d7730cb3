package org.foyal.learning.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.foyal.kernel.Period;
import org.foyal.learning.activity.Coop.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about activities, in `learning.activity` and `learning.activity_version`.
@Repository
class ActivityStore {
  private static final String SELECT =
      """
      select a.id, a.form, a.author, a.version as current, a.session, a.appointment, a.example,
        v.*, array_to_string(v.themes, ',') as theme_list,
        array_to_string(v.admin_themes, ',') as admin_list,
        array_to_string(v.equipment, ',') as equipment_list,
        array_to_string(v.tags, chr(10)) as tag_list
      from learning.activity a join learning.activity_version v on v.activity = a.id
      """;

  private static final String CURRENT = SELECT + " and v.version = a.version ";

  /// What is counted: examples and what was taken back are not.
  private static final String COUNTED =
      """
      with counted as (
        select v.* from learning.activity a
        join learning.activity_version v on v.activity = a.id and v.version = a.version
        where not a.example and not a.withdrawn and v.day between :from and :to)
      """;

  private final JdbcClient sql;

  ActivityStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds a record with its first version; nothing when the form was sent before, or there is one
  /// of the same session or appointment.
  Optional<UUID> add(UUID author, Draft what, Instant at) {
    var added =
        sql.sql(
                """
                insert into learning.activity (id, form, author, session, appointment, example, recorded_at)
                values (:id, :form, :author, :session, :appointment, :example, :at)
                on conflict do nothing returning id
                """)
            .param("id", UUID.randomUUID())
            .param("form", what.form())
            .param("author", author)
            .param("session", what.session().orElse(null), Types.OTHER)
            .param("appointment", what.appointment().orElse(null), Types.OTHER)
            .param("example", what.example())
            .param("at", Timestamp.from(at))
            .query(UUID.class)
            .optional();
    added.ifPresent(id -> addVersion(id, 1, what, false, at));
    return added;
  }

  /// Whether there is a record of a session or an appointment that stands.
  boolean isRecorded(Occasions.Of of) {
    return sql.sql(
            """
            select exists (select from learning.activity where not withdrawn
              and (session = :session::uuid or appointment = :appointment::uuid))
            """)
        .param("session", of.session().map(UUID::toString).orElse(null), Types.VARCHAR)
        .param("appointment", of.appointment().map(UUID::toString).orElse(null), Types.VARCHAR)
        .query(Boolean.class)
        .single();
  }

  /// Appends a version to a record that the caller has locked.
  void append(Activity now, Draft what, boolean withdrawn, Instant at) {
    addVersion(now.id(), now.version() + 1, what, withdrawn, at);
    sql.sql(
            "update learning.activity set version = :version, withdrawn = :withdrawn where id = :id")
        .param("version", now.version() + 1)
        .param("withdrawn", withdrawn)
        .param("id", now.id())
        .update();
  }

  private void addVersion(UUID id, int version, Draft what, boolean withdrawn, Instant at) {
    var one = what.individual();
    sql.sql(
            """
            insert into learning.activity_version (activity, version, written_at, kind, day, minutes,
              place_kind, place, commune, themes, admin_themes, precisely, equipment, tags, notes,
              birth_year, autonomy, redirected, redirection, title, level, total, already, genders,
              ages, statuses, origins, withdrawn)
            values (:id, :version, :at, :kind, :day, :minutes, :placeKind, :place, :commune,
              string_to_array(:themes, ','), string_to_array(:admin, ','), nullif(:precisely, ''),
              string_to_array(:equipment, ','), string_to_array(:tags, chr(10)), nullif(:notes, ''),
              :birthYear, :autonomy, :redirected, :redirection, nullif(:title, ''), :level, :total,
              :already, :genders::jsonb, :ages::jsonb, :statuses::jsonb, :origins::jsonb, :withdrawn)
            """)
        .param("id", id)
        .param("version", version)
        .param("at", Timestamp.from(at))
        .param("withdrawn", withdrawn)
        .param(
            "birthYear",
            one.birthYear().isPresent() ? one.birthYear().getAsInt() : null,
            Types.INTEGER)
        .param("autonomy", ColumnStore.code(one.autonomy()), Types.VARCHAR)
        .param("redirected", one.redirected())
        .param("redirection", ColumnStore.code(one.redirection()), Types.VARCHAR)
        .param("level", ColumnStore.code(what.group().level()), Types.VARCHAR)
        .param("place", what.where().place().orElse(null), Types.OTHER)
        .param("commune", what.where().commune().orElse(null), Types.VARCHAR)
        .params(ColumnStore.of(what))
        .update();
  }

  Optional<Activity> find(UUID id) {
    return sql.sql(CURRENT + " where a.id = :id")
        .param("id", id)
        .query(ActivityStore::row)
        .optional();
  }

  /// A record that nobody else corrects until the transaction ends.
  Optional<Activity> lock(UUID id) {
    sql.sql("select from learning.activity where id = :id for update")
        .param("id", id)
        .query()
        .listOfRows();
    return find(id);
  }

  Optional<Activity> findByForm(UUID author, UUID form) {
    return sql.sql(CURRENT + " where a.author = :author and a.form = :form")
        .param("author", author)
        .param("form", form)
        .query(ActivityStore::row)
        .optional();
  }

  List<Activity> history(UUID id) {
    return sql.sql(SELECT + " where a.id = :id order by v.version desc")
        .param("id", id)
        .query(ActivityStore::row)
        .list();
  }

  List<Activity> of(UUID author, int from, int atMost) {
    return sql.sql(
            CURRENT
                + " where a.author = :author order by v.day desc, a.recorded_at desc, a.id"
                + " offset :from limit :atMost")
        .param("author", author)
        .param("from", from)
        .param("atMost", atMost)
        .query(ActivityStore::row)
        .list();
  }

  void eachOf(UUID author, Consumer<Activity> reader) {
    try (var rows =
        sql
            .sql(CURRENT + " where a.author = :author order by v.day, a.recorded_at, a.id")
            .param("author", author)
            .query(ActivityStore::row)
            .stream()) {
      rows.forEach(reader);
    }
  }

  Optional<Activity> latestOf(UUID author) {
    return sql.sql(
            CURRENT
                + " where a.author = :author and not a.withdrawn order by a.recorded_at desc limit 1")
        .param("author", author)
        .query(ActivityStore::row)
        .optional();
  }

  /// Empties the details of activities before a day, in all versions.
  int forgetDetails(LocalDate before) {
    return sql.sql(
            """
            update learning.activity_version
            set notes = null, precisely = null, birth_year = null, title = null, tags = '{}'
            where day < :before
              and (notes is not null or precisely is not null or birth_year is not null
                or title is not null or cardinality(tags) > 0)
            """)
        .param("before", before)
        .update();
  }

  ActivityFigures figures(Period period) {
    var minutes = new EnumMap<Kind, Long>(Kind.class);
    var people = new EnumMap<Kind, Long>(Kind.class);
    var workshops = new long[1];
    var already = new long[1];
    counted(
            period,
            "select kind, count(*) n, sum(minutes) minutes, sum(total) people, sum(already) already"
                + " from counted group by kind")
        .query(row -> {
          var kind = Coop.find(Kind.class, row.getString("kind")).orElseThrow();
          minutes.put(kind, row.getLong("minutes"));
          people.put(kind, row.getLong("people"));
          workshops[0] += kind == Kind.COLLECTIF ? row.getLong("n") : 0;
          already[0] += row.getLong("already");
        });
    return ActivityFigures.of(
        new ActivityFigures.Counted(
            minutes,
            workshops[0],
            people,
            already[0],
            marginal(period, "genders"),
            marginal(period, "ages"),
            marginal(period, "statuses"),
            sums(
                period,
                "select theme as key, sum(total) as people from counted, unnest(themes) theme"
                    + " group by theme")));
  }

  private Map<String, Long> marginal(Period period, String column) {
    return sums(
        period,
        "select key, sum(value::bigint) as people from counted, jsonb_each_text("
            + column
            + ") group by key");
  }

  private Map<String, Long> sums(Period period, String select) {
    var sums = new HashMap<String, Long>();
    counted(period, select)
        .query(row -> {
          sums.put(row.getString("key"), row.getLong("people"));
        });
    return sums;
  }

  private JdbcClient.StatementSpec counted(Period period, String select) {
    return sql.sql(COUNTED + select).param("from", period.from()).param("to", period.to());
  }

  private static Activity row(ResultSet row, int number) throws SQLException {
    return new Activity(
        row.getObject("id", UUID.class),
        row.getObject("author", UUID.class),
        row.getInt("version"),
        row.getTimestamp("written_at").toInstant(),
        ColumnStore.draft(row),
        row.getBoolean("withdrawn"));
  }
}
