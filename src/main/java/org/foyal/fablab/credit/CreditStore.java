package org.foyal.fablab.credit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.credit.Refunded.Why;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All SQL of prices, the solidarity tariff, payments and what is given back.
@Repository
class CreditStore {
  private final JdbcClient sql;

  CreditStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// What was paid for a booking.
  record Receipt(UUID booking, UUID member, Quote quote) {}

  /// What is given back of a booking.
  record Back(UUID form, UUID booking, int cents, int free, int credit, int converted) {}

  void price(String type, int centsPerHour) {
    sql.sql(
            """
            insert into fablab.price (type, cents_per_hour) values (:type, :cents)
            on conflict (type) do update set cents_per_hour = excluded.cents_per_hour
            """)
        .param("type", type)
        .param("cents", centsPerHour)
        .update();
  }

  int price(String type) {
    return sql.sql("select cents_per_hour from fablab.price where type = :type")
        .param("type", type)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  boolean eligible(UUID form, UUID member, Eligibility tariff, UUID by, Instant at) {
    return sql.sql(
                """
                insert into fablab.eligibility (id, member, percent, until, seen_by, seen_at)
                values (:id, :member, :percent, :until, :by, :at) on conflict (id) do nothing
                """)
            .param("id", form)
            .param("member", member)
            .param("percent", tariff.percent())
            .param("until", tariff.until())
            .param("by", by)
            .param("at", at.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /// What was seen last, while it holds.
  Optional<Eligibility> eligibility(UUID member, LocalDate day) {
    return sql.sql(
            """
            select percent, until from (select * from fablab.eligibility where member = :member
              order by seen_at desc, id limit 1) last where until >= :day
            """)
        .param("member", member)
        .param("day", day)
        .query((row, _) ->
            new Eligibility(row.getInt("percent"), row.getObject("until", LocalDate.class)))
        .optional();
  }

  /// The free minutes that somebody took in a month and did not get back.
  int freeTaken(UUID member, LocalDate month) {
    return sql.sql(
            """
            select coalesce(sum(p.free_minutes - coalesce((select sum(r.free_minutes)
              from fablab.refund r where r.booking = p.booking), 0)), 0)
            from fablab.payment p where p.member = :member and p.month = :month
            """)
        .param("member", member)
        .param("month", month)
        .query(Integer.class)
        .single();
  }

  void paid(Payment payment, LocalDate month, Quote quote, @Nullable UUID by, Instant at) {
    sql.sql(
            """
            insert into fablab.payment
              (booking, member, month, minutes, free_minutes, credit_minutes, cents, receipt, noted_by, at)
            values (:booking, :member, :month, :minutes, :free, :credit, :cents, :receipt, :by, :at)
            """)
        .param("booking", payment.booking())
        .param("member", payment.member())
        .param("month", month)
        .param("minutes", quote.minutes())
        .param("free", quote.freeMinutes())
        .param("credit", quote.creditMinutes())
        .param("cents", quote.cents())
        .param("receipt", quote.cents() == 0 ? null : payment.receipt().orElse(null))
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Receipt> find(UUID booking) {
    return sql.sql("select * from fablab.payment where booking = :booking")
        .param("booking", booking)
        .query((row, _) ->
            new Receipt(
                row.getObject("booking", UUID.class),
                row.getObject("member", UUID.class),
                new Quote(
                    row.getInt("minutes"),
                    row.getInt("free_minutes"),
                    row.getInt("credit_minutes"),
                    0,
                    row.getInt("cents"))))
        .optional();
  }

  boolean refunded(UUID form, UUID booking) {
    return sql.sql(
            """
            select exists (select from fablab.refund
              where id = :id or (booking = :booking and why <> 'AGREED'))
            """)
        .param("id", form)
        .param("booking", booking)
        .query(Boolean.class)
        .single();
  }

  /// The cents of a booking that were given back.
  int centsBack(UUID booking) {
    return sql.sql("select coalesce(sum(cents), 0) from fablab.refund where booking = :booking")
        .param("booking", booking)
        .query(Integer.class)
        .single();
  }

  /// A booking that was paid for, came to nothing and is not settled.
  record Open(UUID booking, UUID member, Why why, int cents, String type, Instant begins) {}

  private static final String OPEN =
      """
      select * from (
        select p.booking, p.member, b.type, lower(b.during) as begins,
          p.cents - coalesce((select sum(r.cents) from fablab.refund r where r.booking = p.booking), 0) as cents,
          case b.state when 'REVOKED' then 'CLOSED' when 'NO_SHOW' then 'NO_SHOW'
            else case when b.changed_at <= lower(b.during) - :notice * interval '1 hour' then 'IN_TIME' else 'LATE' end
          end as why
        from fablab.payment p join fablab.booking b on b.id = p.booking
        where (b.state in ('EXCUSED', 'REVOKED') or b.state = 'NO_SHOW' and upper(b.during) < :missed)
          and not exists (select from fablab.refund r where r.booking = p.booking and r.why <> 'AGREED')) o
      """;

  /// What is to be settled: all, or of one booking.
  ///
  /// @param missed whoever did not come is settled if it ended before, since it may be corrected
  List<Open> open(Optional<UUID> booking, int noticeHours, Instant missed) {
    return sql.sql(
            OPEN + "where booking = :booking or :booking::uuid is null order by begins, booking")
        .param("booking", booking.orElse(null))
        .param("notice", noticeHours)
        .param("missed", missed.atOffset(ZoneOffset.UTC))
        .query((row, _) ->
            new Open(
                row.getObject("booking", UUID.class),
                row.getObject("member", UUID.class),
                Why.valueOf(row.getString("why")),
                row.getInt("cents"),
                row.getString("type"),
                row.getObject("begins", OffsetDateTime.class).toInstant()))
        .list();
  }

  boolean missedBefore(UUID member) {
    return sql.sql(
            """
            select exists (select from fablab.refund r join fablab.payment p on p.booking = r.booking
              where p.member = :member and r.why = 'NO_SHOW')
            """)
        .param("member", member)
        .query(Boolean.class)
        .single();
  }

  /// Writes down what is given back; without a reason: as was agreed at the counter.
  void back(Back back, @Nullable Why why, @Nullable UUID by, Instant at) {
    sql.sql(
            """
            insert into fablab.refund
              (id, booking, why, cents, free_minutes, credit_minutes, converted_minutes, noted_by, at)
            values (:id, :booking, :why, :cents, :free, :credit, :converted, :by, :at)
            """)
        .param("id", back.form())
        .param("booking", back.booking())
        .param("why", why == null ? "AGREED" : why.name())
        .param("cents", back.cents())
        .param("free", back.free())
        .param("credit", back.credit())
        .param("converted", back.converted())
        .param("by", by)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }
}
