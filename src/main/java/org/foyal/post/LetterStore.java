package org.foyal.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The letters, in `post.letter`. Each change of state is one statement that names the state it
/// starts from, so that two processes never both make it.
@Repository
class LetterStore {
  private static final String COLUMNS =
      """
      id, kind, language, addressee, address, reply_to, subject, body, message_id, state, reason,
      attempts, queued_at, moved_at, next_attempt_at, give_up_at
      """;

  private final JdbcClient sql;

  LetterStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// A letter about to be queued, its address and words found good.
  ///
  /// @param notBefore when it leaves at the earliest
  record Draft(
      Letter letter,
      String address,
      Optional<String> replyTo,
      Addressee addressee,
      String messageId,
      Instant at,
      Instant notBefore,
      Instant giveUpAt) {}

  /// Adds a waiting letter; empty when its key is known. A key that another transaction has just
  /// used is waited for.
  Optional<Long> add(Draft draft) {
    return insert(draft, DeliveryState.QUEUED, true);
  }

  /// Adds the trace of a letter that STOP keeps from being sent, without its words.
  Optional<Long> addSuppressed(Draft draft) {
    return insert(draft, DeliveryState.SUPPRESSED, false);
  }

  private Optional<Long> insert(Draft draft, DeliveryState state, boolean words) {
    var letter = draft.letter();
    return sql.sql(
            """
            insert into post.letter (key, kind, language, addressee, address, reply_to, subject, body,
              message_id, state, queued_at, moved_at, next_attempt_at, give_up_at)
            values (:key, :kind, :language, :addressee, :address, :replyTo, :subject, :body,
              :messageId, :state, :at, :at, :notBefore, :giveUpAt)
            on conflict (key) do nothing
            returning id
            """)
        .param("key", letter.key())
        .param("kind", letter.kind().name())
        .param("language", letter.language().code())
        .param("addressee", draft.addressee().hash())
        .param("address", words ? draft.address() : null)
        .param("replyTo", words ? draft.replyTo().orElse(null) : null)
        .param("subject", words ? letter.subject() : null)
        .param("body", words ? letter.text() : null)
        .param("messageId", draft.messageId())
        .param("state", state.name())
        .param("at", utc(draft.at()))
        .param("notBefore", utc(draft.notBefore()))
        .param("giveUpAt", utc(draft.giveUpAt()))
        .query(Long.class)
        .optional();
  }

  Optional<Long> findByKey(String key) {
    return sql.sql("select id from post.letter where key = :key")
        .param("key", key)
        .query(Long.class)
        .optional();
  }

  /// Holds one person's optional letters until the transaction ends. People share 1,024 locks, so
  /// that news to a whole city fit into the server's table of locks.
  void lock(Addressee addressee) {
    sql.sql("select pg_advisory_xact_lock(7, hashtext(:addressee) & 1023)")
        .param("addressee", addressee.hash())
        .query((row, _) -> row.getObject(1) == null)
        .single();
  }

  int countOptional(Addressee addressee, Instant since) {
    return sql.sql(
            """
            select count(*) from post.letter
            where kind = 'OPTIONAL' and addressee = :addressee and queued_at > :since
              and state <> 'SUPPRESSED'
            """)
        .param("addressee", addressee.hash())
        .param("since", utc(since))
        .query(Integer.class)
        .single();
  }

  /// Takes the letter that has waited longest: one that is due, or one whose carrier has been
  /// silent past its time. No two carriers take the same. Patience begins at the first attempt: one
  /// that was held back, or waited for the end of a crisis, has as much of it as any other.
  ///
  /// @param optional whether optional letters are carried too
  Optional<Posted> claim(UUID claim, Instant now, Duration lease, boolean optional) {
    return sql.sql(
            """
            update post.letter set state = 'SENDING', claim = :claim, claimed_until = :until,
              attempts = attempts + 1, moved_at = :now,
              give_up_at = case when attempts = 0 then :now + (give_up_at - queued_at)
                else give_up_at end
            where id = (
              select id from post.letter
              where ((state = 'QUEUED' and next_attempt_at <= :now)
                  or (state = 'SENDING' and claimed_until <= :now))
                and (:optional or kind <> 'OPTIONAL')
              order by next_attempt_at, id
              limit 1
              for update skip locked)
            returning
            """
                + COLUMNS)
        .param("claim", claim)
        .param("until", utc(now.plus(lease)))
        .param("now", utc(now))
        .param("optional", optional)
        .query(LetterStore::posted)
        .optional();
  }

  void sent(long letter, UUID claim, Instant now) {
    settle(letter, claim, DeliveryState.SENT, null, now);
  }

  void failed(long letter, UUID claim, String reason, Instant now) {
    settle(letter, claim, DeliveryState.FAILED, reason, now);
  }

  private void settle(
      long letter, UUID claim, DeliveryState state, @Nullable String reason, Instant now) {
    sql.sql(
            """
            update post.letter set state = :state, reason = :reason, moved_at = :now,
              claim = null, claimed_until = null
            where id = :id and claim = :claim
            """)
        .param("state", state.name())
        .param("reason", reason)
        .param("now", utc(now))
        .param("id", letter)
        .param("claim", claim)
        .update();
  }

  /// Puts a letter back to wait for another attempt.
  void putBack(long letter, UUID claim, String reason, Instant next, Instant now) {
    sql.sql(
            """
            update post.letter set state = 'QUEUED', reason = :reason, next_attempt_at = :next,
              moved_at = :now, claim = null, claimed_until = null
            where id = :id and claim = :claim
            """)
        .param("reason", reason)
        .param("next", utc(next))
        .param("now", utc(now))
        .param("id", letter)
        .param("claim", claim)
        .update();
  }

  /// Leaves a claimed letter unsent because of STOP.
  void suppress(long letter, UUID claim, Instant now) {
    sql.sql(
            """
            update post.letter set state = 'SUPPRESSED', moved_at = :now, claim = null,
              claimed_until = null, address = null, reply_to = null, subject = null, body = null
            where id = :id and claim = :claim
            """)
        .param("now", utc(now))
        .param("id", letter)
        .param("claim", claim)
        .update();
  }

  /// Removes a letter that nobody has in hand.
  void withdraw(String key) {
    sql.sql("delete from post.letter where key = :key and state = 'QUEUED' and attempts = 0")
        .param("key", key)
        .update();
  }

  void suppressWaiting(Addressee addressee, Instant now) {
    sql.sql(
            """
            update post.letter set state = 'SUPPRESSED', moved_at = :now, address = null,
              reply_to = null, subject = null, body = null
            where addressee = :addressee and kind = 'OPTIONAL' and state = 'QUEUED'
            """)
        .param("addressee", addressee.hash())
        .param("now", utc(now))
        .update();
  }

  boolean retry(long letter, Instant now, Instant giveUpAt) {
    return sql.sql(
                """
                update post.letter set state = 'QUEUED', next_attempt_at = :now, moved_at = :now,
                  give_up_at = :giveUpAt
                where id = :id and state in ('QUEUED', 'FAILED') and body is not null
                """)
            .param("id", letter)
            .param("now", utc(now))
            .param("giveUpAt", utc(giveUpAt))
            .update()
        == 1;
  }

  int retryFailed(Instant now, Instant giveUpAt) {
    return sql.sql(
            """
            update post.letter set state = 'QUEUED', next_attempt_at = :now, moved_at = :now,
              give_up_at = :giveUpAt
            where state = 'FAILED' and body is not null
            """)
        .param("now", utc(now))
        .param("giveUpAt", utc(giveUpAt))
        .update();
  }

  boolean handOver(long letter, Instant now) {
    return sql.sql(
                """
                update post.letter set state = 'PRINTED', moved_at = :now
                where id = :id and state in ('QUEUED', 'FAILED')
                """)
            .param("id", letter)
            .param("now", utc(now))
            .update()
        == 1;
  }

  List<Posted> list(Optional<DeliveryState> state, Optional<Long> before, int limit) {
    return sql.sql(
            "select "
                + COLUMNS
                + """
                from post.letter
                where (:state::text is null or state = :state)
                  and (:before::bigint is null or id < :before)
                order by id desc
                limit :limit
                """)
        .param("state", state.map(Enum::name).orElse(null))
        .param("before", before.orElse(null))
        .param("limit", limit)
        .query(LetterStore::posted)
        .list();
  }

  Optional<Posted> find(long letter) {
    return sql.sql("select " + COLUMNS + " from post.letter where id = :id")
        .param("id", letter)
        .query(LetterStore::posted)
        .optional();
  }

  Waiting waiting() {
    return sql.sql(
            """
            select (select count(*) from post.letter where state = 'QUEUED') as queued,
                   (select count(*) from post.letter where state = 'FAILED') as failed
            """)
        .query((row, _) -> new Waiting(row.getInt("queued"), row.getInt("failed")))
        .single();
  }

  /// Deletes address and words of letters that came to rest before a time.
  void empty(Instant before) {
    sql.sql(
            """
            update post.letter set address = null, reply_to = null, subject = null, body = null
            where moved_at < :before and body is not null and state not in ('QUEUED', 'SENDING')
            """)
        .param("before", utc(before))
        .update();
  }

  void forget(Instant before) {
    sql.sql(
            """
            delete from post.letter
            where moved_at < :before and state not in ('QUEUED', 'SENDING')
            """)
        .param("before", utc(before))
        .update();
  }

  private static Posted posted(ResultSet row, int number) throws SQLException {
    return new Posted(
        row.getLong("id"),
        Letter.Kind.valueOf(row.getString("kind")),
        Language.find(row.getString("language")).orElse(Language.FR),
        new Addressee(row.getString("addressee")),
        row.getString("address"),
        row.getString("reply_to"),
        row.getString("subject"),
        row.getString("body"),
        row.getString("message_id"),
        DeliveryState.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getInt("attempts"),
        instant(row, "queued_at"),
        instant(row, "moved_at"),
        instant(row, "next_attempt_at"),
        instant(row, "give_up_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
