package org.foyal.post.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.post.Addressee;
import org.foyal.shell.language.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The subscriptions, in `post.subscription`.
@Repository
class SubscriptionStore {
  private static final String SELECT =
      """
      select id, topic, title_fr, title_en, title_gcf, addressee, address, language, leave_token,
        written_at, confirmed_at
      from post.subscription
      """;

  private final JdbcClient sql;

  SubscriptionStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Holds what one person asks for until the transaction ends.
  void lock(Addressee addressee) {
    sql.sql("select pg_advisory_xact_lock(8, hashtext(:addressee))")
        .param("addressee", addressee.hash())
        .query((row, _) -> row.getObject(1) == null)
        .single();
  }

  Optional<Subscription> find(Addressee addressee, String topic) {
    return sql.sql(SELECT + "where addressee = :addressee and topic = :topic")
        .param("addressee", addressee.hash())
        .param("topic", topic)
        .query(SubscriptionStore::subscription)
        .optional();
  }

  int countWritten(Addressee addressee, Instant since) {
    return sql.sql(
            """
            select count(*) from post.subscription
            where addressee = :addressee and written_at > :since
            """)
        .param("addressee", addressee.hash())
        .param("since", utc(since))
        .query(Integer.class)
        .single();
  }

  void add(Subscription wish, String confirmHash) {
    sql.sql(
            """
            insert into post.subscription (topic, addressee, address, language, title_fr, title_en,
              title_gcf, confirm_hash, leave_token, written_at)
            values (:topic, :addressee, :address, :language, :fr, :en, :gcf, :confirmHash,
              :leaveToken, :writtenAt)
            """)
        .param("topic", wish.topic().key())
        .param("addressee", wish.addressee().hash())
        .param("address", wish.address())
        .param("language", wish.language().code())
        .param("fr", wish.topic().title(Language.FR))
        .param("en", wish.topic().title(Language.EN))
        .param("gcf", wish.topic().title(Language.GCF))
        .param("confirmHash", confirmHash)
        .param("leaveToken", wish.leaveToken())
        .param("writtenAt", utc(wish.writtenAt()))
        .update();
  }

  /// Notes that a letter was written again; an unconfirmed wish takes the language of the last.
  void renew(long id, String confirmHash, Language language, Instant now) {
    sql.sql(
            """
            update post.subscription set confirm_hash = :confirmHash, written_at = :now,
              language = case when confirmed_at is null then :language else language end
            where id = :id
            """)
        .param("confirmHash", confirmHash)
        .param("language", language.code())
        .param("now", utc(now))
        .param("id", id)
        .update();
  }

  Optional<Subscription> findToConfirm(String confirmHash) {
    return sql.sql(SELECT + "where confirm_hash = :confirmHash")
        .param("confirmHash", confirmHash)
        .query(SubscriptionStore::subscription)
        .optional();
  }

  void confirm(long id, Instant now) {
    sql.sql(
            """
            update post.subscription set confirmed_at = :now
            where id = :id and confirmed_at is null
            """)
        .param("id", id)
        .param("now", utc(now))
        .update();
  }

  Optional<Subscription> findToLeave(String leaveToken) {
    return sql.sql(SELECT + "where leave_token = :leaveToken")
        .param("leaveToken", leaveToken)
        .query(SubscriptionStore::subscription)
        .optional();
  }

  boolean remove(String leaveToken) {
    return sql.sql("delete from post.subscription where leave_token = :leaveToken")
            .param("leaveToken", leaveToken)
            .update()
        == 1;
  }

  void removeAll(String topic) {
    sql.sql("delete from post.subscription where topic = :topic").param("topic", topic).update();
  }

  /// The confirmed, in the order of the locks that their letters take, so that two rooms that tell
  /// at once never wait for each other in a circle.
  List<Subscription> listConfirmed(String topic) {
    return sql.sql(
            SELECT
                + """
                where topic = :topic and confirmed_at is not null
                order by hashtext(addressee) & 1023, addressee
                """)
        .param("topic", topic)
        .query(SubscriptionStore::subscription)
        .list();
  }

  int countConfirmed(String topic) {
    return sql.sql(
            """
            select count(*) from post.subscription
            where topic = :topic and confirmed_at is not null
            """)
        .param("topic", topic)
        .query(Integer.class)
        .single();
  }

  void forgetUnconfirmed(Instant writtenBefore) {
    sql.sql(
            """
            delete from post.subscription where confirmed_at is null and written_at < :before
            """)
        .param("before", utc(writtenBefore))
        .update();
  }

  /// Whoever said STOP and let it stand is told nothing: the address is no longer needed.
  void forgetStopped(Instant before) {
    sql.sql(
            """
            delete from post.subscription s using post.stopped t
            where t.addressee = s.addressee and t.stopped_at < :before
              and s.confirmed_at is not null and s.confirmed_at < :before
            """)
        .param("before", utc(before))
        .update();
  }

  private static Subscription subscription(ResultSet row, int number) throws SQLException {
    var confirmed = row.getObject("confirmed_at", OffsetDateTime.class);
    return new Subscription(
        row.getLong("id"),
        new Topic(
            row.getString("topic"),
            Map.of(
                Language.FR,
                row.getString("title_fr"),
                Language.EN,
                row.getString("title_en"),
                Language.GCF,
                row.getString("title_gcf"))),
        new Addressee(row.getString("addressee")),
        row.getString("address"),
        Language.find(row.getString("language")).orElse(Language.FR),
        row.getString("leave_token"),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        confirmed == null ? null : confirmed.toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
