package org.foyal.territory.areas;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.foyal.shell.Freshness;
import org.foyal.shell.Pages;
import org.foyal.territory.Territory;
import org.foyal.territory.WayOn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// The web door to one area: a neighbourhood or a commune.
@Controller
class AreaPage {
  private final Territory territory;
  private final AreaBook book;
  private final Freshness freshness;
  private final Pages pages;
  private final ObjectProvider<WayOn> ways;

  AreaPage(
      Territory territory,
      AreaBook book,
      Freshness freshness,
      Pages pages,
      ObjectProvider<WayOn> ways) {
    this.territory = territory;
    this.book = book;
    this.freshness = freshness;
    this.pages = pages;
    this.ways = ways;
  }

  /// What the page says when there is no such area or street.
  record Unknown(String asked, boolean street) {}

  @GetMapping("/areas/{code}")
  @Nullable ModelAndView show(@PathVariable String code, ServletWebRequest request) {
    var view = book.find(code);
    if (view.isEmpty()) {
      return astray(code, request.getRequest());
    }
    if (freshness.unchanged(request, territory.version(), territory.changedAt())) {
      return null;
    }
    if (view.get().commune()) {
      return new ModelAndView("territory/areas/commune").addObject("view", view.get());
    }
    var area = view.get().area();
    return new ModelAndView("territory/areas/area")
        .addObject("view", view.get())
        .addObject(
            "ways",
            WayOn.from(WayOn.From.NEIGHBOURHOOD, ways.orderedStream(), area.code(), area.label()));
  }

  /// A code typed in lower case or with spaces leads to the area; any other, to help.
  private ModelAndView astray(String code, HttpServletRequest request) {
    var meant = code.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT);
    if (territory.findArea(meant).isPresent()) {
      var there = new RedirectView(pages.of(request).href("/areas/" + meant));
      there.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
      return new ModelAndView(there);
    }
    return unknown(code, false);
  }

  static ModelAndView unknown(String asked, boolean street) {
    var seen = asked.length() > 60 ? asked.substring(0, 60) + "…" : asked;
    return new ModelAndView("territory/areas/unknown", HttpStatus.NOT_FOUND)
        .addObject("view", new Unknown(seen, street));
  }
}
