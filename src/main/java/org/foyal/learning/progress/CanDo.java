package org.foyal.learning.progress;

import java.util.Optional;
import org.foyal.learning.courses.Competence;
import org.foyal.shell.language.Told;

/// A sentence in which somebody says what they can do: « Je sais envoyer un message avec une photo.
/// »
///
/// @param revision which wording for this course; nought is the one that the program brings
public record CanDo(Competence competence, int revision, Told sentence) {
  /// How many a course asks about at most.
  public static final int MOST = 5;

  /// When somebody answers.
  public enum Moment {
    /// Before the course, or as it begins.
    BEFORE,
    /// After it.
    AFTER;

    static Optional<Moment> find(String name) {
      return name.equals(BEFORE.name())
          ? Optional.of(BEFORE)
          : name.equals(AFTER.name()) ? Optional.of(AFTER) : Optional.empty();
    }
  }
}
