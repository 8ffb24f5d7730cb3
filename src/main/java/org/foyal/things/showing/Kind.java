package org.foyal.things.showing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an object is for, as residents see it.
public enum Kind {
  /// The air that people breathe.
  AIR,
  /// Levels of rivers and of the sea.
  WATER_LEVEL,
  /// How much rain fell.
  RAIN,
  /// How loud it is.
  NOISE,
  /// What schools and other buildings use.
  ENERGY,
  /// Sargassum and the gas that it gives off.
  SARGASSUM,
  /// Whatever we have no word for.
  OTHER;

  /// The word in the property `foyal.kind` of a thing, and in addresses.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The key of its words.
  public String words() {
    return "things.showing.kind." + code();
  }

  /// The kind that a word names, if it is one of ours.
  public static Optional<Kind> find(@Nullable String word) {
    return Stream.of(values()).filter(kind -> kind.code().equals(word)).findFirst();
  }
}
