package org.foyal.learning.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.foyal.learning.activity.Coop.AgeBand;
import org.foyal.learning.activity.Coop.Coded;
import org.foyal.learning.activity.Coop.Gender;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.learning.activity.Coop.SocialStatus;
import org.foyal.learning.activity.Coop.Theme;
import org.foyal.learning.activity.Disclosure.Row;

/// What was done in a period, as it may be shown. People are counted at each activity: whoever came
/// three times counts three times, since nobody has a name here.
///
/// @param minutes of work, by kind
/// @param workshops how many activities with a group
/// @param kinds people by kind of activity
/// @param already how many had been helped before, and the others
/// @param themes people by theme; one activity may have several, so that they have no total
public record ActivityFigures(
    Map<Kind, Long> minutes,
    long workshops,
    Table kinds,
    Table already,
    Table genders,
    Table ages,
    Table statuses,
    Map<Theme, OptionalLong> themes) {

  /// The parts of one whole, by the key of the words that say each.
  public record Table(List<String> words, Row row) {
    /// What one part may show.
    public OptionalLong cell(int place) {
      return row.cells().get(place);
    }
  }

  /// What is counted, before anything is hidden.
  ///
  /// @param people by kind of activity
  /// @param genders, ages, statuses by the Coop's names; what is left of the whole is not in them
  record Counted(
      Map<Kind, Long> minutes,
      long workshops,
      Map<Kind, Long> people,
      long already,
      Map<String, Long> genders,
      Map<String, Long> ages,
      Map<String, Long> statuses,
      Map<String, Long> themes) {}

  static ActivityFigures of(Counted counted) {
    long all = counted.people().values().stream().mapToLong(Long::longValue).sum();
    var kinds =
        new Table(
            words(Kind.values()),
            Disclosure.of(
                Stream.of(Kind.values())
                    .map(kind -> counted.people().getOrDefault(kind, 0L))
                    .toList()));
    var already =
        new Table(
            List.of("learning.activity.already", "learning.activity.not-already"),
            Disclosure.of(List.of(counted.already(), all - counted.already())));
    var themes = new LinkedHashMap<Theme, OptionalLong>();
    for (var theme : Theme.values()) {
      themes.put(theme, Disclosure.alone(counted.themes().getOrDefault(theme.code(), 0L)));
    }
    return new ActivityFigures(
        counted.minutes(),
        counted.workshops(),
        kinds,
        already,
        table(Gender.values(), counted.genders(), all),
        table(AgeBand.values(), counted.ages(), all),
        table(SocialStatus.values(), counted.statuses(), all),
        themes);
  }

  private static List<String> words(Coded... values) {
    return Stream.of(values).map(Coded::words).toList();
  }

  /// « Non communiqué » is a part like the others: it could give a small one away.
  private static Table table(Coded[] values, Map<String, Long> counts, long all) {
    var parts = Stream.of(values).map(value -> counts.getOrDefault(value.code(), 0L)).toList();
    long told = parts.stream().mapToLong(Long::longValue).sum();
    return new Table(
        Stream.concat(words(values).stream(), Stream.of("learning.activity.not-told")).toList(),
        Disclosure.of(Stream.concat(parts.stream(), Stream.of(all - told)).toList()));
  }
}
