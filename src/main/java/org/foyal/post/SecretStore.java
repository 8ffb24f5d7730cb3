package org.foyal.post;

import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps the room's secret, in `post.secret`: one for all processes, made by the first that starts.
@Repository
class SecretStore {
  private final JdbcClient sql;
  private final byte[] secret;

  SecretStore(JdbcClient sql) {
    this.sql = sql;
    secret = find().orElseGet(this::make);
  }

  /// The secret, 32 bytes.
  byte[] secret() {
    return secret.clone();
  }

  /// Two processes may start at once: both then read the row of the faster.
  private byte[] make() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    sql.sql("insert into post.secret (bytes) values (:bytes) on conflict do nothing")
        .param("bytes", bytes)
        .update();
    return find().orElseThrow();
  }

  private Optional<byte[]> find() {
    return sql.sql("select bytes from post.secret").query(byte[].class).optional();
  }
}
