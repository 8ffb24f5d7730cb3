package org.foyal.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;

/// A round through pages of the house at a small telephone, with scripts and without; what is wrong
/// with any of them is gathered in words.
final class Round implements AutoCloseable {
  /// Enough to read headings and links.
  private static final Page.NavigateOptions QUICK =
      new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED);

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
    return links(tab, links);
  }

  /// Passes by a page whose like was looked at, without scripts: it opens. Answers its links.
  List<String> pass(String address, String links) {
    var answer = plain.navigate(site + address, QUICK);
    if (answer == null || answer.status() != 200) {
      faults.add(address + " answers " + (answer == null ? "nothing" : answer.status()));
      return List.of();
    }
    return links(plain, links);
  }

  /// Looks at the page that the tab shows, which an act led to.
  void lookHere(String name) {
    inspection.faults().forEach(fault -> faults.add(name + " " + fault));
  }

  /// Forgets what the console said, where an answer was meant to be a refusal.
  void forgive() {
    inspection.heard();
  }

  /// Shows the page of the tab without scripts too.
  void sameWithoutScripts(String name) {
    plain.navigate(tab.url(), QUICK);
    var heading = tab.locator("h1").allInnerTexts();
    var plainHeading = plain.locator("h1").allInnerTexts();
    if (heading.size() != 1 || !heading.equals(plainHeading)) {
      faults.add(name + " without scripts: " + plainHeading + ", with them: " + heading);
    }
  }

  private static List<String> links(Page page, String matching) {
    var found =
        page.evaluate(
            """
            matching => [...document.querySelectorAll('a[href]:not([download])')]
              .filter(a => a.origin === location.origin && new RegExp(matching).test(a.pathname))
              .map(a => a.pathname + a.search)
            """,
            matching);
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  @Override
  public void close() {
    tab.context().close();
    plain.context().close();
  }
}
