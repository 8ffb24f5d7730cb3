package org.foyal.learning.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.foyal.kernel.Reference;
import org.foyal.shell.language.Told;

/// That somebody came to a course: what is kept of a paper that was made. For whom stands on the
/// paper alone.
///
/// @param places the numbers of the places that it speaks of
/// @param title of the course, as it was
/// @param place where it was held
/// @param minutes how long the sessions were that the person came to
/// @param example whether a demonstration invented a session, its course or its place
public record Attestation(
    Reference reference,
    List<Long> places,
    Told title,
    String place,
    int minutes,
    LocalDate firstOn,
    LocalDate lastOn,
    LocalDate issuedOn,
    boolean example) {
  /// The longest name that stands on a line of the paper.
  static final int LONGEST_NAME = 80;

  private static final Pattern NAME =
      Pattern.compile("[\\p{IsLatin}0-9 .,'’‘\\-‐·()]{0," + LONGEST_NAME + "}");

  /// Whether a name can be set in the typeface of the paper; a wrong sign in a name would be worse
  /// than a line to fill in by hand.
  static boolean canBeSet(String name) {
    return NAME.matcher(name).matches();
  }

  /// What a reference and its code say of a paper.
  public sealed interface Checked {
    /// It was made, and what it says still holds.
    record Valid(Attestation attestation) implements Checked {}

    /// It was made; what was noted of who came was corrected since.
    record NoLonger(Attestation attestation) implements Checked {}

    /// There is none.
    record Unknown() implements Checked {}
  }
}
