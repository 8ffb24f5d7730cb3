package org.foyal.shell.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What an account may do for the city; an account may have several.
public enum Role {
  /// Accounts, settings, imports, the audit trail.
  ADMIN,
  /// Receives what residents ask and answers.
  AGENT,
  /// Helps residents at the Maison Digitale and elsewhere.
  MEDIATOR,
  /// Runs the FabLab.
  FABLAB,
  /// An elected official, who answers in public.
  ELECTED,
  /// An operator partner, who delivers fibre data.
  OPERATOR,
  /// Reads figures and prepares open data.
  ANALYST;

  /// The word for it in addresses, settings and the database.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of that word, if it is one.
  public static Optional<Role> find(String code) {
    return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
