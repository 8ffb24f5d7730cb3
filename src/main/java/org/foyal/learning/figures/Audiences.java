package org.foyal.learning.figures;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.courses.Course.Audience;

/// For whom a course is, as one word: `EVERYBODY`, or `YOUNG_AND_WOMEN+COMPANIES` where it is for
/// two. Each session has one such word, so that the numbers by it add up to the whole.
final class Audiences {
  private Audiences() {}

  /// The word for what a course says, its audiences in any order; none named: everybody.
  static String word(String written) {
    return of(written).stream().map(Audience::name).collect(Collectors.joining("+"));
  }

  static Set<Audience> of(String word) {
    var found = EnumSet.noneOf(Audience.class);
    for (var name : word.split("\\+", -1)) {
      Arrays.stream(Audience.values()).filter(one -> one.name().equals(name)).forEach(found::add);
    }
    if (found.isEmpty()) {
      found.add(Audience.EVERYBODY);
    }
    return Collections.unmodifiableSet(found);
  }

  /// The keys of the words for readers.
  static Stream<String> keys(String word) {
    return of(word).stream().map(one -> "learning.courses.audience." + one);
  }
}
