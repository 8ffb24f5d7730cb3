package org.foyal.fablab.kits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.fablab.kits.Loan.Back;
import org.foyal.fablab.kits.Loan.Sensor;
import org.foyal.kernel.Reference;
import org.foyal.shell.language.Told;
import org.foyal.things.showing.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Kits and loans, in `fablab.kit` and `fablab.kit_loan`.
@Repository
class KitStore {
  private final JdbcClient sql;

  KitStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Kit> list() {
    return sql.sql("select * from fablab.kit order by title ->> 'fr', id")
        .query(KitStore::kit)
        .list();
  }

  List<Kit> of(UUID member) {
    return sql.sql(
            """
            select k.* from fablab.kit k join fablab.kit_loan l on l.kit = k.id
            where l.member = :member order by l.lent_at desc limit 20
            """)
        .param("member", member)
        .query(KitStore::kit)
        .list();
  }

  Optional<Kit> find(UUID id) {
    return sql.sql("select * from fablab.kit where id = :id")
        .param("id", id)
        .query(KitStore::kit)
        .optional();
  }

  /// Holds a kit until the transaction ends.
  Optional<Kit> lockKit(UUID id) {
    return sql.sql("select * from fablab.kit where id = :id for update")
        .param("id", id)
        .query(KitStore::kit)
        .optional();
  }

  void add(Kit made) {
    with(
            made,
            sql.sql(
                """
                insert into fablab.kit
                  (id, title, about, contents, steps, measures, boxes, loan_days, active, example)
                values (:id, :title::jsonb, :about::jsonb, :contents::jsonb, :steps::jsonb,
                  :measures, :boxes, :days, :active, :example)
                on conflict (id) do nothing
                """))
        .param("example", made.example())
        .update();
  }

  /// False where somebody else wrote first.
  boolean update(Kit made) {
    return with(
                made,
                sql.sql(
                    """
                    update fablab.kit set title = :title::jsonb, about = :about::jsonb,
                      contents = :contents::jsonb, steps = :steps::jsonb, measures = :measures,
                      boxes = :boxes, loan_days = :days, active = :active, version = version + 1
                    where id = :id and version = :version
                    """))
            .param("version", made.version())
            .update()
        == 1;
  }

  private static StatementSpec with(Kit made, StatementSpec statement) {
    return statement
        .param("id", made.id())
        .param("title", made.texts().title().json())
        .param("about", made.texts().about().json())
        .param("contents", made.texts().contents().json())
        .param("steps", made.texts().steps().json())
        .param("measures", made.measures().stream().map(Measure::code).toArray(String[]::new))
        .param("boxes", made.boxes())
        .param("days", made.loan_days())
        .param("active", made.active());
  }

  /// Lends the first box that is in; nothing where none is. Of two at once the index lets one.
  Optional<Integer> lend(Loan made, @Nullable UUID by) {
    return sql.sql(
            """
            insert into fablab.kit_loan
              (id, reference, kit, box, member, lent_at, lent_by, due_on, example)
            select :id, :reference, k.id, n.number, :member, :at, :by, :due, :example
            from fablab.kit k, generate_series(1, k.boxes) as n (number)
            where k.id = :kit and not exists (
              select from fablab.kit_loan l
              where l.kit = k.id and l.box = n.number and l.returned_at is null)
            order by n.number limit 1
            on conflict do nothing
            returning box
            """)
        .param("id", made.id())
        .param("reference", made.reference().signs())
        .param("kit", made.kit())
        .param("member", made.member())
        .param("at", made.lentAt().atOffset(ZoneOffset.UTC))
        .param("by", by, java.sql.Types.OTHER)
        .param("due", made.dueOn())
        .param("example", made.example())
        .query(Integer.class)
        .optional();
  }

  /// How many boxes of a kit are lent.
  int out(UUID kit) {
    return sql.sql("select count(*) from fablab.kit_loan where kit = :kit and returned_at is null")
        .param("kit", kit)
        .query(Integer.class)
        .single();
  }

  Optional<Loan> findLoan(UUID id) {
    return loan("id = :it", id);
  }

  Optional<Loan> findLoan(Reference reference) {
    return loan("reference = :it", reference.signs());
  }

  Optional<Loan> findLoanOfThing(long thing) {
    return loan("thing = :it", thing);
  }

  /// Holds a loan until the transaction ends.
  Optional<Loan> lock(UUID id) {
    return loan("id = :it for update", id);
  }

  private Optional<Loan> loan(String where, Object it) {
    return sql.sql("select * from fablab.kit_loan where " + where)
        .param("it", it)
        .query(KitStore::loan)
        .optional();
  }

  /// Those that are lent, whoever should be back first; then those that came back last.
  List<Loan> loans(int most) {
    return sql.sql(
            """
            select * from fablab.kit_loan
            order by returned_at is not null, case when returned_at is null then due_on end,
              returned_at desc, id
            limit :most
            """)
        .param("most", most)
        .query(KitStore::loan)
        .list();
  }

  /// Those that are lent and should be back by a day.
  List<Loan> dueBy(LocalDate day) {
    return sql.sql(
            """
            select * from fablab.kit_loan where returned_at is null and due_on <= :day
            order by due_on, id
            """)
        .param("day", day)
        .query(KitStore::loan)
        .list();
  }

  void built(UUID id, Instant at) {
    sql.sql("update fablab.kit_loan set built_at = coalesce(built_at, :at) where id = :id")
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  void connected(UUID id, Sensor sensor, Instant at) {
    sql.sql(
            """
            update fablab.kit_loan set device = :device, thing = :thing, connected_at = :at,
              built_at = coalesce(built_at, :at)
            where id = :id
            """)
        .param("device", sensor.device())
        .param("thing", sensor.thing())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  void prolong(UUID id, LocalDate until) {
    sql.sql("update fablab.kit_loan set due_on = :until where id = :id and returned_at is null")
        .param("until", until)
        .param("id", id)
        .update();
  }

  void back(UUID id, Back back) {
    sql.sql(
            """
            update fablab.kit_loan set returned_at = :at, came_back = :state, words = :words
            where id = :id and returned_at is null
            """)
        .param("at", back.at().atOffset(ZoneOffset.UTC))
        .param("state", back.state().name())
        .param("words", back.words().orElse(null), java.sql.Types.VARCHAR)
        .param("id", id)
        .update();
  }

  private static Kit kit(ResultSet row, int number) throws SQLException {
    var measures =
        Stream.of((String[]) row.getArray("measures").getArray())
            .flatMap(word -> Measure.find(word).stream())
            .toList();
    return new Kit(
        row.getObject("id", UUID.class),
        new Kit.Texts(
            Told.ofJson(row.getString("title")),
            Told.ofJson(row.getString("about")),
            Told.ofJson(row.getString("contents")),
            Told.ofJson(row.getString("steps"))),
        measures,
        row.getInt("boxes"),
        row.getInt("loan_days"),
        row.getBoolean("active"),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static Loan loan(ResultSet row, int number) throws SQLException {
    var device = row.getObject("device", UUID.class);
    var back = instant(row, "returned_at");
    return new Loan(
        row.getObject("id", UUID.class),
        new Reference(row.getString("reference")),
        row.getObject("kit", UUID.class),
        row.getInt("box"),
        row.getObject("member", UUID.class),
        instant(row, "lent_at").orElseThrow(),
        row.getObject("due_on", LocalDate.class),
        instant(row, "built_at"),
        device == null ? Optional.empty() : Optional.of(new Sensor(device, row.getLong("thing"))),
        back.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Back(
                    back.get(),
                    Loan.State.valueOf(row.getString("came_back")),
                    Optional.ofNullable(row.getString("words")))),
        row.getBoolean("example"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
