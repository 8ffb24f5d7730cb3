package org.foyal.territory.search;

import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;

/// One thing that answers a search.
///
/// @param key what its producer calls it: an area's code, a street's identifier, a place's number
/// @param areaCode the neighbourhood that holds it, if one does
/// @param area that neighbourhood's name
/// @param where its position, unknown for an area without outline
/// @param path its page below the language, none where there is no page to lead to
/// @param number the house number that was asked for, as it is written; none when none was
/// @param numberKnown whether that number is among our addresses
public record Hit(
    Kind kind,
    String key,
    String name,
    @Nullable String commune,
    @Nullable String areaCode,
    @Nullable String area,
    @Nullable Position where,
    @Nullable String path,
    Match match,
    @Nullable String number,
    boolean numberKnown) {

  /// What was found; of equal matches the first kind stands first.
  public enum Kind {
    /// A commune or a neighbourhood.
    AREA,
    /// A street.
    STREET,
    /// A house number of a street.
    ADDRESS,
    /// A named place.
    PLACE
  }

  /// How well it answers, best first.
  public enum Match {
    /// The whole name, and nothing else.
    EXACT,
    /// The beginning of the name.
    PREFIX,
    /// All the words, in any order.
    WORDS,
    /// The words but for a typo.
    TYPO
  }

  /// The number as people write it: `12bis` is « 12 bis ».
  public String spelledNumber() {
    return number == null ? "" : number.replaceFirst("(?<=[0-9])(?=[a-z])", " ");
  }

  /// Whether a house number was asked for that we don't have.
  public boolean numberMissing() {
    return number != null && !numberKnown;
  }
}
