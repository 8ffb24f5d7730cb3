package org.foyal.opendata;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/// Writes rows as RFC 4180 has it: a header, commas, CRLF, quotes where needed, UTF-8.
final class CsvRows implements RowWriter {
  private final CsvWriter csv;

  CsvRows(Dataset dataset, OutputStream out) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    csv.writeRecord(dataset.header());
  }

  @Override
  public void write(List<? extends @Nullable Object> values, @Nullable Geometry shape) {
    csv.writeRecord(values.stream().map(value -> Objects.toString(value, "")).toList());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
