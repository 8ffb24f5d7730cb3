package org.foyal.shell.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/// The hasty are asked to wait and told how long; nobody pays for another.
class TurnstileTest {
  private final Turnstile turnstile =
      new Turnstile(
          new Binder(
                  new MapConfigurationPropertySource(
                      Map.of(
                          "foyal.shell.pages-per-minute", "2",
                          "foyal.shell.forms-per-minute", "1")))
              .bindOrCreate("foyal.shell", ShellSettings.class));

  private MockHttpServletResponse ask(String method, String path, String sender)
      throws ServletException, IOException {
    var request = new MockHttpServletRequest(method, path);
    request.setRemoteAddr(sender);
    var response = new MockHttpServletResponse();
    turnstile.doFilter(request, response, new MockFilterChain());
    return response;
  }

  @Test
  void whoAsksTooOftenWaitsAndOthersDoNot() throws ServletException, IOException {
    assertThat(ask("GET", "/fr/", "203.0.113.7").getStatus()).isEqualTo(200);
    assertThat(ask("GET", "/fr/", "203.0.113.7").getStatus()).isEqualTo(200);
    var third = ask("GET", "/fr/", "203.0.113.7");
    assertThat(third.getStatus()).isEqualTo(429);
    assertThat(Integer.parseInt(String.valueOf(third.getHeader("Retry-After")))).isBetween(1, 60);
    assertThat(ask("GET", "/fr/", "203.0.113.8").getStatus()).isEqualTo(200);
    assertThat(ask("GET", "/assets/1/shell/foyal.css", "203.0.113.7").getStatus()).isEqualTo(200);
  }

  @Test
  void formsAreCountedApartFromPages() throws ServletException, IOException {
    assertThat(ask("POST", "/fr/", "203.0.113.7").getStatus()).isEqualTo(200);
    assertThat(ask("POST", "/fr/", "203.0.113.7").getStatus()).isEqualTo(429);
    assertThat(ask("GET", "/fr/", "203.0.113.7").getStatus()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
    "2001:db8:1:2:ffff:4:5:6, 2001:db8:1:2"
  })
  void aSenderIsAnAddressOrASubscribersBlock(String address, String sender) {
    assertThat(Sender.of(address)).isEqualTo(sender);
  }
}
