package org.foyal.territory.files.reading;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// A GeoJSON feature collection (RFC 7946), one feature after the other, never more than one in
/// memory.
final class GeoJsonFile implements Units {
  private static final int LONGEST_TEXT = 1 << 17;
  private static final int MOST_PROPERTIES = 200;

  /// Knows whether the parser asked for more than there is: then the file was cut.
  private static final class Input extends FilterReader {
    private boolean ended;

    private Input(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      ended |= read < 0;
      return read;
    }
  }

  private final Input input;
  private final JsonParser json;
  private final Map<String, String> members = new HashMap<>();
  private @Nullable Unit ahead;
  private long number;
  private boolean inFeatures;
  private boolean ended;

  GeoJsonFile(SourceText text) throws IOException {
    input = new Input(new InputStreamReader(text.open(), text.charset()));
    json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(64)
                    .build())
            .build()
            .createParser(ObjectReadContext.empty(), input);
    ahead = read();
  }

  @Override
  public Set<String> columns() {
    return ahead instanceof Unit.Read read ? read.fields().keySet() : Set.of();
  }

  @Override
  public @Nullable Unit next() {
    var next = ahead;
    ahead = next == null || ended ? null : read();
    return next;
  }

  @Override
  public String says(String member) {
    return members.getOrDefault(member, "");
  }

  private @Nullable Unit read() {
    try {
      if (!inFeatures && !enterFeatures()) {
        return end();
      }
      if (json.nextToken() == JsonToken.START_OBJECT) {
        number++;
        return feature();
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        return broken(json.currentTokenLocation().getLineNr(), "features");
      }
      inFeatures = false;
      return enterFeatures() ? broken(json.currentTokenLocation().getLineNr(), "features") : end();
    } catch (StreamConstraintsException e) {
      return last(Reason.TOO_BIG_LINE, Integer.toString(LONGEST_TEXT >> 10));
    } catch (JacksonException e) {
      var where = json.currentLocation();
      if (input.ended) {
        return last(Reason.CUT_FILE, Integer.toString(where.getLineNr()));
      }
      return broken(where.getLineNr(), where.getColumnNr() + ": " + e.getOriginalMessage());
    }
  }

  /// Steps over the members of the collection, keeping what it says of itself, up to its features.
  private boolean enterFeatures() {
    if (json.currentToken() == null && json.nextToken() != JsonToken.START_OBJECT) {
      return false;
    }
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      if (name.equals("features") && value == JsonToken.START_ARRAY) {
        inFeatures = true;
        return true;
      }
      if (value == JsonToken.VALUE_STRING) {
        members.put(name, json.getString());
      } else {
        json.skipChildren();
      }
    }
    return false;
  }

  private @Nullable Unit end() {
    if (!ended && number == 0) {
      return last(Reason.NOT_A_TABLE);
    }
    ended = true;
    return null;
  }

  private Unit broken(int line, String what) {
    return last(Reason.BROKEN_JSON, Integer.toString(line), what);
  }

  private Unit last(Reason reason, String... arguments) {
    ended = true;
    return new Unit.Bad(new Refusal(number, reason, List.of(arguments), ""), true);
  }

  private Unit feature() {
    var fields = new LinkedHashMap<String, String>();
    Geometry shape = null;
    RowRefused refused = null;
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = json.currentName();
      var value = json.nextToken();
      if (name.equals("properties") && value == JsonToken.START_OBJECT) {
        properties(fields);
      } else if (name.equals("geometry") && value == JsonToken.START_OBJECT) {
        try {
          shape = new ShapeReader(json).read();
        } catch (RowRefused e) {
          refused = e;
        }
      } else {
        json.skipChildren();
      }
    }
    var read = new Unit.Read(number, fields, shape);
    return refused == null ? read : new Unit.Bad(refused.at(number, read.excerpt()), false);
  }

  private void properties(Map<String, String> fields) {
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      var name = Units.spelt(json.currentName());
      var value = json.nextToken();
      if (value.isScalarValue() && fields.size() < MOST_PROPERTIES) {
        fields.put(name, value == JsonToken.VALUE_NULL ? "" : json.getString());
      } else {
        json.skipChildren();
      }
    }
  }

  @Override
  public void close() {
    json.close();
  }
}
