package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The network goes away in the middle of a report: it is kept on the telephone and leaves by
/// itself.
@CityTest
class ReportingWithoutNetworkTest {
  @LocalServerPort int port;
  @Autowired JdbcClient sql;

  private void open(Page tab) {
    tab.navigate("http://localhost:" + port + "/fr/report/eclairage?place=place+du+march%C3%A9");
  }

  private static void send(Page tab, String words) {
    tab.locator("#words").fill(words);
    tab.locator("main")
        .getByRole(
            AriaRole.BUTTON,
            new com.microsoft.playwright.Locator.GetByRoleOptions().setName("Envoyer"))
        .click();
  }

  private int filed(String words) {
    return sql.sql("select count(*) from requests.report where words = :words")
        .param("words", words)
        .query(Integer.class)
        .single();
  }

  @Test
  void aReportLeavesByItselfWhenTheNetworkIsBack(Chromium.Running chromium) {
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      context.setOffline(true);
      send(tab, "Le réseau est parti.");
      assertThat(tab.locator("form [role=status]")).containsText("gardé sur ce téléphone");
      org.assertj.core.api.Assertions.assertThat(filed("Le réseau est parti.")).isZero();
      context.setOffline(false);
      assertThat(tab.locator("h1")).hasText("C’est envoyé");
      assertThat(tab.locator("h1")).isFocused();
      org.assertj.core.api.Assertions.assertThat(filed("Le réseau est parti.")).isOne();
    }
  }

  @Test
  void aKeptReportLeavesWhenThePageIsOpenedAgainAndOnce(Chromium.Running chromium) {
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      context.setOffline(true);
      send(tab, "Le téléphone a été éteint.");
      assertThat(tab.locator("form [role=status]")).containsText("gardé sur ce téléphone");
      tab.close();
      context.setOffline(false);
      var later = context.newPage();
      later.navigate("http://localhost:" + port + "/fr/report");
      assertThat(later.locator("h1")).hasText("C’est envoyé");
      later.navigate("http://localhost:" + port + "/fr/report");
      assertThat(later.locator("h1")).hasText("Signaler un problème");
      org.assertj.core.api.Assertions.assertThat(filed("Le téléphone a été éteint.")).isOne();
    }
  }

  @Test
  void aKeptReportLeavesFromAnyPageAndTakesNothingAwayThere(Chromium.Running chromium) {
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      context.setOffline(true);
      send(tab, "Parti d’une autre page.");
      assertThat(tab.locator("form [role=status]")).containsText("gardé sur ce téléphone");
      tab.close();
      context.setOffline(false);
      var later = context.newPage();
      later.navigate("http://localhost:" + port + "/fr/follow");
      assertThat(later.locator("[data-receipt] h2")).hasText("C’est envoyé");
      assertThat(later.locator("h1")).hasText("Suivre ma demande");
      org.assertj.core.api.Assertions.assertThat(filed("Parti d’une autre page.")).isOne();
    }
  }

  @Test
  void whatWasTypedIsThereAfterThePageWentAwayAndGoneOnceItLeft(Chromium.Running chromium) {
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      tab.locator("#words").pressSequentially("À moitié écrit");
      tab.reload();
      assertThat(tab.locator("#words")).hasValue("À moitié écrit");
      send(tab, "Écrit en entier.");
      assertThat(tab.locator("h1")).hasText("C’est envoyé");
      open(tab);
      assertThat(tab.locator("#words")).hasValue("");
    }
  }

  @Test
  void withTheNetworkThereWhatIsWrongIsToldAndThePicturesChosenStay(Chromium.Running chromium) {
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      tab.locator("#phone").fill("abc");
      send(tab, "Un numéro qui n’en est pas un.");
      assertThat(tab.locator("#phone-error")).isVisible();
      assertThat(tab.locator("#words")).hasValue("Un numéro qui n’en est pas un.");
      tab.locator("#phone").fill("0696 12 34 56");
      send(tab, "Un numéro qui en est un.");
      assertThat(tab.locator("h1")).hasText("C’est envoyé");
    }
  }

  @Test
  void aKeptReportThatIsRefusedWaitsForItsPersonAndCanBeErased(Chromium.Running chromium) {
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      context.setOffline(true);
      send(tab, "Le sujet sera fermé.");
      assertThat(tab.locator("form [role=status]")).containsText("gardé sur ce téléphone");
      tab.close();
      sql.sql("update requests.category set active = false where code = 'eclairage'").update();
      context.setOffline(false);
      var later = context.newPage();
      later.navigate("http://localhost:" + port + "/fr/report");
      assertThat(later.locator("#kept")).isVisible();
      assertThat(later.locator("h1")).hasText("Signaler un problème");
      later.locator("#kept").getByText("L’effacer").click();
      assertThat(later.locator("#kept")).isHidden();
      later.reload();
      assertThat(later.locator("#kept")).isHidden();
    } finally {
      sql.sql("update requests.category set active = true where code = 'eclairage'").update();
    }
    org.assertj.core.api.Assertions.assertThat(filed("Le sujet sera fermé.")).isZero();
  }

  @Test
  void aLargePictureLeavesSmaller(Chromium.Running chromium) throws IOException {
    var noise = new BufferedImage(2400, 1800, BufferedImage.TYPE_INT_RGB);
    var random = new Random(7);
    for (int x = 0; x < noise.getWidth(); x++) {
      for (int y = 0; y < noise.getHeight(); y++) {
        noise.setRGB(x, y, random.nextInt(1 << 24));
      }
    }
    var file = new ByteArrayOutputStream();
    ImageIO.write(noise, "jpg", file);
    try (var context = chromium.telephone(true)) {
      var tab = context.newPage();
      open(tab);
      tab.locator("#photo")
          .setInputFiles(new FilePayload("p.jpg", "image/jpeg", file.toByteArray()));
      var sent =
          tab.waitForRequest(
              request -> request.method().equals("POST"), () -> send(tab, "Une grande photo."));
      assertThat(tab.locator("h1")).hasText("C’est envoyé");
      var length = Long.parseLong(sent.allHeaders().getOrDefault("content-length", "0"));
      org.assertj.core.api.Assertions.assertThat(length)
          .isGreaterThan(10_000)
          .isLessThan(file.size() * 2L / 3);
    }
  }
}
