package org.foyal.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.Agreements.Tally;
import org.foyal.agreement.promises.Card;
import org.foyal.shell.Freshness;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/// The front page: search first, then the doors of what works today, what was promised, then the
/// city in brief.
@Controller
class HomePage {
  /// More than one reads at a glance; the rest is one click away.
  private static final int PROMISES = 12;

  private final Territory territory;
  private final Agreements agreements;
  private final Freshness freshness;
  private final Cache<Long, Optional<CityInBrief>> briefs =
      Caffeine.newBuilder().maximumSize(2).build();
  private final Cache<Long, Promises> promises = Caffeine.newBuilder().maximumSize(2).build();

  HomePage(Territory territory, Agreements agreements, Freshness freshness) {
    this.territory = territory;
    this.agreements = agreements;
    this.freshness = freshness;
  }

  /// What was promised: the first promises, and how many stand where in all.
  record Promises(List<Card> cards, Tally tally) {
    static Promises of(Agreements agreements) {
      var today = agreements.today();
      var cards =
          agreements.listFirst(PROMISES).stream().map(each -> Card.of(each, today)).toList();
      return new Promises(cards, agreements.count(Selection.ALL));
    }
  }

  /// What the front page shows.
  ///
  /// @param empty whether nothing at all is loaded: then it says what to do first
  record View(Optional<CityInBrief> city, Promises promises, boolean empty) {}

  @GetMapping("/")
  @Nullable ModelAndView home(ServletWebRequest request) {
    long version = agreements.version();
    if (freshness.unchanged(request, 31 * version + territory.version(), changedAt())) {
      return null;
    }
    var city = briefs.get(territory.version(), _ -> CityInBrief.of(territory));
    var promised = promises.get(version, _ -> Promises.of(agreements));
    boolean empty =
        territory.listAreas(Kind.COMMUNE).isEmpty() && territory.listAreas(Kind.IRIS).isEmpty();
    return new ModelAndView("home/home").addObject("view", new View(city, promised, empty));
  }

  private Instant changedAt() {
    var promised = agreements.changedAt();
    return promised.isAfter(territory.changedAt()) ? promised : territory.changedAt();
  }
}
