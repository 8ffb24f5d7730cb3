package org.foyal.fibre.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.fibre.files.reading.Projection;
import org.foyal.fibre.files.reading.Projections;
import org.foyal.kernel.Position;
import org.foyal.territory.TwoNeighbourhoods;

/// A file of Interop'Fibre as an operator writes it, row by row.
public final class Ipe {
  private final List<Map<String, String>> rows = new ArrayList<>();

  /// A building in the western neighbourhood, with some fields said otherwise.
  public static Map<String, String> building(String ref, String... fields) {
    return building(ref, new Position(14.61, -61.09), fields);
  }

  /// A building at a point.
  public static Map<String, String> building(String ref, Position at, String... fields) {
    var row = new LinkedHashMap<String, String>();
    var metres = Projections.of(Projection.RGAF09, at);
    row.put("IdentifiantImmeuble", ref);
    row.put("CodeInseeImmeuble", TwoNeighbourhoods.COMMUNE);
    row.put("CodePostalImmeuble", "97299");
    row.put("CommuneImmeuble", "Essai-Ville");
    row.put("CodeAdresseImmeuble", "97299A1B2C");
    row.put("TypeVoieImmeuble", "RUE");
    row.put("NomVoieImmeuble", "DES ESSAIS");
    row.put("NumeroVoieImmeuble", "12");
    row.put("ComplementNumeroVoieImmeuble", "");
    row.put("BatimentImmeuble", "");
    row.put("NombreLogementsAdresseIPE", "2");
    row.put("EtatImmeuble", "CIBLE");
    row.put("DateCablageAdresse", "");
    row.put("CoordonneeImmeubleX", decimal(metres.x));
    row.put("CoordonneeImmeubleY", decimal(metres.y));
    row.put("TypeImmeuble", "IMMEUBLE");
    row.put("TypeZone", "3");
    row.put("AccordGestionnaireImmeubleNecessaire", "N");
    row.put("DateSignatureConvention", "");
    row.put("ReferencePM", "FI-97299-0001");
    row.put("EtatPM", "EN COURS DE DEPLOIEMENT");
    row.put("NombreLogementsPM", "");
    row.put("DatePremiereMADPM", "");
    row.put("DateMiseEnServiceCommercialePM", "");
    row.put("TypeProjectionGeographique", "EPSG:5490");
    row.put("CodeOI", "EXMP");
    for (int i = 0; i + 1 < fields.length; i += 2) {
      row.put(fields[i], fields[i + 1]);
    }
    return row;
  }

  /// A number as France writes it.
  public static String decimal(double number) {
    return String.format(java.util.Locale.FRANCE, "%.2f", number);
  }

  /// With one more row.
  public Ipe and(Map<String, String> row) {
    rows.add(row);
    return this;
  }

  /// With one more building in the western neighbourhood.
  public Ipe and(String ref, String... fields) {
    return and(building(ref, fields));
  }

  /// The text of the file.
  public String text() {
    var columns = rows.isEmpty() ? building("x").keySet() : rows.getFirst().keySet();
    var text = new StringBuilder(String.join(";", columns)).append("\r\n");
    rows.forEach(row -> text.append(String.join(";", row.values())).append("\r\n"));
    return text.toString();
  }
}
