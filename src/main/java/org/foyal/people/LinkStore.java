package org.foyal.people;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.keys.Seal;
import org.foyal.people.keys.Totp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about links that open once, in `people.link`.
@Repository
class LinkStore {
  private final JdbcClient sql;
  private final Seal seal;

  LinkStore(JdbcClient sql, Seal seal) {
    this.sql = sql;
    this.seal = seal;
  }

  /// What a link is for.
  enum Kind {
    INVITATION,
    PASSWORD,
    FIRST_ADMINISTRATOR
  }

  /// A link that is still open.
  record Link(Kind kind, @Nullable UUID account, Totp offered, Instant expiresAt) {}

  /// Adds a link and shuts the earlier ones of its kind for the same account.
  void add(byte[] hash, Link link, Instant now) {
    sql.sql("delete from people.link where kind = :kind and account is not distinct from :account")
        .param("kind", link.kind().name())
        .param("account", link.account(), java.sql.Types.OTHER)
        .update();
    sql.sql(
            """
            insert into people.link (hash, kind, account, totp_sealed, made_at, expires_at)
            values (:hash, :kind, :account, :secret, :now, :expires)
            """)
        .param("hash", hash)
        .param("kind", link.kind().name())
        .param("account", link.account(), java.sql.Types.OTHER)
        .param("secret", seal.close(Seal.link(hash), link.offered().bytes()))
        .param("now", Timestamp.from(now))
        .param("expires", Timestamp.from(link.expiresAt()))
        .update();
  }

  Optional<Link> findOpen(byte[] hash, Instant now) {
    return sql.sql(
            """
            select kind, account, totp_sealed, expires_at from people.link
            where hash = :hash and used_at is null and expires_at > :now
            """)
        .param("hash", hash)
        .param("now", Timestamp.from(now))
        .query((row, _) -> {
          var kind = Kind.valueOf(row.getString("kind"));
          var account = row.getObject("account", UUID.class);
          var expires = row.getTimestamp("expires_at").toInstant();
          return seal.open(Seal.link(hash), row.getBytes("totp_sealed"))
              .map(secret -> new Link(kind, account, new Totp(secret), expires));
        })
        .optional()
        .flatMap(link -> link);
  }

  /// Uses a link up: of two at the same time one succeeds.
  boolean use(byte[] hash, Instant now) {
    return sql.sql(
                """
                update people.link set used_at = :now, totp_sealed = null
                where hash = :hash and used_at is null and expires_at > :now
                """)
            .param("hash", hash)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  void shutAll(UUID account) {
    sql.sql("delete from people.link where account = :account").param("account", account).update();
  }

  void shutFirstAdministrators() {
    sql.sql("delete from people.link where kind = 'FIRST_ADMINISTRATOR' and used_at is null")
        .update();
  }

  int forgetOld(Instant old) {
    return sql.sql("delete from people.link where expires_at < :old or used_at < :old")
        .param("old", Timestamp.from(old))
        .update();
  }
}
