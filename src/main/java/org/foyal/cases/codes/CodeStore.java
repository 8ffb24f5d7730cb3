package org.foyal.cases.codes;

import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps the key of the codes, in `cases.secret`: one for all processes, made by the first that
/// starts.
@Repository
class CodeStore {
  private final JdbcClient sql;

  CodeStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The key, 32 bytes. Two processes may start at once: both then read the row of the faster.
  byte[] key() {
    return find()
        .orElseGet(() -> {
          var bytes = new byte[32];
          new SecureRandom().nextBytes(bytes);
          sql.sql("insert into cases.secret (bytes) values (:bytes) on conflict do nothing")
              .param("bytes", bytes)
              .update();
          return find().orElseThrow();
        });
  }

  private Optional<byte[]> find() {
    return sql.sql("select bytes from cases.secret").query(byte[].class).optional();
  }
}
