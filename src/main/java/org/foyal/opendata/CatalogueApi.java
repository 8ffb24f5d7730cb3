package org.foyal.opendata;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.foyal.shell.Freshness;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;

/// The door to the catalogue, for portals that gather catalogues.
@Controller
class CatalogueApi {
  private final OpenData data;
  private final Freshness freshness;
  private final ShellSettings settings;
  private final Words words;

  CatalogueApi(OpenData data, Freshness freshness, ShellSettings settings, Words words) {
    this.data = data;
    this.freshness = freshness;
    this.settings = settings;
    this.words = words;
  }

  @GetMapping("/data/catalog.ttl")
  void turtle(ServletWebRequest request, HttpServletResponse response) throws IOException {
    write(RDFFormat.TURTLE, request, response);
  }

  @GetMapping("/data/catalog.jsonld")
  void jsonLd(ServletWebRequest request, HttpServletResponse response) throws IOException {
    write(RDFFormat.JSONLD, request, response);
  }

  private void write(RDFFormat format, ServletWebRequest request, HttpServletResponse response)
      throws IOException {
    if (freshness.unchanged(request, data.version(), data.changedAt())) {
      return;
    }
    response.setContentType(format.getDefaultMIMEType() + ";charset=UTF-8");
    response.setHeader("Access-Control-Allow-Origin", "*");
    var catalogue = Catalogue.of(data.list(), settings.title(), settings.publicAddress(), words);
    Rio.write(catalogue, response.getOutputStream(), format);
  }
}
