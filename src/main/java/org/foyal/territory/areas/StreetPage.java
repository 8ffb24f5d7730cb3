package org.foyal.territory.areas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.shell.Freshness;
import org.foyal.shell.Pages;
import org.foyal.territory.Area;
import org.foyal.territory.Provenance;
import org.foyal.territory.Street;
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

/// The web door to one street.
@Controller
class StreetPage {
  private static final int NEAR = 12;
  private static final Pattern ID = Pattern.compile("[0-9A-Z]{5}-[a-z0-9-]{1,200}");

  private final Territory territory;
  private final AreaBook book;
  private final Freshness freshness;
  private final Pages pages;
  private final ObjectProvider<WayOn> ways;

  StreetPage(
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

  /// What the page of a street shows.
  record View(
      Street street,
      @Nullable Area area,
      @Nullable Area commune,
      List<Street> near,
      @Nullable Outline outline,
      List<WayOn.Link> ways,
      @Nullable Provenance from) {
    /// Where the map shows the street: its middle, near enough to read its name.
    String mapQuery() {
      var at = street.middle();
      return String.format(
          Locale.ROOT, "?lat=%.5f&lon=%.5f&z=17", at.latitude_deg(), at.longitude_deg());
    }
  }

  @GetMapping("/streets/{id}")
  @Nullable ModelAndView show(@PathVariable String id, ServletWebRequest request) {
    var street = find(id);
    if (street.isEmpty()) {
      return astray(id, request);
    }
    if (freshness.unchanged(request, territory.version(), territory.changedAt())) {
      return null;
    }
    return new ModelAndView("territory/areas/street").addObject("view", view(street.get()));
  }

  /// What can't be an identifier is not even asked for.
  private Optional<Street> find(String id) {
    return ID.matcher(id).matches() ? territory.findStreet(id) : Optional.empty();
  }

  private View view(Street street) {
    var areaCode = street.areaCode();
    return new View(
        street,
        areaCode == null ? null : territory.findArea(areaCode).orElse(null),
        territory.findArea(street.communeCode()).orElse(null),
        territory.listStreetsNear(street, NEAR),
        book.outlineOf(street).orElse(null),
        WayOn.from(WayOn.From.STREET, ways.orderedStream(), street.id(), street.middle()),
        territory.listSources().stream()
            .filter(source -> source.kind().equals("STREETS"))
            .reduce((_, later) -> later)
            .orElse(null));
  }

  /// An identifier typed with capitals, accents or spaces leads to the street; any other, to help.
  private ModelAndView astray(String id, ServletWebRequest request) {
    int dash = id.indexOf('-');
    var meant =
        dash < 0
            ? id
            : id.substring(0, dash).toUpperCase(Locale.ROOT)
                + '-'
                + AreaList.plain(id.substring(dash + 1)).replace(' ', '-');
    if (!meant.equals(id) && find(meant).isPresent()) {
      var there = new RedirectView(pages.of(request.getRequest()).href("/streets/" + meant));
      there.setStatusCode(HttpStatus.MOVED_PERMANENTLY);
      return new ModelAndView(there);
    }
    return AreaPage.unknown(id, true);
  }
}
