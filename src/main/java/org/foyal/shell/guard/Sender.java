package org.foyal.shell.guard;

import java.util.Arrays;

/// Who sends, as far as limits can tell: an IPv4 address or an IPv6 /64, the smallest piece that
/// one subscriber holds.
public final class Sender {
  private Sender() {}

  /// The address, or the first four groups of an IPv6 one.
  public static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    var groups = address.split(":", -1);
    return String.join(":", Arrays.copyOf(groups, Math.min(4, groups.length)));
  }
}
