package org.foyal.fibre;

import java.time.LocalDate;
import java.util.Optional;

/// Where a fact can be checked.
///
/// @param title who says it, in which publication
/// @param address its page
/// @param on when it was published
public record Cited(String title, Optional<String> address, Optional<LocalDate> on) {
  /// Refuses a source without a name, and an address that is no page.
  ///
  /// @throws IllegalArgumentException when it is one of these
  public Cited {
    if (title.isBlank()) {
      throw new IllegalArgumentException("a source has a name");
    }
    if (address.isPresent() && !address.get().matches("https?://\\S+")) {
      throw new IllegalArgumentException("no address of a page: " + address.get());
    }
  }
}
