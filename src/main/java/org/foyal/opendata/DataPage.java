package org.foyal.opendata;

import java.net.URI;
import java.util.List;
import org.foyal.shell.Freshness;
import org.foyal.shell.ShellSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/// The web door: what there is, under what licence, in what formats, and how to cite it.
@Controller
class DataPage {
  private final OpenData data;
  private final Freshness freshness;
  private final ShellSettings settings;

  DataPage(OpenData data, Freshness freshness, ShellSettings settings) {
    this.data = data;
    this.freshness = freshness;
    this.settings = settings;
  }

  /// What the page shows.
  record View(List<Extract> extracts, URI address) {}

  @GetMapping("/data")
  @Nullable ModelAndView show(ServletWebRequest request) {
    if (freshness.unchanged(request, data.version(), data.changedAt())) {
      return null;
    }
    return new ModelAndView("opendata/data")
        .addObject("view", new View(data.list(), settings.publicAddress()));
  }
}
