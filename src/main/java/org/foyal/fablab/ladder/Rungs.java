package org.foyal.fablab.ladder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyal.fablab.ladder.LadderEvent.What;
import org.foyal.fablab.ladder.Standing.State;

/// How somebody stands at a moment, out of what happened. The database says the same by
/// `fablab.level_at`; a test holds the two against one another.
final class Rungs {
  /// How long before its end somebody is told that a level ends.
  static final Duration SOON = Duration.ofDays(30);

  private Rungs() {}

  /// @param events of one person at one kind of machine
  static Standing standing(
      String type, List<LadderEvent> events, Optional<LocalDate> lastUsed, Instant at) {
    var begun = events.stream().filter(one -> !one.validFrom().isAfter(at)).toList();
    var set = last(begun.stream().filter(one -> one.what().sets()).toList());
    if (set.isEmpty()) {
      return new Standing(
          type, Level.NONE, Level.NONE, State.NEVER, Optional.empty(), Optional.empty(), lastUsed);
    }
    var held = set.get();
    var pause = pause(begun, at);
    var state = state(held, pause, at);
    boolean holds = state == State.CURRENT || state == State.ENDS_SOON;
    return new Standing(
        type,
        holds ? held.level() : Level.NONE,
        held.level(),
        state,
        Optional.of(pause.orElse(held).validFrom()),
        pause.orElse(held).validUntil(),
        lastUsed);
  }

  private static State state(LadderEvent held, Optional<LadderEvent> pause, Instant at) {
    if (held.what() == What.REVOKED) {
      return State.REVOKED;
    }
    if (pause.isPresent()) {
      return State.SUSPENDED;
    }
    if (held.validUntil().filter(end -> !end.isAfter(at)).isPresent()) {
      return State.EXPIRED;
    }
    return held.validUntil().filter(end -> !end.isAfter(at.plus(SOON))).isPresent()
        ? State.ENDS_SOON
        : State.CURRENT;
  }

  /// The suspension that holds at a moment, if one does.
  static Optional<LadderEvent> pause(List<LadderEvent> begun, Instant at) {
    return last(begun.stream()
            .filter(one -> !one.what().sets() && !one.validFrom().isAfter(at))
            .toList())
        .filter(one -> one.what() == What.SUSPENDED)
        .filter(one -> one.validUntil().filter(end -> !end.isAfter(at)).isEmpty());
  }

  private static Optional<LadderEvent> last(List<LadderEvent> some) {
    return some.stream().max(Comparator.comparingLong(LadderEvent::id));
  }
}
