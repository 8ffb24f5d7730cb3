package org.foyal.learning.places.files;

import java.util.List;
import org.foyal.learning.places.Place;
import org.foyal.territory.files.reading.Refusal;

/// What can come of bringing a file of places in.
public sealed interface Bringing {
  /// The file as a whole can't be read.
  record Unreadable(Refusal refusal) implements Bringing {}

  /// It has more rows than are taken.
  record TooLong(int most) implements Bringing {}

  /// It was read, and, unless it was a trial, brought in.
  ///
  /// @param refused lines that were not taken, the first ones
  /// @param touched what is new or changes, the first ones
  /// @param twins lines that look like a place that stands, which is not theirs, the first ones
  /// @param older lines that are older than what stands, the first ones
  record Done(
      Counts counts,
      List<Line> refused,
      List<Touched> touched,
      List<Twin> twins,
      List<Line> older,
      String encoding)
      implements Bringing {}

  /// How many lines came to what.
  ///
  /// @param aside look like another place or are older than what stands, and were left aside
  record Counts(int read, int added, int changed, int same, int aside, int refused) {}

  /// A line that was not taken.
  ///
  /// @param reading why the file's own form is wrong, or nothing
  /// @param problems what is wrong with its fields
  record Line(
      long line,
      java.util.Optional<Refusal> reading,
      List<Reading.Problem> problems,
      String name) {}

  /// A line that makes a new place, or changes one.
  ///
  /// @param fields the fields that change; none of a new place
  /// @param lost what it says and the standard has no word for
  /// @param missing what the standard asks for and it does not say
  record Touched(
      long line,
      boolean added,
      Place place,
      List<Change> fields,
      List<String> lost,
      List<String> missing) {}

  /// A field that changes.
  record Change(String field, String before, String after) {}

  /// A line that looks like a place that stands, or that the same file adds.
  ///
  /// @param kept whether that place can be opened: one that a trial would add can't
  /// @param alike from 0 to 100
  record Twin(long line, String name, Place standing, boolean kept, double alike) {}
}
