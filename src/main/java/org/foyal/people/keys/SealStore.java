package org.foyal.people.keys;

import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// All SQL about sealing: the numbers of the keys that this database knows, in `people.seal_key`,
/// and the secrets that are still open or under an older key.
@Repository
class SealStore {
  private final JdbcClient sql;
  private final TransactionTemplate alone;

  SealStore(JdbcClient sql, PlatformTransactionManager transactions) {
    this.sql = sql;
    alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /// A secret as it lies there: open, or sealed.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Kept(
      UUID id, byte @Nullable [] hash, byte @Nullable [] open, byte @Nullable [] sealed) {
    private Optional<byte[]> secret(BiFunction<String, byte[], Optional<byte[]>> opening) {
      return open != null
          ? Optional.of(open)
          : sealed == null ? Optional.empty() : opening.apply(name(), sealed);
    }

    private String name() {
      return hash == null ? Seal.account(id) : Seal.link(hash);
    }
  }

  /// Has the keys proved against the numbers known, by one process at a time; the number of the
  /// first key is known afterwards.
  List<SealKey> prove(Function<List<byte[]>, List<SealKey>> against) {
    return alone.execute(_ -> {
      sql.sql("lock table people.seal_key in share row exclusive mode").update();
      var keys =
          against.apply(sql.sql("select number from people.seal_key").query(byte[].class).list());
      know(keys.getFirst());
      return keys;
    });
  }

  void know(SealKey key) {
    sql.sql("insert into people.seal_key (number) values (:number) on conflict do nothing")
        .param("number", key.number())
        .update();
  }

  /// Seals what is open, and seals anew what another key sealed, as far as it opens.
  ///
  /// @return how many secrets that was
  int reseal(SealKey key, BiFunction<String, byte[], Optional<byte[]>> opening) {
    int done = 0;
    for (var kept : otherwiseKept(key)) {
      var secret = kept.secret(opening);
      if (secret.isPresent()) {
        seal(kept, key.seal(kept.name(), secret.get()));
        done++;
      }
    }
    return done;
  }

  private List<Kept> otherwiseKept(SealKey key) {
    return sql.sql(
            """
            select id, null::bytea as hash, totp_secret, totp_sealed from people.account
            where totp_secret is not null or not starts_with(encode(totp_sealed, 'hex'), :head)
            union all
            select null, hash, totp_secret, totp_sealed from people.link
            where totp_secret is not null or not starts_with(encode(totp_sealed, 'hex'), :head)
            """)
        .param("head", HexFormat.of().formatHex(key.head()))
        .query((row, _) ->
            new Kept(
                row.getObject("id", UUID.class),
                row.getBytes("hash"),
                row.getBytes("totp_secret"),
                row.getBytes("totp_sealed")))
        .list();
  }

  /// Only where nobody chose another secret meanwhile.
  private void seal(Kept kept, byte[] sealed) {
    boolean account = kept.hash() == null;
    sql.sql(
            """
            update people.%s set totp_sealed = :sealed, totp_secret = null where %s
              and totp_secret is not distinct from :open and totp_sealed is not distinct from :was
            """
                .formatted(account ? "account" : "link", account ? "id = :key" : "hash = :key"))
        .param("sealed", sealed)
        .param("key", account ? kept.id() : kept.hash())
        .param("open", kept.open(), Types.BINARY)
        .param("was", kept.sealed(), Types.BINARY)
        .update();
  }

  /// Lets go what the key did not seal: second steps, and the links that offer one.
  ///
  /// @return of how many accounts
  int letGo(SealKey key) {
    var head = HexFormat.of().formatHex(key.head());
    sql.sql("delete from people.link where not starts_with(encode(totp_sealed, 'hex'), :head)")
        .param("head", head)
        .update();
    return sql.sql(
            """
            update people.account
            set second_factor = null, totp_sealed = null, totp_last_step = null,
                session_epoch = session_epoch + 1
            where not starts_with(encode(totp_sealed, 'hex'), :head)
            """)
        .param("head", head)
        .update();
  }

  /// Whether a secret lies open, as an earlier version kept them.
  boolean anyOpen() {
    return sql.sql(
            """
            select exists (select from people.account where totp_secret is not null)
              or exists (select from people.link where totp_secret is not null)
            """)
        .query(Boolean.class)
        .single();
  }

  /// Writes the tables anew, without the rows of before that held open secrets. Not within a
  /// transaction.
  void sweep() {
    sql.sql("vacuum (full) people.account").update();
    sql.sql("vacuum (full) people.link").update();
  }
}
