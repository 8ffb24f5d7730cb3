package org.foyal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A resident's first visit costs little: everything that came over the wire, headers, typeface and
/// pictures included, as the browser itself counts it.
@CityTest
class FirstVisitTest {
  private static final long BUDGET_bytes = 60_000;

  @LocalServerPort int port;

  /// Counts what a tab receives from now on.
  private static AtomicLong meter_bytes(BrowserContext visitor, Page tab) {
    var received = new AtomicLong();
    var wire = visitor.newCDPSession(tab);
    wire.on(
        "Network.loadingFinished",
        (JsonObject event) -> received.addAndGet(event.get("encodedDataLength").getAsLong()));
    wire.send("Network.enable");
    return received;
  }

  @Test
  void homeThenSearchThenAnAreaStaysWithinItsBudget(Chromium.Running chromium) {
    try (var visitor = chromium.telephone(true)) {
      var tab = visitor.newPage();
      var received_bytes = meter_bytes(visitor, tab);
      tab.navigate("http://localhost:" + port + "/fr/");
      tab.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      search(tab);
      tab.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      System.out.println("first visit: " + received_bytes.get() + " bytes over the wire");
      assertThat(received_bytes.get()).isBetween(1_000L, BUDGET_bytes);
    }
  }

  @Test
  void reportingAProblemFromTheFirstPageToTheReceiptStaysWithinItsBudget(
      Chromium.Running chromium) {
    try (var visitor = chromium.telephone(true)) {
      var tab = visitor.newPage();
      var received_bytes = meter_bytes(visitor, tab);
      tab.navigate("http://localhost:" + port + "/fr/report?q=lampe");
      tab.locator("main ul.plain a").first().click();
      tab.locator("#street").fill("victor hugo");
      tab.locator("main form button").first().click();
      tab.locator("main ul.plain a").first().click();
      tab.locator("#words").fill("Il fait noir.");
      tab.locator("main form[method=post] button").first().click();
      tab.locator("dl dd strong").first().waitFor();
      tab.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      System.out.println("reporting: " + received_bytes.get() + " bytes over the wire");
      assertThat(received_bytes.get()).isBetween(1_000L, BUDGET_bytes);
    }
  }

  /// As far as the house has rooms for it: the search of the front page, then its first answer.
  private static void search(Page tab) {
    var field = tab.locator("main form input[type=search]").first();
    if (field.count() == 0) {
      return;
    }
    field.fill("a");
    field.press("Enter");
    tab.waitForLoadState();
    var answer = tab.locator("main ol a, main ul a").first();
    if (answer.count() > 0) {
      answer.click();
      tab.waitForLoadState();
    }
  }

  @Test
  void aPlantedHeavyPictureIsCounted(Chromium.Running chromium) {
    try (var visitor = chromium.telephone(true)) {
      var tab = visitor.newPage();
      var received_bytes = meter_bytes(visitor, tab);
      tab.navigate("http://localhost:" + port + "/fr/");
      tab.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      long page_bytes = received_bytes.get();
      tab.route("**/planted.svg", FirstVisitTest::heavy);
      tab.evaluate(
          "() => new Promise(done => { const i = new Image(); i.onload = i.onerror = done; i.src = '/planted.svg' })");
      tab.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
      assertThat(received_bytes.get() - page_bytes).isGreaterThan(BUDGET_bytes);
    }
  }

  private static void heavy(Route route) {
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType("image/svg+xml")
            .setBody("<svg xmlns='http://www.w3.org/2000/svg'>" + " ".repeat(70_000) + "</svg>"));
  }
}
