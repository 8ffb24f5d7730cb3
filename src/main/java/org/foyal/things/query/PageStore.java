package org.foyal.things.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.ValueStore.SortKey;
import org.foyal.things.query.asked.NotUnderstood;
import org.foyal.things.query.asked.Options;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The statement of one page of a set: its conditions, its order, where it begins.
final class PageStore {
  private final DSLContext sql;
  private final Options options;
  private final ScopeStore scope;
  private final List<SortKey> keys = new ArrayList<>();
  private final List<Boolean> descending = new ArrayList<>();
  private final RowStore row;
  private Condition where;

  /// The page of a set.
  ///
  /// @param inDatastream whether the set is the observations of one datastream, which are kept in
  ///   the order of their times
  PageStore(DSLContext sql, Instant now, EntityType type, Options options, boolean inDatastream) {
    this.sql = sql;
    this.options = options;
    this.scope = ScopeStore.of(type);
    var shapes = new ShapeStore(sql);
    where =
        options.filter() == null
            ? DSL.noCondition()
            : FilterStore.condition(shapes, now, scope, options.filter());
    for (var order : options.orders()) {
      var value = FilterStore.value(shapes, now, scope, order.by());
      ValueStore.keys(value, FilterStore.at(order.by()))
          .forEach(key -> sort(key, order.descending()));
    }
    if (options.orders().isEmpty() && inDatastream) {
      sort(new SortKey(TableStore.time(scope.alias(), "phenomenon_from"), "timestamptz"), false);
    }
    sort(new SortKey(scope.id(), "bigint"), !descending.isEmpty() && descending.getLast());
    row = new RowStore(type, options, keys);
  }

  private void sort(SortKey key, boolean down) {
    keys.add(key);
    descending.add(down);
  }

  RowStore row() {
    return row;
  }

  String alias() {
    return scope.alias();
  }

  /// Only those that also are so.
  void also(Condition condition) {
    where = where.and(condition);
  }

  /// The statement, one row more than asked, which tells whether there is a next page.
  Select<Record> select(int limit) {
    var all = options.after() == null ? where : where.and(after(options.after()));
    return sql.select(row.fields(scope.alias()))
        .from(scope.from())
        .where(all)
        .orderBy(order())
        .limit(limit + 1)
        .offset(options.skip());
  }

  long count() {
    return sql.selectCount().from(scope.from()).where(where).fetchSingle().value1();
  }

  Select<org.jooq.Record1<Integer>> counting() {
    return sql.selectCount().from(scope.from()).where(where);
  }

  private List<SortField<?>> order() {
    var order = new ArrayList<SortField<?>>();
    for (int i = 0; i < keys.size(); i++) {
      var field = keys.get(i).field();
      order.add(descending.get(i) ? field.desc() : field.asc());
    }
    return order;
  }

  /// What comes later in the order: PostgreSQL sorts nulls as if they were the greatest.
  private Condition after(String mark) {
    var marks =
        Marks.read(mark, keys.size())
            .orElseThrow(() ->
                new NotUnderstood(
                    "$skiptoken is none of this set: follow @iot.nextLink as it is."));
    Condition later = DSL.falseCondition();
    for (int i = keys.size() - 1; i >= 0; i--) {
      var key = keys.get(i);
      var value = value(key, marks.get(i));
      later = beyond(key.field(), value, descending.get(i)).or(same(key.field(), value).and(later));
    }
    return lead(marks).and(later);
  }

  /// Says of the first key alone what holds anyway, since an index can begin there.
  private Condition lead(List<@Nullable String> marks) {
    var first = keys.getFirst();
    var value = value(first, marks.getFirst());
    if (value == null) {
      return DSL.noCondition();
    }
    if (descending.getFirst()) {
      return DSL.condition("{0} <= {1}", first.field(), value);
    }
    return isNeverNull(first)
        ? DSL.condition("{0} >= {1}", first.field(), value)
        : DSL.noCondition();
  }

  private static boolean isNeverNull(SortKey key) {
    var name = key.field().getName();
    return name.equals("phenomenon_from") || name.equals("id");
  }

  private static @Nullable Field<?> value(SortKey key, @Nullable String mark) {
    return mark == null ? null : DSL.field("({0})::" + key.type(), Object.class, DSL.val(mark));
  }

  private static Condition same(Field<?> field, @Nullable Field<?> value) {
    return value == null ? field.isNull() : DSL.condition("{0} = {1}", field, value);
  }

  private static Condition beyond(Field<?> field, @Nullable Field<?> value, boolean down) {
    if (value == null) {
      return down ? field.isNotNull() : DSL.falseCondition();
    }
    return down
        ? DSL.condition("{0} < {1}", field, value)
        : DSL.condition("{0} > {1}", field, value).or(field.isNull());
  }
}
