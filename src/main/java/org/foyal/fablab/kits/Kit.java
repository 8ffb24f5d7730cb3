package org.foyal.fablab.kits;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.foyal.things.showing.Measure;

/// A kit that the lab lends, in one box or several of the same.
///
/// @param texts what is said of it
/// @param measures what a sensor that is built of it reports; one at least
/// @param boxes how many there are of it
/// @param loan_days how long it is lent
/// @param active whether it is shown and lent
/// @param version of the row, for two people who write at once
public record Kit(
    UUID id,
    Texts texts,
    List<Measure> measures,
    int boxes,
    int loan_days,
    boolean active,
    boolean example,
    int version) {
  /// Checks that it measures something and that there is a box.
  public Kit {
    measures = List.copyOf(measures);
    if (measures.isEmpty() || boxes < 1 || loan_days < 1) {
      throw new IllegalArgumentException("a kit measures something and is in a box");
    }
  }

  /// What is said of a kit.
  ///
  /// @param about what it is for
  /// @param contents what is in the box, a thing a line
  /// @param steps how it is built, a step a line
  public record Texts(Told title, Told about, Told contents, Told steps) {
    /// What is in the box.
    public List<String> things(Language reader) {
      return lines(contents.in(reader));
    }

    /// How it is built.
    public List<String> building(Language reader) {
      return lines(steps.in(reader));
    }

    private static List<String> lines(String text) {
      return Stream.of(text.split("\n")).map(String::strip).filter(l -> !l.isEmpty()).toList();
    }
  }
}
