package org.foyal.fablab.members;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Those who come to the lab, in `fablab.member`.
@Repository
class MemberStore {
  private final JdbcClient sql;

  MemberStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds one; false where the identifier or the reference is taken.
  boolean add(Member made) {
    return sql.sql(
                """
                insert into fablab.member (id, reference, birth_year, area, since, seen_at, example)
                values (:id, :reference, :birth_year, :area, :since, :since, :example)
                on conflict do nothing
                """)
            .param("id", made.id())
            .param("reference", made.reference().signs())
            .param("birth_year", made.birthYear().orElse(null))
            .param("area", made.area().orElse(null))
            .param("since", made.since().atOffset(ZoneOffset.UTC))
            .param("example", made.example())
            .update()
        == 1;
  }

  Optional<Member> find(UUID id) {
    return list(List.of(id)).stream().findFirst();
  }

  List<Member> list(Collection<UUID> ids) {
    return sql.sql("select * from fablab.member where id = any (:ids) order by since, id")
        .param("ids", ids.toArray(UUID[]::new))
        .query(MemberStore::member)
        .list();
  }

  /// Those who were here last.
  List<Member> recent(int most) {
    return sql.sql("select * from fablab.member order by seen_at desc, id limit :most")
        .param("most", most)
        .query(MemberStore::member)
        .list();
  }

  Optional<Member> find(Reference reference) {
    return sql.sql("select * from fablab.member where reference = :reference")
        .param("reference", reference.signs())
        .query(MemberStore::member)
        .optional();
  }

  /// Notes that they were here, and what the staff now know of them.
  void seen(UUID id, Instant at, Optional<Integer> birthYear, Optional<String> area) {
    sql.sql(
            """
            update fablab.member set seen_at = greatest(seen_at, :at),
              birth_year = coalesce(birth_year, :birth_year), area = coalesce(area, :area)
            where id = :id
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("birth_year", birthYear.orElse(null), java.sql.Types.INTEGER)
        .param("area", area.orElse(null), java.sql.Types.VARCHAR)
        .param("id", id)
        .update();
  }

  void guardianSeen(UUID id, LocalDate on) {
    sql.sql("update fablab.member set guardian_seen_on = :on where id = :id")
        .param("on", on)
        .param("id", id)
        .update();
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    return new Member(
        row.getObject("id", UUID.class),
        new Reference(row.getString("reference")),
        Optional.ofNullable(row.getObject("birth_year", Integer.class)),
        Optional.ofNullable(row.getString("area")),
        Optional.ofNullable(row.getObject("guardian_seen_on", LocalDate.class)),
        row.getObject("since", OffsetDateTime.class).toInstant(),
        row.getBoolean("example"));
  }
}
