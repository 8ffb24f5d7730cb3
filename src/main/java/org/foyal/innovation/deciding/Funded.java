package org.foyal.innovation.deciding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.innovation.voice.Said;

/// A funded project as everybody sees it.
///
/// @param holder who holds it; nothing where a person did not want to be named
/// @param area the code of the neighbourhood, where it is known
public record Funded(
    String reference,
    String call,
    Said callTitle,
    String title,
    String summary,
    Optional<String> holder,
    Optional<String> area,
    int euros,
    LocalDate decidedOn,
    List<Milestone> milestones,
    boolean example) {
  /// Keeps the milestones as they are.
  public Funded {
    milestones = List.copyOf(milestones);
  }
}
