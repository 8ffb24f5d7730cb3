package org.foyal.home.about;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The design system, each element with its use, for whoever builds a page.
@Controller
class DesignPage {
  /// A colour of ink and the paper under it, in the light and in the dark theme (`foyal.css`).
  ///
  /// @param words the key of what it is for, also its class in the page's own sample
  record Pair(String words, Contrast light, Contrast dark) {}

  /// The pairs as `foyal.css` has them; a test reads the file and compares.
  static final List<Pair> PAIRS =
      List.of(
          pair("ink", "#10222e", "#fff", "#e8f1f6", "#0b1a24"),
          pair("soft", "#47606f", "#fff", "#a9c0cd", "#0b1a24"),
          pair("sea", "#0b5380", "#fff", "#8cc8ee", "#0b1a24"),
          pair("warm", "#b4430c", "#fff", "#ffb27a", "#0b1a24"),
          pair("good", "#17653a", "#fff", "#7fd6a3", "#0b1a24"),
          pair("bad", "#a4161a", "#fff", "#ff9a94", "#0b1a24"));

  private static Pair pair(String words, String ink, String paper, String night, String dark) {
    return new Pair(words, new Contrast(ink, paper), new Contrast(night, dark));
  }

  @GetMapping("/design")
  ModelAndView design() {
    return new ModelAndView("home/about/design").addObject("pairs", PAIRS);
  }
}
