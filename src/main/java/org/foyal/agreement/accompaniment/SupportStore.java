package org.foyal.agreement.accompaniment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.agreement.Day;
import org.foyal.agreement.Party;
import org.foyal.agreement.Source;
import org.foyal.agreement.accompaniment.Accompaniment.Edit;
import org.foyal.agreement.accompaniment.Accompaniment.Sum;
import org.foyal.agreement.accompaniment.Support.Kind;
import org.foyal.agreement.accompaniment.Support.Progress;
import org.foyal.agreement.accompaniment.Support.State;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about support, in `agreement.support`. Each change names the version that it was made
/// from.
@Repository
class SupportStore {
  private static final String SELECT =
      """
      select s.*, c.code as commitment_code,
        g.name as giver_name, g.of as giver_of, g.example as giver_example,
        r.name as receiver_name, r.of as receiver_of, r.example as receiver_example
      from agreement.support s
      join agreement.party g on g.code = s.giver
      join agreement.party r on r.code = s.receiver
      left join agreement.commitment c on c.id = s.commitment
      """;

  private static final String BY_DATE =
      " order by coalesce(s.done_on, s.planned_on, 'infinity'), s.id";

  private final JdbcClient sql;

  SupportStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Support> of(String agreement, int from, int atMost) {
    return sql.sql(
            SELECT + " where s.agreement = :agreement" + BY_DATE + " offset :from limit :atMost")
        .param("agreement", agreement)
        .param("from", from)
        .param("atMost", atMost)
        .query(SupportStore::row)
        .list();
  }

  /// How many stand before one in the list of its agreement.
  int countBefore(long id) {
    return sql.sql(
            """
            select count(*) from agreement.support one
            join agreement.support s on s.agreement = one.agreement
              and (coalesce(s.done_on, s.planned_on, 'infinity'), s.id)
                < (coalesce(one.done_on, one.planned_on, 'infinity'), one.id)
            where one.id = :id
            """)
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /// Those that still wait: asked, planned, or done and not confirmed by both sides.
  List<Support> openOf(String agreement) {
    return sql.sql(
            SELECT
                + " where s.agreement = :agreement and s.state <> 'DROPPED'"
                + " and (s.giver_confirmed is null or s.receiver_confirmed is null)"
                + BY_DATE)
        .param("agreement", agreement)
        .query(SupportStore::row)
        .list();
  }

  Sum sum(String agreement) {
    return sql.sql(
            """
            select count(*) as all,
              count(*) filter (where giver_confirmed is not null and receiver_confirmed is not null)
                as confirmed,
              coalesce(sum(hours), 0) as hours, count(hours) as with_hours,
              coalesce(sum(value_cents), 0) as value_cents, count(value_cents) as with_value
            from agreement.support
            where agreement = :agreement and not example and state <> 'DROPPED'
            """)
        .param("agreement", agreement)
        .query((row, _) ->
            new Sum(
                row.getInt("all"),
                row.getInt("confirmed"),
                row.getBigDecimal("hours"),
                row.getInt("with_hours"),
                row.getLong("value_cents"),
                row.getInt("with_value")))
        .single();
  }

  Optional<Support> find(long id) {
    return sql.sql(SELECT + " where s.id = :id")
        .param("id", id)
        .query(SupportStore::row)
        .optional();
  }

  long add(Support made, LocalDate signedOn) {
    return sql.sql(
            """
            insert into agreement.support (agreement, signed_on, commitment, giver, receiver, kind, title,
              next_step, state, planned_on, planned_unit, done_on, hours, value_cents, source_title,
              source_address, source_on, example)
            values (:agreement, :signedOn,
              (select id from agreement.commitment where code = :commitment and agreement = :agreement),
              :giver, :receiver, :kind, :title::jsonb, :nextStep::jsonb, :state, :plannedOn,
              :plannedUnit, :doneOn, :hours, :value, :sourceTitle, :sourceAddress, :sourceOn, :example)
            returning id
            """)
        .param("agreement", made.agreement())
        .param("signedOn", signedOn)
        .param("commitment", made.commitment().orElse(null), Types.VARCHAR)
        .param("giver", made.giver().code())
        .param("receiver", made.receiver().code())
        .param("kind", made.kind().name())
        .param("title", made.title().json())
        .param("nextStep", made.nextStep().map(Told::json).orElse(null), Types.VARCHAR)
        .param("state", made.progress().state().name())
        .param("plannedOn", made.progress().planned().map(Day::on).orElse(null), Types.DATE)
        .param(
            "plannedUnit",
            made.progress().planned().map(day -> day.unit().name()).orElse(null),
            Types.VARCHAR)
        .param("doneOn", made.progress().doneOn(), Types.DATE)
        .param("hours", made.hours().orElse(null), Types.NUMERIC)
        .param("value", made.value_cents().orElse(null), Types.BIGINT)
        .param("sourceTitle", made.source().map(Source::title).orElse(null), Types.VARCHAR)
        .param("sourceAddress", made.source().flatMap(Source::address).orElse(null), Types.VARCHAR)
        .param("sourceOn", made.source().flatMap(Source::on).orElse(null), Types.DATE)
        .param("example", made.example())
        .query(Long.class)
        .single();
  }

  /// Writes what changed; what one side had confirmed is confirmed no more, what both had stays.
  boolean edit(Support from, Edit to) {
    return sql.sql(
                """
                update agreement.support set state = :state, planned_on = :plannedOn,
                  planned_unit = :plannedUnit, done_on = :doneOn, title = :title::jsonb,
                  next_step = :nextStep::jsonb, hours = :hours, value_cents = :value,
                  source_title = :sourceTitle, source_address = :sourceAddress,
                  source_on = :sourceOn, giver_confirmed = null, giver_by = null,
                  receiver_confirmed = null, receiver_by = null, version = version + 1
                where id = :id and version = :version
                  and (giver_confirmed is null or receiver_confirmed is null)
                """)
            .param("state", to.state().name())
            .param("plannedOn", to.planned().map(Day::on).orElse(null), Types.DATE)
            .param(
                "plannedUnit",
                to.planned().map(day -> day.unit().name()).orElse(null),
                Types.VARCHAR)
            .param("doneOn", to.doneOn().orElse(null), Types.DATE)
            .param("title", to.title().json())
            .param("nextStep", to.nextStep().map(Told::json).orElse(null), Types.VARCHAR)
            .param("hours", to.hours().orElse(null), Types.NUMERIC)
            .param("value", to.value_cents().orElse(null), Types.BIGINT)
            .param("sourceTitle", to.source().map(Source::title).orElse(null), Types.VARCHAR)
            .param(
                "sourceAddress", to.source().flatMap(Source::address).orElse(null), Types.VARCHAR)
            .param("sourceOn", to.source().flatMap(Source::on).orElse(null), Types.DATE)
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  /// Notes that the giver says it was done; once.
  boolean confirmByGiver(Support from, UUID account, Instant at) {
    return sql.sql(
                """
                update agreement.support set giver_confirmed = :at, giver_by = :by, version = version + 1
                where id = :id and version = :version and giver_confirmed is null
                  and receiver_by is distinct from :by
                """)
            .param("at", Timestamp.from(at))
            .param("by", account)
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  /// Notes that the receiver says it was done; once.
  boolean confirmByReceiver(Support from, UUID account, Instant at) {
    return sql.sql(
                """
                update agreement.support set receiver_confirmed = :at, receiver_by = :by,
                  version = version + 1
                where id = :id and version = :version and receiver_confirmed is null
                  and giver_by is distinct from :by
                """)
            .param("at", Timestamp.from(at))
            .param("by", account)
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  private static Support row(ResultSet row, int number) throws SQLException {
    var doneOn = row.getObject("done_on", LocalDate.class);
    return new Support(
        row.getLong("id"),
        row.getString("agreement"),
        Optional.ofNullable(row.getString("commitment_code")),
        party(row, "giver"),
        party(row, "receiver"),
        Kind.valueOf(row.getString("kind")),
        Told.ofJson(row.getString("title")),
        Optional.ofNullable(row.getString("next_step")).map(Told::ofJson),
        new Progress(
            State.valueOf(row.getString("state")),
            planned(row),
            doneOn,
            row.getTimestamp("giver_confirmed") != null,
            row.getTimestamp("receiver_confirmed") != null),
        Optional.ofNullable(row.getBigDecimal("hours")),
        Optional.ofNullable(row.getObject("value_cents", Long.class)),
        source(row),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static Optional<Day> planned(ResultSet row) throws SQLException {
    var on = row.getObject("planned_on", LocalDate.class);
    return on == null
        ? Optional.empty()
        : Optional.of(new Day(on, Day.Unit.valueOf(row.getString("planned_unit"))));
  }

  private static Optional<Source> source(ResultSet row) throws SQLException {
    var title = row.getString("source_title");
    return title == null
        ? Optional.empty()
        : Optional.of(
            new Source(
                title,
                Optional.ofNullable(row.getString("source_address")),
                Optional.ofNullable(row.getObject("source_on", LocalDate.class))));
  }

  private static Party party(ResultSet row, String column) throws SQLException {
    return new Party(
        row.getString(column),
        row.getString(column + "_name"),
        Optional.ofNullable(row.getString(column + "_of")),
        row.getBoolean(column + "_example"));
  }
}
