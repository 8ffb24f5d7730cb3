package org.foyal.territory.areas;

import java.util.List;
import org.foyal.shell.Freshness;
import org.foyal.territory.Territory;
import org.foyal.territory.areas.AreaList.Order;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The web door to the list of neighbourhoods: put in order by links, narrowed by a form.
@Controller
class AreasPage {
  private static final int LONGEST_FILTER = 80;

  private final Territory territory;
  private final AreaBook book;
  private final Freshness freshness;

  AreasPage(Territory territory, AreaBook book, Freshness freshness) {
    this.territory = territory;
    this.book = book;
    this.freshness = freshness;
  }

  /// What the list shows.
  record View(
      AreaList list, List<AreaList.Row> rows, Order order, boolean descending, String letters) {

    /// The address that puts the list in an order, or turns it round if it already stands so.
    String hrefBy(Order by) {
      boolean turn = by == order ? !descending : by == Order.POPULATION || by == Order.FRAGILITY;
      var address = UriComponentsBuilder.fromPath("/areas").queryParam("sort", by.word());
      if (turn) {
        address.queryParam("down", "1");
      }
      if (!letters.isEmpty()) {
        address.queryParam("q", "{q}");
      }
      return address.encode().buildAndExpand(letters).toUriString();
    }

    /// How a column stands, in the word of `aria-sort`; none when it is not the one in order.
    @Nullable String sorted(Order by) {
      return by != order ? null : descending ? "descending" : "ascending";
    }
  }

  @GetMapping("/areas")
  @Nullable ModelAndView list(
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(required = false) @Nullable String down,
      @RequestParam(defaultValue = "") String q,
      ServletWebRequest request) {
    if (freshness.unchanged(request, territory.version(), territory.changedAt())) {
      return null;
    }
    var letters = q.strip();
    if (letters.length() > LONGEST_FILTER) {
      letters = letters.substring(0, LONGEST_FILTER);
    }
    var order = Order.of(sort);
    boolean descending = "1".equals(down);
    var list = book.list();
    return new ModelAndView("territory/areas/areas")
        .addObject(
            "view",
            new View(list, list.arranged(order, descending, letters), order, descending, letters));
  }
}
