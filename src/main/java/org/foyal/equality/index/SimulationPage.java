package org.foyal.equality.index;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyal.equality.measure.Inequality;
import org.foyal.equality.measure.Ranking;
import org.foyal.equality.measure.Spread;
import org.foyal.shell.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to the simulation. Every block says that it is invented; no real area is
/// named or drawn.
@Controller
class SimulationPage {
  private static final int QUARTERS = 38;
  private static final long SEED = 20261127;
  private static final int CHOICES = 8;
  private static final int LARGER = 9;
  private static final String REACH = "help.reach";

  private final Cache<Long, View> kept = Caffeine.newBuilder().maximumSize(1).build();

  /// What the page shows.
  ///
  /// @param quarters those that have least first
  /// @param hang what their places hang on
  record View(
      List<Simulation.Quarter> quarters,
      EqualityIndex city,
      List<Ranking.Weight> hang,
      List<Helping.Choice> choices,
      Optional<Spread> spread) {
    /// The table of groups.
    List<Standing> standings(Page page) {
      return quarters.stream()
          .map(one ->
              new Standing(
                  page.say("equality.simulation.quarter", one.number()),
                  "",
                  one.score(),
                  one.place(),
                  one.index().beside(city)))
          .toList();
    }

    /// How many stand in a field of the two by two.
    long field(boolean covered, boolean skilled) {
      return quarters.stream()
          .filter(one -> one.covered() == covered && one.skilled() == skilled)
          .count();
    }

    /// Their numbers.
    String fieldOf(boolean covered, boolean skilled) {
      return String.join(
          ", ",
          quarters.stream()
              .filter(one -> one.covered() == covered && one.skilled() == skilled)
              .map(Simulation.Quarter::number)
              .sorted()
              .map(String::valueOf)
              .toList());
    }

    static String words(Helping.Option option) {
      return "equality.option." + option.name().toLowerCase(Locale.ROOT);
    }
  }

  @GetMapping("/equality/simulation")
  ModelAndView show() {
    return new ModelAndView("equality/index/simulation")
        .addObject("view", kept.get(SEED, SimulationPage::view));
  }

  private static View view(long seed) {
    var made = Simulation.of(QUARTERS, seed);
    var least =
        made.quarters().stream()
            .sorted(
                Comparator.comparingInt((Simulation.Quarter one) -> one.place().group())
                    .thenComparingInt(Simulation.Quarter::number))
            .toList();
    return new View(
        least,
        made.city(),
        made.choices(),
        Helping.rank(Methods.latest(), made.quarters(), CHOICES),
        spread(made.quarters()));
  }

  private static Optional<Spread> spread(List<Simulation.Quarter> quarters) {
    var shares =
        quarters.stream()
            .map(one ->
                new Inequality.Share(
                    Integer.toString(one.number() % LARGER),
                    one.residents(),
                    one.values().getOrDefault(REACH, 0.0)))
            .toList();
    return Spread.of(REACH, shares, shares.size(), true);
  }
}
