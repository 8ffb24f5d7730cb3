package org.foyal.post;

import java.util.regex.Pattern;

/// A person as STOP and the budget know them: a keyed hash of the address, never the address.
///
/// @param hash 64 hexadecimal digits
public record Addressee(String hash) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /// Checks that it is such a hash.
  public Addressee {
    if (!HASH.matcher(hash).matches()) {
      throw new IllegalArgumentException("not a hash of an address");
    }
  }
}
