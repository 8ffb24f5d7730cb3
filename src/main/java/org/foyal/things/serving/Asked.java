package org.foyal.things.serving;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An address below the service's root, taken apart and decoded.
///
/// @param parts what stands between the slashes
/// @param query each option by its name
record Asked(List<String> parts, Map<String, String> query) {
  private static final int MOST_OPTIONS = 20;

  /// Reads an address as it came; nothing if its encoding is broken or an option stands twice.
  static Optional<Asked> read(String path, @Nullable String query) {
    var parts = new ArrayList<String>();
    for (var part : path.split("/", -1)) {
      var decoded = decoded(part, false);
      if (decoded.isEmpty()) {
        return Optional.empty();
      }
      parts.add(decoded.get());
    }
    if (parts.getFirst().isEmpty()) {
      parts.removeFirst();
    }
    if (!parts.isEmpty() && parts.getLast().isEmpty()) {
      parts.removeLast();
    }
    return options(query == null ? "" : query).map(options -> new Asked(parts, options));
  }

  private static Optional<Map<String, String>> options(String query) {
    var options = new LinkedHashMap<String, String>();
    for (var option : query.split("&", MOST_OPTIONS)) {
      if (option.isEmpty()) {
        continue;
      }
      var sides = option.split("=", 2);
      var name = decoded(sides[0], true);
      var value = decoded(sides.length > 1 ? sides[1] : "", true);
      if (name.isEmpty()
          || value.isEmpty()
          || options.putIfAbsent(name.get(), value.get()) != null) {
        return Optional.empty();
      }
    }
    return Optional.of(options);
  }

  /// UTF-8 behind percent signs; nothing if it is none.
  private static Optional<String> decoded(String text, boolean plusIsSpace) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return Optional.of(text);
    }
    var bytes = new java.io.ByteArrayOutputStream(text.length());
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one == '%') {
        int high = at + 2 <= text.length() - 1 ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 <= text.length() - 1 ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        bytes.write(high * 16 + low);
        at += 2;
      } else if (one == '+' && plusIsSpace) {
        bytes.write(' ');
      } else {
        bytes.writeBytes(String.valueOf(one).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      var decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return decoded.toString().indexOf('\0') >= 0
          ? Optional.empty()
          : Optional.of(decoded.toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
