package org.foyal.fablab.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of the ledger of minutes.
@Repository("labLedgerStore")
class LedgerStore {
  private final JdbcClient sql;

  LedgerStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A member's account, opened when it is not there.
  UUID account(UUID member) {
    sql.sql(
            """
            insert into fablab.credit_account (id, kind, member) values (:id, 'MEMBER', :member)
            on conflict (member) do nothing
            """)
        .param("id", UUID.randomUUID())
        .param("member", member)
        .update();
    return sql.sql("select id from fablab.credit_account where member = :member")
        .param("member", member)
        .query(UUID.class)
        .single();
  }

  /// Holds accounts until the end of the transaction, always in the same order.
  void hold(List<UUID> accounts) {
    sql.sql("select id from fablab.credit_account where id in (:ids) order by id for update")
        .param("ids", accounts)
        .query(UUID.class)
        .list();
  }

  /// Writes a transfer down; false when the same form was done before.
  boolean begin(UUID form, String what, @Nullable UUID booking, @Nullable UUID by, Instant at) {
    return sql.sql(
                """
                insert into fablab.credit_transfer (id, what, booking, account, at)
                values (:id, :what, :booking, :by, :at) on conflict (id) do nothing
                """)
            .param("id", form)
            .param("what", what)
            .param("booking", booking)
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  boolean done(UUID form) {
    return sql.sql("select exists (select from fablab.credit_transfer where id = :id)")
        .param("id", form)
        .query(Boolean.class)
        .single();
  }

  void entry(UUID transfer, UUID account, LocalDate expiresOn, int minutes) {
    sql.sql(
            """
            insert into fablab.credit_entry (transfer, account, expires_on, minutes)
            values (:transfer, :account, :expires, :minutes)
            """)
        .param("transfer", transfer)
        .param("account", account)
        .param("expires", expiresOn)
        .param("minutes", minutes)
        .update();
  }

  /// What is good on a day, the first to run out first.
  List<Lot> lots(UUID account, LocalDate day) {
    return sql.sql(
            """
            select expires_on, minutes from fablab.credit_balance
            where account = :account and minutes > 0 and expires_on >= :day order by expires_on
            """)
        .param("account", account)
        .param("day", day)
        .query((row, _) ->
            new Lot(row.getObject("expires_on", LocalDate.class), row.getInt("minutes")))
        .list();
  }

  /// Of what minutes a booking was paid with.
  List<Lot> used(UUID booking) {
    return sql.sql(
            """
            select e.expires_on, -e.minutes as minutes from fablab.credit_entry e
            join fablab.credit_transfer t on t.id = e.transfer
            join fablab.credit_account a on a.id = e.account and a.kind = 'MEMBER'
            where t.booking = :booking and t.what = 'USE' order by e.expires_on
            """)
        .param("booking", booking)
        .query((row, _) ->
            new Lot(row.getObject("expires_on", LocalDate.class), row.getInt("minutes")))
        .list();
  }

  /// The accounts on which something has run out before a day.
  List<UUID> expired(LocalDate day) {
    return sql.sql(
            """
            select distinct account from fablab.credit_balance
            where minutes > 0 and expires_on < :day order by account
            """)
        .param("day", day)
        .query(UUID.class)
        .list();
  }

  /// What has run out on an account before a day.
  List<Lot> expired(UUID account, LocalDate day) {
    return sql.sql(
            """
            select expires_on, minutes from fablab.credit_balance
            where account = :account and minutes > 0 and expires_on < :day order by expires_on
            """)
        .param("account", account)
        .param("day", day)
        .query((row, _) ->
            new Lot(row.getObject("expires_on", LocalDate.class), row.getInt("minutes")))
        .list();
  }

  Optional<UUID> find(UUID member) {
    return sql.sql("select id from fablab.credit_account where member = :member")
        .param("member", member)
        .query(UUID.class)
        .optional();
  }
}
