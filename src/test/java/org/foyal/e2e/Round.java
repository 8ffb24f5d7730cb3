package org.foyal.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A round through pages of the house at a small telephone, with scripts and without; what is wrong
/// with any of them is gathered in words.
final class Round implements AutoCloseable {
  private static final String LINKS =
      """
      (page, matching) => [...page.querySelectorAll('a[href]:not([download])')]
        .map(a => new URL(a.getAttribute('href'), location.href))
        .filter(to => to.origin === location.origin && new RegExp(matching).test(to.pathname))
        .map(to => to.pathname + to.search)
      """;

  private final String site;
  private final Page tab;
  private final Page plain;
  private final Inspection inspection;
  private final List<String> faults = new ArrayList<>();

  private Round(String site, Page tab, Page plain) {
    this.site = site;
    this.tab = tab;
    this.plain = plain;
    this.inspection = new Inspection(tab);
  }

  /// A round of somebody whom nobody knows yet.
  static Round begin(Chromium.Running chromium, int port) {
    return new Round(
        "http://localhost:" + port,
        chromium.telephone(true).newPage(),
        chromium.telephone(false).newPage());
  }

  /// The tab with scripts, which shows the page looked at last.
  Page tab() {
    return tab;
  }

  /// The tab without scripts.
  Page plain() {
    return plain;
  }

  /// What was wrong so far.
  List<String> faults() {
    return faults;
  }

  /// Opens a page in the tab with scripts.
  void open(String address) {
    tab.navigate(site + address);
  }

  /// Signs in as the demonstration offers it, without scripts; both tabs are that person's.
  void tryAs(String role) {
    plain.navigate(site + "/fr/staff/sign-in");
    plain.locator("button[name=role][value=" + role + "]").click();
    tab.context().addCookies(plain.context().cookies());
  }

  /// Looks at a page and answers the links on it whose addresses match. Files offered for download
  /// are no pages.
  List<String> look(String address, String links) {
    return visit(
        address,
        links,
        () -> {
          lookHere(address);
          sameWithoutScripts(address);
        });
  }

  /// Looks at what the words of another language than French can change of a page.
  List<String> read(String address, String links) {
    return visit(
        address,
        links,
        () -> inspection.faultsOfWords().forEach(fault -> faults.add(address + " " + fault)));
  }

  private List<String> visit(String address, String links, Runnable look) {
    var answer = tab.navigate(site + address);
    if (answer == null || answer.status() != 200) {
      faults.add(address + " answers " + (answer == null ? "nothing" : answer.status()));
      inspection.heard();
      return List.of();
    }
    look.run();
    return linksHere(links);
  }

  /// Passes by a page whose like is looked at elsewhere: it opens. Answers its links. The page is
  /// fetched and not drawn, which takes a tenth of the time.
  List<String> pass(String address, String links) {
    if (!tab.url().startsWith(site)) {
      return visit(address, links, inspection::heard);
    }
    var fetched =
        (Map<?, ?>)
            tab.evaluate(
                """
                async ([address, matching]) => {
                  const answer = await fetch(address);
                  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
                  return {status: answer.status, links: (%s)(page, matching)};
                }
                """
                    .formatted(LINKS),
                List.of(address, links));
    inspection.heard();
    if (!Integer.valueOf(200).equals(fetched.get("status"))) {
      faults.add(address + " answers " + fetched.get("status"));
    }
    return words(Objects.requireNonNull(fetched.get("links")));
  }

  /// Looks at the page that the tab shows, which an act led to.
  void lookHere(String name) {
    inspection.faults().forEach(fault -> faults.add(name + " " + fault));
  }

  /// Forgets what the console said, where an answer was meant to be a refusal.
  void forgive() {
    inspection.heard();
  }

  /// The page of the tab says the same without scripts. It is fetched and read, not drawn, which
  /// takes a tenth of the time.
  void sameWithoutScripts(String name) {
    var headings =
        (Map<?, ?>)
            tab.evaluate(
                """
                async () => {
                  const words = page => [...page.querySelectorAll('h1')]
                    .map(h1 => h1.textContent.replace(/\\s+/g, ' ').trim());
                  const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
                  const plain = new DOMParser().parseFromString(await answer.text(), 'text/html');
                  return {shown: words(document), plain: words(plain)};
                }
                """);
    var shown = words(Objects.requireNonNull(headings.get("shown")));
    var plainly = words(Objects.requireNonNull(headings.get("plain")));
    if (shown.size() != 1 || !shown.equals(plainly)) {
      faults.add(name + " without scripts: " + plainly + ", with them: " + shown);
    }
  }

  private List<String> linksHere(String matching) {
    return words(tab.evaluate("matching => (%s)(document, matching)".formatted(LINKS), matching));
  }

  private static List<String> words(Object found) {
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    tab.context().close();
    plain.context().close();
  }
}
