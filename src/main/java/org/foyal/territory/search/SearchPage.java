package org.foyal.territory.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.foyal.territory.search.Hit.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The web door: the answers to a search, by kind, and help when there are none.
@Controller
class SearchPage {
  private static final int MOST = 30;

  private final Search search;

  SearchPage(Search search) {
    this.search = search;
  }

  /// What the page shows.
  ///
  /// @param query what was typed, as far as it is read
  /// @param groups the answers by kind, the kind of the best answer first
  /// @param cut whether more was typed than is read
  record View(String query, List<Group> groups, Found found, boolean cut) {
    /// How many answers there was no room for.
    int more() {
      return found.total() - found.hits().size();
    }
  }

  /// Answers of one kind, best first.
  record Group(Kind kind, List<Hit> hits) {}

  @GetMapping("/search")
  ModelAndView find(@RequestParam(defaultValue = "") String q) {
    boolean cut = q.length() > Search.MOST_LETTERS;
    var query = (cut ? q.substring(0, Search.MOST_LETTERS) : q).strip();
    var found = search.find(query, MOST);
    return new ModelAndView("territory/search/results")
        .addObject("view", new View(query, groups(found.hits()), found, cut));
  }

  private static List<Group> groups(List<Hit> hits) {
    Map<Kind, List<Hit>> byKind =
        hits.stream()
            .collect(Collectors.groupingBy(Hit::kind, LinkedHashMap::new, Collectors.toList()));
    return byKind.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }
}
