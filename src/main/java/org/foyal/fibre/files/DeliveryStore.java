package org.foyal.fibre.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.files.reading.Layout;
import org.foyal.fibre.files.reading.Row.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was delivered and what of it was refused, in `fibre.delivery` and `fibre.refused_row`.
@Repository
class DeliveryStore {
  private final JdbcClient sql;

  DeliveryStore(JdbcClient sql) {
    this.sql = sql;
  }

  long add(FileOrder order, Report report, String sha256, String by, Instant now) {
    var counts = report.counts();
    return sql.sql(
            """
            insert into fibre.delivery (kind, operator, file_name, sha256, as_of, learned_at,
              brought_by, rows_read, rows_added, rows_changed, rows_gone, rows_same, rows_aside,
              rows_questioned, rows_refused, example)
            values (:kind, :operator, :file, :sha256, :asOf, :now, :by, :read, :added, :changed, :gone,
              :same, :aside, :questioned, :refused, :example)
            returning id
            """)
        .param("kind", report.layout().name())
        .param("operator", report.operator().orElse(null))
        .param("file", order.fileName())
        .param("sha256", sha256)
        .param("asOf", report.asOf())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("read", counts.read())
        .param("added", counts.added())
        .param("changed", counts.changed())
        .param("gone", counts.gone())
        .param("same", counts.same())
        .param("aside", counts.aside())
        .param("questioned", counts.questioned())
        .param("refused", counts.refused())
        .param("example", order.terms().example())
        .query(Long.class)
        .single();
  }

  void keep(long delivery, List<Refused> refused) {
    for (var one : refused) {
      sql.sql(
              """
              insert into fibre.refused_row (delivery, line, reason, arguments, excerpt)
              values (:delivery, :line, :reason, :arguments, :excerpt) on conflict do nothing
              """)
          .param("delivery", delivery)
          .param("line", one.line())
          .param("reason", one.reason())
          .param("arguments", one.arguments().toArray(String[]::new))
          .param("excerpt", one.excerpt())
          .update();
    }
  }

  List<Refused> refusedBy(long delivery) {
    return sql.sql(
            """
            select line, reason, arguments, excerpt from fibre.refused_row
            where delivery = :delivery order by line, reason
            """)
        .param("delivery", delivery)
        .query((row, _) ->
            new Refused(
                row.getLong(1),
                row.getString(2),
                List.of((String[]) row.getArray(3).getArray()),
                row.getString(4)))
        .list();
  }

  /// The day of the latest file of a kind that stands.
  Optional<LocalDate> latest(Layout layout, Optional<String> operator) {
    return sql.sql(
            """
            select as_of from fibre.delivery
            where kind = :kind and operator is not distinct from :operator::text and undone_at is null
            order by as_of desc limit 1
            """)
        .param("kind", layout.name())
        .param("operator", operator.orElse(null))
        .query(LocalDate.class)
        .optional();
  }

  /// A later delivery of the same kind that stands.
  Optional<Long> laterThan(Delivery one) {
    return sql.sql(
            """
            select id from fibre.delivery
            where kind = :kind and operator is not distinct from :operator::text and undone_at is null
              and id > :id order by id limit 1
            """)
        .param("kind", one.layout().name())
        .param("operator", one.operator().orElse(null))
        .param("id", one.id())
        .query(Long.class)
        .optional();
  }

  /// The latest ones, the newest first.
  ///
  /// @param operator whose; empty: everybody's
  List<Delivery> list(Optional<String> operator, int atMost) {
    return sql.sql(
            """
            select * from fibre.delivery where :all or operator = :operator
            order by id desc limit :most
            """)
        .param("all", operator.isEmpty())
        .param("operator", operator.orElse(""))
        .param("most", atMost)
        .query(DeliveryStore::delivery)
        .list();
  }

  boolean has(String fileName) {
    return sql.sql("select exists (select 1 from fibre.delivery where file_name = :file)")
        .param("file", fileName)
        .query(Boolean.class)
        .single();
  }

  Optional<Delivery> find(long id) {
    return sql.sql("select * from fibre.delivery where id = :id")
        .param("id", id)
        .query(DeliveryStore::delivery)
        .optional();
  }

  private static Delivery delivery(ResultSet row, int n) throws SQLException {
    var undone = row.getObject("undone_at", OffsetDateTime.class);
    return new Delivery(
        row.getLong("id"),
        Layout.valueOf(row.getString("kind")),
        Optional.ofNullable(row.getString("operator")),
        row.getString("file_name"),
        row.getObject("as_of", LocalDate.class),
        row.getObject("learned_at", OffsetDateTime.class).toInstant(),
        row.getString("brought_by"),
        new Report.Counts(
            row.getLong("rows_read"),
            row.getLong("rows_added"),
            row.getLong("rows_changed"),
            row.getLong("rows_gone"),
            row.getLong("rows_same"),
            row.getLong("rows_aside"),
            row.getLong("rows_questioned"),
            row.getLong("rows_refused"),
            0),
        row.getBoolean("example"),
        undone == null
            ? Optional.empty()
            : Optional.of(new Delivery.Undone(undone.toInstant(), row.getString("undone_by"))));
  }

  void undone(long id, String by, Instant now) {
    sql.sql("update fibre.delivery set undone_at = :now, undone_by = :by where id = :id")
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("by", by)
        .param("id", id)
        .update();
  }
}
