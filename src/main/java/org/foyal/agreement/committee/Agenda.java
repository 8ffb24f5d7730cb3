package org.foyal.agreement.committee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Commitment.Milestone;
import org.foyal.agreement.Day;
import org.foyal.agreement.accompaniment.Support;
import org.foyal.agreement.committee.Meeting.Decision;
import org.foyal.agreement.committee.Meeting.Item;
import org.foyal.agreement.committee.Meeting.Item.Kind;
import org.foyal.shell.language.Told;

/// Makes an agenda: what is late first and longest, then what is due within three months, then what
/// earlier meetings decided, then support that waits. Pure: the same facts give the same agenda.
final class Agenda {
  static final int AHEAD_days = 90;

  private final LocalDate on;
  private final List<Item> items = new ArrayList<>();

  private Agenda(LocalDate on) {
    this.on = on;
  }

  /// A promise with its steps that are not reached.
  record Promised(Commitment commitment, List<Milestone> steps) {}

  /// The agenda of a meeting on a day.
  static List<Item> of(
      LocalDate on, List<Promised> promised, List<Decision> earlier, List<Support> supports) {
    var agenda = new Agenda(on);
    promised.forEach(agenda::promise);
    earlier.stream()
        .filter(decision -> decision.doneOn().isEmpty())
        .forEach(decision ->
            agenda.add(Kind.DECISION, Optional.empty(), decision.text(), decision.dueOn()));
    supports.stream()
        .filter(support -> agenda.waits(support.progress()))
        .forEach(support ->
            agenda.items.add(
                new Item(
                    Kind.SUPPORT,
                    support.commitment(),
                    support.title(),
                    support.progress().planned().map(Day::on))));
    return agenda.items.stream()
        .sorted(
            Comparator.comparing(Item::kind)
                .thenComparing(item -> item.day().orElse(LocalDate.MAX)))
        .toList();
  }

  private boolean waits(Support.Progress progress) {
    return progress.late(on) || (progress.state() == Support.State.DONE && !progress.confirmed());
  }

  private void promise(Promised promised) {
    var commitment = promised.commitment();
    var standing = commitment.standing(on);
    if (!standing.kept()) {
      owed(commitment, commitment.said().title(), commitment.said().due());
    }
    promised.steps().stream()
        .filter(step -> step.reachedOn().isEmpty())
        .forEach(step -> owed(commitment, step.title(), step.due()));
  }

  private void owed(Commitment commitment, Told title, Optional<Day> due) {
    due.map(Day::on)
        .filter(day -> !day.isAfter(on.plusDays(AHEAD_days)))
        .ifPresent(day ->
            add(
                day.isBefore(on) ? Kind.LATE : Kind.DUE,
                Optional.of(commitment.code()),
                title,
                day));
  }

  private void add(Kind kind, Optional<String> commitment, Told title, LocalDate day) {
    items.add(new Item(kind, commitment, title, Optional.of(day)));
  }

  /// The points that somebody put there come after those that came by themselves.
  static List<Item> with(List<Item> made, List<Item> topics) {
    return Stream.concat(made.stream(), topics.stream()).toList();
  }
}
