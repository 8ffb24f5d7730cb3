package org.foyal.requests.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.foyal.shell.Pages;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to being told of what is reported in a neighbourhood.
@Controller
class FollowAreaPage {
  private final Alerts alerts;
  private final Territory territory;
  private final Pages pages;

  FollowAreaPage(Alerts alerts, Territory territory, Pages pages) {
    this.alerts = alerts;
    this.territory = territory;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param area the code of the one that is chosen, or nothing for the whole city
  /// @param asked whether the letter is on its way
  record View(
      List<Area> areas, String area, String title, boolean asked, String problem, String typed) {}

  @GetMapping("/reports/follow")
  ModelAndView form(@RequestParam(defaultValue = "") String area, HttpServletRequest request) {
    return page(find(area), request, false, "", "");
  }

  @PostMapping("/reports/follow")
  ModelAndView follow(
      @RequestParam(defaultValue = "") String area,
      @RequestParam(required = false) @Nullable String address,
      HttpServletRequest request) {
    var chosen = find(area);
    var typed = address == null ? "" : address;
    var asking =
        alerts.follow(typed, chosen, pages.of(request).language(), request.getRemoteAddr());
    return switch (asking) {
      case ASKED -> page(chosen, request, true, "", "");
      case NO_ADDRESS, TOO_OFTEN -> page(chosen, request, false, asking.words(), typed);
    };
  }

  private Optional<Area> find(String code) {
    return territory.findArea(code).filter(area -> area.kind() == Area.Kind.IRIS);
  }

  private ModelAndView page(
      Optional<Area> chosen,
      HttpServletRequest request,
      boolean asked,
      String problem,
      String typed) {
    var title = alerts.topic(chosen).title(pages.of(request).language());
    return new ModelAndView(
            "requests/alerts/follow",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                territory.listAreas(Area.Kind.IRIS),
                chosen.map(Area::code).orElse(""),
                title,
                asked,
                problem,
                typed.length() > 254 ? "" : typed));
  }
}
