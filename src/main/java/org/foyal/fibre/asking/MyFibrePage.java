package org.foyal.fibre.asking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.asking.AnswerWords.Said;
import org.foyal.fibre.asking.MyFibre.OfTheCity;
import org.foyal.fibre.asking.sellers.Seller;
import org.foyal.fibre.asking.sellers.Sellers;
import org.foyal.fibre.premises.Building;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.language.Language;
import org.foyal.territory.search.Hit;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The web door to « Ma fibre »: one field, and the answer on one sheet. No account, no script.
@Controller
class MyFibrePage {
  private final MyFibre fibre;
  private final AnswerWords words;
  private final Sellers sellers;
  private final Pages pages;

  MyFibrePage(MyFibre fibre, AnswerWords words, Sellers sellers, Pages pages) {
    this.fibre = fibre;
    this.words = words;
    this.sellers = sellers;
    this.pages = pages;
  }

  @Bean
  static Door myFibreDoor() {
    return new Door("/fibre", "fibre.asking.door", 2, Door.Audience.EVERYBODY);
  }

  /// What the first page shows.
  record Start(OfTheCity city) {}

  /// What the answer's page shows.
  ///
  /// @param said the answer in words, where there is one
  /// @param sellers whom to ask
  record View(
      Place place,
      Optional<Said> said,
      OfTheCity city,
      List<Seller> sellers,
      String typed,
      boolean cut,
      AnswerWords words,
      Language language) {
    String label(Building building) {
      return words.label(language, building);
    }

    String source(Home home) {
      return words.source(language, home.building(), home.fileOf());
    }

    String path(Building building) {
      return AnswerWords.path(building);
    }

    /// Where a hit of the search leads: a street to its numbers, another place to what is around.
    String path(Hit hit) {
      boolean street = hit.kind() == Hit.Kind.STREET || hit.kind() == Hit.Kind.ADDRESS;
      if (street || hit.where() == null) {
        var number = hit.number() == null ? "" : "&number=" + AnswerWords.encoded(hit.number());
        return "/fibre/address?street=" + AnswerWords.encoded(hit.key()) + number;
      }
      return String.format(
          java.util.Locale.ROOT,
          "/fibre/address?lat=%.6f&lon=%.6f",
          hit.where().latitude_deg(),
          hit.where().longitude_deg());
    }

    /// The question that goes with a form about this place.
    String about() {
      return switch (place) {
        case Place.Here(var home) -> "?building=" + AnswerWords.encoded(home.building().ref());
        case Place.Gone(var last, var _) -> "?building=" + AnswerWords.encoded(last.ref());
        case Place.NoneHere none ->
            "?street="
                + AnswerWords.encoded(none.street())
                + "&number="
                + AnswerWords.encoded(none.number().written());
        case Place.Several _,
            Place.Street _,
            Place.Streets _,
            Place.NoStreet _,
            Place.NobodyAround _,
            Place.Outside _,
            Place.Nothing _ ->
            "";
      };
    }
  }

  @GetMapping("/fibre")
  ModelAndView start() {
    return new ModelAndView("fibre/asking/start").addObject("start", new Start(fibre.ofTheCity()));
  }

  @GetMapping("/fibre/address")
  ModelAndView answer(Asked asked, HttpServletRequest request) {
    var language = pages.of(request).language();
    var place = fibre.find(asked);
    var city = fibre.ofTheCity();
    var view =
        new View(
            place,
            said(place, city, language),
            city,
            sellers.listActive(),
            asked.typed(),
            asked.tooLong(),
            words,
            language);
    return new ModelAndView("fibre/asking/answer").addObject("view", view);
  }

  private Optional<Said> said(Place place, OfTheCity city, Language language) {
    return switch (place) {
      case Place.Here(var home) -> Optional.of(words.say(language, home.answer(), home.today()));
      case Place.Gone _ ->
          Optional.of(words.say(language, new Answer.NotPlanned(Answer.Why.GONE), city.today()));
      case Place.NoneHere _, Place.NobodyAround _ ->
          Optional.of(words.nothingKnown(language, city.today()));
      case Place.Several _,
          Place.Street _,
          Place.Streets _,
          Place.NoStreet _,
          Place.Outside _,
          Place.Nothing _ ->
          Optional.empty();
    };
  }
}
