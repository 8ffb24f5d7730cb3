package org.foyal.fibre.files.reading;

import java.util.List;
import java.util.Set;
import org.foyal.fibre.files.reading.Row.Aside;
import org.foyal.fibre.files.reading.Row.Read;
import org.foyal.fibre.files.reading.Row.Refused;
import org.foyal.shell.language.Words;
import org.foyal.territory.files.reading.Refusal;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.Unit;
import org.jspecify.annotations.Nullable;

/// Judges the lines of one file: each is read, aside, or refused.
public final class Rows {
  private final Reader reader;

  private Rows(Reader reader) {
    this.reader = reader;
  }

  /// How one layout's lines become values; several where one line tells several things, none where
  /// it is of a commune that was not asked for.
  @FunctionalInterface
  interface Reader {
    List<List<@Nullable Object>> of(Cells cells) throws NotTaken, RowRefused;
  }

  /// The judge of a file.
  ///
  /// @param columns in lower case, as the file has them
  public static Rows of(Layout layout, Set<String> columns, Ground ground, Words words) {
    return new Rows(
        switch (layout) {
          case IPE -> new IpeRows(ground)::row;
          case ARCEP_BUILDINGS -> new ArcepRows(ground)::building;
          case ARCEP_BASE -> new ArcepRows(ground)::base;
          case ARCEP_OFFERS -> new ArcepRows(ground)::offer;
          case ARCEP_COMMUNES -> new CommuneRows(ground, columns, words)::row;
        });
  }

  /// What becomes of a line.
  public List<Row> judge(Unit unit) {
    return switch (unit) {
      case Unit.Bad(var refusal, _) -> List.of(refused(refusal));
      case Unit.Read read -> judge(read);
    };
  }

  private List<Row> judge(Unit.Read read) {
    try {
      var made = reader.of(new Cells(read));
      return made.isEmpty()
          ? List.of(new Aside(read.line()))
          : made.stream().<Row>map(values -> new Read(read.line(), values)).toList();
    } catch (NotTaken no) {
      return List.of(new Refused(read.line(), no.why().words(), no.arguments(), read.excerpt()));
    } catch (RowRefused no) {
      return List.of(refused(no.at(read.line(), read.excerpt())));
    }
  }

  private static Refused refused(Refusal refusal) {
    return new Refused(
        refusal.line(), refusal.reason().words(), refusal.arguments(), refusal.excerpt());
  }
}
