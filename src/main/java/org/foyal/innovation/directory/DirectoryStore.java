package org.foyal.innovation.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.innovation.Holder;
import org.foyal.innovation.Origin;
import org.foyal.innovation.Registered;
import org.foyal.innovation.directory.Listing.State;
import org.foyal.innovation.voice.Tongue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps the directory.
@Repository
class DirectoryStore {
  private final JdbcClient sql;

  DirectoryStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// False where this form asked before.
  boolean add(Listing one, UUID form, String token) {
    return sql.sql(
                """
                insert into innovation.listing (id, form, kind, name, registration, about, website, origin, email,
                  language, token, asked_at, example)
                values (:id, :form, :kind, :name, :registration, :about, nullif(:website, ''), :origin, :email,
                  :language, :token, :at, :example)
                on conflict do nothing
                """)
            .param("id", one.id())
            .param("form", form)
            .param("kind", one.kind().name())
            .param("name", one.name())
            .param("registration", one.registered().number())
            .param("about", one.about())
            .param("website", one.website())
            .param("origin", one.origin().name())
            .param("email", one.email())
            .param("language", one.tongue().code())
            .param("token", token)
            .param("at", at(one.askedAt()))
            .param("example", one.example())
            .update()
        > 0;
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }

  List<Listing> list(State state) {
    return sql.sql("select * from innovation.listing where state = :state order by name, id")
        .param("state", state.name())
        .query((row, _) -> read(row))
        .list();
  }

  Optional<Listing> find(UUID id) {
    return sql.sql("select * from innovation.listing where id = :id")
        .param("id", id)
        .query((row, _) -> read(row))
        .optional();
  }

  Optional<Listing> find(UUID id, String token) {
    return sql.sql("select * from innovation.listing where id = :id and token = :token")
        .param("id", id)
        .param("token", token)
        .query((row, _) -> read(row))
        .optional();
  }

  /// Whether the same number is confirmed or shown; nobody else confirms it meanwhile.
  boolean isListed(Registered registered) {
    sql.sql("select 1 from (select pg_advisory_xact_lock(hashtext(:one))) locked")
        .param("one", "innovation.listing." + registered.number())
        .query(Integer.class)
        .single();
    return sql.sql(
            """
            select exists (select from innovation.listing
              where registration = :one and state in ('CONFIRMED', 'SHOWN'))
            """)
        .param("one", registered.number())
        .query(Boolean.class)
        .single();
  }

  boolean confirm(UUID id) {
    return sql.sql(
                "update innovation.listing set state = 'CONFIRMED' where id = :id and state = 'ASKED'")
            .param("id", id)
            .update()
        > 0;
  }

  /// False where it waits no more.
  boolean decide(UUID id, State state, String reason, Instant now) {
    return sql.sql(
                """
                update innovation.listing set state = :state, reason = nullif(:reason, ''), decided_at = :at
                where id = :id and state in ('CONFIRMED', 'SHOWN')
                """)
            .param("id", id)
            .param("state", state.name())
            .param("reason", reason)
            .param("at", at(now))
            .update()
        > 0;
  }

  void delete(UUID id) {
    sql.sql("delete from innovation.listing where id = :id").param("id", id).update();
  }

  /// Wishes that nobody confirmed, and refused ones, from before a moment.
  int forget(Instant before) {
    return sql.sql(
            """
            delete from innovation.listing where (state = 'ASKED' and asked_at < :before)
              or (state = 'REFUSED' and decided_at < :before)
            """)
        .param("before", at(before))
        .update();
  }

  private static Listing read(ResultSet row) throws SQLException {
    return new Listing(
        row.getObject("id", UUID.class),
        Holder.valueOf(row.getString("kind")),
        row.getString("name"),
        new Registered(row.getString("registration")),
        row.getString("about"),
        text(row, "website"),
        Origin.valueOf(row.getString("origin")),
        text(row, "email"),
        Tongue.find(row.getString("language")).orElse(Tongue.FR),
        State.valueOf(row.getString("state")),
        text(row, "reason"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("example"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    var text = row.getString(column);
    return text == null ? "" : text;
  }
}
