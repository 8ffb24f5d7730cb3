package org.foyal.shell;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Somebody at an address that no other test sends from: what is counted by sender is theirs alone.
public final class Visitor {
  private final MockMvcTester web;
  private final String address =
      "198.51.%d.%d"
          .formatted(
              ThreadLocalRandom.current().nextInt(250), ThreadLocalRandom.current().nextInt(250));

  public Visitor(MockMvcTester web) {
    this.web = web;
  }

  private RequestPostProcessor here() {
    return request -> {
      request.setRemoteAddr(address);
      return request;
    };
  }

  /// Opens a page.
  public MvcTestResult get(String page) {
    return web.get().uri(page).with(here()).exchange();
  }

  /// Sends a form.
  public MvcTestResult post(String page, Map<String, String> fields) {
    var request = web.post().uri(page).with(here());
    fields.forEach(request::param);
    return request.exchange();
  }
}
