package org.foyal.learning.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Learners.Known;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Those who come, in `learning.learner`.
@Repository
class LearnerStore {
  private static final String KNOWN =
      """
      insert into learning.learner (id, name, folded, email, phone, contact, birth_year, area,
        language, seen_at, example)
      values (:id, :name, :folded, :email, :phone, :contact, :birth_year, :area, :language,
        :at, :example)
      on conflict (contact, folded) where contact is not null do update set
        seen_at = excluded.seen_at,
        email = case when :trusted then coalesce(excluded.email, learner.email) else learner.email end,
        phone = case when :trusted then coalesce(excluded.phone, learner.phone) else learner.phone end,
        birth_year = coalesce(learner.birth_year, case when :trusted then excluded.birth_year end),
        area = coalesce(learner.area, case when :trusted then excluded.area end)
      returning coalesce(joined_into, id) as id, xmax = 0 as fresh, joined_into is not null as joined
      """;

  private final JdbcClient sql;

  LearnerStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// The person of this name by this contact, noted now if they are new; where the desk has made
  /// one of two, that one. Somebody without any contact is always new. What is known of somebody is
  /// added to by the staff only: anybody can type a name and an address on a page.
  ///
  /// @param trusted whether somebody of the staff writes it down
  Known known(Person person, Instant at, boolean example, boolean trusted) {
    var found =
        sql.sql(KNOWN)
            .param("id", UUID.randomUUID())
            .param("name", person.name())
            .param("folded", folded(person.name()))
            .param("email", some(person.email()), Types.VARCHAR)
            .param("phone", some(person.phone()), Types.VARCHAR)
            .param("contact", some(contact(person)), Types.VARCHAR)
            .param("birth_year", some(person.birthYear()), Types.INTEGER)
            .param("area", some(person.area()), Types.VARCHAR)
            .param("language", person.language().code())
            .param("at", at.atOffset(ZoneOffset.UTC))
            .param("example", example)
            .param("trusted", trusted)
            .query((row, _) ->
                Map.entry(
                    new Known(row.getObject("id", UUID.class), row.getBoolean("fresh")),
                    row.getBoolean("joined")))
            .single();
    if (found.getValue()) {
      hold(found.getKey().id()); // the line that was written is another way to reach them
    }
    return found.getKey();
  }

  /// Those of some identifiers, by the one that was asked for.
  Map<UUID, Participation.Learner> list(Collection<UUID> learners) {
    var found = new HashMap<UUID, Participation.Learner>();
    sql.sql(
            """
            select a.id as asked, l.* from learning.learner a
              join learning.learner l on l.id = coalesce(a.joined_into, a.id)
            where a.id = any (:ids)
            """)
        .param("ids", learners.toArray(UUID[]::new))
        .query(row -> {
          found.put(row.getObject("asked", UUID.class), learner(row));
        });
    return found;
  }

  private static Participation.Learner learner(ResultSet row) throws SQLException {
    return new Participation.Learner(
        row.getObject("id", UUID.class),
        row.getString("name"),
        Optional.ofNullable(row.getString("email")),
        Optional.ofNullable(row.getString("phone")),
        Language.find(row.getString("language")).orElse(Language.FR),
        Optional.ofNullable(row.getObject("birth_year", Integer.class)),
        Optional.ofNullable(row.getString("area")));
  }

  /// Whose names hold some words.
  List<UUID> named(String folded, int most) {
    return sql.sql(
            """
            select id from learning.learner
            where erased_on is null and joined_into is null and position(:folded in folded) > 0
            order by folded, id limit :most
            """)
        .param("folded", folded)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /// Notes that somebody was here.
  void seen(UUID learner, Instant at) {
    sql.sql(
            """
            update learning.learner set seen_at = greatest(seen_at, :at)
            where id = (select coalesce(joined_into, id) from learning.learner where id = :id)
            """)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("id", learner)
        .update();
  }

  /// The identifier that holds, and those that were joined into it.
  List<UUID> identifiers(UUID learner) {
    return sql.sql(
            """
            with kept as (select coalesce(joined_into, id) as id from learning.learner where id = :id)
            select l.id from learning.learner l, kept
            where l.id = kept.id or l.joined_into = kept.id order by l.joined_into nulls first, l.id
            """)
        .param("id", learner)
        .query(UUID.class)
        .list();
  }

  /// Adds what is missing to reach somebody by. Where somebody else of that name has that contact,
  /// the two stay two until the desk makes them one.
  void reach(UUID learner, Person person) {
    sql.sql(
            """
            update learning.learner l set email = coalesce(l.email, :email),
              phone = coalesce(l.phone, :phone),
              contact = coalesce(l.contact, case when not exists (
                select from learning.learner o where o.contact = :contact and o.folded = l.folded)
                then :contact end)
            where l.id = :id and l.erased_on is null
            """)
        .param("email", some(person.email()), Types.VARCHAR)
        .param("phone", some(person.phone()), Types.VARCHAR)
        .param("contact", some(contact(person)), Types.VARCHAR)
        .param("id", learner)
        .update();
  }

  private static Optional<String> contact(Person person) {
    return person
        .email()
        .map(one -> one.toLowerCase(Locale.ROOT))
        .or(() -> person.phone().map(LearnerStore::national));
  }

  /// What others asked on a page in the name of somebody whom the staff now has before it no longer
  /// passes for theirs.
  void doubt(UUID learner) {
    for (var table : List.of("participation", "appointment")) {
      sql.sql(
              "update learning.%s set proven = false where learner = :learner and channel = 'WEB' and proven"
                  .formatted(table))
          .param("learner", learner)
          .update();
    }
  }

  /// The last nine digits of a number, which are the same with the prefix of the country and
  /// without.
  static String national(String phone) {
    var digits = phone.replace("+", "");
    return digits.substring(Math.max(0, digits.length() - 9));
  }

  /// A name as it is compared: « José Marie-Luce » is « jose marie luce ».
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}+", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /// Holds somebody until the transaction ends, so that they are put down for one thing at a time.
  void hold(UUID learner) {
    sql.sql("select 1 from learning.learner where id = :id for no key update")
        .param("id", learner)
        .query()
        .listOfRows();
  }

  /// Whether somebody comes to a session in a while.
  boolean inSession(UUID learner, Instant from, Instant until) {
    return sql.sql(
            """
            select exists (select from learning.participation
              where learner = :learner and during && tstzrange(:from, :until))
            """)
        .param("learner", learner)
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /// Whether somebody comes to a session, waits for one, or has an appointment that is to come.
  boolean expected(UUID learner, Instant now) {
    return sql.sql(
            """
            select exists (select from learning.participation p
                join learning.session s on s.id = p.session
                where p.learner = :learner and p.state in ('WAITING', 'OFFERED', 'CONFIRMED')
                  and s.starts_at > :now)
              or exists (select from learning.appointment a join learning.slot t on t.id = a.slot
                where a.learner = :learner and a.state = 'UNKNOWN' and t.starts_at > :now)
            """)
        .param("learner", learner)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /// Takes the name and contact from one place alone: it is nobody's from now on. What else is kept
  /// of the person stays as it is.
  void part(long place, LocalDate on) {
    var nobody = UUID.randomUUID();
    sql.sql(
            """
            with nobody as (
              insert into learning.learner (id, name, folded, language, seen_at, erased_on, example)
              select :nobody, '', '', l.language, l.seen_at, :on, l.example
              from learning.participation p join learning.learner l on l.id = p.learner
              where p.id = :place returning id)
            update learning.participation set learner = (select id from nobody) where id = :place
            """)
        .param("nobody", nobody)
        .param("on", on)
        .param("place", place)
        .update();
    sql.sql("select learning.forget_answers(:nobody, null)")
        .param("nobody", nobody)
        .query()
        .listOfRows();
  }

  /// Erases somebody's name and contact at once.
  void erase(UUID learner, LocalDate on) {
    sql.sql(
            """
            update learning.learner set name = '', folded = '', email = null, phone = null,
              contact = null, erased_on = :on
            where id = :id and erased_on is null
            """)
        .param("on", on)
        .param("id", learner)
        .update();
  }

  /// Erases who has come to nothing since a moment and is expected nowhere; what is counted stays.
  int erase(Instant before, LocalDate on) {
    return sql.sql(
            """
            update learning.learner l set name = '', folded = '', email = null, phone = null,
              contact = null, erased_on = :on
            where erased_on is null and seen_at < :before and not exists (
              select from learning.participation p join learning.session s on s.id = p.session
              where p.learner = l.id and s.ends_at >= :before)
              and not exists (
              select from learning.appointment a join learning.slot t on t.id = a.slot
              where a.learner = l.id and t.ends_at >= :before)
            """)
        .param("on", on)
        .param("before", before.atOffset(ZoneOffset.UTC))
        .update();
  }

  static <T> @Nullable T some(Optional<T> value) {
    return value.orElse(null);
  }
}
