package org.foyal.learning.places.finding;

import java.util.List;
import org.foyal.shell.Door;
import org.foyal.territory.search.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to « Où me faire aider ? »: the places near somebody, with what they look for.
@Controller
class HelpPage {
  private static final int MOST_SHOWN = 60;

  private final Helpers helpers;

  HelpPage(Helpers helpers) {
    this.helpers = helpers;
  }

  @Bean
  static Door helpDoor() {
    return new Door("/places", "learning.places.door", 2, Door.Audience.EVERYBODY);
  }

  /// What the page shows.
  ///
  /// @param here where somebody is, as they or the search call it; nothing: not known
  /// @param others what else the words may mean
  /// @param sure places that have it
  /// @param perhaps places of which nobody has told
  /// @param more whether there are more than are shown
  record View(
      Wish wish,
      @Nullable String here,
      List<Hit> others,
      List<Line> sure,
      List<Line> perhaps,
      boolean more) {
    /// Whether words were typed that nothing answers.
    boolean lost() {
      return !wish.typed().isEmpty() && here == null;
    }

    boolean placed() {
      return here != null || wish.position().isPresent();
    }
  }

  @GetMapping("/places")
  ModelAndView list(Wish.Asked asked) {
    var wish = Wish.of(asked);
    var here = helpers.here(wish);
    var lines = helpers.find(wish, here.at());
    var sure = lines.stream().filter(line -> line.answer() == Answer.YES).toList();
    var perhaps = lines.stream().filter(line -> line.answer() == Answer.UNKNOWN).toList();
    return new ModelAndView("learning/places/finding/list")
        .addObject(
            "view",
            new View(
                wish,
                here.name().orElse(null),
                here.hits().stream().skip(1).toList(),
                sure.stream().limit(MOST_SHOWN).toList(),
                perhaps.stream().limit(MOST_SHOWN).toList(),
                sure.size() > MOST_SHOWN || perhaps.size() > MOST_SHOWN));
  }
}
