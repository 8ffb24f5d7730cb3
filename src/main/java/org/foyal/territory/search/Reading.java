package org.foyal.territory.search;

import java.util.List;
import java.util.Set;
import org.foyal.territory.search.Hit.Kind;
import org.jspecify.annotations.Nullable;

/// One way to understand what was typed: the words of a name, maybe a house number, maybe where.
///
/// @param words the name's words, the last maybe unfinished
/// @param number the house number, `12` or `12bis`; then only streets answer
/// @param within codes of communes or neighbourhoods that narrow; empty when nothing does
/// @param respaced whether a space was added or taken away, which counts as a typo
record Reading(List<String> words, @Nullable String number, Set<String> within, boolean respaced) {

  boolean admits(Named named) {
    if (number != null && named.kind() != Kind.STREET) {
      return false;
    }
    return within.isEmpty()
        || has(named.communeCode())
        || has(named.areaCode())
        || (named.kind() == Kind.AREA && has(named.key()));
  }

  private boolean has(@Nullable String code) {
    return code != null && within.contains(code);
  }

  /// How far it is from taking the text as it stands.
  int distance() {
    return (number == null ? 0 : 1) + (within.isEmpty() ? 0 : 1);
  }
}
