package org.foyal.cases.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The days on which the city is closed, in `cases.closed_day`, and what is promised for them.
@Repository
class ClosedDayStore {
  private final JdbcClient sql;

  ClosedDayStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Those from a day on.
  List<ClosedDay> list(LocalDate from) {
    return sql.sql("select day, name from cases.closed_day where day >= :from order by day")
        .param("from", from)
        .query(
            (row, _) -> new ClosedDay(row.getObject("day", LocalDate.class), row.getString("name")))
        .list();
  }

  Set<LocalDate> days() {
    return new HashSet<>(sql.sql("select day from cases.closed_day").query(LocalDate.class).list());
  }

  /// Adds one; false when it is there.
  boolean add(ClosedDay made) {
    return sql.sql(
                "insert into cases.closed_day (day, name) values (:day, :name) on conflict do nothing")
            .param("day", made.day())
            .param("name", made.name())
            .update()
        == 1;
  }

  /// Takes one out; false when it is not there.
  boolean remove(LocalDate day) {
    return sql.sql("delete from cases.closed_day where day = :day").param("day", day).update() == 1;
  }

  /// How many open cases are promised for a day.
  int promised(LocalDate day) {
    return sql.sql(
            "select count(*) from cases.case_file where state <> 'CLOSED' and promised_on = :day")
        .param("day", day)
        .query(Integer.class)
        .single();
  }
}
