package org.foyal.opendata;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;

/// Draws up the catalogue as DCAT-AP 3 has it: the catalogue, its data sets, their files, and the
/// services that answer questions.
final class Catalogue {
  private static final String EUROPE = "http://publications.europa.eu/resource/authority/";
  private static final String IANA = "https://www.iana.org/assignments/media-types/";
  private static final ValueFactory RDF_OF = SimpleValueFactory.getInstance();

  private final Model model = new LinkedHashModel();
  private final Words words;
  private final String address;
  private final IRI publisher;

  private Catalogue(Words words, URI address) {
    this.words = words;
    this.address = address.toString().replaceAll("/+$", "");
    publisher = iri("/data/catalog#publisher");
  }

  /// The catalogue of these extracts.
  ///
  /// @param publisherName who publishes: the city
  static Model of(List<Extract> extracts, String publisherName, URI address, Words words) {
    var catalogue = new Catalogue(words, address);
    catalogue.head(publisherName, extracts);
    extracts.forEach(catalogue::dataset);
    return catalogue.model;
  }

  private void head(String publisherName, List<Extract> extracts) {
    model.setNamespace(DCAT.NS);
    model.setNamespace(DCTERMS.NS);
    model.setNamespace(FOAF.NS);
    model.setNamespace(XSD.NS);
    model.add(publisher, RDF.TYPE, FOAF.AGENT);
    model.add(publisher, FOAF.NAME, RDF_OF.createLiteral(publisherName));
    var catalogue = iri("/data/catalog");
    model.add(catalogue, RDF.TYPE, DCAT.CATALOG);
    say(catalogue, DCTERMS.TITLE, "opendata.catalogue", publisherName);
    say(catalogue, DCTERMS.DESCRIPTION, "opendata.catalogue.about", publisherName);
    model.add(catalogue, DCTERMS.PUBLISHER, publisher);
    model.add(catalogue, DCTERMS.LANGUAGE, europe("language/FRA"));
    model.add(catalogue, DCTERMS.LANGUAGE, europe("language/ENG"));
    model.add(catalogue, DCAT.THEME_TAXONOMY, europe("data-theme"));
    model.add(catalogue, FOAF.HOMEPAGE, iri("/fr/data"));
    extracts.stream()
        .map(Extract::modified)
        .max(Instant::compareTo)
        .ifPresent(at -> date(catalogue, DCTERMS.MODIFIED, at));
    extracts.forEach(extract -> model.add(catalogue, DCAT.HAS_DATASET, iri(extract)));
    for (var service : Endpoint.values()) {
      service(catalogue, service);
    }
  }

  private void service(IRI catalogue, Endpoint service) {
    var one = iri(service.path() + "#service");
    model.add(catalogue, DCAT.HAS_SERVICE, one);
    model.add(one, RDF.TYPE, DCAT.DATA_SERVICE);
    say(one, DCTERMS.TITLE, service.words());
    say(one, DCTERMS.DESCRIPTION, service.words() + ".about");
    model.add(one, DCTERMS.PUBLISHER, publisher);
    model.add(one, DCAT.ENDPOINT_URL, iri(service.path()));
    model.add(one, DCAT.ENDPOINT_DESCRIPTION, iri(service.description()));
    model.add(one, DCTERMS.CONFORMS_TO, RDF_OF.createIRI(service.standard()));
    model.add(one, DCTERMS.ACCESS_RIGHTS, europe("access-right/PUBLIC"));
  }

  private void dataset(Extract extract) {
    var dataset = iri(extract);
    var word = extract.dataset().word();
    model.add(dataset, RDF.TYPE, DCAT.DATASET);
    say(dataset, DCTERMS.TITLE, "opendata." + word);
    say(dataset, DCTERMS.DESCRIPTION, "opendata." + word + ".about");
    model.add(dataset, DCTERMS.PUBLISHER, publisher);
    model.add(dataset, DCTERMS.IDENTIFIER, RDF_OF.createLiteral(dataset.stringValue()));
    model.add(dataset, DCAT.THEME, europe("data-theme/" + theme(extract.dataset())));
    model.add(dataset, DCTERMS.ACCRUAL_PERIODICITY, europe("frequency/IRREG"));
    model.add(dataset, DCTERMS.ACCESS_RIGHTS, europe("access-right/PUBLIC"));
    model.add(dataset, DCAT.LANDING_PAGE, iri("/fr/data#" + word));
    say(dataset, DCAT.KEYWORD, "opendata." + word);
    labelled(dataset, DCTERMS.PROVENANCE, DCTERMS.PROVENANCE_STATEMENT, extract.sourcesInWords());
    date(dataset, DCTERMS.ISSUED, extract.issued());
    date(dataset, DCTERMS.MODIFIED, extract.modified());
    temporal(dataset, extract);
    for (var format : extract.dataset().formats()) {
      distribution(dataset, extract, format);
    }
  }

  private static String theme(Dataset dataset) {
    if (dataset.promises()) {
      return "GOVE";
    }
    return dataset.training() ? "EDUC" : "REGI";
  }

  /// What time the data speaks of: the year of the scores, else the days on which it was loaded.
  private void temporal(IRI dataset, Extract extract) {
    BNode period = RDF_OF.createBNode();
    model.add(dataset, DCTERMS.TEMPORAL, period);
    model.add(period, RDF.TYPE, DCTERMS.PERIOD_OF_TIME);
    day(period, DCAT.START_DATE, extract.firstDay());
    day(period, DCAT.END_DATE, extract.lastDay());
  }

  private void distribution(IRI dataset, Extract extract, Format format) {
    var path = "/data/" + extract.dataset().word() + "." + format.extension();
    var file = iri(path);
    var distribution = iri(path + "#distribution");
    model.add(dataset, DCAT.HAS_DISTRIBUTION, distribution);
    model.add(distribution, RDF.TYPE, DCAT.DISTRIBUTION);
    model.add(distribution, DCAT.ACCESS_URL, file);
    model.add(distribution, DCAT.DOWNLOAD_URL, file);
    say(distribution, DCTERMS.TITLE, "opendata.file", format.name());
    model.add(distribution, DCTERMS.FORMAT, europe("file-type/" + format.fileType()));
    model.add(distribution, DCAT.MEDIA_TYPE, RDF_OF.createIRI(IANA + format.mediaType()));
    if (format == Format.CSV) {
      model.add(
          distribution,
          DCTERMS.CONFORMS_TO,
          iri("/data/" + extract.dataset().word() + ".schema.json"));
    }
    date(distribution, DCTERMS.ISSUED, extract.issued());
    date(distribution, DCTERMS.MODIFIED, extract.modified());
    model.add(
        distribution,
        DCAT.BYTE_SIZE,
        RDF_OF.createLiteral(Long.toString(extract.bytes(format)), XSD.NON_NEGATIVE_INTEGER));
    extract
        .licence()
        .ifPresentOrElse(
            known -> licence(distribution, known),
            () ->
                labelled(
                    distribution,
                    DCTERMS.RIGHTS,
                    DCTERMS.RIGHTS_STATEMENT,
                    extract.licencesInWords()));
  }

  private void licence(IRI distribution, Licence known) {
    var document = RDF_OF.createIRI(known.address().toString());
    model.add(distribution, DCTERMS.LICENSE, document);
    model.add(document, RDF.TYPE, DCTERMS.LICENSE_DOCUMENT);
    model.add(document, DCTERMS.TITLE, RDF_OF.createLiteral(known.title()));
  }

  private void labelled(IRI of, IRI property, IRI type, String label) {
    BNode node = RDF_OF.createBNode();
    model.add(of, property, node);
    model.add(node, RDF.TYPE, type);
    model.add(node, RDFS.LABEL, RDF_OF.createLiteral(label));
  }

  private void say(IRI of, IRI property, String key, Object... arguments) {
    for (var language : Language.values()) {
      model.add(
          of, property, RDF_OF.createLiteral(words.say(language, key, arguments), language.code()));
    }
  }

  private void date(Resource of, IRI property, Instant at) {
    var text = at.truncatedTo(ChronoUnit.SECONDS).toString();
    model.add(of, property, RDF_OF.createLiteral(text, XSD.DATETIME));
  }

  private void day(Resource of, IRI property, LocalDate day) {
    model.add(of, property, RDF_OF.createLiteral(day.toString(), XSD.DATE));
  }

  private IRI iri(Extract extract) {
    return iri("/data/" + extract.dataset().word());
  }

  private IRI iri(String path) {
    return RDF_OF.createIRI(address + path);
  }

  private static IRI europe(String name) {
    return RDF_OF.createIRI(EUROPE + name);
  }
}
