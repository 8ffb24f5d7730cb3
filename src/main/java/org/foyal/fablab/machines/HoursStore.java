package org.foyal.fablab.machines;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When the lab is open, in `fablab.opening_hours`, and when it is not, in `fablab.closed_day`.
@Repository
class HoursStore {
  private final JdbcClient sql;

  HoursStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<WeeklyHours> list() {
    return sql.sql("select * from fablab.opening_hours order by weekday, opens, id")
        .query(HoursStore::hours)
        .list();
  }

  boolean add(WeeklyHours made) {
    return with(
                made,
                """
                insert into fablab.opening_hours (id, weekday, opens, closes, kind, since, until, example)
                values (:id, :weekday, :opens, :closes, :kind, :since, :until, :example)
                on conflict do nothing
                """)
            .update()
        == 1;
  }

  boolean update(WeeklyHours made) {
    return with(
                made,
                """
                update fablab.opening_hours set weekday = :weekday, opens = :opens, closes = :closes,
                  kind = :kind, since = :since, until = :until, version = version + 1
                where id = :id and version = :version
                """)
            .update()
        == 1;
  }

  void remove(UUID id) {
    sql.sql("delete from fablab.opening_hours where id = :id").param("id", id).update();
  }

  private JdbcClient.StatementSpec with(WeeklyHours made, String statement) {
    return sql.sql(statement)
        .param("id", made.id())
        .param("weekday", made.weekday().getValue())
        .param("opens", made.opens())
        .param("closes", made.closes())
        .param("kind", made.kind().name())
        .param("since", made.since())
        .param("until", made.until().orElse(null), Types.DATE)
        .param("example", made.example())
        .param("version", made.version());
  }

  Map<LocalDate, String> closed() {
    var days = new TreeMap<LocalDate, String>();
    sql.sql("select day, why from fablab.closed_day order by day")
        .query(row -> {
          days.put(row.getObject("day", LocalDate.class), row.getString("why"));
        });
    return days;
  }

  void close(LocalDate day, String why, boolean example) {
    sql.sql(
            """
            insert into fablab.closed_day (day, why, example) values (:day, :why, :example)
            on conflict (day) do update set why = excluded.why
            """)
        .param("day", day)
        .param("why", why)
        .param("example", example)
        .update();
  }

  void open(LocalDate day) {
    sql.sql("delete from fablab.closed_day where day = :day").param("day", day).update();
  }

  private static WeeklyHours hours(ResultSet row, int number) throws SQLException {
    return new WeeklyHours(
        row.getObject("id", UUID.class),
        DayOfWeek.of(row.getInt("weekday")),
        row.getObject("opens", LocalTime.class),
        row.getObject("closes", LocalTime.class),
        Opening.Kind.valueOf(row.getString("kind")),
        row.getObject("since", LocalDate.class),
        Optional.ofNullable(row.getObject("until", LocalDate.class)),
        row.getBoolean("example"),
        row.getInt("version"));
  }
}
