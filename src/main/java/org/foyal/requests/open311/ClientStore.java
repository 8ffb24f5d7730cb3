package org.foyal.requests.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Programs that file reports, in `requests.client`, and which filed what, in `requests.filed_by`.
@Repository
class ClientStore {
  private final JdbcClient sql;

  ClientStore(JdbcClient sql) {
    this.sql = sql;
  }

  boolean add(Client made, byte[] digest) {
    return sql.sql(
                """
                insert into requests.client (id, name, contact, digest, made_at, example)
                values (:id, :name, :contact, :digest, :at, :example)
                on conflict (id) do nothing
                """)
            .param("id", made.id())
            .param("name", made.name())
            .param("contact", made.contact())
            .param("digest", digest)
            .param("at", made.madeAt().atOffset(ZoneOffset.UTC))
            .param("example", made.example())
            .update()
        == 1;
  }

  List<Client> list() {
    return sql.sql("select * from requests.client order by revoked_at nulls first, name, made_at")
        .query(ClientStore::row)
        .list();
  }

  Optional<Client> find(UUID id) {
    return sql.sql("select * from requests.client where id = :id")
        .param("id", id)
        .query(ClientStore::row)
        .optional();
  }

  /// The program whose key this is the digest of, unless it was revoked.
  Optional<Client> find(byte[] digest) {
    return sql.sql("select * from requests.client where digest = :digest and revoked_at is null")
        .param("digest", digest)
        .query(ClientStore::row)
        .optional();
  }

  /// Notes that a key was shown; once a day is enough.
  void used(Client client, LocalDate on) {
    sql.sql(
            """
            update requests.client set used_on = :on
            where id = :id and (used_on is null or used_on < :on)
            """)
        .param("on", on)
        .param("id", client.id())
        .update();
  }

  boolean revoke(UUID id, Instant at) {
    return sql.sql(
                "update requests.client set revoked_at = :at where id = :id and revoked_at is null")
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        == 1;
  }

  void filed(long caseId, Client by) {
    sql.sql(
            "insert into requests.filed_by (case_id, client) values (:case, :client) on conflict do nothing")
        .param("case", caseId)
        .param("client", by.id())
        .update();
  }

  /// Those of some reports that a program filed.
  Set<Reference> filedBy(Client client, Collection<Reference> references) {
    return references.isEmpty()
        ? Set.of()
        : new HashSet<>(
            sql.sql(
                    """
                    select r.reference from requests.filed_by f
                    join requests.report r on r.case_id = f.case_id
                    where f.client = :client and r.reference in (:references)
                    """)
                .param("client", client.id())
                .param("references", references.stream().map(Reference::signs).toList())
                .query((row, _) -> new Reference(row.getString(1)))
                .list());
  }

  private static Client row(ResultSet row, int number) throws SQLException {
    return new Client(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("contact"),
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("revoked_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getObject("used_on", LocalDate.class)),
        row.getBoolean("example"));
  }
}
