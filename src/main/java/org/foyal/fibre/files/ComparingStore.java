package org.foyal.fibre.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.files.Report.Change;
import org.foyal.fibre.files.Report.Field;
import org.foyal.fibre.files.reading.Columns;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.StateOrder.Consent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of one file beside the versions that stand, compared as sets; and the making of new
/// versions out of them. A version that ends keeps its row: only its end is written.
@Repository
class ComparingStore {
  private final JdbcClient sql;

  ComparingStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// Puts every row beside what stands: new, same, changed, or older than what stands.
  void compare(Target target, LocalDate asOf) {
    var from = target == Target.CABINET ? "incoming_cabinet" : "incoming";
    sql.sql(
            """
            create temporary table %1$s on commit drop as
            select i.at_line, %2$s, %7$s as fact_from, null::text as reason, case
                when t.learned_at is null then 'NEW'
                when (%3$s) is not distinct from (%4$s) then 'SAME'
                when t.true_from > %8$s then 'OLDER'
                else 'CHANGED' end as change
            from %5$s i left join %6$s t on %9$s and %10$s
            """
                .formatted(
                    target.compared(),
                    target.all("i."),
                    target.told("i."),
                    target.told("t."),
                    from,
                    target.table(),
                    target == Target.FACT ? "i.fact_from" : "null::date",
                    target == Target.FACT ? "date 'infinity'" : day(asOf),
                    target.sameKey(),
                    target.stands()))
        .update();
    sql.sql("analyze %s".formatted(target.compared())).update();
  }

  /// A day as a literal: statements that make tables take no parameters.
  private static String day(LocalDate day) {
    return "date '" + day + "'";
  }

  /// The cabinets that the buildings' rows repeat, each once: the first row's words count.
  void gatherCabinets() {
    var columns =
        Columns.cabinetOnItsWay()
            .map(column -> "pm_%1$s as %1$s".formatted(column))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    sql.sql(
            """
            create temporary table incoming_cabinet on commit drop as
            select distinct on (cabinet) at_line, source, cabinet as ref, example, %s
            from incoming where cabinet is not null order by cabinet, at_line
            """
                .formatted(columns))
        .update();
  }

  /// Rows by what they would do; lines are counted once, whatever they tell of.
  record Numbers(long added, long changed, long same, long older, long questioned) {}

  Numbers count(Target target) {
    return sql.sql(
            """
            select count(*) filter (where change = 'NEW'), count(*) filter (where change = 'CHANGED'),
              count(*) filter (where change = 'SAME'), count(*) filter (where change = 'OLDER'),
              count(*) filter (where change = 'QUESTIONED')
            from (select at_line, min(change) as change from %s group by at_line) lines
            """
                .formatted(target.compared()))
        .query((row, _) ->
            new Numbers(
                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
        .single();
  }

  /// Rows that are older than what stands.
  List<IncomingStore.Again> older(Target target, int atMost) {
    return sql.sql(
            """
            select at_line, %s as key from %s where change = 'OLDER' order by at_line limit :most
            """
                .formatted("concat_ws(' ', " + target.keys("") + ")", target.compared()))
        .param("most", atMost)
        .query((row, _) -> new IncomingStore.Again(row.getLong(1), 0, row.getString(2)))
        .list();
  }

  /// A kind of change of state that the file has, with what it hangs on.
  record Kind(BuildingState from, BuildingState to, Optional<Boolean> needed, boolean signed) {
    Consent consent() {
      return new Consent(needed, signed);
    }
  }

  /// Each kind of change of state once, however many buildings it is of.
  List<Kind> kindsOfChange() {
    return sql.sql(
            """
            select distinct t.state, i.state, coalesce(i.consent_needed, t.consent_needed),
              coalesce(i.consent_signed_on, t.consent_signed_on) is not null
            from compared_building i join fibre.building t on %s and %s
            where i.change = 'CHANGED' and t.state is distinct from i.state
              and t.state is not null and i.state is not null
            """
                .formatted(Target.BUILDING.sameKey(), Target.BUILDING.stands()))
        .query((row, _) ->
            new Kind(
                BuildingState.valueOf(row.getString(1)),
                BuildingState.valueOf(row.getString(2)),
                Optional.ofNullable(row.getObject(3, Boolean.class)),
                row.getBoolean(4)))
        .list();
  }

  /// Holds the rows of a kind of change back.
  void holdBack(Kind kind, String reason) {
    sql.sql(
            """
            update compared_building i set change = 'QUESTIONED', reason = :reason
            from fibre.building t
            where %s and %s and i.change = 'CHANGED' and t.state = :from and i.state = :to
              and coalesce(i.consent_needed, t.consent_needed) is not distinct from :needed::boolean
              and (coalesce(i.consent_signed_on, t.consent_signed_on) is not null) = :signed
            """
                .formatted(Target.BUILDING.sameKey(), Target.BUILDING.stands()))
        .param("reason", reason)
        .param("from", kind.from().name())
        .param("to", kind.to().name())
        .param("needed", kind.needed().orElse(null))
        .param("signed", kind.signed())
        .update();
  }

  /// Finds what stands and is not in the file, of the same source, operator and communes; a cabinet
  /// is gone once no building that stays hangs from it.
  ///
  /// @param operator empty: of the regulator, whose file speaks for all
  long findGone(Target target, String source, Optional<String> operator) {
    sql.sql(
            """
            create temporary table %8$s on commit drop as
            select t.* from %1$s t
            where %2$s and t.source = '%3$s' and %4$s and %5$s
              and not exists (select 1 from %6$s i where %7$s)
            """
                .formatted(
                    target.table(),
                    target.stands(),
                    source,
                    operator.map(code -> "t.operator = '" + code + "'").orElse("true"),
                    scope(target),
                    target.compared(),
                    target.sameKey(),
                    target.leaving()))
        .update();
    return sql.sql("select count(*) from " + target.leaving()).query(Long.class).single();
  }

  private static String scope(Target target) {
    return switch (target) {
      case BUILDING -> "t.commune_code in (select commune_code from compared_building)";
      case CABINET ->
          """
          not exists (select 1 from fibre.building b where b.source = t.source and b.cabinet = t.ref
            and b.true_until is null and b.superseded_at is null
            and not exists (select 1 from leaving_building l where l.source = b.source and l.ref = b.ref))
          """;
      case OFFER, FACT -> "true";
    };
  }

  /// The first five of each change, with what differs.
  List<Change> examples(Target target, boolean gone) {
    return sql.sql(shown(target, gone)).query((row, _) -> change(row)).list();
  }

  private static String shown(Target target, boolean gone) {
    var key = "concat_ws(' ', " + target.keys("i.") + ")";
    var leaving =
        "union all (select 'GONE', %s, to_jsonb(i) from %s i order by 2 limit 5)"
            .formatted(key, target.leaving());
    var sameKey = target.sameKey().replaceAll("i\\.(\\w+)", "s.after ->> '$1'");
    return """
    with shown as (
      (select change, %1$s as key, to_jsonb(i) as after from %2$s i
        where change = 'NEW' order by at_line limit 5)
      union all
      (select change, %1$s, to_jsonb(i) from %2$s i
        where change = 'CHANGED' order by at_line limit 5)
      %3$s)
    select s.change, s.key,
      coalesce(s.after ->> 'street_name', s.after ->> 'state', '') as name,
      coalesce(d.columns, '{}') as columns, coalesce(d.befores, '{}') as befores,
      coalesce(d.afters, '{}') as afters
    from shown s left join lateral (
      select array_agg(n.key order by n.key) as columns,
        array_agg(coalesce(left(o.value, 80), '') order by n.key) as befores,
        array_agg(coalesce(left(n.value, 80), '') order by n.key) as afters
      from jsonb_each_text(s.after) n
      join %4$s t on %5$s and %6$s
      join jsonb_each_text(to_jsonb(t)) o on o.key = n.key
      where s.change = 'CHANGED' and o.value is distinct from n.value and n.key <> 'area_code')
      d on true
    """
        .formatted(
            key, target.compared(), gone ? leaving : "", target.table(), sameKey, target.stands());
  }

  private static Change change(ResultSet row) throws SQLException {
    var columns = (String[]) row.getArray("columns").getArray();
    var befores = (String[]) row.getArray("befores").getArray();
    var afters = (String[]) row.getArray("afters").getArray();
    var fields = new ArrayList<Field>();
    for (int i = 0; i < columns.length; i++) {
      fields.add(new Field(columns[i], befores[i], afters[i]));
    }
    return new Change(row.getString("change"), row.getString("key"), row.getString("name"), fields);
  }

  /// When a delivery was learned, and of which day it speaks.
  record Moment(long delivery, LocalDate asOf, Instant learned) {}

  /// Makes versions of the compared rows. What changes ends on the day of the file, or, where it
  /// began on that very day, is held no longer.
  void apply(Target target, Moment moment) {
    end(target, "%s i where i.change = 'CHANGED' and".formatted(target.compared()), moment);
    var fact = target == Target.FACT;
    sql.sql(
            """
            insert into %1$s (%2$s, true_from, learned_at, delivery)
            select %2$s, %3$s, :learned, :delivery from %4$s where change in ('NEW', 'CHANGED')
            """
                .formatted(
                    target.table(),
                    target.all(""),
                    fact ? "fact_from" : day(moment.asOf()),
                    target.compared()))
        .param("learned", moment.learned().atOffset(ZoneOffset.UTC))
        .param("delivery", moment.delivery())
        .update();
  }

  /// Ends what is gone.
  void applyGone(Target target, Moment moment) {
    end(target, target.leaving() + " i where", moment);
  }

  private void end(Target target, String those, Moment moment) {
    if (target == Target.FACT) {
      sql.sql(
              "update %s t set superseded_at = :learned, ended_by = :delivery from %s %s and %s"
                  .formatted(target.table(), those, target.sameKey(), target.stands()))
          .param("learned", moment.learned().atOffset(ZoneOffset.UTC))
          .param("delivery", moment.delivery())
          .update();
      return;
    }
    sql.sql(
            """
            update %1$s t set ended_by = :delivery,
              true_until = case when t.true_from < :asOf then :asOf end,
              until_learned_at = case when t.true_from < :asOf then :learned end,
              superseded_at = case when t.true_from >= :asOf then :learned end
            from %2$s %3$s and %4$s
            """
                .formatted(target.table(), those, target.sameKey(), target.stands()))
        .param("delivery", moment.delivery())
        .param("asOf", moment.asOf())
        .param("learned", moment.learned().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// A delivery that says something newer of anything that this one says, brought or ended: were
  /// this one taken back, both would stand. 0: somebody said it by hand.
  Optional<Long> standingOn(Target target, long delivery) {
    var ended =
        target == Target.FACT
            ? ""
            : "union all select ended_by from %s where delivery = :delivery"
                    .formatted(target.table())
                + " and ended_by <> :delivery and superseded_at is null";
    return sql.sql(
            """
            select coalesce(t.delivery, 0) from %1$s t
            where %2$s and t.delivery is distinct from :delivery and exists (
              select 1 from %1$s i where (i.delivery = :delivery or i.ended_by = :delivery) and %3$s)
            %4$s limit 1
            """
                .formatted(target.table(), target.stands(), target.sameKey(), ended))
        .param("delivery", delivery)
        .query(Long.class)
        .optional();
  }

  /// Takes a delivery's versions back as new knowledge: what it brought is held no longer, what it
  /// ended is held again from now on, and what was known in between stays known.
  void undo(Target target, long delivery, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    boolean fact = target == Target.FACT;
    sql.sql(
            "update %s set superseded_at = :now where delivery = :delivery and superseded_at is null"
                .formatted(target.table()))
        .param("now", at)
        .param("delivery", delivery)
        .update();
    if (!fact) {
      sql.sql(
              """
              update %s set superseded_at = :now
              where ended_by = :delivery and delivery <> :delivery and superseded_at is null
              """
                  .formatted(target.table()))
          .param("now", at)
          .param("delivery", delivery)
          .update();
    }
    sql.sql(
            """
            insert into %1$s (%2$s, true_from, learned_at, delivery)
            select %2$s, true_from, :now, delivery from %1$s v
            where ended_by = :delivery and delivery is distinct from :delivery
              and not exists (select 1 from fibre.delivery d
                where d.id = v.delivery and d.undone_at is not null)
            """
                .formatted(target.table(), target.all("")))
        .param("now", at)
        .param("delivery", delivery)
        .update();
  }
}
