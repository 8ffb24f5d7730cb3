package org.foyal.agreement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.foyal.agreement.Commitment.Basis;
import org.foyal.agreement.Commitment.Evidence;
import org.foyal.agreement.Commitment.EvidenceFile;
import org.foyal.agreement.Commitment.Measure;
import org.foyal.agreement.Commitment.Milestone;
import org.foyal.agreement.Commitment.Said;
import org.foyal.shell.language.Told;
import org.foyal.shell.uploads.Content;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes promises, and keeps their steps and evidence, in `agreement.commitment`, `milestone` and
/// `evidence`. Each change of a promise names the version that it was made from.
@Repository
class RegisterStore {
  private static final String MILESTONES =
      """
      select m.*, p.name as owner_name, p.of as owner_of, p.example as owner_example
      from agreement.milestone m join agreement.party p on p.code = m.owner
      """;

  private final JdbcClient sql;

  RegisterStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Adds a promise as it was announced; empty when its code is taken.
  Optional<Long> add(Register.NewCommitment made, LocalDate signedOn, Instant at) {
    return sql.sql(
            """
            insert into agreement.commitment (code, agreement, signed_on, party, theme, audiences, title,
              terms, plain, announced_on, announced_unit, due_on, due_unit, source_title, source_address, source_on, door,
              figure, figure_area, figure_target, declared, known_on, known_unit, place, example, changed_at)
            values (:code, :agreement, :signedOn, :party, :theme, :audiences, :title::jsonb, :terms,
              :plain::jsonb, :announcedOn, :announcedUnit, :dueOn, :dueUnit, :sourceTitle, :sourceAddress, :sourceOn,
              :door, :figure, :figureArea, :figureTarget, 'ANNOUNCED', :announcedOn, :announcedUnit, :place, :example,
              :at)
            on conflict (code) do nothing
            returning id
            """)
        .param("code", made.code())
        .param("agreement", made.agreement())
        .param("signedOn", signedOn)
        .param("party", made.party())
        .params(words(made.said(), made.measure()))
        .param("place", made.place())
        .param("example", made.example())
        .param("at", Timestamp.from(at))
        .query(Long.class)
        .optional();
  }

  /// Writes the words of a promise; false when somebody else wrote first.
  boolean edit(Commitment from, Said said, Optional<Measure> measure, Instant at) {
    return sql.sql(
                """
                update agreement.commitment set theme = :theme, audiences = :audiences,
                  title = :title::jsonb, terms = :terms, plain = :plain::jsonb,
                  announced_on = :announcedOn, announced_unit = :announcedUnit, due_on = :dueOn, due_unit = :dueUnit,
                  source_title = :sourceTitle, source_address = :sourceAddress, source_on = :sourceOn,
                  door = :door, figure = :figure, figure_area = :figureArea,
                  figure_target = :figureTarget,
                  version = version + 1, changed_at = :at
                where id = :id and version = :version
                """)
            .param("id", from.id())
            .param("version", from.version())
            .params(words(said, measure))
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  private static @Nullable Double target(Optional<Measure> measure) {
    var target = measure.map(Measure::target).orElse(OptionalDouble.empty());
    return target.isPresent() ? target.getAsDouble() : null;
  }

  private static Map<String, @Nullable Object> words(Said said, Optional<Measure> measure) {
    var words = new HashMap<String, @Nullable Object>();
    words.put("theme", said.theme().name());
    words.put(
        "audiences", said.audiences().stream().map(Enum::name).sorted().toArray(String[]::new));
    words.put("title", said.title().json());
    words.put("terms", said.terms().orElse(null));
    words.put("plain", said.plain().map(Told::json).orElse(null));
    words.put("announcedOn", said.announced().on());
    words.put("announcedUnit", said.announced().unit().name());
    words.put("dueOn", said.due().map(Day::on).orElse(null));
    words.put("dueUnit", said.due().map(day -> day.unit().name()).orElse(null));
    words.put("sourceTitle", said.source().title());
    words.put("sourceAddress", said.source().address().orElse(null));
    words.put("sourceOn", said.source().on().orElse(null));
    words.put("door", said.door().orElse(null));
    words.put("figure", measure.map(Measure::key).orElse(null));
    words.put("figureArea", measure.map(Measure::areaCode).orElse(null));
    words.put("figureTarget", target(measure));
    return words;
  }

  /// Writes where a promise stands; false when somebody else wrote first.
  boolean stand(Commitment from, Change.State state, Basis basis, Instant at) {
    return sql.sql(
                """
                update agreement.commitment set declared = :declared, known_on = :knownOn,
                  known_unit = :knownUnit, kept_on = :keptOn, basis = :basis, version = version + 1, changed_at = :at
                where id = :id and version = :version
                """)
            .param("id", from.id())
            .param("version", from.version())
            .param("declared", state.declared().name())
            .param("knownOn", state.knownOn())
            .param("knownUnit", state.known().unit().name())
            .param("keptOn", state.keptOn().orElse(null), Types.DATE)
            .param("basis", basis.name())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /// Moves the day that a figure speaks of, when it says nothing new.
  void knownOn(Commitment commitment, LocalDate day) {
    sql.sql("update agreement.commitment set known_on = :day where id = :id and basis = 'LIVE'")
        .param("day", day)
        .param("id", commitment.id())
        .update();
  }

  void setOwner(long commitment, @Nullable UUID owner, Instant at) {
    sql.sql(
            """
            update agreement.commitment set owner = :owner, version = version + 1, changed_at = :at
            where id = :id
            """)
        .param("owner", owner, Types.OTHER)
        .param("at", Timestamp.from(at))
        .param("id", commitment)
        .update();
  }

  List<Milestone> milestones(long commitment) {
    return sql.sql(
            MILESTONES
                + " where m.commitment = :commitment and m.withdrawn is null"
                + " order by coalesce(m.due_on, m.reached_on), m.id")
        .param("commitment", commitment)
        .query(RegisterStore::milestone)
        .list();
  }

  /// A step that is not reached, with the number of the promise that it belongs to.
  record Owed(long commitment, Milestone milestone) {}

  /// The steps of an agreement's promises that are not reached, by their day.
  List<Owed> openSteps(String agreement) {
    return sql.sql(
            MILESTONES
                + " join agreement.commitment c on c.id = m.commitment"
                + " where c.agreement = :agreement and m.reached_on is null and m.withdrawn is null"
                + " order by m.due_on, m.id")
        .param("agreement", agreement)
        .query(RegisterStore::owed)
        .list();
  }

  /// Steps that are not reached, due on one of these days.
  List<Owed> stepsOwedOn(List<LocalDate> days) {
    return sql.sql(
            MILESTONES
                + " where m.reached_on is null and m.withdrawn is null and m.due_on in (:days)"
                + " order by m.id")
        .param("days", days)
        .query(RegisterStore::owed)
        .list();
  }

  private static Owed owed(ResultSet row, int number) throws SQLException {
    return new Owed(row.getLong("commitment"), milestone(row, number));
  }

  private static Milestone milestone(ResultSet row, int number) throws SQLException {
    return new Milestone(
        row.getLong("id"),
        AgreementStore.party(row, "owner"),
        Told.ofJson(row.getString("title")),
        AgreementStore.day(row, "due"),
        Optional.ofNullable(row.getObject("reached_on", LocalDate.class)),
        AgreementStore.source(row));
  }

  void addMilestone(Commitment commitment, LocalDate signedOn, Milestone step) {
    sql.sql(
            """
            insert into agreement.milestone (commitment, signed_on, owner, title, due_on, due_unit,
              reached_on, source_title, source_address, source_on)
            values (:commitment, :signedOn, :owner, :title::jsonb, :dueOn, :dueUnit, :reachedOn,
              :sourceTitle, :sourceAddress, :sourceOn)
            """)
        .param("commitment", commitment.id())
        .param("signedOn", signedOn)
        .param("owner", step.owner().code())
        .param("title", step.title().json())
        .param("dueOn", step.due().map(Day::on).orElse(null), Types.DATE)
        .param("dueUnit", step.due().map(day -> day.unit().name()).orElse(null))
        .param("reachedOn", step.reachedOn().orElse(null), Types.DATE)
        .param("sourceTitle", step.source().map(Source::title).orElse(null))
        .param("sourceAddress", step.source().flatMap(Source::address).orElse(null))
        .param("sourceOn", step.source().flatMap(Source::on).orElse(null), Types.DATE)
        .update();
  }

  boolean reach(long commitment, long milestone, LocalDate on) {
    return sql.sql(
                """
                update agreement.milestone set reached_on = :on
                where id = :id and commitment = :commitment and reached_on is null
                  and withdrawn is null
                """)
            .param("id", milestone)
            .param("commitment", commitment)
            .param("on", on)
            .update()
        == 1;
  }

  /// A promise's evidence, in the order in which it came; the bytes of files are left where they
  /// are.
  List<Evidence> evidence(long commitment) {
    return sql.sql(
            """
            select id, title, dated, address, media_type, withdrawn from agreement.evidence
            where commitment = :commitment order by id
            """)
        .param("commitment", commitment)
        .query((row, _) ->
            new Evidence(
                row.getLong("id"),
                Told.ofJson(row.getString("title")),
                Optional.ofNullable(row.getObject("dated", LocalDate.class)),
                row.getString("address"),
                row.getString("media_type"),
                AgreementStore.told(row, "withdrawn")))
        .list();
  }

  /// Whether something proves that a promise was kept on a day: a link, a file or a dated source
  /// that is not older than the day.
  boolean proves(long commitment, LocalDate keptOn) {
    return sql.sql(
            """
            select exists (
              select from agreement.evidence
              where commitment = :commitment and withdrawn is null
                and (address is not null or bytes is not null or dated is not null)
                and (dated is null or dated >= :keptOn))
            """)
        .param("commitment", commitment)
        .param("keptOn", keptOn)
        .query(Boolean.class)
        .single();
  }

  Optional<EvidenceFile> file(long evidence) {
    return sql.sql(
            """
            select media_type, bytes from agreement.evidence
            where id = :id and bytes is not null
            """)
        .param("id", evidence)
        .query((row, _) -> new EvidenceFile(row.getString(1), new Content(row.getBytes(2))))
        .optional();
  }

  /// Takes a proof back: its link or its bytes are gone, the reason stays.
  boolean withdrawEvidence(long commitment, long evidence, Told why) {
    return sql.sql(
                """
                update agreement.evidence set withdrawn = :why::jsonb, address = null, bytes = null,
                  media_type = null, sha256 = null
                where id = :id and commitment = :commitment and withdrawn is null
                """)
            .param("why", why.json())
            .param("id", evidence)
            .param("commitment", commitment)
            .update()
        == 1;
  }

  /// Takes a step back.
  boolean withdrawMilestone(long commitment, long milestone, Told why) {
    return sql.sql(
                """
                update agreement.milestone set withdrawn = :why::jsonb
                where id = :id and commitment = :commitment and withdrawn is null
                """)
            .param("why", why.json())
            .param("id", milestone)
            .param("commitment", commitment)
            .update()
        == 1;
  }

  void addLink(
      long commitment,
      Told title,
      Optional<LocalDate> dated,
      Optional<String> address,
      Instant at) {
    sql.sql(
            """
            insert into agreement.evidence (commitment, title, dated, address, added_at)
            values (:commitment, :title::jsonb, :dated, :address, :at)
            """)
        .param("commitment", commitment)
        .param("title", title.json())
        .param("dated", dated.orElse(null), Types.DATE)
        .param("address", address.orElse(null))
        .param("at", Timestamp.from(at))
        .update();
  }

  /// Adds a file; false when the promise has the very same file already.
  boolean addFile(
      long commitment, Told title, Optional<LocalDate> dated, EvidenceFile file, Instant at) {
    return sql.sql(
                """
                insert into agreement.evidence (commitment, title, dated, media_type, bytes, sha256,
                  added_at)
                values (:commitment, :title::jsonb, :dated, :mediaType, :bytes, :sha256, :at)
                on conflict (commitment, sha256) where sha256 is not null do nothing
                """)
            .param("commitment", commitment)
            .param("title", title.json())
            .param("dated", dated.orElse(null), Types.DATE)
            .param("mediaType", file.mediaType())
            .param("bytes", file.content().bytes())
            .param("sha256", file.content().hash())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }
}
