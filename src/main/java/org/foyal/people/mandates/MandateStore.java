package org.foyal.people.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.people.mandates.Mandate.Consent;
import org.foyal.people.mandates.Mandate.End;
import org.foyal.people.mandates.Mandate.How;
import org.foyal.people.mandates.Mandate.Side;
import org.foyal.shell.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about mandates, in `people.mandate`.
@Repository
class MandateStore {
  private static final String SELECT =
      "select *, array_to_string(scope, ',') as scopes from people.mandate ";

  private final JdbcClient sql;

  MandateStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds one, unless the form was sent before. False: it was.
  boolean add(Mandate made, UUID form, byte[] codeHash) {
    return sql.sql(
                """
                insert into people.mandate (id, form, reference, code_hash, helper, helper_name, days,
                  starts_at, ends_at, language, person_name, email, scope, consent_how, consented_at,
                  consent_by, renews, example)
                values (:id, :form, :reference, :hash, :helper, :helperName, :days, :startsAt, :endsAt,
                  :language, :person, :email, string_to_array(:scope, ','), :how, :consentedAt,
                  :consentBy, :renews, :example)
                on conflict (helper, form) do nothing
                """)
            .param("id", made.id())
            .param("form", form)
            .param("reference", made.reference().signs())
            .param("hash", codeHash)
            .param("helper", made.helper())
            .param("helperName", made.helperName())
            .param("days", made.days())
            .param("startsAt", Timestamp.from(made.startsAt()))
            .param("endsAt", Timestamp.from(made.endsAt()))
            .param("language", made.language().code())
            .param("person", made.person().orElseThrow())
            .param("email", made.email().orElse(null), Types.VARCHAR)
            .param("scope", String.join(",", made.scope()))
            .param("how", made.consent().how().name())
            .param("consentedAt", Timestamp.from(made.consent().at()))
            .param("consentBy", made.consent().by())
            .param("renews", made.renews().orElse(null), Types.OTHER)
            .param("example", made.example())
            .update()
        == 1;
  }

  boolean isTaken(Reference reference) {
    return find(reference).isPresent();
  }

  Optional<Mandate> find(UUID id) {
    return sql.sql(SELECT + "where id = :id").param("id", id).query(MandateStore::row).optional();
  }

  /// One that nobody ends until the transaction does, and that stands as whoever ended it before
  /// has left it.
  Optional<Mandate> lock(UUID id) {
    return sql.sql(SELECT + "where id = :id for update")
        .param("id", id)
        .query(MandateStore::row)
        .optional();
  }

  Optional<Mandate> find(Reference reference) {
    return sql.sql(SELECT + "where reference = :reference")
        .param("reference", reference.signs())
        .query(MandateStore::row)
        .optional();
  }

  Optional<Mandate> findByForm(UUID helper, UUID form) {
    return sql.sql(SELECT + "where helper = :helper and form = :form")
        .param("helper", helper)
        .param("form", form)
        .query(MandateStore::row)
        .optional();
  }

  /// What is kept of a code; nothing once the person is forgotten.
  Optional<byte[]> codeHash(UUID id) {
    return sql.sql("select code_hash from people.mandate where id = :id and code_hash is not null")
        .param("id", id)
        .query(byte[].class)
        .optional();
  }

  void setCode(UUID id, byte[] hash) {
    sql.sql("update people.mandate set code_hash = :hash where id = :id and erased_at is null")
        .param("hash", hash)
        .param("id", id)
        .update();
  }

  void setEmail(UUID id, String email) {
    sql.sql(
            "update people.mandate set email = nullif(:email, '') where id = :id and erased_at is null")
        .param("email", email)
        .param("id", id)
        .update();
  }

  /// Those that hold of people whose name holds some words.
  List<Mandate> named(String name, Instant now, int atMost) {
    return sql.sql(
            SELECT
                + """
                where erased_at is null and revoked_at is null and ends_at > :now
                  and position(lower(:name) in lower(person_name)) > 0
                order by person_name, id limit :atMost
                """)
        .param("name", name)
        .param("now", Timestamp.from(now))
        .param("atMost", atMost)
        .query(MandateStore::row)
        .list();
  }

  /// What a helper has, those that hold first.
  List<Mandate> of(UUID helper, Instant now, int atMost) {
    return sql.sql(
            SELECT
                + """
                where helper = :helper and erased_at is null
                order by (revoked_at is null and ends_at > :now) desc, ends_at, id limit :atMost
                """)
        .param("helper", helper)
        .param("now", Timestamp.from(now))
        .param("atMost", atMost)
        .query(MandateStore::row)
        .list();
  }

  void revoke(UUID id, Side by, Instant at) {
    sql.sql(
            "update people.mandate set revoked_at = :at, revoked_by = :by where id = :id and revoked_at is null")
        .param("at", Timestamp.from(at))
        .param("by", by.name())
        .param("id", id)
        .update();
  }

  /// Those that ended before a moment and whose people are not forgotten yet.
  List<UUID> endedBefore(Instant when) {
    return sql.sql(
            """
            select id from people.mandate
            where erased_at is null and least(ends_at, revoked_at) < :when order by id
            """)
        .param("when", Timestamp.from(when))
        .query(UUID.class)
        .list();
  }

  void erase(UUID id, Instant at) {
    sql.sql(
            """
            update people.mandate set person_name = null, email = null, code_hash = null,
              helper_name = null, erased_at = :at
            where id = :id and erased_at is null
            """)
        .param("at", Timestamp.from(at))
        .param("id", id)
        .update();
  }

  private static Mandate row(ResultSet row, int number) throws SQLException {
    var revokedAt = row.getTimestamp("revoked_at");
    var name = row.getString("helper_name");
    return new Mandate(
        row.getObject("id", UUID.class),
        new Reference(row.getString("reference")),
        row.getObject("helper", UUID.class),
        name == null ? "" : name,
        row.getInt("days"),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        Language.find(row.getString("language")).orElseThrow(),
        Optional.ofNullable(row.getString("person_name")),
        Optional.ofNullable(row.getString("email")),
        Arrays.asList(row.getString("scopes").split(",", -1)),
        new Consent(
            How.valueOf(row.getString("consent_how")),
            row.getTimestamp("consented_at").toInstant(),
            row.getObject("consent_by", UUID.class)),
        Optional.ofNullable(row.getObject("renews", UUID.class)),
        revokedAt == null
            ? Optional.empty()
            : Optional.of(
                new End(revokedAt.toInstant(), Side.valueOf(row.getString("revoked_by")))),
        row.getBoolean("example"));
  }
}
