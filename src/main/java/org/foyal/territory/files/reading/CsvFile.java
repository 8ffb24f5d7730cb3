package org.foyal.territory.files.reading;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A table in text, one line after the other; commas, semicolons or tabs between its fields.
final class CsvFile implements Units {
  /// The longest line we know has some 2,000 letters.
  private static final int LONGEST_LINE = 1 << 17;

  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> lines;
  private final List<String> columns;
  private final boolean endsInNewline;
  private long line = 1;

  CsvFile(SourceText text) throws IOException, RowRefused {
    endsInNewline = text.endsInNewline();
    reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .maxBufferSize(LONGEST_LINE)
            .skipEmptyLines(true)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(new InputStreamReader(text.open(), text.charset()));
    lines = reader.iterator();
    try {
      columns =
          lines.hasNext()
              ? lines.next().getFields().stream().map(Units::spelt).toList()
              : List.of();
    } catch (CsvParseException tooLong) {
      reader.close();
      throw new RowRefused(Reason.NOT_A_TABLE);
    }
    if (columns.size() < 2) {
      reader.close();
      throw new RowRefused(Reason.NOT_A_TABLE);
    }
  }

  /// The sign that the header has most of.
  private static char separator(SourceText text) throws IOException {
    try (var in = new InputStreamReader(text.open(), text.charset())) {
      int commas = 0;
      int semicolons = 0;
      int tabs = 0;
      int read = 0;
      for (int c = in.read(); c >= 0 && c != '\n' && read < LONGEST_LINE; c = in.read()) {
        commas += c == ',' ? 1 : 0;
        semicolons += c == ';' ? 1 : 0;
        tabs += c == '\t' ? 1 : 0;
        read++;
      }
      return semicolons > commas ? ';' : tabs > commas ? '\t' : ',';
    }
  }

  @Override
  public Set<String> columns() {
    return new LinkedHashSet<>(columns);
  }

  @Override
  public @Nullable Unit next() {
    try {
      if (!lines.hasNext()) {
        return null;
      }
      var fields = lines.next();
      line = fields.getStartingLineNumber();
      if (fields.getFieldCount() != columns.size()) {
        return uneven(line, fields);
      }
      var named = new LinkedHashMap<String, String>();
      for (int i = 0; i < columns.size(); i++) {
        named.putIfAbsent(columns.get(i), fields.getField(i));
      }
      return new Unit.Read(line, named, null);
    } catch (CsvParseException tooLong) {
      return new Unit.Bad(
          new Refusal(
              line + 1, Reason.TOO_BIG_LINE, List.of(Integer.toString(LONGEST_LINE >> 10)), ""),
          true);
    }
  }

  /// A last line that is too short and not closed is where the file was cut.
  private Unit uneven(long line, CsvRecord fields) {
    boolean cut = fields.getFieldCount() < columns.size() && !endsInNewline && !lines.hasNext();
    var arguments =
        new ArrayList<>(
            List.of(Integer.toString(fields.getFieldCount()), Integer.toString(columns.size())));
    return new Unit.Bad(
        new Refusal(
            line,
            cut ? Reason.CUT_FILE : Reason.FIELD_COUNT,
            cut ? List.of(Long.toString(line)) : arguments,
            String.join(" | ", fields.getFields())),
        cut);
  }

  @Override
  public String says(String member) {
    return "";
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
