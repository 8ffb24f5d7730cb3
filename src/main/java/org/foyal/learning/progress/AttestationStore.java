package org.foyal.learning.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.shell.language.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The attestations that were made, in `learning.attestation`.
@Repository
class AttestationStore {
  private final JdbcClient sql;

  AttestationStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds one; false when its reference is taken, or the same was made before.
  boolean add(Attestation made) {
    return sql.sql(
                """
                insert into learning.attestation
                  (reference, places, title, place, minutes, first_on, last_on, issued_on, example)
                values (:reference, :places, :title::jsonb, :place, :minutes, :first, :last, :issued,
                  :example)
                on conflict do nothing
                """)
            .param("reference", made.reference().signs())
            .param("places", made.places().toArray(Long[]::new))
            .param("title", made.title().json())
            .param("place", made.place())
            .param("minutes", made.minutes())
            .param("first", made.firstOn())
            .param("last", made.lastOn())
            .param("issued", made.issuedOn())
            .param("example", made.example())
            .update()
        == 1;
  }

  /// The one of the same places and the same time, if it was made.
  Optional<Attestation> find(List<Long> places, int minutes) {
    return sql.sql(
            "select * from learning.attestation where places = :places and minutes = :minutes")
        .param("places", places.toArray(Long[]::new))
        .param("minutes", minutes)
        .query(AttestationStore::row)
        .optional();
  }

  Optional<Attestation> find(Reference reference) {
    return sql.sql("select * from learning.attestation where reference = :reference")
        .param("reference", reference.signs())
        .query(AttestationStore::row)
        .optional();
  }

  /// Whether whoever had these places is still noted to have come, for as long.
  boolean holds(Attestation made) {
    return sql.sql(
            """
            select count(*) = :places and coalesce(sum(
                floor(extract(epoch from s.ends_at - s.starts_at) / 60)), 0) = :minutes
            from learning.participation p join learning.session s on s.id = p.session
            where p.id = any(:ids) and p.state in ('PRESENT', 'LATE') and s.state = 'PLANNED'
            """)
        .param("places", made.places().size())
        .param("minutes", made.minutes())
        .param("ids", made.places().toArray(Long[]::new))
        .query(Boolean.class)
        .single();
  }

  private static Attestation row(ResultSet row, int number) throws SQLException {
    return new Attestation(
        new Reference(row.getString("reference")),
        List.of((Long[]) row.getArray("places").getArray()),
        Told.ofJson(row.getString("title")),
        row.getString("place"),
        row.getInt("minutes"),
        row.getObject("first_on", LocalDate.class),
        row.getObject("last_on", LocalDate.class),
        row.getObject("issued_on", LocalDate.class),
        row.getBoolean("example"));
  }
}
