package org.foyal.learning.courses.desk;

import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// The version of what a form was made of.
final class Versions {
  private Versions() {}

  /// What the form says; −1, which nothing has, where it says nothing.
  static int read(@Nullable String typed) {
    var text = Plain.line(typed);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }
}
