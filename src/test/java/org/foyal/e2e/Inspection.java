package org.foyal.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What every page must stand: each look at it gives the faults found, in words; none is good.
///
/// One inspection belongs to one tab and hears its console from the moment it is made.
final class Inspection {
  /// What a missing or a foreign word can break: names that are empty, two landmarks of one name.
  private static final String WORDLESS =
      """
      () => {
        const says = some => (some.getAttribute('aria-label') || some.textContent
          || [...some.querySelectorAll('[alt]')].map(image => image.alt).join('')).trim() !== '';
        const named = 'title, h1, h2, h3, h4, label, legend, summary, caption, a[href], button';
        const wordless = [...document.querySelectorAll(named)].filter(some => !says(some))
          .concat(...document.querySelectorAll('[aria-label=""], [title=""], [placeholder=""]'));
        const landmarks = [...document.querySelectorAll('nav, aside, section[aria-label]')]
          .map(some => some.tagName + ' ' + (some.getAttribute('aria-label')
            || document.getElementById(some.getAttribute('aria-labelledby'))?.textContent || ''));
        const language = document.documentElement.lang;
        return wordless.slice(0, 3).map(some => 'says nothing: ' + some.outerHTML.slice(0, 90))
          .concat(landmarks.filter((name, at) => landmarks.indexOf(name) !== at)
            .map(name => 'two landmarks of one name: ' + name))
          .concat(location.pathname.startsWith('/' + language + '/') ? []
            : ['says that its language is ' + language]);
      }
      """;

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

  /// Gathers the words of the page by their kind: what style sheets go by, from the page down to
  /// them. Answers the kinds.
  private static final String KINDS =
      """
      () => {
        const sheets = [...document.querySelectorAll('link[rel=stylesheet], style')]
          .map(sheet => sheet.href || sheet.textContent);
        const paths = new Map([[null, innerWidth + ' ' + sheets.join(' ')]]);
        const styled = ['class', 'style', 'type', 'role', 'scope', 'hidden', 'open', 'disabled',
          'aria-current', 'aria-invalid', 'aria-selected', 'aria-pressed', 'data-label'];
        const path = of => {
          if (!paths.has(of)) {
            const own = styled.filter(name => of.hasAttribute(name))
              .map(name => name + '=' + (name === 'data-label' ? '' : of.getAttribute(name))).join(';');
            const checked = of.matches('label:has(:checked)') ? ' checked' : '';
            paths.set(of, path(of.parentElement) + '>' + of.tagName + '[' + own + ']' + checked);
          }
          return paths.get(of);
        };
        const hash = text => {
          let one = 0, other = 7;
          for (const sign of text) {
            one = Math.imul(one ^ sign.codePointAt(0), 0x01000193);
            other = Math.imul(other + sign.codePointAt(0), 31);
          }
          return one + ' ' + other;
        };
        window.wordsByKind = new Map();
        for (const some of document.body.querySelectorAll('*')) {
          const says = some.matches('input, select, textarea, button')
            || [...some.childNodes].some(node => node.nodeType === 3 && node.data.trim() !== '');
          if (says && some.checkVisibility()) {
            const kind = hash(path(some));
            if (!wordsByKind.has(kind)) wordsByKind.set(kind, []);
            wordsByKind.get(kind).push(some);
          }
        }
        return [...wordsByKind.keys()];
      }
      """;

  /// The kinds of words whose contrast was found good in this run, each with its scheme. Looking at
  /// the same kind again takes a third of a round and tells nothing new.
  private static final Set<String> READABLE = ConcurrentHashMap.newKeySet();

  /// Axe, as the browser’s own protocol takes it: half as long as by way of the page.
  private static final JsonObject AXE = axe();

  private final Page tab;
  private final CDPSession browser;
  private final List<String> console = new ArrayList<>();

  Inspection(Page tab) {
    this.tab = tab;
    browser = tab.context().newCDPSession(tab);
    tab.onConsoleMessage(this::hear);
    tab.onPageError(error -> console.add("script: " + error));
  }

  private static JsonObject axe() {
    var script = new JsonObject();
    script.addProperty("expression", AxeBuilder.getAxeScript() + ";0");
    return script;
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
    faults.addAll(contrast("dark"));
    tab.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    faults.addAll(zoomed());
    faults.addAll(heard());
    return faults;
  }

  /// What the words of another language can change: names, sideways scrolling as it is and at 200 %
  /// zoom, the console. How a page is made, colours, the first Tab and pages without scripts are
  /// the same in all languages.
  List<String> faultsOfWords() {
    var faults = new ArrayList<String>();
    ((List<?>) Objects.requireNonNull(tab.evaluate(WORDLESS)))
        .forEach(fault -> faults.add(String.valueOf(fault)));
    sideways(faults, "");
    faults.addAll(zoomed());
    faults.addAll(heard());
    return faults;
  }

  /// Violations that axe finds by all its rules, with the first elements of each. It comes once to
  /// a page, works out the places of what is wrong only, and does not fetch the style sheets anew,
  /// which none of its rules that are on by default reads: that saves half of the time of a round.
  List<String> axe(String scheme) {
    if (!Boolean.TRUE.equals(tab.evaluate("() => 'axe' in window"))) {
      browser.send("Runtime.evaluate", AXE);
    }
    var faults =
        new ArrayList<>(
            violations(
                """
                () => axe.run(document, {resultTypes: ['violations'], preload: false,
                  rules: {'color-contrast': {enabled: false}}})
                """,
                scheme,
                List.of()));
    faults.addAll(contrast(scheme));
    return faults;
  }

  /// Violations of the contrast by words of a kind that no round saw before in this scheme.
  private List<String> contrast(String scheme) {
    var kinds =
        ((List<?>) Objects.requireNonNull(tab.evaluate(KINDS)))
            .stream()
                .map(String::valueOf)
                .filter(kind -> !READABLE.contains(scheme + kind))
                .toList();
    if (kinds.isEmpty()) {
      return List.of();
    }
    var faults =
        violations(
            """
            kinds => axe.run(
              {include: kinds.flatMap(kind => wordsByKind.get(kind))},
              {resultTypes: ['violations'], preload: false, runOnly: ['color-contrast']})
            """,
            scheme,
            kinds);
    if (faults.isEmpty()) {
      kinds.forEach(kind -> READABLE.add(scheme + kind));
    }
    return faults;
  }

  private List<String> violations(String run, String scheme, List<String> asked) {
    var found =
        tab.evaluate(
            """
            async ([scheme, asked]) => (await (%s)(asked)).violations
              .map(rule => `axe, ${scheme}: ${rule.id} at `
                + rule.nodes.slice(0, 3).map(node => String(node.target)).join(' '))
            """
                .formatted(run.strip()),
            List.of(scheme, asked));
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
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
