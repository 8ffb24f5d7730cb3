package org.foyal.equality.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyal.equality.measure.Goalposts;
import org.foyal.equality.registry.Indicator.Nature;
import org.foyal.equality.registry.Indicator.Part;
import org.foyal.equality.registry.Indicator.Unit;

/// All indicators: those that rooms feed, those that files bring, and those that the index needs
/// and nobody has brought yet, so that what is missing can be named.
public final class Indicators {
  /// The index of digital fragility of 2020, by its axes; 100 is the average of the country.
  public static final List<String> FRAGILITY =
      List.of(
          "score_global",
          "score_acces",
          "score_competences",
          "acces_information",
          "acces_interfaces_numeriques",
          "competences_administratives",
          "competences_numeriques_scolaires");

  /// Shares of which everything is counted, or computed from maps.
  private static final Set<String> WHOLE =
      Set.of(
          "fibre.connectable",
          "mobile.covered",
          "wifi.near",
          "offer.effort",
          "help.adapted",
          "things.alive");

  private static final List<Indicator> ALL =
      List.of(
          scored("fibre.connectable", Part.CONNECTIVITY, Unit.SHARE, 0, 1),
          scored("mobile.covered", Part.CONNECTIVITY, Unit.SHARE, 0, 1),
          scored("wifi.near", Part.CONNECTIVITY, Unit.SHARE, 0, 1),
          scored("offer.effort", Part.CONNECTIVITY, Unit.SHARE, 0.05, 0.01),
          scored("homes.computer", Part.DEVICES, Unit.SHARE, 0.4, 1),
          scored("homes.phone-only", Part.DEVICES, Unit.SHARE, 0.5, 0),
          scored("devices.lent", Part.DEVICES, Unit.PER_THOUSAND, 0, 50),
          scored("skills.independent", Part.SKILLS, Unit.SHARE, 0, 0.8),
          scored("homes.no-diploma", Part.SKILLS, Unit.SHARE, 0.6, 0),
          scored("homes.alone-65", Part.SKILLS, Unit.SHARE, 0.3, 0),
          scored("help.reach", Part.SUPPORT, Unit.PER_THOUSAND, 0, 20),
          scored("help.wait", Part.SUPPORT, Unit.DAYS, 30, 0),
          scored("learning.unmet", Part.SUPPORT, Unit.SHARE, 0.5, 0),
          scored("help.adapted", Part.SUPPORT, Unit.SHARE, 0, 1),
          shown("fibre.median-wait", Part.CONNECTIVITY, Unit.DAYS, Nature.STOCK),
          shown("learning.nearest-help", Part.SUPPORT, Unit.METRES, Nature.STOCK),
          shown("learning.seat-hours", Part.SUPPORT, Unit.COUNT, Nature.FLOW),
          shown("learning.sessions", Part.SUPPORT, Unit.COUNT, Nature.FLOW),
          shown("learning.people", Part.USE, Unit.COUNT, Nature.FLOW),
          shown("requests.filed", Part.USE, Unit.COUNT, Nature.FLOW),
          shown("requests.in-time", Part.USE, Unit.SHARE, Nature.FLOW),
          shown("things.alive", Part.USE, Unit.SHARE, Nature.STOCK),
          shown("score_global", Part.SKILLS, Unit.POINTS, Nature.STOCK),
          shown("score_acces", Part.CONNECTIVITY, Unit.POINTS, Nature.STOCK),
          shown("score_competences", Part.SKILLS, Unit.POINTS, Nature.STOCK),
          shown("acces_information", Part.CONNECTIVITY, Unit.POINTS, Nature.STOCK),
          shown("acces_interfaces_numeriques", Part.CONNECTIVITY, Unit.POINTS, Nature.STOCK),
          shown("competences_administratives", Part.SKILLS, Unit.POINTS, Nature.STOCK),
          shown("competences_numeriques_scolaires", Part.SKILLS, Unit.POINTS, Nature.STOCK));

  private Indicators() {}

  private static Indicator scored(
      String key, Part part, Unit unit, double floor, double objective) {
    var nature = key.equals("learning.unmet") ? Nature.FLOW : Nature.STOCK;
    return new Indicator(key, part, unit, nature, 1, Optional.of(new Goalposts(floor, objective)));
  }

  private static Indicator shown(String key, Part part, Unit unit, Nature nature) {
    return new Indicator(key, part, unit, nature, 1, Optional.empty());
  }

  /// Whether it is a share of some people or cases that might as well have been others, so that
  /// chance is in it.
  public static boolean isSample(Indicator indicator) {
    return indicator.unit() == Unit.SHARE && !WHOLE.contains(indicator.key());
  }

  /// All, in the order in which pages show them.
  public static List<Indicator> list() {
    return ALL;
  }

  /// Those of which the index is made.
  public static List<Indicator> scored() {
    return ALL.stream().filter(one -> one.posts().isPresent()).toList();
  }

  /// The indicator of that key, if there is one.
  public static Optional<Indicator> find(String key) {
    return ALL.stream().filter(one -> one.key().equals(key)).findFirst();
  }
}
