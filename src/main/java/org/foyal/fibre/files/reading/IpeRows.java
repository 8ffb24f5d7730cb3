package org.foyal.fibre.files.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.StreetNames;
import org.foyal.fibre.rollout.CabinetState;
import org.foyal.fibre.rollout.Written;
import org.foyal.kernel.Position;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.jspecify.annotations.Nullable;

/// Reads IPE and IPEZMD (Interop'Fibre, protocol « PM »): a building a row, with its cabinet beside
/// it. The manager's name, address and SIRET are passed over: nothing here needs them.
final class IpeRows {
  private static final Map<String, String> KINDS =
      Map.of("PAVILLON", "PA", "PA", "PA", "IMMEUBLE", "IM", "IM", "IM");

  private final Ground ground;

  IpeRows(Ground ground) {
    this.ground = ground;
  }

  List<List<@Nullable Object>> row(Cells cells) throws NotTaken, RowRefused {
    var commune = filled(cells, "CodeInseeImmeuble", 5);
    if (!ground.asksFor(commune)) {
      return List.of();
    }
    var operator = ground.operator(cells.line("CodeOI", 8).toUpperCase(Locale.ROOT));
    var values = new ArrayList<@Nullable Object>();
    building(cells, commune, operator, values);
    cabinet(cells, operator, values);
    return List.of(values);
  }

  private static String filled(Cells cells, String column, int longest)
      throws NotTaken, RowRefused {
    var text = cells.line(column, longest);
    if (text.isEmpty()) {
      throw new RowRefused(Reason.EMPTY, column);
    }
    return text;
  }

  private void building(
      Cells cells, String commune, @Nullable String operator, List<@Nullable Object> values)
      throws NotTaken, RowRefused {
    var homes = cells.count("NombreLogementsAdresseIPE");
    if (homes == null) {
      throw new RowRefused(Reason.EMPTY, "NombreLogementsAdresseIPE");
    }
    var number = cells.line("NumeroVoieImmeuble", 10);
    values.addAll(
        Arrays.<@Nullable Object>asList(
            "IPE",
            ref(cells),
            filled(cells, "ReferencePM", 30),
            operator,
            state(cells).name(),
            homes,
            homes,
            kind(cells),
            zone(cells),
            number.equals("0") ? "" : number,
            cells.line("ComplementNumeroVoieImmeuble", 10),
            cells.line("TypeVoieImmeuble", 60),
            cells.line("NomVoieImmeuble", 200),
            StreetNames.id(
                commune, cells.line("TypeVoieImmeuble", 60), cells.line("NomVoieImmeuble", 200)),
            cells.line("BatimentImmeuble", 100),
            cells.line("CodePostalImmeuble", 5),
            commune,
            cells.line("CommuneImmeuble", 100),
            cells.line("CodeAdresseImmeuble", 30),
            cells.line("CodeVoieRivoliImmeuble", 10),
            cells.line("Code_RNB", 20),
            ""));
    consentAndPlace(cells, operator, values);
  }

  private void consentAndPlace(
      Cells cells, @Nullable String operator, List<@Nullable Object> values)
      throws NotTaken, RowRefused {
    var consent = cells.yes("AccordGestionnaireImmeubleNecessaire");
    values.add(consent == null ? cells.yes("AccordGestionnaireImmeuble") : consent);
    values.add(cells.day("DateSignatureConvention"));
    values.add(cells.day("DateCablageAdresse"));
    values.add(cells.day("DateDerniereModification"));
    var where =
        ground
            .placing()
            .building(
                cells.line("TypeProjectionGeographique", 60),
                cells.number("CoordonneeImmeubleX"),
                cells.number("CoordonneeImmeubleY"));
    place(where, values);
    values.add(ground.invented().row(cells, operator));
  }

  private void place(@Nullable Position where, List<@Nullable Object> values) {
    values.add(where == null ? null : where.latitude_deg());
    values.add(where == null ? null : where.longitude_deg());
    values.add(ground.area(where));
  }

  /// The operator's own name of the building; without one, its address code with what tells it from
  /// others there.
  private static String ref(Cells cells) throws NotTaken, RowRefused {
    var own = cells.line("IdentifiantImmeuble", 20);
    if (!own.isEmpty()) {
      return own;
    }
    var address = cells.line("CodeAdresseImmeuble", 30);
    if (address.isEmpty()) {
      throw new NotTaken(Why.NAMELESS);
    }
    return "@"
        + String.join(
            "/",
            address,
            cells.line("NumeroVoieImmeuble", 10) + cells.line("ComplementNumeroVoieImmeuble", 10),
            cells.line("BatimentImmeuble", 60));
  }

  private static BuildingState state(Cells cells) throws NotTaken, RowRefused {
    var written = filled(cells, "EtatImmeuble", 60);
    return BuildingState.find(written)
        .orElseThrow(() -> new NotTaken(Why.BAD_STATE, "EtatImmeuble", written));
  }

  private static @Nullable String kind(Cells cells) throws NotTaken, RowRefused {
    var written = cells.line("TypeImmeuble", 30);
    if (written.isEmpty()) {
      return null;
    }
    var kind = KINDS.get(Written.plain(written));
    if (kind == null) {
      throw new NotTaken(Why.BAD_WORD, "TypeImmeuble", written, "PAVILLON, IMMEUBLE");
    }
    return kind;
  }

  private static @Nullable Integer zone(Cells cells) throws NotTaken, RowRefused {
    var zone = cells.count("TypeZone");
    if (zone != null && (zone < 1 || zone > 3)) {
      throw new NotTaken(Why.BAD_WORD, "TypeZone", Integer.toString(zone), "1, 2, 3");
    }
    return zone;
  }

  private void cabinet(Cells cells, @Nullable String operator, List<@Nullable Object> values)
      throws NotTaken, RowRefused {
    var written = cells.line("EtatPM", 60);
    var state = written.isEmpty() ? CabinetState.UNDER_WAY : find(written);
    var where =
        ground
            .placing()
            .cabinet(
                cells.line("TypeProjectionGeographique", 60),
                cells.number("CoordonneePMX"),
                cells.number("CoordonneePMY"));
    var inService = cells.day("DateMiseEnServiceCommercialePM");
    values.addAll(
        Arrays.<@Nullable Object>asList(
            operator,
            state.name(),
            cells.line("TypeEmplacementPM", 60),
            cells.count("NombreLogementsPM"),
            cells.count("CapaciteMaxPM"),
            cells.line("TypeIngenierie", 60),
            cells.line("RefRegroupementPM", 30),
            cells.day("DateInstallationPM"),
            cells.day("DatePremiereMADPM"),
            inService == null ? cells.day("DateMiseEnServiceCommercialPM") : inService,
            cells.line("CodeInseePM", 5)));
    place(where, values);
  }

  private static CabinetState find(String written) throws NotTaken {
    return CabinetState.find(written)
        .orElseThrow(() -> new NotTaken(Why.BAD_STATE, "EtatPM", written));
  }
}
