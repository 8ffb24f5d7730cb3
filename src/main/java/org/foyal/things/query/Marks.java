package org.foyal.things.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a page ended, as its link to the next one carries it: what the last entity is sorted by.
/// So a page is found by an index and not by counting, and what is added meanwhile moves nothing.
final class Marks {
  private static final char VALUE = 'v';
  private static final char NOTHING = 'n';

  private Marks() {}

  static String written(List<@Nullable String> keys) {
    var all = new StringBuilder();
    for (var key : keys) {
      if (key == null) {
        all.append(NOTHING);
      } else {
        all.append(VALUE).append(key.length()).append(':').append(key);
      }
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(all.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// The keys, unless somebody has changed the mark.
  static Optional<List<@Nullable String>> read(String mark, int keys) {
    String all;
    try {
      all = new String(Base64.getUrlDecoder().decode(mark), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
    var read = new ArrayList<@Nullable String>();
    int at = 0;
    while (at < all.length()) {
      if (all.charAt(at) == NOTHING) {
        read.add(null);
        at++;
        continue;
      }
      int colon = all.indexOf(':', at);
      var length = all.charAt(at) == VALUE && colon > at ? all.substring(at + 1, colon) : "";
      if (!length.matches("\\d{1,6}") || colon + 1 + Integer.parseInt(length) > all.length()) {
        return Optional.empty();
      }
      at = colon + 1 + Integer.parseInt(length);
      read.add(all.substring(colon + 1, at));
    }
    return read.size() == keys ? Optional.of(read) : Optional.empty();
  }
}
