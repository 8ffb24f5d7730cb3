package org.foyal.fibre.files.extracts;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.AsOf;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// The façade of files out: what operators delivered, as it stood on a day, in the columns of IPE
/// or as points.
///
/// The order of the columns of the official file is not public: this one has its own, as whoever
/// reads IPE by name does not mind. Coordinates are degrees and say so (`EPSG:4326`). The last
/// column says what a demonstration invented.
@Service
public class Extracts {
  /// The columns, in this order.
  public static final List<String> COLUMNS =
      List.of(
          ("IdentifiantImmeuble CodeVoieRivoliImmeuble CodeInseeImmeuble CodePostalImmeuble"
                  + " CommuneImmeuble CodeAdresseImmeuble TypeVoieImmeuble NomVoieImmeuble"
                  + " NumeroVoieImmeuble ComplementNumeroVoieImmeuble BatimentImmeuble"
                  + " NombreLogementsAdresseIPE EtatImmeuble DateCablageAdresse"
                  + " DateDerniereModification CoordonneeImmeubleX CoordonneeImmeubleY TypeImmeuble"
                  + " TypeZone AccordGestionnaireImmeubleNecessaire DateSignatureConvention"
                  + " ReferencePM EtatPM DateInstallationPM TypeEmplacementPM CapaciteMaxPM"
                  + " CodeInseePM TypeIngenierie NombreLogementsPM DateMiseEnServiceCommercialePM"
                  + " RefRegroupementPM TypeProjectionGeographique CoordonneePMX CoordonneePMY"
                  + " DatePremiereMADPM CodeOI Code_RNB Exemple")
              .split(" "));

  private final ExtractStore store;
  private final JsonMapper json;

  Extracts(ExtractStore store, JsonMapper json) {
    this.store = store;
    this.json = json;
  }

  /// Writes the buildings of operators' files in the columns of IPE: semicolons, decimal commas,
  /// days as yyyyMMdd, UTF-8.
  ///
  /// @param operator whose; empty: everybody's
  @Transactional(readOnly = true)
  public void writeTable(Optional<String> operator, AsOf at, OutputStream out) throws IOException {
    try (var csv =
        CsvWriter.builder()
            .fieldSeparator(';')
            .lineDelimiter(LineDelimiter.CRLF)
            .build(out, StandardCharsets.UTF_8)) {
      csv.writeRecord(COLUMNS);
      store.each(operator, at, row -> csv.writeRecord(row.cells()));
    } catch (UncheckedIOException readerLeft) {
      throw readerLeft.getCause();
    }
  }

  /// Writes the same buildings as points (RFC 7946); those without a position are left out.
  @Transactional(readOnly = true)
  public void writePoints(Optional<String> operator, AsOf at, OutputStream out) {
    try (var writer = json.createGenerator(out)) {
      writer.writeStartObject();
      writer.writeStringProperty("type", "FeatureCollection");
      writer.writeStringProperty("day", at.day().toString());
      writer.writeArrayPropertyStart("features");
      store.each(operator, at, row -> feature(row, writer));
      writer.writeEndArray();
      writer.writeEndObject();
    }
  }

  private static void feature(ExtractStore.Line row, JsonGenerator writer) {
    if (row.where().isEmpty()) {
      return;
    }
    writer.writeStartObject();
    writer.writeStringProperty("type", "Feature");
    writer.writeObjectPropertyStart("geometry");
    writer.writeStringProperty("type", "Point");
    writer.writeArrayPropertyStart("coordinates");
    writer.writeNumber(row.where().get().longitude_deg());
    writer.writeNumber(row.where().get().latitude_deg());
    writer.writeEndArray();
    writer.writeEndObject();
    writer.writeObjectPropertyStart("properties");
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (!COLUMNS.get(i).startsWith("Coordonnee") && !row.cells().get(i).isEmpty()) {
        writer.writeStringProperty(COLUMNS.get(i), row.cells().get(i));
      }
    }
    writer.writeStringProperty("since", row.since().toString());
    writer.writeEndObject();
    writer.writeEndObject();
  }
}
