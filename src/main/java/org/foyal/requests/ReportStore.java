package org.foyal.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.cases.Case;
import org.foyal.kernel.Position;
import org.foyal.kernel.Reference;
import org.foyal.requests.Report.Shown;
import org.foyal.shell.language.Told;
import org.foyal.shell.uploads.Content;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reports, their pictures, what was answered and who joined them, in `requests.report`, `photo`,
/// `answer` and `joined`.
@Repository
class ReportStore {
  private static final String SELECT =
      """
      select r.*, c.title,
        (select count(*) from requests.joined j where j.case_id = r.case_id) as joined,
        array(select p.id from requests.photo p where p.case_id = r.case_id order by p.id) as photos
      from requests.report r join requests.category c on c.code = r.category
      """;

  private final JdbcClient sql;

  ReportStore(JdbcClient sql) {
    this.sql = sql;
  }

  void add(Case opened, Draft draft, Optional<String> area, Instant at) {
    sql.sql(
            """
            insert into requests.report (case_id, reference, category, lat, lon, area, place, words,
              filed_at, example)
            values (:case, :reference, :category, :lat, :lon, :area, :place, :words, :at, :example)
            """)
        .param("case", opened.id())
        .param("reference", opened.reference().signs())
        .param("category", draft.category())
        .param("lat", draft.where().map(Position::latitude_deg).orElse(null), Types.DOUBLE)
        .param("lon", draft.where().map(Position::longitude_deg).orElse(null), Types.DOUBLE)
        .param("area", area.orElse(null), Types.VARCHAR)
        .param("place", draft.place())
        .param("words", draft.words())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("example", draft.example())
        .update();
    for (var photo : draft.photos()) {
      sql.sql(
              "insert into requests.photo (case_id, media_type, bytes) values (:case, :type, :bytes)")
          .param("case", opened.id())
          .param("type", photo.mediaType())
          .param("bytes", photo.content().bytes())
          .update();
    }
  }

  void answer(long caseId, List<Answer> answers) {
    for (var answer : answers) {
      sql.sql(
              """
              insert into requests.answer (case_id, attribute, asked, said, told)
              values (:case, :attribute, :asked::jsonb, :said, :told::jsonb)
              """)
          .param("case", caseId)
          .param("attribute", answer.attribute())
          .param("asked", answer.asked().json())
          .param("said", answer.said())
          .param("told", answer.told().map(Told::json).orElse(null), Types.VARCHAR)
          .update();
    }
  }

  /// What was answered with a report, in the order of the questions.
  List<Answer> answers(long caseId) {
    return sql.sql(
            """
            select a.attribute, q.code, a.asked, a.said, a.told, q.open
            from requests.answer a join requests.attribute q on q.id = a.attribute
            where a.case_id = :case order by q.place, q.id
            """)
        .param("case", caseId)
        .query((row, _) ->
            new Answer(
                row.getLong("attribute"),
                row.getString("code"),
                Told.ofJson(row.getString("asked")),
                row.getString("said"),
                Optional.ofNullable(row.getString("told")).map(Told::ofJson),
                row.getBoolean("open")))
        .list();
  }

  /// Reports of a category, or of any, within so many metres, filed since a moment, the nearest
  /// first. The index finds a box of degrees; the distance in it is exact enough for a street.
  List<Report> near(Optional<String> category, Position where, int within_m, Instant since) {
    double lat_deg = within_m / Position.DEGREE_m;
    double cosine = Math.max(0.01, Math.cos(Math.toRadians(where.latitude_deg())));
    return sql.sql(
            SELECT
                + """
                   where (cast(:category as text) is null or r.category = :category)
                     and r.filed_at > :since
                     and point(r.lon, r.lat) <@ box(point(:west, :south), point(:east, :north))
                     and ((r.lat - :lat) * :degree) ^ 2 + ((r.lon - :lon) * :degree * :cosine) ^ 2
                       <= :within * :within
                   order by (r.lat - :lat) ^ 2 + ((r.lon - :lon) * :cosine) ^ 2, r.case_id
                   limit 50
                """)
        .param("category", category.orElse(null), Types.VARCHAR)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("west", where.longitude_deg() - lat_deg / cosine)
        .param("east", where.longitude_deg() + lat_deg / cosine)
        .param("south", where.latitude_deg() - lat_deg)
        .param("north", where.latitude_deg() + lat_deg)
        .param("lat", where.latitude_deg())
        .param("lon", where.longitude_deg())
        .param("degree", Position.DEGREE_m)
        .param("cosine", cosine)
        .param("within", (double) within_m)
        .query(ReportStore::row)
        .list();
  }

  List<Report> list(Optional<String> category, Optional<String> area, long below, int limit) {
    return sql.sql(
            SELECT
                + """
                   where r.case_id < :below
                     and (cast(:category as text) is null or r.category = :category)
                     and (cast(:area as text) is null or r.area = :area)
                   order by r.case_id desc limit :limit
                """)
        .param("category", category.orElse(null), Types.VARCHAR)
        .param("area", area.orElse(null), Types.VARCHAR)
        .param("below", below)
        .param("limit", limit)
        .query(ReportStore::row)
        .list();
  }

  List<Report> placed(
      Optional<String> category, Optional<String> area, long below, Instant since, int limit) {
    return sql.sql(
            SELECT
                + " where r.case_id < :below and r.lat is not null and r.filed_at > :since"
                + (category.isPresent() ? " and r.category = :category" : "")
                + (area.isPresent() ? " and r.area = :area" : "")
                + " order by r.case_id desc limit :limit")
        .param("category", category.orElse(""))
        .param("area", area.orElse(""))
        .param("below", below)
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(ReportStore::row)
        .list();
  }

  List<Report> since(Optional<String> area, long after, int limit) {
    return sql.sql(
            SELECT
                + """
                   where r.case_id > :after
                     and (cast(:area as text) is null or r.area = :area)
                   order by r.case_id desc limit :limit
                """)
        .param("after", after)
        .param("area", area.orElse(null), Types.VARCHAR)
        .param("limit", limit)
        .query(ReportStore::row)
        .list();
  }

  /// The newest reports in a rectangle, filed since a moment. Where the newest of all fill it, the
  /// index by place is not needed; it would give far too many.
  List<Report> inside(Box box, Optional<String> category, Instant since, int limit) {
    var newest =
        inside(
            "r.case_id in (select case_id from requests.report order by case_id desc limit 3000) and",
            box,
            category,
            since,
            limit);
    return newest.size() == limit
        ? newest
        : inside(
            "point(r.lon, r.lat) <@ box(point(:west, :south), point(:east, :north)) and",
            box,
            category,
            since,
            limit);
  }

  private List<Report> inside(
      String narrowing, Box box, Optional<String> category, Instant since, int limit) {
    return sql.sql(
            SELECT
                + " where "
                + narrowing
                + """
                   r.lat between :south and :north and r.lon between :west and :east
                     and r.filed_at > :since
                     and (cast(:category as text) is null or r.category = :category)
                   order by r.case_id desc limit :limit
                """)
        .param("south", box.south_deg())
        .param("west", box.west_deg())
        .param("north", box.north_deg())
        .param("east", box.east_deg())
        .param("since", since.atOffset(ZoneOffset.UTC))
        .param("category", category.orElse(null), Types.VARCHAR)
        .param("limit", limit)
        .query(ReportStore::row)
        .list();
  }

  Optional<Report> find(Reference reference) {
    return sql.sql(SELECT + " where r.reference = :reference")
        .param("reference", reference.signs())
        .query(ReportStore::row)
        .optional();
  }

  /// Those of some references, in the order of these.
  List<Report> list(List<Reference> references) {
    return sql.sql(
            SELECT
                + """
                   join unnest(:references) with ordinality as asked (signs, turn)
                     on asked.signs = r.reference
                   order by asked.turn
                """)
        .param("references", references.stream().map(Reference::signs).toArray(String[]::new))
        .query(ReportStore::row)
        .list();
  }

  /// Those of some cases, in the order of these.
  List<Report> ofCases(List<Long> cases) {
    return sql.sql(
            SELECT
                + """
                   join unnest(:cases) with ordinality as asked (id, turn) on asked.id = r.case_id
                   order by asked.turn
                """)
        .param("cases", cases.toArray(Long[]::new))
        .query(ReportStore::row)
        .list();
  }

  void join(long caseId, UUID form, Instant at) {
    sql.sql(
            """
            insert into requests.joined (case_id, form, at) values (:case, :form, :at)
            on conflict do nothing
            """)
        .param("case", caseId)
        .param("form", form)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Draft.Photo> photo(long number, boolean staff) {
    return sql.sql(
            """
            select p.media_type, p.bytes from requests.photo p
            join requests.report r on r.case_id = p.case_id
            where p.id = :id and (:staff or r.shown = 'SHOWN')
            """)
        .param("id", number)
        .param("staff", staff)
        .query((row, _) ->
            new Draft.Photo(new Content(row.getBytes("bytes")), row.getString("media_type")))
        .optional();
  }

  private static Report row(ResultSet row, int number) throws SQLException {
    var lat = row.getObject("lat", Double.class);
    var lon = row.getObject("lon", Double.class);
    return new Report(
        row.getLong("case_id"),
        new Reference(row.getString("reference")),
        row.getString("category"),
        Told.ofJson(row.getString("title")),
        lat == null || lon == null ? Optional.empty() : Optional.of(new Position(lat, lon)),
        Optional.ofNullable(row.getString("area")),
        row.getString("place"),
        row.getString("words"),
        Shown.valueOf(row.getString("shown")),
        Optional.ofNullable(row.getString("rule")),
        Stream.of((Long[]) row.getArray("photos").getArray()).toList(),
        row.getInt("joined"),
        row.getObject("filed_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("example"));
  }
}
