package org.foyal.fibre.files.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Operators, their programs, and who of the staff speaks for them.
@Repository
class PartnerStore {
  private final JdbcClient sql;

  PartnerStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean add(Operator operator) {
    return sql.sql(
                """
                insert into fibre.operator (code, name, example) values (:code, :name, :example)
                on conflict (code) do nothing
                """)
            .param("code", operator.code())
            .param("name", operator.name())
            .param("example", operator.example())
            .update()
        == 1;
  }

  List<Operator> operators() {
    return sql.sql("select * from fibre.operator order by name, code")
        .query(PartnerStore::operator)
        .list();
  }

  boolean add(Partner made, byte[] digest) {
    return sql.sql(
                """
                insert into fibre.partner (id, name, contact, operator, digest, made_at, example)
                select :id, :name, :contact, code, :digest, :at, :example from fibre.operator
                where code = :operator
                on conflict (id) do nothing
                """)
            .param("id", made.id())
            .param("name", made.name())
            .param("contact", made.contact())
            .param("operator", made.operator())
            .param("digest", digest)
            .param("at", made.madeAt().atOffset(ZoneOffset.UTC))
            .param("example", made.example())
            .update()
        == 1;
  }

  List<Partner> list() {
    return sql.sql("select * from fibre.partner order by revoked_at nulls first, name, made_at")
        .query(PartnerStore::partner)
        .list();
  }

  Optional<Partner> find(UUID id) {
    return sql.sql("select * from fibre.partner where id = :id")
        .param("id", id)
        .query(PartnerStore::partner)
        .optional();
  }

  /// The program whose key this is the digest of, unless it was revoked.
  Optional<Partner> find(byte[] digest) {
    return sql.sql("select * from fibre.partner where digest = :digest and revoked_at is null")
        .param("digest", digest)
        .query(PartnerStore::partner)
        .optional();
  }

  /// Notes that a key was shown; once a day is enough.
  void used(Partner partner, LocalDate on) {
    sql.sql(
            """
            update fibre.partner set used_on = :on
            where id = :id and (used_on is null or used_on < :on)
            """)
        .param("on", on)
        .param("id", partner.id())
        .update();
  }

  boolean revoke(UUID id, Instant at) {
    return sql.sql(
                "update fibre.partner set revoked_at = :at where id = :id and revoked_at is null")
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        == 1;
  }

  Optional<Operator> operatorOf(UUID account) {
    return sql.sql(
            """
            select o.* from fibre.spokesperson s join fibre.operator o on o.code = s.operator
            where s.account = :account
            """)
        .param("account", account)
        .query(PartnerStore::operator)
        .optional();
  }

  private static Operator operator(ResultSet row, int number) throws SQLException {
    return new Operator(row.getString("code"), row.getString("name"), row.getBoolean("example"));
  }

  Map<UUID, String> spokespersons() {
    var all = new HashMap<UUID, String>();
    sql.sql("select account, operator from fibre.spokesperson")
        .query(row -> {
          all.put(row.getObject("account", UUID.class), row.getString("operator"));
        });
    return all;
  }

  boolean speaksFor(UUID account, String operator) {
    return sql.sql(
                """
                insert into fibre.spokesperson (account, operator)
                select :account, code from fibre.operator where code = :operator
                on conflict (account) do update set operator = excluded.operator
                """)
            .param("account", account)
            .param("operator", operator)
            .update()
        == 1;
  }

  boolean speaksForNobody(UUID account) {
    return sql.sql("delete from fibre.spokesperson where account = :account")
            .param("account", account)
            .update()
        == 1;
  }

  private static Partner partner(ResultSet row, int number) throws SQLException {
    return new Partner(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("contact"),
        row.getString("operator"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getObject("used_on", LocalDate.class)),
        row.getBoolean("example"));
  }
}
