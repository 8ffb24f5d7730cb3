package org.foyal.equality.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyal.equality.measure.Method;
import org.foyal.equality.registry.Indicator;
import org.foyal.equality.registry.Indicator.Part;
import org.foyal.equality.registry.Indicators;

/// The versions of the method; an old one stays as it was, so that its nights can be made again.
final class Methods {
  /// All weights alike: in each subject its indicators, and the four subjects among themselves.
  static final Method FIRST =
      new Method(
          "1",
          List.of(sub(Part.CONNECTIVITY), sub(Part.DEVICES), sub(Part.SKILLS), sub(Part.SUPPORT)));

  private Methods() {}

  static Method latest() {
    return FIRST;
  }

  static Optional<Method> find(String version) {
    return version.equals(FIRST.version()) ? Optional.of(FIRST) : Optional.empty();
  }

  private static Method.Sub sub(Part part) {
    List<Indicator> own = Indicators.scored().stream().filter(one -> one.part() == part).toList();
    return new Method.Sub(
        part.name().toLowerCase(Locale.ROOT),
        0.25,
        own.stream()
            .map(
                one -> new Method.Indicator(one.key(), 1.0 / own.size(), one.posts().orElseThrow()))
            .toList());
  }
}
