package org.foyal.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foyal.shell.Freshness;
import org.foyal.shell.Pages;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;

/// The door to the files: each names its licence and its description in `Link` headers.
@Controller
class ExtractApi {
  private final OpenData data;
  private final Freshness freshness;
  private final Pages pages;
  private final ShellSettings settings;
  private final Words words;

  ExtractApi(OpenData data, Freshness freshness, Pages pages, ShellSettings settings, Words words) {
    this.data = data;
    this.freshness = freshness;
    this.pages = pages;
    this.settings = settings;
    this.words = words;
  }

  @GetMapping("/data/{name:[a-z]+}.{extension:csv|geojson|json}")
  void file(
      @PathVariable String name,
      @PathVariable String extension,
      ServletWebRequest request,
      HttpServletResponse response)
      throws IOException {
    var format = Format.valueOf(extension.toUpperCase(Locale.ROOT));
    var found = find(name).filter(extract -> extract.dataset().formats().contains(format));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (freshness.unchanged(request, data.version(), data.changedAt())) {
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

  /// The columns of a data set as a Table Schema (Frictionless), by which programs check its CSV.
  @GetMapping("/data/{name:[a-z]+}.schema.json")
  ResponseEntity<Map<String, Object>> schema(@PathVariable String name, ServletWebRequest request) {
    var language = pages.of(request.getRequest()).language();
    return Dataset.find(name)
        .map(dataset ->
            ResponseEntity.ok()
                .header("Access-Control-Allow-Origin", "*")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(TableSchema.of(dataset, language, words)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Optional<Extract> find(String name) {
    return Dataset.find(name)
        .flatMap(dataset ->
            data.list().stream().filter(extract -> extract.dataset() == dataset).findFirst());
  }
}
