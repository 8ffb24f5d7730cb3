package org.foyal.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/// What every page must stand: each look at it gives the faults found, in words; none is good.
///
/// One inspection belongs to one tab and hears its console from the moment it is made.
final class Inspection {
  /// Axe's rules that a missing or a foreign word can break.
  private static final List<String> OF_WORDS =
      List.of(
          "aria-command-name",
          "aria-input-field-name",
          "aria-toggle-field-name",
          "button-name",
          "document-title",
          "empty-heading",
          "html-has-lang",
          "html-lang-valid",
          "image-alt",
          "input-button-name",
          "label",
          "landmark-unique",
          "link-name",
          "select-name",
          "summary-name",
          "valid-lang");

  private static final String SIDEWAYS =
      """
      () => {
        const room = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= room) return '';
        return [...document.querySelectorAll('body *')]
          .filter(e => e.getBoundingClientRect().right > room + 1)
          .slice(-3).map(e => e.tagName + '.' + e.className).join(' ') || 'the page';
      }
      """;

  private final Page tab;
  private final List<String> console = new ArrayList<>();

  Inspection(Page tab) {
    this.tab = tab;
    tab.onConsoleMessage(this::hear);
    tab.onPageError(error -> console.add("script: " + error));
  }

  private void hear(ConsoleMessage message) {
    // a form that is refused answers 422, which Chromium tells its console now and then
    boolean refusal = message.text().contains("responded with a status of 422");
    if (!refusal && List.of("error", "warning").contains(message.type())) {
      console.add("console: " + message.text());
    }
  }

  /// Everything at once, on the page that the tab shows: axe in light and dark at the width as it
  /// is, sideways scrolling as it is and at 200 % zoom, the first Tab, the console. The tab is as
  /// before afterwards, except for the focus.
  List<String> faults() {
    var faults = new ArrayList<String>();
    faults.addAll(axe("light"));
    sideways(faults, "");
    faults.addAll(skipLink());
    tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    // all that the scheme changes
    faults.addAll(axe("dark", List.of("color-contrast")));
    tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    faults.addAll(zoomed());
    faults.addAll(heard());
    return faults;
  }

  /// What the words of another language can change: axe's rules of words, sideways scrolling as it
  /// is and at 200 % zoom, the console. Colours, the first Tab and pages without scripts are the
  /// same in all languages.
  List<String> faultsOfWords() {
    var faults = new ArrayList<String>();
    faults.addAll(axe("light", OF_WORDS));
    sideways(faults, "");
    faults.addAll(zoomed());
    faults.addAll(heard());
    return faults;
  }

  /// Violations that axe finds by all its rules.
  List<String> axe(String scheme) {
    return axe(scheme, List.of());
  }

  /// Violations that axe finds, by these rules if there are any, with the first elements of each.
  /// It comes once to a page, works out the places of what is wrong only, and does not fetch the
  /// style sheets anew, which none of its rules that are on by default reads: that saves half of
  /// the time of a round.
  private List<String> axe(String scheme, List<String> rules) {
    if (!Boolean.TRUE.equals(tab.evaluate("() => 'axe' in window"))) {
      tab.evaluate(AxeBuilder.getAxeScript());
    }
    var found =
        tab.evaluate(
            """
            async ([scheme, rules]) => {
              const options = {resultTypes: ['violations'], preload: false};
              if (rules.length > 0) options.runOnly = rules;
              const result = await axe.run(document, options);
              return result.violations.map(rule => `axe, ${scheme}: ${rule.id} at `
                + rule.nodes.slice(0, 3).map(node => String(node.target)).join(' '));
            }
            """,
            List.of(scheme, rules));
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /// 640 px wide with letters of double size is what a reader at 200 % zoom sees.
  private List<String> zoomed() {
    var faults = new ArrayList<String>();
    var size = tab.viewportSize();
    tab.setViewportSize(640, 900);
    tab.evaluate("() => { document.documentElement.style.fontSize = '200%' }");
    sideways(faults, " at 200 % zoom");
    tab.evaluate("() => { document.documentElement.style.fontSize = '' }");
    tab.setViewportSize(size.width, size.height);
    return faults;
  }

  private void sideways(List<String> faults, String when) {
    var culprit = String.valueOf(tab.evaluate(SIDEWAYS));
    if (!culprit.isEmpty()) {
      faults.add("scrolls sideways" + when + ": " + culprit);
    }
  }

  /// The first Tab reaches a link that leads to the content, seen when it has the focus.
  private List<String> skipLink() {
    tab.evaluate("() => { document.activeElement?.blur(); scrollTo(0, 0) }");
    tab.keyboard().press("Tab");
    var leads =
        tab.evaluate(
            """
            () => {
              const link = document.activeElement;
              const to = link?.getAttribute('href') || '';
              const seen = link?.getBoundingClientRect();
              return to.startsWith('#') && document.querySelector(to + ' h1') !== null
                && seen.width > 1 && seen.top >= 0 && seen.left >= 0;
            }
            """);
    return Boolean.TRUE.equals(leads)
        ? List.of()
        : List.of("the first Tab is no link to the content");
  }

  /// What the console said since the last time: errors, warnings, breaches of the policy.
  List<String> heard() {
    var said = List.copyOf(console);
    console.clear();
    return said;
  }
}
