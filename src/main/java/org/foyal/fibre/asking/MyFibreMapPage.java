package org.foyal.fibre.asking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.foyal.shell.Pages;
import org.foyal.territory.map.Maps;
import org.foyal.territory.map.Still;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door to showing one's home on the map: the picture is a button, and the browser says
/// where it was touched; whoever has no finger for it takes the middle. No script.
@Controller
class MyFibreMapPage {
  static final int SHOWN_px = 320;

  private static final double SCALE = (double) Still.WIDTH_px / SHOWN_px;

  private final Maps maps;
  private final Pages pages;

  MyFibreMapPage(Maps maps, Pages pages) {
    this.maps = maps;
    this.pages = pages;
  }

  /// What the page shows.
  record View(Still still) {
    int high_px() {
      return SHOWN_px * Still.HEIGHT_px / Still.WIDTH_px;
    }

    int wide_px() {
      return SHOWN_px;
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
    var place = place(still, touched, x, y);
    return place.isPresent() && !still.empty()
        ? new ModelAndView(
            "redirect:"
                + pages
                    .of(request)
                    .href(
                        String.format(
                            Locale.ROOT,
                            "/fibre/address?lat=%.6f&lon=%.6f",
                            place.get().latitude_deg(),
                            place.get().longitude_deg())))
        : new ModelAndView("fibre/asking/map").addObject("view", new View(still));
  }

  private static Optional<Position> place(
      Still still, Touched touched, @Nullable String x, @Nullable String y) {
    double across = pixels(x);
    double down = pixels(y);
    if (touched.middle() != null || (across == 0 && down == 0)) {
      return Optional.of(still.centre());
    }
    var point = new Still.Point(across * SCALE, down * SCALE);
    return point.seen() ? Optional.of(still.at(point)) : Optional.empty();
  }

  private static double pixels(@Nullable String text) {
    return text != null && text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
  }
}
