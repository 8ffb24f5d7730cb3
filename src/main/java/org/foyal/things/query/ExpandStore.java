package org.foyal.things.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Limits;
import org.foyal.things.query.asked.NotUnderstood;
import org.foyal.things.query.asked.Options;
import org.foyal.things.query.asked.Options.Expand;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Brings what links lead to: one statement for each link that is expanded (and one for its count),
/// however many entities it is expanded for.
final class ExpandStore {
  /// How many of a set come where nothing is said.
  private static final int USUAL = 100;

  private final DSLContext sql;
  private final Instant now;
  private final Limits limits;
  private int room;

  ExpandStore(DSLContext sql, Instant now, Limits limits) {
    this.sql = sql;
    this.now = now;
    this.limits = limits;
    this.room = limits.entities();
  }

  static int top(Options options, Limits limits) {
    return Math.min(options.top() == null ? USUAL : options.top(), limits.top());
  }

  void expand(EntityType type, List<Entity> of, List<Expand> expands) {
    if (of.isEmpty()) {
      return;
    }
    for (var expand : expands) {
      var children =
          RowStore.isOwn(type, expand.link()) ? owners(of, expand) : several(type, of, expand);
      expand(expand.link().to(), children, expand.options().expands());
    }
  }

  /// Each is read once, however many link to it.
  private List<Entity> owners(List<Entity> of, Expand expand) {
    var label = expand.link().label();
    var ids = of.stream().map(one -> one.owner(label)).filter(Objects::nonNull).distinct();
    var page = new PageStore(sql, now, expand.link().to(), expand.options(), false);
    page.also(
        DSL.condition(
            "({0} = any({1}::bigint[]))",
            TableStore.id(page.alias()), DSL.val(ids.toArray(Long[]::new))));
    var found = page.select(of.size()).fetch(row -> page.row().read(row, 0));
    take(found.size());
    var byId = found.stream().collect(Collectors.toMap(Entity::id, one -> one));
    for (var one : of) {
      var owner = one.owner(label);
      var linked = owner == null ? null : byId.get(owner);
      one.links()
          .put(
              expand.link(),
              linked == null
                  ? new Entity.Linked.Nobody()
                  : new Entity.Linked.One(
                      new Page(
                          List.of(linked), page.row().properties(), expand.options(), null, null)));
    }
    return found;
  }

  private void take(int entities) {
    room -= entities;
    if (room < 0) {
      throw new NotUnderstood(
          "The answer would hold more than "
              + limits.entities()
              + " entities: give a lower $top, here or within $expand.");
    }
  }

  private List<Entity> several(EntityType type, List<Entity> of, Expand expand) {
    var options = expand.options();
    int top = Math.min(top(options, limits), Math.max(1, room / of.size()));
    boolean inDatastream =
        type == EntityType.DATASTREAM && expand.link().to() == EntityType.OBSERVATION;
    var page = new PageStore(sql, now, expand.link().to(), options, inDatastream);
    Field<Long> parent = TableStore.id("p");
    page.also(TableStore.linked(type, expand.link(), parent, page.alias()));
    var ids = of.stream().map(Entity::id).toArray(Long[]::new);
    var each = page.select(top).asTable("x");
    var all = new ArrayList<Field<?>>(List.of(parent));
    all.addAll(List.of(each.fields()));
    var found =
        sql.select(all)
            .from(parents(ids))
            .crossJoin(DSL.lateral(each))
            .fetch(row -> page.row().read(row, 1));
    var byParent = found.stream().collect(Collectors.groupingBy(Entity::parent));
    var counts = options.count() ? counts(type, expand, ids) : Map.<Long, Long>of();
    var children = new ArrayList<Entity>();
    for (var one : of) {
      var mine = byParent.getOrDefault(one.id(), List.of());
      boolean more = mine.size() > top;
      var kept = more ? mine.subList(0, top) : mine;
      children.addAll(kept);
      @Nullable String after = more && top > 0 ? Marks.written(kept.getLast().keys()) : null;
      one.links()
          .put(
              expand.link(),
              new Entity.Linked.Many(
                  new Page(kept, page.row().properties(), options, counts.get(one.id()), after)));
    }
    take(children.size());
    return children;
  }

  private static Table<Record> parents(Long[] ids) {
    return DSL.table("unnest({0}::bigint[])", DSL.val(ids)).as("p", "id");
  }

  private Map<Long, Long> counts(EntityType type, Expand expand, Long[] ids) {
    var parent = TableStore.id("p");
    var counts = new HashMap<Long, Long>();
    if (type == EntityType.DATASTREAM
        && expand.link().to() == EntityType.OBSERVATION
        && expand.options().filter() == null) {
      sql.select(TableStore.id("d"), TableStore.number("d", "observations"))
          .from(TableStore.table(EntityType.DATASTREAM, "d"))
          .where(DSL.condition("{0} = any({1}::bigint[])", TableStore.id("d"), DSL.val(ids)))
          .forEach(row -> counts.put(row.value1(), row.value2()));
      return counts;
    }
    var page = new PageStore(sql, now, expand.link().to(), expand.options(), false);
    page.also(TableStore.linked(type, expand.link(), parent, page.alias()));
    Field<Integer> count = DSL.field(page.counting());
    sql.select(parent, count)
        .from(parents(ids))
        .forEach(row -> counts.put(row.value1(), (long) row.value2()));
    return counts;
  }
}
