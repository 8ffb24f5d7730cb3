package org.foyal.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A promise is said to be kept at the desk, with its proof; residents read it at once; the
/// committee meets, decides and signs.
@CityTest
class KeepingAPromiseInPublicTest {
  private static final String AGREEMENT = "/agreements/convention-2018";
  private static final String PROMISE = "/commitments/fablab-solidaire";
  private static final String PROOF = "https://example.org/inauguration";
  private static final String WHY = "Le FabLab reçoit le public depuis l’automne.";
  private static final String DECISION = "Ouvrir le FabLab un soir par semaine.";

  @LocalServerPort int port;
  @Autowired ShellSettings shell;
  @Autowired Clock clock;

  @Test
  void fromTheDeskToTheReportThatIsSigned(Chromium.Running chromium) throws IOException {
    try (var desk = Round.begin(chromium, port);
        var telephone = chromium.telephone(false)) {
      var home = telephone.newPage();
      desk.tryAs("admin");
      proveAndDeclare(desk);
      readAtHome(home);
      meetAndDecide(desk);
      report(desk);
      home.navigate(site(AGREEMENT + "/decisions"));
      assertThat(home.locator("main").innerText()).contains(DECISION);
      assertThat(desk.faults()).isEmpty();
    }
  }

  private static void proveAndDeclare(Round desk) {
    var tab = desk.tab();
    desk.open("/fr/staff" + PROMISE);
    opened(tab, "Ajouter une preuve");
    tab.locator("#proofFr").fill("Annonce de l’ouverture");
    tab.locator("#address").fill(PROOF);
    press(tab, "Ajouter");
    assertThat(tab.locator(".done").innerText()).contains("La preuve est ajoutée");
    tab.locator("input[name=declared][value=KEPT]").check();
    tab.locator("#keptOn").fill("2018-10-01");
    tab.locator("#whyFr").fill(WHY);
    press(tab, "Publier cet état");
    assertThat(tab.locator(".done").innerText()).contains("L’état est enregistré");
  }

  private String site(String address) {
    return "http://localhost:" + port + "/fr" + address;
  }

  /// Without scripts, at a small telephone.
  private void readAtHome(Page tab) {
    tab.navigate(site("/agreements?agreement=convention-2018&theme=making"));
    var promise = tab.locator("ul.promises > li").filter(aboutIt());
    assertThat(promise.innerText()).contains("Tenu");
    tab.navigate(site("/agreements/changes"));
    var change = tab.locator("ul.history > li").filter(aboutIt());
    assertThat(change.innerText()).contains(WHY);
    tab.navigate(site(PROMISE));
    assertThat(tab.locator("a[href='" + PROOF + "']").count()).isOne();
  }

  private static Locator.FilterOptions aboutIt() {
    return new Locator.FilterOptions().setHasText("FabLab");
  }

  private void meetAndDecide(Round desk) {
    var tab = desk.tab();
    var today = LocalDate.ofInstant(clock.instant(), shell.timeZone());
    desk.open("/fr/staff" + AGREEMENT + "/meetings");
    tab.locator("#heldOn").fill(today.toString());
    tab.locator("#place").fill("Hôtel de ville");
    press(tab, "Prévoir");
    opened(tab, "Noter une décision");
    tab.locator("#textFr").fill(DECISION);
    tab.locator("#owner").selectOption("orange");
    tab.locator("#dueOn").fill(today.plusDays(30).toString());
    press(tab, "Enregistrer");
    desk.lookHere("a meeting with a decision");
    press(tab, "La réunion est tenue");
    assertThat(tab.locator(".lead").innerText()).contains("Tenue");
  }

  private static void report(Round desk) throws IOException {
    var tab = desk.tab();
    var download = tab.waitForDownload(() -> tab.locator("a[href$='/report.pdf']").first().click());
    assertThat(download.suggestedFilename()).startsWith("comite-").endsWith(".pdf");
    try (var paper = Loader.loadPDF(download.path().toFile())) {
      assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s+", " ")).contains(DECISION);
    }
    tab.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lire le compte rendu"))
        .click();
    assertThat(tab.locator("main").innerText()).contains(DECISION, "Signatures");
    desk.lookHere("a report to sign");
  }

  private static void opened(Page tab, String summary) {
    tab.locator("summary").filter(new Locator.FilterOptions().setHasText(summary)).first().click();
  }

  private static void press(Page tab, String words) {
    tab.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words).setExact(true))
        .first()
        .click();
  }
}
