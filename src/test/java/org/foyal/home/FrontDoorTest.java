package org.foyal.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.foyal.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@HouseTest
class FrontDoorTest {
  @Autowired MockMvcTester web;

  @Test
  void theBareAddressLeadsToTheBrowsersLanguage() {
    assertThat(web.get().uri("/").header("Accept-Language", "gcf, fr;q=0.5"))
        .hasStatus(302)
        .redirectedUrl()
        .isEqualTo("/gcf/");
  }

  @Test
  void aBrowserThatAsksForNothingReadsFrench() {
    assertThat(web.get().uri("/")).redirectedUrl().isEqualTo("/fr/");
  }
}
