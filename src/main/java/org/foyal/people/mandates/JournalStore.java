package org.foyal.people.mandates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.mandates.Mandate.Entry;
import org.foyal.people.mandates.Mandate.What;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL about the journals of mandates and about helpers, in `people.mandate_entry` and
/// `people.mandate_helper`.
@Repository
class JournalStore {
  private final JdbcClient sql;

  JournalStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A helper as an administrator sees them.
  ///
  /// @param open how many of their mandates hold
  record Helping(UUID account, String name, Instant usedAt, int open) {}

  /// Appends a line; answers its number.
  ///
  /// @param form names the form that it comes from, if it comes from one
  long append(UUID mandate, Entry entry, Optional<UUID> form) {
    return sql.sql(
            """
            insert into people.mandate_entry (mandate, at, what, kind, by_name, about, form)
            values (:mandate, :at, :what, :kind, :by, nullif(:about, ''), :form) returning id
            """)
        .param("mandate", mandate)
        .param("at", Timestamp.from(entry.at()))
        .param("what", entry.what().name())
        .param("kind", entry.kind().orElse(null), Types.VARCHAR)
        .param("by", entry.by().orElse(null), Types.VARCHAR)
        .param("about", entry.about().orElse(""))
        .param("form", form.orElse(null), Types.OTHER)
        .query(Long.class)
        .single();
  }

  /// The lines of a mandate, newest first.
  List<Entry> of(UUID mandate) {
    return sql.sql("select * from people.mandate_entry where mandate = :mandate order by id desc")
        .param("mandate", mandate)
        .query(JournalStore::row)
        .list();
  }

  /// The line that a form has made already, if it has.
  Optional<Entry> findByForm(UUID mandate, UUID form) {
    return sql.sql("select * from people.mandate_entry where mandate = :mandate and form = :form")
        .param("mandate", mandate)
        .param("form", form)
        .query(JournalStore::row)
        .optional();
  }

  /// Whether the person was given a new card since a moment.
  boolean hasCardSince(UUID mandate, Instant when) {
    return sql.sql(
            """
            select exists (select from people.mandate_entry
              where mandate = :mandate and what = 'CARD' and at > :when)
            """)
        .param("mandate", mandate)
        .param("when", Timestamp.from(when))
        .query(Boolean.class)
        .single();
  }

  /// Empties what was left of the journals of people who were forgotten before a moment.
  int eraseOld(Instant when) {
    return sql.sql(
            """
            update people.mandate_entry set about = null, by_name = null
            where (about is not null or by_name is not null)
              and mandate in (select id from people.mandate where erased_at < :when)
            """)
        .param("when", Timestamp.from(when))
        .update();
  }

  /// Empties what is personal; that something was done, when and of what kind stays.
  void erase(UUID mandate) {
    sql.sql("update people.mandate_entry set about = null, by_name = null where mandate = :mandate")
        .param("mandate", mandate)
        .update();
  }

  Optional<Instant> usedAt(UUID helper) {
    return sql.sql("select used_at from people.mandate_helper where account = :helper")
        .param("helper", helper)
        .query((row, _) -> row.getTimestamp("used_at").toInstant())
        .optional();
  }

  void used(UUID helper, Instant at) {
    sql.sql(
            """
            insert into people.mandate_helper (account, used_at)
            select id, :at from people.account where id = :helper
            on conflict (account) do update set used_at = excluded.used_at
            """)
        .param("helper", helper)
        .param("at", Timestamp.from(at))
        .update();
  }

  List<Helping> helpers(Instant now) {
    return sql.sql(
            """
            select h.account, a.name, h.used_at,
              (select count(*) from people.mandate m
               where m.helper = h.account and m.revoked_at is null and m.ends_at > :now) as open
            from people.mandate_helper h join people.account a on a.id = h.account
            order by h.used_at, h.account
            """)
        .param("now", Timestamp.from(now))
        .query((row, _) ->
            new Helping(
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getTimestamp("used_at").toInstant(),
                row.getInt("open")))
        .list();
  }

  private static Entry row(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getTimestamp("at").toInstant(),
        What.valueOf(row.getString("what")),
        Optional.ofNullable(row.getString("kind")),
        Optional.ofNullable(row.getString("by_name")),
        Optional.ofNullable(row.getString("about")));
  }
}
