package org.foyal.things.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.foyal.things.model.EntityType;
import org.foyal.things.query.ValueStore.SortKey;
import org.foyal.things.query.asked.Options;
import org.foyal.things.query.asked.Property;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The columns of one kind of entity in a statement, and how a row of them is read.
final class RowStore {
  private final EntityType type;
  private final List<Property> properties;
  private final List<EntityType.Link> owners;
  private final List<SortKey> keys;

  RowStore(EntityType type, Options options, List<SortKey> keys) {
    this.type = type;
    this.keys = keys;
    this.properties = properties(type, options);
    this.owners = type.links().stream().filter(link -> isOwn(type, link)).toList();
  }

  static boolean isOwn(EntityType type, EntityType.Link link) {
    return TableStore.tie(type, link) instanceof TableStore.Tie.Own;
  }

  private static List<Property> properties(EntityType type, Options options) {
    return Property.of(type).stream().filter(one -> options.selects(one.name())).toList();
  }

  List<Property> properties() {
    return properties;
  }

  /// The fields with names of their own, which hold in a statement around this one too.
  List<Field<?>> fields(String alias) {
    var fields = new ArrayList<Field<?>>();
    fields.add(TableStore.id(alias));
    properties.forEach(one -> fields.addAll(TableStore.fields(type, one, alias)));
    owners.forEach(link -> fields.add(TableStore.number(alias, ownColumn(link))));
    keys.forEach(key -> fields.add(DSL.field("({0})::text", String.class, key.field())));
    var named = new ArrayList<Field<?>>();
    for (var field : fields) {
      named.add(field.as("c" + named.size()));
    }
    return named;
  }

  private String ownColumn(EntityType.Link link) {
    return ((TableStore.Tie.Own) TableStore.tie(type, link)).column();
  }

  /// One row.
  ///
  /// @param offset where the fields begin: 1 where the number of a parent stands before them
  Entity read(Record row, int offset) {
    int at = offset;
    long id = row.get(at++, Long.class);
    var contents = new ArrayList<Content>(properties.size());
    for (var property : properties) {
      contents.add(content(property, row, at));
      at += width(property);
    }
    var links = new HashMap<String, Long>();
    for (var link : owners) {
      var owner = row.get(at++, Long.class);
      if (owner != null) {
        links.put(link.label(), owner);
      }
    }
    var marks = new ArrayList<@Nullable String>();
    for (int i = 0; i < keys.size(); i++) {
      marks.add(row.get(at++, String.class));
    }
    long parent = offset == 0 ? 0 : row.get(0, Long.class);
    return new Entity(type, id, contents, new Entity.Place(links, marks, parent));
  }

  static int width(Property property) {
    return switch (property.kind()) {
      case ID, TEXT, TIME, JSON, SHAPE -> 1;
      case SPAN, RESULT -> 2;
      case UNIT -> 3;
    };
  }

  static Content content(Property property, Record row, int at) {
    if (property.kind() != Property.Kind.UNIT
        && row.get(at) == null
        && (property.kind() != Property.Kind.RESULT || row.get(at + 1) == null)) {
      return new Content.None();
    }
    return switch (property.kind()) {
      case ID -> new Content.Whole(row.get(at, Long.class));
      case TEXT -> new Content.Words(row.get(at, String.class));
      case TIME -> new Content.Moment(instant(row, at));
      case SPAN -> {
        var from = instant(row, at);
        yield row.get(at + 1) == null && !property.name().equals("validTime")
            ? new Content.Moment(from)
            : new Content.Span(from, row.get(at + 1) == null ? from : instant(row, at + 1));
      }
      case JSON, SHAPE -> new Content.Raw(row.get(at, JSONB.class).data());
      case RESULT ->
          row.get(at) == null
              ? new Content.Raw(row.get(at + 1, JSONB.class).data())
              : new Content.Amount(row.get(at, Double.class));
      case UNIT ->
          new Content.Unit(
              row.get(at, String.class),
              row.get(at + 1, String.class),
              row.get(at + 2, String.class));
    };
  }

  private static Instant instant(Record row, int at) {
    return row.get(at, OffsetDateTime.class).toInstant();
  }
}
