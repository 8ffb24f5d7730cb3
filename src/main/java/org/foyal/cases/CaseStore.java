package org.foyal.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.cases.Case.Due;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Case.State;
import org.foyal.cases.Question.About;
import org.foyal.cases.Question.Asker;
import org.foyal.kernel.Reference;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Cases and who asked, in `cases.case_file` and `cases.asker`. Each change names the version that
/// it was made from.
@Repository
class CaseStore {
  static final String SELECT =
      """
      select c.*, d.name as department_name, d.email as department_email, d.phone as department_phone,
        d.address as department_address, d.active as department_active,
        d.example as department_example, d.version as department_version,
        b.reference as follows_reference, a.reference as followed_by_reference,
        m.reference as merged_into_reference
      from cases.case_file c
      left join cases.department d on d.code = c.department
      left join cases.case_file b on b.id = c.follows
      left join cases.case_file a on a.follows = c.id
      left join cases.case_file m on m.id = c.merged_into
      """;

  /// The numbers of all cases of the chain that one stands in.
  static final String CHAIN =
      """
      with recursive back (id, follows) as (
        select id, follows from cases.case_file where id = :id
        union all
        select c.id, c.follows from cases.case_file c join back on c.id = back.follows),
      chain (id) as (
        select id from back where follows is null
        union all
        select c.id from cases.case_file c join chain on c.follows = chain.id)
      """;

  private static final String INSERT =
      """
      insert into cases.case_file (reference, form, kind, subject, channel, language,
        department, agent, opened_at, opened_on, promised_on, objective, silence,
        silence_on, follows, taken_by, example, topic, area, place, titled)
      values (:reference, :form, :kind, :subject, :channel, :language, :department, :agent,
        :at, :openedOn, :promisedOn, :objective, :silence, :silenceOn, :follows, :takenBy,
        :example,
        coalesce(:topic, (select topic from cases.case_file where id = :follows)),
        coalesce(:area, (select area from cases.case_file where id = :follows)),
        coalesce(:place, (select place from cases.case_file where id = :follows)),
        coalesce(cast(:titled as jsonb),
          (select titled from cases.case_file where id = :follows)))
      on conflict do nothing
      returning id
      """;

  private final JdbcClient sql;

  CaseStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A case about to be opened, its day reckoned.
  ///
  /// @param follows the number of the case that it goes on with
  record Draft(
      Reference reference,
      Question question,
      Due due,
      Instant at,
      Optional<UUID> agent,
      Optional<Long> follows) {}

  /// Adds a case; empty when its form, its reference or what it follows is taken.
  Optional<Long> add(Draft draft) {
    var id = insert(draft).query(Long.class).optional();
    id.ifPresent(made -> addAsker(made, draft));
    return id;
  }

  private StatementSpec insert(Draft draft) {
    var question = draft.question();
    var due = draft.due();
    return sql.sql(INSERT)
        .param("reference", draft.reference().signs())
        .param("form", question.form())
        .param("kind", question.kind())
        .param("subject", question.subject())
        .param("channel", question.channel().name())
        .param("language", question.asker().language().code())
        .param("department", question.department().orElse(null), Types.VARCHAR)
        .param("agent", draft.agent().orElse(null), Types.OTHER)
        .param("at", utc(draft.at()))
        .param("openedOn", due.openedOn())
        .param("promisedOn", due.promisedOn())
        .param("objective", due.objective())
        .param("silence", due.silence().name())
        .param("silenceOn", due.silenceOn().orElse(null), Types.DATE)
        .param("follows", draft.follows().orElse(null), Types.BIGINT)
        .param("takenBy", question.takenBy(), Types.OTHER)
        .param("example", question.example())
        .param("topic", question.about().topic().orElse(null), Types.VARCHAR)
        .param("area", question.about().area().orElse(null), Types.VARCHAR)
        .param("place", question.about().place().orElse(null), Types.VARCHAR)
        .param("titled", question.about().titled().map(Told::json).orElse(null), Types.VARCHAR);
  }

  /// What goes on with another case keeps how its asker agreed to being noted.
  private void addAsker(long id, Draft draft) {
    var asker = draft.question().asker();
    if (asker.name().isEmpty() && asker.email().isEmpty() && asker.phone().isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into cases.asker (case_id, name, email, phone, consent)
            values (:id, :name, :email, :phone,
              coalesce((select consent from cases.asker where case_id = :follows), :consent))
            """)
        .param("id", id)
        .param("name", asker.name().orElse(null), Types.VARCHAR)
        .param("email", asker.email().orElse(null), Types.VARCHAR)
        .param("phone", asker.phone().orElse(null), Types.VARCHAR)
        .param("consent", draft.question().consent())
        .param("follows", draft.follows().orElse(null), Types.BIGINT)
        .update();
  }

  Optional<Case> find(long id) {
    return sql.sql(SELECT + " where c.id = :id").param("id", id).query(CaseStore::row).optional();
  }

  /// The case of that number, held until the transaction ends.
  Optional<Case> lock(long id) {
    sql.sql("select 1 from cases.case_file where id = :id for update")
        .param("id", id)
        .query()
        .listOfRows();
    return find(id);
  }

  Optional<Case> find(Reference reference) {
    return sql.sql(SELECT + " where c.reference = :reference")
        .param("reference", reference.signs())
        .query(CaseStore::row)
        .optional();
  }

  List<Case> list(List<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : sql.sql(SELECT + " where c.id in (:ids)").param("ids", ids).query(CaseStore::row).list();
  }

  /// The last case of each of these chains, by the number of the case it was asked for: whatever
  /// was closed but not settled goes on with another one, and what joined another goes with that.
  Map<Long, Case> latest(List<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    var last =
        sql.sql(
                """
                with recursive chain (first, id, step) as (
                  select id, id, 0 from cases.case_file where id in (:ids)
                  union all
                  select chain.first, coalesce(after.id, here.merged_into), step + 1
                  from chain join cases.case_file here on here.id = chain.id
                  left join cases.case_file after on after.follows = here.id
                  where coalesce(after.id, here.merged_into) is not null)
                select distinct on (first) first, id as last from chain order by first, step desc
                """)
            .param("ids", ids)
            .query((row, _) -> Map.entry(row.getLong("first"), row.getLong("last")))
            .list();
    var cases =
        list(last.stream().map(Map.Entry::getValue).toList()).stream()
            .collect(Collectors.toMap(Case::id, one -> one));
    return last.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Map.Entry::getKey, one -> Objects.requireNonNull(cases.get(one.getValue()))));
  }

  /// The first case of the chain that a case stands in.
  Optional<Reference> first(Reference reference) {
    return sql.sql(
            """
            with recursive chain (reference, follows) as (
              select reference, follows from cases.case_file where reference = :reference
              union all
              select c.reference, c.follows from cases.case_file c join chain on c.id = chain.follows)
            select reference from chain where follows is null
            """)
        .param("reference", reference.signs())
        .query((row, _) -> new Reference(row.getString(1)))
        .optional();
  }

  Optional<Case> findByForm(UUID form) {
    return sql.sql(SELECT + " where c.form = :form")
        .param("form", form)
        .query(CaseStore::row)
        .optional();
  }

  Asker asker(Case asked) {
    return sql.sql("select name, email, phone from cases.asker where case_id = :id")
        .param("id", asked.id())
        .query((row, _) ->
            new Asker(
                Optional.ofNullable(row.getString("name")),
                Optional.ofNullable(row.getString("email")),
                Optional.ofNullable(row.getString("phone")),
                asked.language()))
        .optional()
        .orElseGet(() -> Asker.unknown(asked.language()));
  }

  /// Moves a case on.
  boolean move(Case from, State to, Optional<Outcome> outcome, Instant at, LocalDate on) {
    boolean closing = to == State.CLOSED;
    return sql.sql(
                """
                update cases.case_file set state = :state, outcome = :outcome, closed_at = :at,
                  closed_on = :on, version = version + 1
                where id = :id and version = :version
                """)
            .param("state", to.name())
            .param("outcome", outcome.map(Outcome::name).orElse(null), Types.VARCHAR)
            .param("at", closing ? utc(at) : null, Types.TIMESTAMP_WITH_TIMEZONE)
            .param("on", closing ? on : null, Types.DATE)
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  /// Takes a step back, which the row counts.
  boolean moveBack(Case from, State to) {
    return sql.sql(
                """
                update cases.case_file set state = :state, outcome = null, closed_at = null,
                  closed_on = null, merged_into = null, undone = undone + 1, version = version + 1
                where id = :id and version = :version
                """)
            .param("state", to.name())
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  /// Promises another day.
  boolean promise(Case from, Due due) {
    return sql.sql(
                """
                update cases.case_file set promised_on = :on, objective = :objective,
                  version = version + 1
                where id = :id and version = :version
                """)
            .param("on", due.promisedOn())
            .param("objective", due.objective())
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  /// Gives a case to a department, whose agent is nobody yet.
  boolean handOver(Case from, String department) {
    return sql.sql(
                """
                update cases.case_file set department = :department, agent = null,
                  version = version + 1
                where id = :id and version = :version
                """)
            .param("department", department)
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  /// Gives a case to somebody, or to nobody.
  boolean assign(Case from, Optional<UUID> agent) {
    return sql.sql(
                """
                update cases.case_file set agent = :agent, version = version + 1
                where id = :id and version = :version
                """)
            .param("agent", agent.orElse(null), Types.OTHER)
            .param("id", from.id())
            .param("version", from.version())
            .update()
        == 1;
  }

  int codeVersion(long id) {
    return sql.sql("select code_version from cases.case_file where id = :id")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  /// Gives all cases of a chain new codes; the ones before open them no more. They are held first,
  /// so that none is added to the chain meanwhile.
  void renewCodes(long id) {
    sql.sql(
            CHAIN
                + " select 1 from cases.case_file where id in (select id from chain)"
                + " order by id for update")
        .param("id", id)
        .query()
        .listOfRows();
    sql.sql(
            CHAIN
                + """
                 update cases.case_file set code_version = code_version + 1
                where id in (select id from chain)
                """)
        .param("id", id)
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  /// A case, out of a row of [#SELECT].
  static Case row(ResultSet row, int number) throws SQLException {
    return new Case(
        row.getLong("id"),
        new Reference(row.getString("reference")),
        row.getString("kind"),
        row.getString("subject"),
        Channel.valueOf(row.getString("channel")),
        Language.find(row.getString("language")).orElse(Language.FR),
        DepartmentStore.ofCase(row),
        Optional.ofNullable(row.getObject("agent", UUID.class)),
        State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        due(row),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("follows_reference")).map(Reference::new),
        Optional.ofNullable(row.getString("followed_by_reference")).map(Reference::new),
        Optional.ofNullable(row.getString("merged_into_reference")).map(Reference::new),
        new About(
            Optional.ofNullable(row.getString("topic")),
            Optional.ofNullable(row.getString("area")),
            Optional.ofNullable(row.getString("place")),
            Optional.ofNullable(row.getString("titled")).map(Told::ofJson)),
        row.getBoolean("example"),
        row.getInt("version"));
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getObject("opened_on", LocalDate.class),
        row.getObject("promised_on", LocalDate.class),
        row.getBoolean("objective"),
        Silence.valueOf(row.getString("silence")),
        Optional.ofNullable(row.getObject("silence_on", LocalDate.class)),
        Optional.ofNullable(row.getObject("closed_on", LocalDate.class)));
  }
}
