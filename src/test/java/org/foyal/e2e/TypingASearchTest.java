package org.foyal.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.foyal.territory.search.SearchedCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A person types the beginning of a street, chooses it with the keyboard, and is there.
@SearchedCity
@ExtendWith(Chromium.class)
class TypingASearchTest {
  @LocalServerPort int port;

  @Test
  void answersAppearWhileTypingAndTheKeyboardChooses(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(true)) {
      var tab = home(telephone.newPage());
      var field = tab.getByRole(AriaRole.COMBOBOX);
      field.pressSequentially("av maurice bi");
      var answer =
          tab.getByRole(
              AriaRole.OPTION,
              new Page.GetByRoleOptions().setName(Pattern.compile("Avenue Maurice Bishop")));
      assertThat(answer).isVisible();
      assertThat(tab.getByRole(AriaRole.STATUS)).containsText("Réponses : 1.");
      assertThat(new Inspection(tab).axe("light")).isEmpty();

      field.press("ArrowDown");
      assertThat(answer).hasAttribute("aria-selected", "true");
      assertThat(field).hasAttribute("aria-activedescendant", "answer-0");
      field.press("Escape");
      assertThat(answer).isHidden();
      assertThat(field).hasValue("av maurice bi");

      field.press("ArrowDown");
      assertThat(answer).isVisible();
      field.press("ArrowDown");
      field.press("Enter");
      tab.waitForURL("**/fr/streets/97209-avenue-maurice-bishop");
    }
  }

  @Test
  void enterWithoutAChoiceSendsTheForm(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(true)) {
      var tab = home(telephone.newPage());
      tab.getByRole(AriaRole.COMBOBOX).fill("lamartine");
      tab.getByRole(AriaRole.COMBOBOX).press("Enter");
      tab.waitForURL("**/fr/search?q=lamartine");
      assertThat(tab.getByRole(AriaRole.MAIN)).containsText("Rue Lamartine");
    }
  }

  @Test
  void withoutScriptsTheFormIsSentAllTheSame(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(false)) {
      var tab = home(telephone.newPage());
      tab.getByRole(AriaRole.SEARCHBOX).fill("lamartine");
      tab.getByRole(AriaRole.SEARCHBOX).press("Enter");
      tab.waitForURL("**/fr/search?q=lamartine");
      assertThat(tab.getByRole(AriaRole.MAIN)).containsText("Rue Lamartine");
    }
  }

  @Test
  void oneLetterAsksNothing(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(true)) {
      var tab = telephone.newPage();
      var asked = asked(tab);
      var field = home(tab).getByRole(AriaRole.COMBOBOX);
      field.fill("l");
      tab.waitForTimeout(400);
      field.fill("la");
      assertThat(tab.getByRole(AriaRole.LISTBOX)).isVisible();
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void aPersonWhoSavesDataTypesInAPlainField(Chromium.Running chromium) {
    try (var telephone = chromium.telephone(true)) {
      telephone.addInitScript(
          "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
      var tab = telephone.newPage();
      assertThat(home(tab).getByRole(AriaRole.SEARCHBOX)).isVisible();
      assertThat(tab.getByRole(AriaRole.COMBOBOX)).hasCount(0);
    }
  }

  private static List<String> asked(Page tab) {
    var asked = new ArrayList<String>();
    tab.onRequest(request -> {
      if (request.url().contains("/api/search")) {
        asked.add(request.url());
      }
    });
    return asked;
  }

  private Page home(Page tab) {
    tab.navigate("http://localhost:" + port + "/fr/");
    return tab;
  }
}
