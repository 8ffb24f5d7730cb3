package org.foyal.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.agreement.Agreement.Amendment;
import org.foyal.agreement.Agreement.Quote;
import org.foyal.agreement.Agreement.Signatory;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Agreements with what hangs on them, in `agreement.agreement`, `signatory`, `quote` and
/// `amendment`; it reads `party` and `delegate`, which [PartyStore] writes.
@Repository
class AgreementStore {
  private final JdbcClient sql;

  AgreementStore(JdbcClient sql) {
    this.sql = sql;
  }

  List<Agreement> list() {
    return sql.sql("select * from agreement.agreement order by signed_on desc, code")
        .query(AgreementStore::row)
        .list();
  }

  Optional<Agreement> find(String code) {
    return sql.sql("select * from agreement.agreement where code = :code")
        .param("code", code)
        .query(AgreementStore::row)
        .optional();
  }

  List<Party> parties() {
    return sql.sql(
            """
            select code as party, name as party_name, of as party_of, example as party_example
            from agreement.party order by coalesce(of, code), of nulls first, name
            """)
        .query((row, _) -> party(row, "party"))
        .list();
  }

  List<Signatory> signatories(String agreement) {
    return sql.sql(
            """
            select s.*, p.name as party_name, p.of as party_of, p.example as party_example
            from agreement.signatory s join agreement.party p on p.code = s.party
            where s.agreement = :agreement order by s.place, s.party
            """)
        .param("agreement", agreement)
        .query((row, _) ->
            new Signatory(
                party(row, "party"),
                Told.ofJson(row.getString("part")),
                row.getBoolean("signs"),
                row.getInt("version")))
        .list();
  }

  List<Quote> quotes(String agreement) {
    return sql.sql("select * from agreement.quote where agreement = :agreement order by place")
        .param("agreement", agreement)
        .query((row, _) ->
            new Quote(
                row.getString("speaker"),
                Told.ofJson(row.getString("capacity")),
                row.getString("words"),
                row.getBoolean("verbatim"),
                source(row).orElseThrow()))
        .list();
  }

  List<Amendment> amendments(String agreement) {
    return sql.sql(
            """
            select *, null::date as source_on from agreement.amendment
            where agreement = :agreement order by agreed_on, id
            """)
        .param("agreement", agreement)
        .query((row, _) ->
            new Amendment(
                row.getObject("agreed_on", LocalDate.class),
                Amendment.Kind.valueOf(row.getString("kind")),
                Told.ofJson(row.getString("about")),
                Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
                source(row).orElseThrow()))
        .list();
  }

  boolean add(Agreement agreement) {
    return sql.sql(
                """
                insert into agreement.agreement (code, title, about, signed_on, signed_unit, ends_on,
                  text_read, source_title, source_address, source_on, example)
                values (:code, :title::jsonb, :about::jsonb, :signedOn, :signedUnit, :endsOn,
                  :textRead, :sourceTitle, :sourceAddress, :sourceOn, :example)
                on conflict (code) do nothing
                """)
            .param("code", agreement.code())
            .param("signedOn", agreement.signed().on())
            .param("signedUnit", agreement.signed().unit().name())
            .params(words(agreement))
            .param("example", agreement.example())
            .update()
        == 1;
  }

  /// Writes what may change of an agreement; false when somebody else wrote first.
  boolean update(Agreement agreement) {
    return sql.sql(
                """
                update agreement.agreement set title = :title::jsonb, about = :about::jsonb,
                  ends_on = :endsOn, text_read = :textRead, source_title = :sourceTitle,
                  source_address = :sourceAddress, source_on = :sourceOn, version = version + 1
                where code = :code and version = :version
                """)
            .param("code", agreement.code())
            .params(words(agreement))
            .param("version", agreement.version())
            .update()
        == 1;
  }

  private static java.util.Map<String, @Nullable Object> words(Agreement agreement) {
    var words = new java.util.HashMap<String, @Nullable Object>();
    words.put("title", agreement.title().json());
    words.put("about", agreement.about().map(Told::json).orElse(null));
    words.put("endsOn", agreement.endsOn().orElse(null));
    words.put("textRead", agreement.textRead());
    words.put("sourceTitle", agreement.source().title());
    words.put("sourceAddress", agreement.source().address().orElse(null));
    words.put("sourceOn", agreement.source().on().orElse(null));
    return words;
  }

  /// Adds a party's part after the others; false when it has one already.
  boolean addSignatory(String agreement, Signatory signatory) {
    return sql.sql(
                """
                insert into agreement.signatory (agreement, party, part, signs, place)
                values (:agreement, :party, :part::jsonb, :signs, (
                  select coalesce(max(place) + 1, 0) from agreement.signatory
                  where agreement = :agreement))
                on conflict (agreement, party) do nothing
                """)
            .param("agreement", agreement)
            .param("party", signatory.party().code())
            .param("part", signatory.part().json())
            .param("signs", signatory.signs())
            .update()
        == 1;
  }

  /// Writes a party's part, which keeps its place; false when somebody else wrote first.
  boolean editSignatory(String agreement, Signatory signatory) {
    return sql.sql(
                """
                update agreement.signatory set part = :part::jsonb, signs = :signs,
                  version = nextval('agreement.part_version')
                where agreement = :agreement and party = :party and version = :version
                """)
            .param("agreement", agreement)
            .param("party", signatory.party().code())
            .param("part", signatory.part().json())
            .param("signs", signatory.signs())
            .param("version", signatory.version())
            .update()
        == 1;
  }

  /// Takes a part out; false when somebody else wrote first.
  boolean withdrawSignatory(String agreement, Signatory signatory) {
    return sql.sql(
                """
                delete from agreement.signatory
                where agreement = :agreement and party = :party and version = :version
                """)
            .param("agreement", agreement)
            .param("party", signatory.party().code())
            .param("version", signatory.version())
            .update()
        == 1;
  }

  /// The agreements whose pages name a party.
  List<Agreement> naming(String party) {
    return sql.sql(
            """
            select * from agreement.agreement a
            where exists (select from agreement.signatory s
                where s.agreement = a.code and s.party = :party)
              or exists (select from agreement.commitment c
                where c.agreement = a.code and (c.party = :party or exists (
                  select from agreement.milestone m
                  where m.commitment = c.id and m.owner = :party)))
              or exists (select from agreement.support u
                where u.agreement = a.code and :party in (u.giver, u.receiver))
              or exists (select from agreement.meeting e
                join agreement.decision d on d.meeting = e.id
                where e.agreement = a.code and d.owner = :party)
            order by a.code
            """)
        .param("party", party)
        .query(AgreementStore::row)
        .list();
  }

  void addQuote(String agreement, Quote quote, int place) {
    sql.sql(
            """
            insert into agreement.quote (agreement, speaker, capacity, words, verbatim,
              source_title, source_address, source_on, place)
            values (:agreement, :speaker, :capacity::jsonb, :words, :verbatim,
              :sourceTitle, :sourceAddress, :sourceOn, :place)
            on conflict (agreement, place) do nothing
            """)
        .param("agreement", agreement)
        .param("speaker", quote.speaker())
        .param("capacity", quote.capacity().json())
        .param("words", quote.words())
        .param("verbatim", quote.verbatim())
        .param("sourceTitle", quote.source().title())
        .param("sourceAddress", quote.source().address().orElse(null))
        .param("sourceOn", quote.source().on().orElse(null))
        .param("place", place)
        .update();
  }

  /// Adds what was agreed later; a renewal and an end move the agreement's last day.
  void addAmendment(Agreement agreement, Amendment amendment) {
    sql.sql(
            """
            insert into agreement.amendment (agreement, signed_on, agreed_on, kind, about, ends_on,
              source_title, source_address)
            values (:agreement, :signedOn, :agreedOn, :kind, :about::jsonb, :endsOn,
              :sourceTitle, :sourceAddress)
            """)
        .param("agreement", agreement.code())
        .param("signedOn", agreement.signed().on())
        .param("agreedOn", amendment.agreedOn())
        .param("kind", amendment.kind().name())
        .param("about", amendment.about().json())
        .param("endsOn", amendment.endsOn().orElse(null))
        .param("sourceTitle", amendment.source().title())
        .param("sourceAddress", amendment.source().address().orElse(null))
        .update();
    amendment
        .endsOn()
        .ifPresent(_ ->
            sql.sql(
                    """
                    update agreement.agreement set version = version + 1, ends_on = (
                      select ends_on from agreement.amendment
                      where agreement = :code and ends_on is not null
                      order by agreed_on desc, id desc limit 1)
                    where code = :code
                    """)
                .param("code", agreement.code())
                .update());
  }

  Optional<String> partyOf(UUID account) {
    return sql.sql("select party from agreement.delegate where account = :account")
        .param("account", account)
        .query(String.class)
        .optional();
  }

  /// Who speaks for whom: the party's code by account.
  java.util.Map<UUID, String> delegates() {
    var delegates = new java.util.HashMap<UUID, String>();
    sql.sql("select account, party from agreement.delegate")
        .query(row -> {
          delegates.put(row.getObject(1, UUID.class), row.getString(2));
        });
    return delegates;
  }

  private static Agreement row(ResultSet row, int number) throws SQLException {
    return new Agreement(
        row.getString("code"),
        Told.ofJson(row.getString("title")),
        told(row, "about"),
        day(row, "signed").orElseThrow(),
        Optional.ofNullable(row.getObject("ends_on", LocalDate.class)),
        row.getBoolean("text_read"),
        source(row).orElseThrow(),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  /// A party from a row that names it in `<column>`, `<column>_name` and so on.
  static Party party(ResultSet row, String column) throws SQLException {
    return new Party(
        row.getString(column),
        row.getString(column + "_name"),
        Optional.ofNullable(row.getString(column + "_of")),
        row.getBoolean(column + "_example"));
  }

  static Optional<Told> told(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(Told::ofJson);
  }

  /// A day from `<column>_on` and `<column>_unit`.
  static Optional<Day> day(ResultSet row, String column) throws SQLException {
    var on = row.getObject(column + "_on", LocalDate.class);
    return on == null
        ? Optional.empty()
        : Optional.of(new Day(on, Day.Unit.valueOf(row.getString(column + "_unit"))));
  }

  static Optional<Source> source(ResultSet row) throws SQLException {
    var title = row.getString("source_title");
    return title == null
        ? Optional.empty()
        : Optional.of(
            new Source(
                title,
                Optional.ofNullable(row.getString("source_address")),
                Optional.ofNullable(row.getObject("source_on", LocalDate.class))));
  }
}
