package org.foyal.opendata;

import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Writes rows as one JSON object: the notices of the whole first, then an array of flat objects
/// with the names of the columns.
final class JsonRows implements RowWriter {
  private final Dataset dataset;
  private final JsonGenerator json;

  JsonRows(Extract extract, JsonMapper mapper, OutputStream out) {
    dataset = extract.dataset();
    json = mapper.createGenerator(out);
    json.writeStartObject();
    json.writeStringProperty("name", dataset.word());
    json.writeStringProperty("schema", "/data/" + dataset.word() + ".schema.json");
    json.writeStringProperty(
        "licence", extract.licence().map(Licence::title).orElse(extract.licencesInWords()));
    json.writeStringProperty("modified", extract.modified().toString());
    json.writeArrayPropertyStart(dataset.word());
  }

  @Override
  public void write(List<? extends @Nullable Object> values, @Nullable Geometry shape) {
    json.writeStartObject();
    var header = dataset.header();
    for (int i = 0; i < header.size(); i++) {
      json.writePOJOProperty(header.get(i), values.get(i));
    }
    json.writeEndObject();
  }

  @Override
  public void close() {
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }
}
