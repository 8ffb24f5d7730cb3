package org.foyal.innovation.reviewing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.innovation.reviewing.Review.Points;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Keeps reviewers, what they declare and their points.
@Repository
class ReviewStore {
  private final JdbcClient sql;

  ReviewStore(JdbcClient sql) {
    this.sql = sql;
  }

  Map<UUID, String> reviewers(String call) {
    var found = new LinkedHashMap<UUID, String>();
    sql.sql("select account, name from innovation.reviewer where call = :call order by name")
        .param("call", call)
        .query((row, _) -> Map.entry(row.getObject("account", UUID.class), row.getString("name")))
        .list()
        .forEach(one -> found.put(one.getKey(), one.getValue()));
    return found;
  }

  void addReviewer(String call, UUID account, String name) {
    sql.sql(
            """
            insert into innovation.reviewer (call, account, name) values (:call, :account, :name)
            on conflict do nothing
            """)
        .param("call", call)
        .param("account", account)
        .param("name", name)
        .update();
  }

  void removeReviewer(String call, UUID account) {
    sql.sql("delete from innovation.reviewer where call = :call and account = :account")
        .param("call", call)
        .param("account", account)
        .update();
  }

  /// The calls that somebody reviews.
  List<String> callsOf(UUID account) {
    return sql.sql("select call from innovation.reviewer where account = :account order by call")
        .param("account", account)
        .query(String.class)
        .list();
  }

  /// False where they have declared before.
  boolean declare(UUID application, UUID account, String name, String stake, Instant now) {
    return sql.sql(
                """
                insert into innovation.review (application, account, name, conflict, words, declared_at)
                values (:application, :account, :name, :stake <> '', nullif(:stake, ''), :at)
                on conflict do nothing
                """)
            .param("application", application)
            .param("account", account)
            .param("name", name)
            .param("stake", stake)
            .param("at", now.atOffset(ZoneOffset.UTC))
            .update()
        > 0;
  }

  Optional<Review> find(UUID application, UUID account) {
    return list(application).stream().filter(one -> one.reviewer().equals(account)).findFirst();
  }

  List<Review> list(UUID application) {
    return sql.sql("select * from innovation.review where application = :application order by name")
        .param("application", application)
        .query((row, _) -> {
          var account = row.getObject("account", UUID.class);
          var words = row.getString("words");
          return new Review(
              account,
              row.getString("name"),
              row.getBoolean("conflict"),
              words == null ? "" : words,
              row.getObject("handed_in_at") != null,
              points(application, account));
        })
        .list();
  }

  private List<Points> points(UUID application, UUID account) {
    return sql.sql(
            """
            select criterion, points, reason from innovation.score
            where application = :application and account = :account order by criterion
            """)
        .param("application", application)
        .param("account", account)
        .query((row, _) ->
            new Points(row.getInt("criterion"), row.getInt("points"), row.getString("reason")))
        .list();
  }

  /// Whether it can still be written: it is theirs, without a stake, and not handed in. Nobody else
  /// changes that before this transaction ends.
  boolean lock(UUID application, UUID account) {
    return sql.sql(
            """
            select 1 from innovation.review where application = :application and account = :account
              and not conflict and handed_in_at is null for update
            """)
        .param("application", application)
        .param("account", account)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  void score(UUID application, UUID account, List<Points> points) {
    sql.sql("delete from innovation.score where application = :application and account = :account")
        .param("application", application)
        .param("account", account)
        .update();
    for (var one : points) {
      sql.sql(
              """
              insert into innovation.score (application, account, criterion, points, reason)
              values (:application, :account, :criterion, :points, :reason)
              """)
          .param("application", application)
          .param("account", account)
          .param("criterion", one.criterion())
          .param("points", one.points())
          .param("reason", one.reason())
          .update();
    }
  }

  void handIn(UUID application, UUID account, Instant now) {
    sql.sql(
            """
            update innovation.review set handed_in_at = :at
            where application = :application and account = :account and not conflict
            """)
        .param("application", application)
        .param("account", account)
        .param("at", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
