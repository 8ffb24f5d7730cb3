package org.foyal.innovation.applying;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.innovation.Holder;
import org.foyal.innovation.Origin;
import org.foyal.innovation.applying.Application.Decision;
import org.foyal.innovation.applying.Application.State;
import org.foyal.innovation.voice.Said;
import org.foyal.innovation.voice.Tongue;
import org.foyal.kernel.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps applications with their answers.
@Repository
class ApplicationStore {
  private final JdbcClient sql;

  ApplicationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// An application that begins.
  record Beginning(
      UUID id, Reference reference, Applications.Start start, Applicant applicant, Instant at) {}

  /// False where this form began one before.
  boolean add(Beginning one) {
    return sql.sql(
                """
                insert into innovation.application (id, reference, form, call, language, email, helper, started_at,
                  saved_at, example)
                values (:id, :reference, :form, :call, :language, nullif(:email, ''), :helper, :at, :at, :example)
                on conflict do nothing
                """)
            .param("id", one.id())
            .param("reference", one.reference().signs())
            .param("form", one.start().form())
            .param("call", one.start().call())
            .param("language", one.start().tongue().code())
            .param("email", one.applicant().email())
            .param("helper", one.start().helper())
            .param("at", at(one.at()))
            .param("example", one.start().example())
            .update()
        > 0;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  boolean isTaken(Reference reference) {
    return find(reference).isPresent();
  }

  Optional<Application> find(Reference reference) {
    return sql.sql("select * from innovation.application where reference = :reference")
        .param("reference", reference.signs())
        .query((row, _) -> read(row))
        .optional();
  }

  Optional<Application> findByForm(UUID form) {
    return sql.sql("select * from innovation.application where form = :form")
        .param("form", form)
        .query((row, _) -> read(row))
        .optional();
  }

  Optional<Application> find(UUID id) {
    return sql.sql("select * from innovation.application where id = :id")
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  List<Application> of(String call) {
    return sql.sql(
            "select * from innovation.application where call = :call order by submitted_at, reference")
        .param("call", call)
        .query((row, _) -> read(row))
        .list();
  }

  /// When the call closes, if one may not write any more: by the database's own clock, and not
  /// while the staff is moving the deadline.
  Optional<Instant> closed(String call) {
    return sql.sql(
            """
            select closes_at, clock_timestamp() >= closes_at as over from innovation.call
            where code = :call for share
            """)
        .param("call", call)
        .query((row, _) ->
            row.getBoolean("over")
                ? Optional.of(row.getObject("closes_at", OffsetDateTime.class).toInstant())
                : Optional.<Instant>empty())
        .single();
  }

  /// Its state, which nobody else changes before this transaction ends.
  State lock(UUID id) {
    return State.valueOf(
        sql.sql("select state from innovation.application where id = :id for update")
            .param("id", id)
            .query(String.class)
            .optional()
            .orElse(State.WITHDRAWN.name()));
  }

  void save(UUID id, Applicant applicant, Instant now) {
    sql.sql(
            """
            update innovation.application set holder = :holder, name = nullif(:name, ''), birth_year = :born,
              origin = :origin, area = :area, registration = nullif(:registration, ''),
              email = nullif(:email, ''), phone = nullif(:phone, ''), saved_at = :at, version = version + 1
            where id = :id and state = 'DRAFT'
            """)
        .param("id", id)
        .param("holder", name(applicant.holder()))
        .param("name", applicant.name())
        .param("born", applicant.birthYear())
        .param("origin", name(applicant.origin()))
        .param("area", applicant.area().orElse(null))
        .param("registration", applicant.registration())
        .param("email", applicant.email())
        .param("phone", applicant.phone())
        .param("at", at(now))
        .update();
  }

  private static @Nullable String name(@Nullable Enum<?> one) {
    return one == null ? null : one.name();
  }

  void save(UUID id, Project project, Instant now) {
    sql.sql(
            """
            update innovation.application set title = nullif(:title, ''), summary = nullif(:summary, ''),
              euros = :euros, shows_name = :shows, saved_at = :at, version = version + 1
            where id = :id and state = 'DRAFT'
            """)
        .param("id", id)
        .param("title", project.title())
        .param("summary", project.summary())
        .param("euros", project.euros())
        .param("shows", project.showsName())
        .param("at", at(now))
        .update();
  }

  void save(UUID id, Map<Integer, String> answers) {
    sql.sql("delete from innovation.answer where application = :id").param("id", id).update();
    answers.forEach((criterion, words) ->
        sql.sql(
                """
                insert into innovation.answer (application, criterion, words)
                values (:id, :criterion, :words)
                """)
            .param("id", id)
            .param("criterion", criterion)
            .param("words", words)
            .update());
  }

  /// Whether the same holder has sent another; nobody else of the same name looks meanwhile.
  boolean hasSent(String call, String oneOf) {
    sql.sql("select 1 from (select pg_advisory_xact_lock(hashtext(:one))) locked")
        .param("one", call + oneOf)
        .query(Integer.class)
        .single();
    return sql.sql(
            """
            select exists (select from innovation.application
              where call = :call and one_of = :one and state in ('SUBMITTED', 'FUNDED', 'DECLINED'))
            """)
        .param("call", call)
        .param("one", oneOf)
        .query(Boolean.class)
        .single();
  }

  void submit(UUID id, String oneOf) {
    sql.sql(
            """
            update innovation.application set state = 'SUBMITTED', submitted_at = clock_timestamp(),
              one_of = :one, version = version + 1
            where id = :id and state = 'DRAFT'
            """)
        .param("id", id)
        .param("one", oneOf)
        .update();
  }

  void delete(UUID id) {
    sql.sql("delete from innovation.application where id = :id").param("id", id).update();
  }

  /// Forgets who it was and what they wrote; of a funded one, what is public stays.
  void erase(UUID id, Instant now) {
    sql.sql("delete from innovation.answer where application = :id").param("id", id).update();
    sql.sql("delete from innovation.attachment where application = :id").param("id", id).update();
    sql.sql("delete from innovation.score where application = :id").param("id", id).update();
    sql.sql(
            "update innovation.review set words = 'x' where application = :id and words is not null")
        .param("id", id)
        .update();
    sql.sql(
            """
            update innovation.application set birth_year = null, email = null, phone = null, area = null,
              name = case when state = 'FUNDED' and (holder <> 'PERSON' or shows_name) then name end,
              registration = case when state = 'FUNDED' then registration end,
              title = case when state = 'FUNDED' then title end,
              summary = case when state = 'FUNDED' then summary end,
              helper = null, one_of = null, erased_at = :at
            where id = :id
            """)
        .param("id", id)
        .param("at", at(now))
        .update();
  }

  void withdraw(UUID id) {
    sql.sql(
            """
            update innovation.application set state = 'WITHDRAWN', version = version + 1
            where id = :id and state = 'SUBMITTED'
            """)
        .param("id", id)
        .update();
  }

  /// Drafts of calls that closed before a moment.
  List<UUID> staleDrafts(Instant before) {
    return sql.sql(
            """
            select a.id from innovation.application a join innovation.call c on c.code = a.call
            where a.state = 'DRAFT' and c.closes_at < :before
            """)
        .param("before", at(before))
        .query(UUID.class)
        .list();
  }

  /// What was decided, or taken back, before a moment, and still names a person. What was never
  /// decided is counted from the deadline.
  List<UUID> old(Instant before) {
    return sql.sql(
            """
            select a.id from innovation.application a join innovation.call c on c.code = a.call
            where a.state <> 'DRAFT' and a.erased_at is null
              and coalesce(a.decided_at, c.closes_at) < :before
            """)
        .param("before", at(before))
        .query(UUID.class)
        .list();
  }

  private Application read(ResultSet row) throws SQLException {
    var id = row.getObject("id", UUID.class);
    return new Application(
        id,
        new Reference(row.getString("reference")),
        row.getString("call"),
        State.valueOf(row.getString("state")),
        Tongue.find(row.getString("language")).orElse(Tongue.FR),
        applicant(row),
        new Project(
            text(row, "title"),
            text(row, "summary"),
            number(row, "euros"),
            row.getBoolean("shows_name")),
        answers(id),
        moment(row, "submitted_at"),
        decision(row),
        moment(row, "erased_at").isPresent(),
        row.getBoolean("example"));
  }

  private static Applicant applicant(ResultSet row) throws SQLException {
    var holder = row.getString("holder");
    var origin = row.getString("origin");
    return new Applicant(
        holder == null ? null : Holder.valueOf(holder),
        text(row, "name"),
        number(row, "birth_year"),
        origin == null ? null : Origin.valueOf(origin),
        Optional.ofNullable(row.getString("area")),
        text(row, "registration"),
        text(row, "email"),
        text(row, "phone"));
  }

  private static Optional<Decision> decision(ResultSet row) throws SQLException {
    var reasons = row.getString("reasons");
    var decidedAt = moment(row, "decided_at");
    return reasons == null || decidedAt.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Decision(decidedAt.get(), Said.ofJson(reasons), number(row, "granted_euros")));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? "" : text;
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    int number = row.getInt(column);
    return row.wasNull() ? null : number;
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private Map<Integer, String> answers(UUID id) {
    var answers = new HashMap<Integer, String>();
    sql.sql("select criterion, words from innovation.answer where application = :id")
        .param("id", id)
        .query((row, _) -> Map.entry(row.getInt("criterion"), row.getString("words")))
        .list()
        .forEach(one -> answers.put(one.getKey(), one.getValue()));
    return answers;
  }
}
