package org.foyal.learning.enrolment;

import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.enrolment.WaitingList.Free;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The seats of sessions, in `learning.seat`. Many look for one at once and each finds another: who
/// looks passes over those that somebody else is taking.
@Repository
class SeatStore {
  private final JdbcClient sql;

  SeatStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Takes a free seat, a kept one first where it is meant for them.
  ///
  /// @param released whether kept seats are for everybody
  Optional<Integer> take(UUID session, boolean target, boolean released) {
    return sql.sql(
            """
            update learning.seat set taken = true
            where (session, number) = (
              select session, number from learning.seat
              where session = :session and not taken and (:target or :released or not reserved)
              order by reserved <> :target, number limit 1 for update skip locked)
            returning number
            """)
        .param("session", session)
        .param("target", target)
        .param("released", released)
        .query(Integer.class)
        .optional();
  }

  /// Gives a seat back. Where it is a kept one, somebody for whom it is meant and who sits on
  /// another moves to it, so that no more seats are kept than the session says.
  void free(UUID session, int number) {
    var moved =
        sql.sql(
                """
                with one as (
                  select p.id, p.seat from learning.participation p
                  join learning.seat s on s.session = p.session and s.number = p.seat
                  where p.session = :session and p.target and not s.reserved
                    and (select reserved from learning.seat where session = :session and number = :number)
                  order by p.id limit 1 for update of p skip locked
                ), moved as (
                  update learning.participation p set seat = :number from one where p.id = one.id
                  returning one.seat
                ) select seat from moved
                """)
            .param("session", session)
            .param("number", number)
            .query(Integer.class)
            .optional();
    sql.sql("update learning.seat set taken = false where session = :session and number = :number")
        .param("session", session)
        .param("number", moved.orElse(number))
        .update();
  }

  /// Whether giving a seat back leaves a kept one free: it is kept, and nobody for whom it is meant
  /// sits on another and would move to it.
  boolean keptOnceFree(UUID session, int number) {
    return sql.sql(
            """
            select reserved and not exists (
              select from learning.participation p
              join learning.seat o on o.session = p.session and o.number = p.seat
              where p.session = s.session and p.target and not o.reserved)
            from learning.seat s where s.session = :session and s.number = :number
            """)
        .param("session", session)
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  Free free(UUID session) {
    return sql.sql(
            """
            select count(*) filter (where reserved) as reserved,
              count(*) filter (where not reserved) as open
            from learning.seat where session = :session and not taken
            """)
        .param("session", session)
        .query((row, _) -> new Free(row.getInt("reserved"), row.getInt("open")))
        .single();
  }

  /// How many seats are given away or held.
  int taken(UUID session) {
    return sql.sql("select count(*) from learning.seat where session = :session and taken")
        .param("session", session)
        .query(Integer.class)
        .single();
  }
}
