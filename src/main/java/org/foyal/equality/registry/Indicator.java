package org.foyal.equality.registry;

import java.util.Locale;
import java.util.Optional;
import org.foyal.equality.measure.Goalposts;

/// Something that is measured of a neighbourhood. Its words, and those of its formula, stand in the
/// house’s languages under [#words].
///
/// @param key names it, as rooms name their figures
/// @param version of its formula and scale: whoever changes either counts on
/// @param posts its scale, and by it its direction; empty where it is shown and not scored
public record Indicator(
    String key, Part part, Unit unit, Nature nature, int version, Optional<Goalposts> posts) {
  /// What it speaks of.
  public enum Part {
    /// Connections.
    CONNECTIVITY,
    /// Things to go online with.
    DEVICES,
    /// What people can do.
    SKILLS,
    /// Help nearby.
    SUPPORT,
    /// What people do with it: an outcome, never part of the index.
    USE
  }

  /// What it is counted in.
  public enum Unit {
    /// A part of a whole, 0 to 1.
    SHARE,
    /// So many.
    COUNT,
    /// So many for each 1,000 residents.
    PER_THOUSAND,
    /// Metres on foot.
    METRES,
    /// Days.
    DAYS,
    /// Points of somebody’s scale.
    POINTS
  }

  /// How it lies in time.
  public enum Nature {
    /// It stands on a day.
    STOCK,
    /// It adds up over a quarter.
    FLOW
  }

  /// Whether more of it is better; nothing where it is not scored.
  public Optional<Boolean> moreIsBetter() {
    return posts.map(scale -> scale.objective() > scale.floor());
  }

  /// The key of its name; followed by `.how`, of its formula.
  public String words() {
    return "equality.indicator." + key;
  }

  /// The key of the name of its part.
  public String partWords() {
    return "equality.part." + part.name().toLowerCase(Locale.ROOT);
  }
}
