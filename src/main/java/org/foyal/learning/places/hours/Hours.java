package org.foyal.learning.places.hours;

import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.RuleModifier.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When a place is open, as far as what is written can be understood.
sealed interface Hours {
  /// Nothing is written.
  record Untold() implements Hours {}

  /// Something is written that we can't read, or that we can't judge.
  record Unreadable() implements Hours {}

  /// Rules, of which a later one counts instead of an earlier one.
  record Ruled(List<Rule> rules) implements Hours {
    /// What holds on a day.
    ///
    /// @param holiday whether the day is a public holiday
    List<Span> on(LocalDate day, boolean holiday) {
      var spans = new ArrayList<Span>();
      for (var rule : rules) {
        if (!Selector.holds(rule, day, holiday) || (rule.isFallBack() && !spans.isEmpty())) {
          continue;
        }
        if (closed(rule)) {
          close(spans, rule);
        } else {
          if (!rule.isAdditive()) {
            spans.clear();
          }
          spans.addAll(spans(rule));
        }
      }
      spans.sort(Comparator.comparingInt(Span::from_min).thenComparingInt(Span::to_min));
      return List.copyOf(spans);
    }

    /// Takes from what is open: the whole day, or the times that are said.
    private static void close(List<Span> open, Rule rule) {
      if (rule.getTimes() == null) {
        open.clear();
        return;
      }
      for (var shut : spans(rule)) {
        var left = open.stream().flatMap(span -> span.without(shut).stream()).toList();
        open.clear();
        open.addAll(left);
      }
    }

    /// What holds on a day whenever nothing else does.
    Optional<Span> otherwise(LocalDate day, boolean holiday) {
      return rules.stream()
          .filter(rule -> rule.isFallBack() && !closed(rule) && Selector.holds(rule, day, holiday))
          .flatMap(rule -> spans(rule).stream())
          .findFirst();
    }

    /// Whether anything is said of public holidays.
    boolean speaksOfHolidays() {
      return rules.stream()
          .anyMatch(rule -> rule.isTwentyfourseven() || rule.getHolidays() != null);
    }

    /// Whether it differs from one week of the year to another.
    boolean seasonal() {
      return rules.stream()
          .anyMatch(rule ->
              rule.getDates() != null || rule.getWeeks() != null || rule.getYears() != null);
    }

    private static boolean closed(Rule rule) {
      var modifier = rule.getModifier();
      return modifier != null
          && (modifier.getModifier() == Modifier.OFF || modifier.getModifier() == Modifier.CLOSED);
    }

    private static List<Span> spans(Rule rule) {
      var note = note(rule.getModifier());
      var modifier = rule.getModifier();
      boolean told = modifier == null || modifier.getModifier() != Modifier.UNKNOWN;
      if (rule.getTimes() == null) {
        boolean allDay = rule.isTwentyfourseven() || note.isEmpty();
        return List.of(new Span(0, Span.DAY_min, note, told && allDay));
      }
      return rule.getTimes().stream()
          .map(time ->
              new Span(
                  time.getStart(),
                  time.getEnd() > time.getStart() ? time.getEnd() : time.getEnd() + Span.DAY_min,
                  note,
                  told && note.isEmpty()))
          .toList();
    }

    private static String note(@org.jspecify.annotations.Nullable RuleModifier modifier) {
      return modifier == null || modifier.getComment() == null ? "" : modifier.getComment();
    }
  }
}
