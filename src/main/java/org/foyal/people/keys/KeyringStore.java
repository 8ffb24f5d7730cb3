package org.foyal.people.keys;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about the secrets of accounts, in `people.account` and `people.one_time_code`.
@Repository
class KeyringStore {
  private final JdbcClient sql;

  KeyringStore(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<String> findHash(UUID account) {
    return sql.sql(
            """
            select password_hash from people.account
            where id = :id and status = 'ACTIVE' and password_hash is not null
            """)
        .param("id", account)
        .query(String.class)
        .optional();
  }

  void setPassword(UUID account, String hash, Instant at) {
    sql.sql(
            """
            update people.account
            set password_hash = :hash, password_changed_at = :at, session_epoch = session_epoch + 1
            where id = :id
            """)
        .param("hash", hash)
        .param("at", Timestamp.from(at))
        .param("id", account)
        .update();
  }

  void setTotp(UUID account, byte[] sealed, long lastStep) {
    forgetCodes(account);
    sql.sql(
            """
            update people.account
            set second_factor = 'TOTP', totp_sealed = :sealed, totp_secret = null,
                totp_last_step = :step, session_epoch = session_epoch + 1
            where id = :id
            """)
        .param("sealed", sealed)
        .param("step", lastStep)
        .param("id", account)
        .update();
  }

  void setCodes(UUID account, List<byte[]> hashes) {
    forgetCodes(account);
    sql.sql(
            """
            update people.account
            set second_factor = 'CODES', totp_sealed = null, totp_secret = null,
                totp_last_step = null, session_epoch = session_epoch + 1
            where id = :id
            """)
        .param("id", account)
        .update();
    for (var hash : hashes) {
      sql.sql("insert into people.one_time_code (account, hash) values (:id, :hash)")
          .param("id", account)
          .param("hash", hash)
          .update();
    }
  }

  void dropSecondFactor(UUID account) {
    forgetCodes(account);
    sql.sql(
            """
            update people.account
            set second_factor = null, totp_sealed = null, totp_secret = null,
                totp_last_step = null, session_epoch = session_epoch + 1
            where id = :id
            """)
        .param("id", account)
        .update();
  }

  private void forgetCodes(UUID account) {
    sql.sql("delete from people.one_time_code where account = :id").param("id", account).update();
  }

  /// The secret as it lies there: sealed.
  Optional<byte[]> findTotp(UUID account) {
    return sql.sql(
            "select totp_sealed from people.account where id = :id and second_factor = 'TOTP'")
        .param("id", account)
        .query(byte[].class)
        .optional();
  }

  boolean spendStep(UUID account, long step) {
    return sql.sql(
                """
                update people.account set totp_last_step = :step
                where id = :id and coalesce(totp_last_step, 0) < :step
                """)
            .param("step", step)
            .param("id", account)
            .update()
        == 1;
  }

  boolean spendCode(UUID account, byte[] hash, Instant at) {
    return sql.sql(
                """
                update people.one_time_code set used_at = :at
                where account = :id and hash = :hash and used_at is null
                """)
            .param("at", Timestamp.from(at))
            .param("id", account)
            .param("hash", hash)
            .update()
        == 1;
  }

  int codesLeft(UUID account) {
    return sql.sql(
            "select count(*) from people.one_time_code where account = :id and used_at is null")
        .param("id", account)
        .query(Integer.class)
        .single();
  }
}
