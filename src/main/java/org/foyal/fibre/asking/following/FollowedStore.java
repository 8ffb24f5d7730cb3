package org.foyal.fibre.asking.following;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Addresses that are followed, in `fibre.followed`; who is to be called, in `fibre.call`.
@Repository
class FollowedStore {
  private final JdbcClient sql;

  FollowedStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Notes an address, unless it is followed already.
  void add(Followed made) {
    sql.sql(
            """
            insert into fibre.followed (topic, ref, street_id, number, block, label, example, since)
            values (:topic, :ref, :street, :number, :block, :label, :example, :since)
            on conflict (topic) do nothing
            """)
        .param("topic", made.topic())
        .param("ref", made.ref().orElse(null))
        .param("street", made.street())
        .param("number", made.number())
        .param("block", made.block())
        .param("label", made.label())
        .param("example", made.example())
        .param("since", utc(made.since()))
        .update();
  }

  /// The next so many, in the order of their topics.
  List<String> topicsAfter(String topic, int atMost) {
    return sql.sql(
            "select topic from fibre.followed where topic > :topic order by topic limit :most")
        .param("topic", topic)
        .param("most", atMost)
        .query(String.class)
        .list();
  }

  /// An address, held until the transaction ends.
  Optional<Followed> take(String topic) {
    return sql.sql("select * from fibre.followed where topic = :topic for update")
        .param("topic", topic)
        .query(FollowedStore::followed)
        .optional();
  }

  void told(String topic, Instant now) {
    sql.sql("update fibre.followed set told_at = :now where topic = :topic and told_at is null")
        .param("now", utc(now))
        .param("topic", topic)
        .update();
  }

  void remove(String topic) {
    sql.sql("delete from fibre.followed where topic = :topic").param("topic", topic).update();
  }

  boolean hasCalls(String topic) {
    return sql.sql("select exists (select 1 from fibre.call where topic = :topic)")
        .param("topic", topic)
        .query(Boolean.class)
        .single();
  }

  boolean add(Call made) {
    return sql.sql(
                """
                insert into fibre.call (id, topic, name, phone, noted_at, noted_by, example)
                values (:id, :topic, :name, :phone, :at, :by, :example)
                on conflict do nothing
                """)
            .param("id", made.id())
            .param("topic", made.topic())
            .param("name", made.name())
            .param("phone", made.phone())
            .param("at", utc(made.notedAt()))
            .param("by", made.notedBy().orElse(null))
            .param("example", made.example())
            .update()
        == 1;
  }

  private static final String CALLS =
      """
      select c.*, f.label, f.ref, f.street_id, f.number, f.told_at
      from fibre.call c join fibre.followed f on f.topic = c.topic
      """;

  /// Those whose home can order and who have not been called, the longest waiting first.
  List<Call> toCall(int atMost) {
    return sql.sql(
            CALLS
                + "where c.called_at is null and f.told_at is not null order by c.noted_at, c.id limit :most")
        .param("most", atMost)
        .query(FollowedStore::call)
        .list();
  }

  /// Those who wait, the last noted first.
  List<Call> waiting(int atMost) {
    return sql.sql(
            CALLS
                + "where c.called_at is null and f.told_at is null order by c.noted_at desc, c.id limit :most")
        .param("most", atMost)
        .query(FollowedStore::call)
        .list();
  }

  Optional<Call> find(UUID id) {
    return sql.sql(CALLS + "where c.id = :id")
        .param("id", id)
        .query(FollowedStore::call)
        .optional();
  }

  boolean called(UUID id, Instant now) {
    return sql.sql("update fibre.call set called_at = :now where id = :id and called_at is null")
            .param("now", utc(now))
            .param("id", id)
            .update()
        == 1;
  }

  boolean removeCall(UUID id) {
    return sql.sql("delete from fibre.call where id = :id").param("id", id).update() == 1;
  }

  /// Forgets whom nobody has to call any more.
  void forget(Instant calledBefore, Instant notedBefore) {
    sql.sql("delete from fibre.call where called_at < :called or noted_at < :noted")
        .param("called", utc(calledBefore))
        .param("noted", utc(notedBefore))
        .update();
  }

  private static Followed followed(ResultSet row, int number) throws SQLException {
    return new Followed(
        row.getString("topic"),
        Optional.ofNullable(row.getString("ref")),
        row.getString("street_id"),
        row.getString("number"),
        row.getString("block"),
        row.getString("label"),
        row.getBoolean("example"),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("told_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Call call(ResultSet row, int number) throws SQLException {
    return new Call(
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getString("label"),
        row.getString("name"),
        row.getString("phone"),
        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("noted_by", UUID.class)),
        row.getBoolean("example"));
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
