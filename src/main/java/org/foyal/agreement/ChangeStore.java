package org.foyal.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.agreement.Change.Kind;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The history, in `agreement.change`; the database lets nobody edit it.
@Repository
class ChangeStore {
  private static final String SELECT =
      """
      select h.*, c.code as commitment_code, coalesce(c.title, a.title) as title, p.name as party_name
      from agreement.change h
      join agreement.agreement a on a.code = h.agreement
      left join agreement.commitment c on c.id = h.commitment
      left join agreement.party p on p.code = h.party
      """;

  private final JdbcClient sql;

  ChangeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A line about to be written.
  ///
  /// @param before what was overwritten, as JSON
  record Line(
      String agreement,
      @Nullable Long commitment,
      Kind kind,
      Change.@Nullable State state,
      @Nullable Told about,
      @Nullable Told why,
      @Nullable Source source,
      @Nullable String party,
      @Nullable UUID by,
      Change.Origin origin,
      @Nullable String before,
      boolean example) {}

  void append(Instant at, Line line) {
    var state = line.state();
    var source = line.source();
    // one writer at a time until the commit, so that a higher number is never seen before a lower
    sql.sql("select pg_advisory_xact_lock(20180406)").query((row, _) -> row.getRow()).list();
    sql.sql(
            """
            insert into agreement.change (agreement, commitment, kind, at, declared, known_on, known_unit,
              kept_on, source_title, source_address, source_on, about, why, party, by_account, origin,
              before, example)
            values (:agreement, :commitment, :kind, :at, :declared, :knownOn, :knownUnit,
              :keptOn, :sourceTitle, :sourceAddress, :sourceOn,
              :about::jsonb, :why::jsonb, :party, :by, :origin,
              :before::jsonb, :example)
            """)
        .param("agreement", line.agreement())
        .param("commitment", line.commitment(), Types.BIGINT)
        .param("kind", line.kind().name())
        .param("at", Timestamp.from(at))
        .param("declared", state == null ? null : state.declared().name())
        .param("knownOn", state == null ? null : state.knownOn(), Types.DATE)
        .param("knownUnit", state == null ? null : state.known().unit().name())
        .param("sourceTitle", source == null ? null : source.title())
        .param("sourceAddress", source == null ? null : source.address().orElse(null))
        .param("sourceOn", source == null ? null : source.on().orElse(null), Types.DATE)
        .param("keptOn", state == null ? null : state.keptOn().orElse(null), Types.DATE)
        .param("about", line.about() == null ? null : line.about().json())
        .param("why", line.why() == null ? null : line.why().json())
        .param("party", line.party())
        .param("by", line.by(), Types.OTHER)
        .param("origin", line.origin().name())
        .param("before", line.before())
        .param("example", line.example())
        .update();
  }

  /// The history of a promise, newest first.
  List<Change> of(long commitment, int from, int atMost) {
    return sql.sql(
            SELECT
                + " where h.commitment = :commitment order by h.id desc"
                + " limit :most offset :from")
        .param("commitment", commitment)
        .param("most", atMost)
        .param("from", from)
        .query(ChangeStore::row)
        .list();
  }

  /// What was last said of where a promise stands, newest first.
  List<Change> statesOf(long commitment, int atMost) {
    return sql.sql(
            SELECT
                + " where h.commitment = :commitment and h.kind in ('STATE', 'LIVE', 'FELL_BACK')"
                + " order by h.id desc limit :most")
        .param("commitment", commitment)
        .param("most", atMost)
        .query(ChangeStore::row)
        .list();
  }

  /// What changed from one moment to another, newest first.
  ///
  /// @param withFiles whether what was entered from a file is asked for too
  List<Change> between(Instant from, Instant to, boolean withFiles, int atMost) {
    return sql.sql(
            SELECT
                + " where h.at >= :from and h.at < :to and (:files or h.origin <> 'FILE')"
                + " order by h.at desc, h.id desc limit :most")
        .param("files", withFiles)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .param("most", atMost)
        .query(ChangeStore::row)
        .list();
  }

  int countBetween(Instant from, Instant to, boolean withFiles) {
    return sql.sql(
            """
            select count(*) from agreement.change
            where at >= :from and at < :to and (:files or origin <> 'FILE')
            """)
        .param("files", withFiles)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(Integer.class)
        .single();
  }

  /// The next states that were said after a line of the history, the oldest first.
  List<Change> statesAfter(long id, int atMost) {
    return sql.sql(
            SELECT
                + " where h.kind in ('STATE', 'LIVE', 'FELL_BACK') and h.id > :id"
                + " order by h.id limit :most")
        .param("id", id)
        .param("most", atMost)
        .query(ChangeStore::row)
        .list();
  }

  /// The promises of which something was written from one moment to another, files left out.
  List<Long> promisesBetween(Instant from, Instant to) {
    return sql.sql(
            """
            select distinct commitment from agreement.change
            where at >= :from and at < :to and origin <> 'FILE' and commitment is not null
            order by commitment
            """)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(Long.class)
        .list();
  }

  /// What was written of one promise from one moment to another, newest first, files left out.
  List<Change> of(long commitment, Instant from, Instant to) {
    return sql.sql(
            SELECT
                + " where h.commitment = :commitment and h.at >= :from and h.at < :to"
                + " and h.origin <> 'FILE' order by h.id desc")
        .param("commitment", commitment)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .query(ChangeStore::row)
        .list();
  }

  /// What somebody last said of a promise; a figure's word does not count.
  Optional<Change.State> lastDeclared(long commitment) {
    return sql.sql(
            """
            select declared, known_on, known_unit, kept_on from agreement.change
            where commitment = :commitment and kind = 'STATE' order by id desc limit 1
            """)
        .param("commitment", commitment)
        .query((row, _) -> state(row).orElseThrow())
        .optional();
  }

  /// What the newest figure was said to be.
  Optional<Told> lastAbout(long commitment) {
    return sql.sql(
            """
            select about from agreement.change
            where commitment = :commitment and kind = 'LIVE' order by id desc limit 1
            """)
        .param("commitment", commitment)
        .query((row, _) -> AgreementStore.told(row, "about"))
        .optional()
        .flatMap(about -> about);
  }

  /// The last line: when, and its number, which tells the version of the whole register.
  Optional<Last> last() {
    return sql.sql("select id, at from agreement.change order by id desc limit 1")
        .query((row, _) -> new Last(row.getLong("id"), row.getTimestamp("at").toInstant()))
        .optional();
  }

  /// The last line of the history.
  record Last(long id, Instant at) {}

  private static Change row(ResultSet row, int number) throws SQLException {
    var commitment = row.getObject("commitment", Long.class);
    return new Change(
        row.getLong("id"),
        row.getString("agreement"),
        commitment,
        row.getString("commitment_code"),
        Told.ofJson(row.getString("title")),
        Kind.valueOf(row.getString("kind")),
        row.getTimestamp("at").toInstant(),
        state(row),
        AgreementStore.told(row, "about"),
        AgreementStore.told(row, "why"),
        AgreementStore.source(row),
        Change.Origin.valueOf(row.getString("origin")),
        Optional.ofNullable(row.getObject("by_account", UUID.class)),
        Optional.ofNullable(row.getString("party_name")),
        row.getBoolean("example"));
  }

  private static Optional<Change.State> state(ResultSet row) throws SQLException {
    var declared = row.getString("declared");
    return declared == null
        ? Optional.empty()
        : Optional.of(
            new Change.State(
                Declared.valueOf(declared),
                AgreementStore.day(row, "known").orElseThrow(),
                Optional.ofNullable(row.getObject("kept_on", LocalDate.class))));
  }
}
