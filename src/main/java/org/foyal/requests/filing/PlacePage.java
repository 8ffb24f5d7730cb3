package org.foyal.requests.filing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.foyal.requests.Category;
import org.foyal.requests.Requests;
import org.foyal.shell.Pages;
import org.foyal.territory.map.Maps;
import org.foyal.territory.map.Still;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to showing a place on the map: the picture is a button, and the browser says where
/// it was touched; whoever has no finger for it takes the middle. No script.
@Controller
class PlacePage {
  private final Requests requests;
  private final Maps maps;
  private final Pages pages;

  PlacePage(Requests requests, Maps maps, Pages pages) {
    this.requests = requests;
    this.maps = maps;
    this.pages = pages;
  }

  /// What the page shows.
  record View(Category category, Still still) {}

  /// A touch of the picture, and the picture that was touched.
  record Touched(
      @Nullable String lat, @Nullable String lon, @Nullable String z, @Nullable String middle) {}

  @GetMapping("/report/{category:[a-z0-9-]{1,60}}/map")
  ModelAndView show(
      @PathVariable String category,
      Touched touched,
      @RequestParam(name = "at.x", required = false) @Nullable String x,
      @RequestParam(name = "at.y", required = false) @Nullable String y,
      HttpServletRequest request) {
    var found =
        requests
            .findCategory(category)
            .filter(Category::active)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var still = maps.still(new Still.Wish(touched.lat(), touched.lon(), touched.z()), "");
    var place = still.touched(new Still.Touch(x, y, touched.middle()));
    if (place.isPresent() && !still.empty()) {
      return new ModelAndView(
          "redirect:"
              + pages
                  .of(request)
                  .href(
                      String.format(
                          Locale.ROOT,
                          "/report/%s?lat=%.6f&lon=%.6f",
                          category,
                          place.get().latitude_deg(),
                          place.get().longitude_deg())));
    }
    return new ModelAndView("requests/filing/place").addObject("view", new View(found, still));
  }
}
