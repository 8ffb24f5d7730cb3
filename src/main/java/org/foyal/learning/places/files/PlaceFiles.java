package org.foyal.learning.places.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.foyal.learning.places.Places;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.SourceText;
import org.foyal.territory.files.reading.Unit;
import org.foyal.territory.files.reading.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of files of places: brings one in by the national standard, in its edition 1 or 0.x.
@Service
public class PlaceFiles {
  private static final int MOST_ROWS = 50_000;

  private final Places places;
  private final Clock clock;
  private final ShellSettings shell;

  PlaceFiles(Places places, Clock clock, ShellSettings shell) {
    this.places = places;
    this.clock = clock;
    this.shell = shell;
  }

  /// How a file is to be brought in.
  ///
  /// @param trial nothing is saved
  /// @param twins whether lines that look like another place are brought in all the same
  public record Order(Path file, boolean trial, boolean twins) {}

  /// Reads a file line by line, and saves what can be taken, all of it or nothing; the same file
  /// again changes nothing.
  @Transactional(rollbackFor = IOException.class)
  public Bringing bring(Order order, Actor by) throws IOException {
    try {
      var text = SourceText.examine(order.file());
      if (!fits(text)) {
        return new Bringing.TooLong(MOST_ROWS);
      }
      try (var units = Units.of(text)) {
        var columns = units.columns();
        if (!columns.containsAll(Set.of("id", "nom"))) {
          return new Bringing.Unreadable(
              new RowRefused(Reason.WRONG_COLUMN, columns.contains("id") ? "nom" : "id")
                  .at(1, String.join(", ", columns)));
        }
        var today = LocalDate.ofInstant(clock.instant(), shell.timeZone());
        var intake = new Intake(places, order, by, today);
        for (var unit = units.next(); unit != null; unit = after(unit, units)) {
          intake.take(unit);
        }
        return intake.done(text.charset().name());
      }
    } catch (RowRefused whole) {
      return new Bringing.Unreadable(whole.at(0, ""));
    }
  }

  private static @Nullable Unit after(Unit unit, Units units) throws IOException {
    return unit instanceof Unit.Bad(_, boolean last) && last ? null : units.next();
  }

  /// Whether a file has no more rows than are taken; it is counted before a row is saved.
  private static boolean fits(SourceText text) throws IOException, RowRefused {
    try (var units = Units.of(text)) {
      int rows = 0;
      for (var unit = units.next(); unit != null && rows <= MOST_ROWS; unit = after(unit, units)) {
        rows++;
      }
      return rows <= MOST_ROWS;
    }
  }
}
