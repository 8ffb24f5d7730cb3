package org.foyal.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.Commitment.Audience;
import org.foyal.agreement.Commitment.Basis;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.Commitment.Latest;
import org.foyal.agreement.Commitment.Measure;
import org.foyal.agreement.Commitment.Said;
import org.foyal.agreement.Commitment.Theme;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Reads promises, from `agreement.commitment`.
@Repository
class CommitmentStore {
  /// [Standing#of] in SQL, for lists that filter and count; a test holds the two together.
  private static final String STATE =
      """
      case
        when c.declared = 'KEPT' then case when c.kept_on > c.due_on then 'KEPT_LATE' else 'KEPT' end
        when c.declared in ('ANNOUNCED', 'UNDER_WAY') and c.due_on < :today and c.known_on <= c.due_on
          then 'UNKNOWN'
        else c.declared
      end
      """;

  private static final String LATE = "(c.declared <> 'KEPT' and c.due_on < :today)";

  private static final String SELECT =
      """
      select c.*, p.name as party_name, p.of as party_of, p.example as party_example,
        a.title as agreement_title
      from agreement.commitment c
      join agreement.party p on p.code = c.party
      join agreement.agreement a on a.code = c.agreement
      """;

  /// Owed before kept; what is due first, or has been late longest, before the rest.
  private static final String MOST_PRESSING = " order by (c.declared = 'KEPT'), c.due_on, c.id";

  private final JdbcClient sql;

  CommitmentStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<Commitment> find(String code) {
    return sql.sql(SELECT + " where c.code = :code")
        .param("code", code)
        .query(CommitmentStore::row)
        .optional();
  }

  Optional<Commitment> find(long id) {
    return sql.sql(SELECT + " where c.id = :id")
        .param("id", id)
        .query(CommitmentStore::row)
        .optional();
  }

  /// One page of those asked for, the most pressing first.
  List<Commitment> list(Selection selection, LocalDate today, int from, int atMost) {
    return chosen(SELECT, selection, today, MOST_PRESSING + " limit :most offset :from")
        .param("most", atMost)
        .param("from", from)
        .query(CommitmentStore::row)
        .list();
  }

  /// Those of an agreement in the order in which it names them.
  List<Commitment> listInOrder(String agreement, int from, int atMost) {
    return sql.sql(
            SELECT
                + " where c.agreement = :agreement order by c.place, c.id"
                + " limit :most offset :from")
        .param("agreement", agreement)
        .param("most", atMost)
        .param("from", from)
        .query(CommitmentStore::row)
        .list();
  }

  /// The place after the last one that an agreement names.
  int nextPlace(String agreement) {
    return sql.sql(
            "select coalesce(max(place) + 1, 0) from agreement.commitment where agreement = :agreement")
        .param("agreement", agreement)
        .query(Integer.class)
        .single();
  }

  /// Those of these numbers.
  List<Commitment> list(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.sql(SELECT + " where c.id in (:ids)")
            .param("ids", ids)
            .query(CommitmentStore::row)
            .list();
  }

  /// The first of all agreements, in the order in which these name them, the newest one first.
  List<Commitment> listFirst(int atMost) {
    return sql.sql(SELECT + " order by c.signed_on desc, c.agreement, c.place, c.id limit :most")
        .param("most", atMost)
        .query(CommitmentStore::row)
        .list();
  }

  List<Commitment> listMeasured() {
    return sql.sql(SELECT + " where c.figure is not null order by c.id")
        .query(CommitmentStore::row)
        .list();
  }

  /// Those that someone must be reminded of: owed and due on one of these days.
  List<Commitment> listOwedOn(List<LocalDate> days) {
    return sql.sql(
            SELECT
                + " where c.declared not in ('KEPT', 'MISSED')"
                + " and c.due_on in (:days) order by c.id")
        .param("days", days)
        .query(CommitmentStore::row)
        .list();
  }

  /// The next ones after one, in the order in which they were entered.
  List<Commitment> listAfter(long id, int atMost) {
    return sql.sql(SELECT + " where c.id > :id order by c.id limit :most")
        .param("id", id)
        .param("most", atMost)
        .query(CommitmentStore::row)
        .list();
  }

  /// How many stand where, among those asked for, and how many of them are late; what a
  /// demonstration invented is not counted.
  Tally count(Selection selection, LocalDate today) {
    var states = new EnumMap<Standing.State, Integer>(Standing.State.class);
    int[] late = {0};
    chosen(
            "select "
                + STATE
                + " as state, "
                + LATE
                + " as late, count(*) as many"
                + " from agreement.commitment c",
            selection,
            today,
            " and not c.example group by 1, 2")
        .query(row -> {
          states.merge(
              Standing.State.valueOf(row.getString("state")), row.getInt("many"), Integer::sum);
          late[0] += row.getBoolean("late") ? row.getInt("many") : 0;
        });
    return new Tally(Map.copyOf(states), late[0]);
  }

  /// How many promises stand where.
  record Tally(Map<Standing.State, Integer> states, int late) {}

  private StatementSpec chosen(String start, Selection asked, LocalDate today, String end) {
    var where = new StringBuilder(" where (:today)::date is not null");
    asked.agreement().ifPresent(_ -> where.append(" and c.agreement = :agreement"));
    asked.theme().ifPresent(_ -> where.append(" and c.theme = :theme"));
    asked.audience().ifPresent(_ -> where.append(" and c.audiences @> array[:audience]::text[]"));
    asked.party().ifPresent(_ -> where.append(" and c.party = :party"));
    asked.owner().ifPresent(_ -> where.append(" and c.owner = :owner"));
    asked.state().ifPresent(_ -> where.append(" and ").append(STATE).append(" = :state"));
    if (asked.lateOnly()) {
      where.append(" and ").append(LATE);
    }
    var statement = sql.sql(start + where + end).param("today", today);
    asked.agreement().ifPresent(code -> statement.param("agreement", code));
    asked.theme().ifPresent(theme -> statement.param("theme", theme.name()));
    asked.audience().ifPresent(audience -> statement.param("audience", audience.name()));
    asked.party().ifPresent(party -> statement.param("party", party));
    asked.owner().ifPresent(owner -> statement.param("owner", owner));
    asked.state().ifPresent(state -> statement.param("state", state.name()));
    return statement;
  }

  private static Commitment row(ResultSet row, int number) throws SQLException {
    return new Commitment(
        row.getLong("id"),
        row.getString("code"),
        row.getString("agreement"),
        Told.ofJson(row.getString("agreement_title")),
        AgreementStore.party(row, "party"),
        Optional.ofNullable(row.getObject("owner", UUID.class)),
        said(row),
        new Latest(
            Declared.valueOf(row.getString("declared")),
            AgreementStore.day(row, "known").orElseThrow(),
            Optional.ofNullable(row.getObject("kept_on", LocalDate.class)),
            Basis.valueOf(row.getString("basis"))),
        measure(row),
        row.getInt("place"),
        row.getBoolean("example"),
        row.getInt("version"),
        row.getTimestamp("changed_at").toInstant());
  }

  private static Said said(ResultSet row) throws SQLException {
    return new Said(
        Told.ofJson(row.getString("title")),
        Optional.ofNullable(row.getString("terms")),
        AgreementStore.told(row, "plain"),
        Theme.valueOf(row.getString("theme")),
        audiences(row),
        AgreementStore.day(row, "announced").orElseThrow(),
        AgreementStore.day(row, "due"),
        AgreementStore.source(row).orElseThrow(),
        Optional.ofNullable(row.getString("door")));
  }

  private static Set<Audience> audiences(ResultSet row) throws SQLException {
    var names = (String[]) row.getArray("audiences").getArray();
    return Arrays.stream(names).map(Audience::valueOf).collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Measure> measure(ResultSet row) throws SQLException {
    var key = row.getString("figure");
    var target = row.getBigDecimal("figure_target");
    return key == null
        ? Optional.empty()
        : Optional.of(
            new Measure(
                key,
                row.getString("figure_area"),
                target == null ? OptionalDouble.empty() : OptionalDouble.of(target.doubleValue())));
  }
}
