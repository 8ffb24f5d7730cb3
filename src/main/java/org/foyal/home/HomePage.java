package org.foyal.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.foyal.shell.Freshness;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/// The front page: search first, then the doors of what works today, then the city in brief.
@Controller
class HomePage {
  private final Territory territory;
  private final Freshness freshness;
  private final Cache<Long, Optional<CityInBrief>> briefs =
      Caffeine.newBuilder().maximumSize(2).build();

  HomePage(Territory territory, Freshness freshness) {
    this.territory = territory;
    this.freshness = freshness;
  }

  /// What the front page shows.
  ///
  /// @param empty whether nothing at all is loaded: then it says what to do first
  record View(Optional<CityInBrief> city, boolean empty) {}

  @GetMapping("/")
  @Nullable ModelAndView home(ServletWebRequest request) {
    if (freshness.unchanged(request, territory.version(), territory.changedAt())) {
      return null;
    }
    boolean empty =
        territory.listAreas(Kind.COMMUNE).isEmpty() && territory.listAreas(Kind.IRIS).isEmpty();
    var city = briefs.get(territory.version(), _ -> CityInBrief.of(territory));
    return new ModelAndView("home/home").addObject("view", new View(city, empty));
  }
}
