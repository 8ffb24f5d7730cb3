package org.foyal.people.keys;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody chose for the second step, as the form says it: an application that proves itself
/// by a code, or a printed sheet.
///
/// @param factor `app` or `sheet`
/// @param code what the application shows
public record FactorChoice(@Nullable String factor, @Nullable String code) {
  /// Whether the sheet is chosen.
  public boolean sheet() {
    return "sheet".equals(factor);
  }

  /// Whether the application is chosen.
  public boolean app() {
    return "app".equals(factor);
  }

  /// The code without the spaces that applications show.
  private String digits() {
    var typed = code == null ? "" : code.replaceAll("\\s", "");
    return typed.length() > 20 ? "" : typed;
  }

  /// The key of the words that say what is wrong, if anything.
  public Optional<String> problem(Totp offered, Instant now) {
    if (sheet()) {
      return Optional.empty();
    }
    if (!app()) {
      return Optional.of("people.problem.no-factor");
    }
    return offered.stepOf(digits(), now).isPresent()
        ? Optional.empty()
        : Optional.of("people.problem.code");
  }

  /// Makes it the account's second factor; answers the codes of the sheet, if that was chosen.
  public java.util.List<String> apply(
      Keyring keys, java.util.UUID account, Totp offered, Instant now) {
    if (sheet()) {
      return keys.useSheet(account);
    }
    keys.useApplication(account, offered, offered.stepOf(digits(), now).orElseThrow());
    return java.util.List.of();
  }
}
