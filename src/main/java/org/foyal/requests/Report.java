package org.foyal.requests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.foyal.kernel.Reference;
import org.foyal.shell.language.Told;

/// Something broken, missing or dangerous, at a place.
///
/// @param caseId the number of its case
/// @param area the code of the neighbourhood that holds it, if one does
/// @param place the place in words, as it was found or typed
/// @param words what was said; shown to everybody, as the place in words is, once somebody of the
///   staff has read it
/// @param photos the numbers of its pictures, shown with the words
/// @param joined how many others said « moi aussi »
/// @param example whether a demonstration invented it
public record Report(
    long caseId,
    Reference reference,
    String category,
    Told title,
    Optional<Position> where,
    Optional<String> area,
    String place,
    String words,
    Shown shown,
    Optional<String> rule,
    List<Long> photos,
    int joined,
    Instant filedAt,
    boolean example) {
  /// Whether everybody sees the words, the place in words and the pictures; what it is, the point
  /// on the map and how far it is are public in any case.
  public enum Shown {
    /// Nobody of the staff has read it yet.
    WAITING,
    /// It is shown.
    SHOWN,
    /// It is kept back, by a rule that is named.
    HIDDEN
  }

  /// Whether everybody sees the words and the pictures.
  public boolean open() {
    return shown == Shown.SHOWN;
  }
}
