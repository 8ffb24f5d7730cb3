package org.foyal.agreement.promises;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Standing;
import org.foyal.shell.Page;

/// A promise in a list.
///
/// @param standing where it stands today
public record Card(Commitment commitment, Standing standing) {
  /// A promise as it stands on a day.
  public static Card of(Commitment commitment, LocalDate today) {
    return new Card(commitment, commitment.standing(today));
  }

  /// How late it is, in words; empty when it is not.
  public String lateness(Page page) {
    return commitment.said().due().map(due -> Shown.lateness(page, standing, due.on())).orElse("");
  }

  /// Whom it is for, in words.
  String audiences(Page page) {
    return commitment.said().audiences().stream()
        .sorted()
        .map(audience -> page.say("agreement.audience." + audience.name()))
        .collect(Collectors.joining(", "));
  }

  /// The key of what its state means: « past its date » is only said of what has one.
  String means() {
    var state = standing.state();
    boolean undated =
        (state == Standing.State.UNKNOWN || state == Standing.State.MISSED)
            && standing.late_days() == 0;
    return "agreement.means." + state.name() + (undated ? ".undated" : "");
  }

  /// The door to the room that does it, if that is open.
  public boolean open(Page page) {
    return commitment
        .said()
        .door()
        .filter(path -> page.doors().stream().anyMatch(door -> door.path().equals(path)))
        .isPresent();
  }
}
