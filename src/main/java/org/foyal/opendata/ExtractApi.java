package org.foyal.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.foyal.shell.Freshness;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Territory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/// The door to the files: each names its licence and its description in `Link` headers.
@Controller
class ExtractApi {
  private final OpenData data;
  private final Territory territory;
  private final Freshness freshness;
  private final Pages pages;
  private final ShellSettings settings;

  ExtractApi(
      OpenData data,
      Territory territory,
      Freshness freshness,
      Pages pages,
      ShellSettings settings) {
    this.data = data;
    this.territory = territory;
    this.freshness = freshness;
    this.pages = pages;
    this.settings = settings;
  }

  @GetMapping("/data/{name:[a-z]+}.{extension:csv|geojson}")
  void file(
      @PathVariable String name,
      @PathVariable String extension,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    var format = Format.valueOf(extension.toUpperCase(Locale.ROOT));
    var found = find(name);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (freshness.unchanged(request, territory.version(), territory.changedAt())) {
      return;
    }
    var extract = found.get();
    response.setContentType(format.contentType());
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "." + extension + "\"");
    extract
        .licence()
        .ifPresent(known ->
            response.addHeader(HttpHeaders.LINK, "<" + known.address() + ">; rel=\"license\""));
    response.addHeader(
        HttpHeaders.LINK,
        "<"
            + settings.publicAddress()
            + "/data/catalog.ttl>; rel=\"describedby\"; type=\"text/turtle\"");
    var page = pages.of(request.getRequest());
    data.write(extract, format, page.say("opendata.derived"), response.getOutputStream());
  }

  private Optional<Extract> find(String name) {
    return Dataset.find(name)
        .flatMap(dataset ->
            data.list().stream().filter(extract -> extract.dataset() == dataset).findFirst());
  }
}
