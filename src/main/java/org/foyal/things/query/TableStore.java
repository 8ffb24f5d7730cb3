package org.foyal.things.query;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.asked.Property;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Where each kind of entity, property and link stands in the tables.
final class TableStore {
  private static final String SCHEMA = "things";

  private TableStore() {}

  /// How two kinds of entity hang together.
  sealed interface Tie {
    /// The one that links holds the number of the other.
    record Own(String column) implements Tie {}

    /// The linked ones hold the number of the one.
    record Theirs(String column) implements Tie {}

    /// A table between holds both.
    record Through(String table, String mine, String theirs) implements Tie {}
  }

  static Table<Record> table(EntityType type, String alias) {
    return DSL.table(DSL.name(SCHEMA, type.name().toLowerCase(Locale.ROOT))).as(alias);
  }

  static Table<Record> between(Tie.Through tie, String alias) {
    return DSL.table(DSL.name(SCHEMA, tie.table())).as(alias);
  }

  static <T> Field<T> column(String alias, String name, DataType<T> type) {
    return DSL.field(DSL.name(alias, name), type);
  }

  static Field<Long> number(String alias, String name) {
    return column(alias, name, SQLDataType.BIGINT);
  }

  static Field<Long> id(String alias) {
    return number(alias, "id");
  }

  static Field<String> text(String alias, String name) {
    return column(alias, name, SQLDataType.CLOB);
  }

  static Field<OffsetDateTime> time(String alias, String name) {
    return column(alias, name, SQLDataType.TIMESTAMPWITHTIMEZONE);
  }

  static Field<JSONB> json(String alias, String name) {
    return column(alias, name, SQLDataType.JSONB);
  }

  static Tie tie(EntityType from, EntityType.Link link) {
    var column = link.to().name().toLowerCase(Locale.ROOT);
    return switch (from) {
      case THING ->
          link.to() == EntityType.LOCATION
              ? new Tie.Through("thing_location", "thing", "location")
              : new Tie.Theirs("thing");
      case LOCATION ->
          link.to() == EntityType.THING
              ? new Tie.Through("thing_location", "location", "thing")
              : new Tie.Through("historical_location_location", "location", "historical_location");
      case HISTORICAL_LOCATION ->
          link.to() == EntityType.THING
              ? new Tie.Own(column)
              : new Tie.Through("historical_location_location", "historical_location", "location");
      case DATASTREAM -> link.many() ? new Tie.Theirs("datastream") : new Tie.Own(column);
      case SENSOR, OBSERVED_PROPERTY -> new Tie.Theirs(from.name().toLowerCase(Locale.ROOT));
      case OBSERVATION ->
          new Tie.Own(link.to() == EntityType.DATASTREAM ? "datastream" : "feature");
      case FEATURE_OF_INTEREST -> new Tie.Theirs("feature");
    };
  }

  /// That the entities of an alias are those to which a link leads from one.
  static Condition linked(EntityType from, EntityType.Link link, Field<Long> one, String alias) {
    return switch (tie(from, link)) {
      case Tie.Theirs(var column) -> number(alias, column).eq(one);
      case Tie.Own(var column) ->
          id(alias)
              .eq(
                  DSL.select(number("owner", column))
                      .from(table(from, "owner"))
                      .where(id("owner").eq(one)));
      case Tie.Through through ->
          id(alias)
              .in(
                  DSL.select(number("between", through.theirs()))
                      .from(between(through, "between"))
                      .where(number("between", through.mine()).eq(one)));
    };
  }

  /// The columns that hold a property.
  static List<Field<?>> fields(EntityType type, Property property, String alias) {
    return switch (property.kind()) {
      case ID -> List.of(id(alias));
      case TEXT -> List.of(text(alias, snake(property.name())));
      case TIME -> List.of(time(alias, snake(property.name())));
      case SPAN ->
          List.of(time(alias, stem(property) + "_from"), time(alias, stem(property) + "_until"));
      case JSON -> List.of(jsonOf(type, property, alias));
      case SHAPE -> List.of(json(alias, snake(property.name())));
      case RESULT -> List.of(column(alias, "number", SQLDataType.DOUBLE), json(alias, "other"));
      case UNIT ->
          Stream.of("unit_name", "unit_symbol", "unit_definition")
              .<Field<?>>map(name -> text(alias, name))
              .toList();
    };
  }

  /// Whatever a demonstration invented says so among its properties.
  private static Field<JSONB> jsonOf(EntityType type, Property property, String alias) {
    var column =
        json(alias, property.name().equals("resultQuality") ? "quality" : snake(property.name()));
    if (!property.name().equals("properties") || type == EntityType.OBSERVATION) {
      return column;
    }
    return DSL.field(
        "case when {0} then coalesce({1}, '{}'::jsonb) || jsonb_build_object('foyal.example', true) else {1} end",
        JSONB.class, column(alias, "example", SQLDataType.BOOLEAN), column);
  }

  /// `phenomenonTime` stands in `phenomenon_from` and `phenomenon_until`.
  private static String stem(Property property) {
    return property.name().replaceFirst("Time$", "");
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
