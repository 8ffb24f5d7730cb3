package org.foyal.fablab.desk;

import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// What addresses and forms of this desk name.
final class Typed {
  private Typed() {}

  /// The identifier that an address names; empty where it is none.
  static Optional<UUID> id(@Nullable String typed) {
    try {
      return typed == null ? Optional.empty() : Optional.of(UUID.fromString(typed));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  /// The version that a form was made from; −1, which nothing has, where it says nothing.
  static int version(@Nullable String typed) {
    var text = Plain.line(typed);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  /// The answer to an address that names nothing.
  static ResponseStatusException nowhere() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
