package org.foyal.fibre.asking;

import jakarta.servlet.http.HttpServletRequest;
import org.foyal.shell.Pages;
import org.foyal.territory.map.Maps;
import org.foyal.territory.map.Still;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door to showing one's home on the map: the picture is a button, and the browser says
/// where it was touched; whoever has no finger for it takes the middle. Seen from afar, a touch
/// comes nearer, as a finger is wider than a street. No script.
@Controller
class MyFibreMapPage {
  /// From this zoom on a touch means a house: a pixel of the page is about two metres.
  private static final int NEAR = 17;

  private final Maps maps;
  private final Pages pages;

  MyFibreMapPage(Maps maps, Pages pages) {
    this.maps = maps;
    this.pages = pages;
  }

  /// What the page shows.
  record View(Still still) {
    /// Whether houses can be told apart.
    static boolean near(Still still) {
      return still.zoom() >= NEAR;
    }

    boolean near() {
      return near(still);
    }
  }

  /// A touch of the picture, and the picture that was touched.
  record Touched(
      @Nullable String lat, @Nullable String lon, @Nullable String z, @Nullable String middle) {}

  @GetMapping("/fibre/map")
  ModelAndView show(
      Touched touched,
      @RequestParam(name = "at.x", required = false) @Nullable String x,
      @RequestParam(name = "at.y", required = false) @Nullable String y,
      HttpServletRequest request) {
    var still = maps.still(new Still.Wish(touched.lat(), touched.lon(), touched.z()), "");
    var place = still.touched(new Still.Touch(x, y, touched.middle()));
    return place.isPresent() && !still.empty()
        ? new ModelAndView(
            "redirect:"
                + pages
                    .of(request)
                    .href(
                        View.near(still)
                            ? "/fibre/address" + AnswerWords.at(place.get())
                            : "/fibre/map" + still.nearer(place.get())))
        : new ModelAndView("fibre/asking/map").addObject("view", new View(still));
  }
}
