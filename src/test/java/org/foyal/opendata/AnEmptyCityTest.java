package org.foyal.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.foyal.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A house of its own, in which nothing was ever brought or written.
@HouseTest
@TestPropertySource(properties = "foyal.shell.city-name=Ville vide")
@DirtiesContext
class AnEmptyCityTest {
  @Autowired MockMvcTester web;

  @Test
  void publishesAnEmptyCatalogueAndSaysSo() throws IOException {
    assertThat(web.get().uri("/fr/data")).bodyText().contains("Aucune donnée n’est encore chargée");
    var catalogue =
        web.get().uri("/data/catalog.ttl").exchange().getResponse().getContentAsByteArray();
    var model = Rio.parse(new ByteArrayInputStream(catalogue), "", RDFFormat.TURTLE);
    assertThat(model.filter(null, DCAT.HAS_DATASET, null)).isEmpty();
    assertThat(web.get().uri("/data/areas.csv")).hasStatus(404);
    assertThat(web.get().uri("/data/commitments.csv")).hasStatus(404);
  }

  @Test
  void promisesNothingAndSaysSo() {
    assertThat(web.get().uri("/fr/agreements"))
        .bodyText()
        .contains("Aucun engagement n’est encore saisi");
    assertThat(web.get().uri("/fr/")).bodyText().doesNotContain("ont promis");
  }
}
