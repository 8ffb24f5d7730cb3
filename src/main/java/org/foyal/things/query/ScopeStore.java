package org.foyal.things.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.foyal.things.model.EntityType;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// The tables of one part of a statement: those of a kind of entity, and those that paths lead to
/// from there, each joined once however often it is named.
final class ScopeStore {
  private final AtomicInteger numbers;
  private final EntityType type;
  private final String alias;
  private final Map<String, String> aliases = new HashMap<>();
  private Table<?> from;

  private ScopeStore(AtomicInteger numbers, EntityType type) {
    this.numbers = numbers;
    this.type = type;
    this.alias = "e" + numbers.incrementAndGet();
    this.from = TableStore.table(type, alias);
  }

  static ScopeStore of(EntityType type) {
    return new ScopeStore(new AtomicInteger(), type);
  }

  /// Another part of the same statement.
  ScopeStore beside(EntityType other) {
    return new ScopeStore(numbers, other);
  }

  EntityType type() {
    return type;
  }

  String alias() {
    return alias;
  }

  Field<Long> id() {
    return TableStore.id(alias);
  }

  Table<?> from() {
    return from;
  }

  /// The alias of what a path leads to.
  String reach(List<EntityType.Link> links) {
    var here = alias;
    var at = type;
    var path = new StringBuilder();
    for (var link : links) {
      path.append('/').append(link.label());
      var start = here;
      var owner = at;
      var known = aliases.get(path.toString());
      here = known == null ? join(owner, link, start) : known;
      aliases.put(path.toString(), here);
      at = link.to();
    }
    return here;
  }

  private String join(EntityType owner, EntityType.Link link, String start) {
    var reached = "e" + numbers.incrementAndGet();
    var table = TableStore.table(link.to(), reached);
    switch (TableStore.tie(owner, link)) {
      case TableStore.Tie.Own(var column) ->
          from =
              from.leftJoin(table).on(TableStore.id(reached).eq(TableStore.number(start, column)));
      case TableStore.Tie.Theirs(var column) ->
          from =
              from.leftJoin(table).on(TableStore.number(reached, column).eq(TableStore.id(start)));
      case TableStore.Tie.Through through -> {
        var middle = "e" + numbers.incrementAndGet();
        from =
            from.leftJoin(TableStore.between(through, middle))
                .on(TableStore.number(middle, through.mine()).eq(TableStore.id(start)))
                .leftJoin(table)
                .on(TableStore.id(reached).eq(TableStore.number(middle, through.theirs())));
      }
    }
    return reached;
  }

  /// A value that the program worked out for each entity of an alias.
  Field<Double> worked(Field<Long> id, Map<Long, Double> values) {
    var name = "w" + numbers.incrementAndGet();
    var ids = values.keySet().toArray(Long[]::new);
    var worths =
        IntStream.range(0, ids.length).mapToObj(i -> values.get(ids[i])).toArray(Double[]::new);
    Table<Record> table =
        DSL.table("unnest({0}::bigint[], {1}::double precision[])", DSL.val(ids), DSL.val(worths))
            .as(name, "id", "worth");
    from = from.leftJoin(table).on(TableStore.id(name).eq(id));
    return TableStore.column(name, "worth", org.jooq.impl.SQLDataType.DOUBLE);
  }

  /// That an entity of an outer part has some that a chain of links leads to and that are so.
  ///
  /// @param outer the part from which the chain leads, and its alias there
  /// @param last the part of the chain's last link
  Condition some(
      EntityType outer,
      Field<Long> one,
      List<EntityType.Link> links,
      ScopeStore last,
      Condition so) {
    var types = new ArrayList<EntityType>(List.of(outer));
    links.forEach(link -> types.add(link.to()));
    var condition = so;
    var within = last.alias;
    Table<?> tables = last.from;
    for (int i = links.size() - 1; i > 0; i--) {
      var before = "e" + numbers.incrementAndGet();
      condition =
          condition.and(
              TableStore.linked(types.get(i), links.get(i), TableStore.id(before), within));
      tables = tables.crossJoin(TableStore.table(types.get(i), before));
      within = before;
    }
    return DSL.exists(
        DSL.selectOne()
            .from(tables)
            .where(condition.and(TableStore.linked(outer, links.getFirst(), one, within))));
  }
}
