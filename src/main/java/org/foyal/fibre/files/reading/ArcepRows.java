package org.foyal.fibre.files.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.StreetNames;
import org.foyal.fibre.rollout.CabinetState;
import org.foyal.fibre.rollout.Written;
import org.foyal.kernel.Position;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.jspecify.annotations.Nullable;

/// Reads the regulator's open files: buildings by quarter, the base of all buildings, and who sells
/// what where.
final class ArcepRows {
  private static final Set<String> TECHNOLOGIES =
      Set.of("FO", "CU", "COAX", "4GF", "5GF", "SAT", "THDR", "HDR");

  /// How many premises each category may have; none above the last.
  private record Span(int least, @Nullable Integer most) {}

  private static final Map<String, Span> CATEGORIES =
      Map.of(
          "INDIVIDUEL", new Span(1, 1),
          "ENTRE 2 ET 11", new Span(2, 11),
          "ENTRE 12 ET 35", new Span(12, 35),
          "ENTRE 36 ET 99", new Span(36, 99),
          "100 ET PLUS", new Span(100, null));

  private final Ground ground;

  ArcepRows(Ground ground) {
    this.ground = ground;
  }

  private static String filled(Cells cells, String column, int longest)
      throws NotTaken, RowRefused {
    var text = cells.line(column, longest);
    if (text.isEmpty()) {
      throw new RowRefused(Reason.EMPTY, column);
    }
    return text;
  }

  /// A building of the quarter; its coordinates are degrees in spite of their names.
  List<List<@Nullable Object>> building(Cells cells) throws NotTaken, RowRefused {
    var said = cells.line("code_insee", 5);
    if (!said.isEmpty() && !ground.asksFor(said)) {
      return List.of();
    }
    var x = cells.number("x");
    var y = cells.number("y");
    if (said.isEmpty() && ground.placing().isOutside(Projection.DEGREES, x, y)) {
      return List.of();
    }
    var where = ground.placing().building(Projection.DEGREES.epsg(), x, y);
    if (said.isEmpty() && where == null) {
      throw new RowRefused(Reason.EMPTY, "code_insee");
    }
    var commune = said.isEmpty() && where != null ? ground.commune(where) : said;
    if (commune == null || !ground.asksFor(commune)) {
      return List.of();
    }
    var cabinet = cells.orNull("pm_ref", 30);
    var operator = ground.operator(cells.line("code_l331", 8).toUpperCase(Locale.ROOT));
    var span = span(cells);
    var values = new ArrayList<@Nullable Object>();
    values.addAll(
        Arrays.<@Nullable Object>asList(
            "ARCEP",
            filled(cells, "imb_id", 120),
            cabinet,
            operator,
            state(cells).name(),
            span.least(),
            span.most()));
    address(cells, commune, values);
    values.addAll(Arrays.<@Nullable Object>asList("", "", "", null, null, null, null));
    place(where, values);
    values.add(ground.invented().row(cells, operator));
    cabinet(cells, operator, cabinet, values);
    return List.of(values);
  }

  private static Span span(Cells cells) throws NotTaken, RowRefused {
    var category = filled(cells, "catg_loc_imb", 30);
    var span = CATEGORIES.get(Written.plain(category));
    if (span == null) {
      throw new NotTaken(
          Why.BAD_WORD, "catg_loc_imb", category, "individuel, entre 2 et 11, 100 et plus…");
    }
    return span;
  }

  private static BuildingState state(Cells cells) throws NotTaken, RowRefused {
    var written = filled(cells, "imb_etat", 60);
    return BuildingState.find(written)
        .orElseThrow(() -> new NotTaken(Why.BAD_STATE, "imb_etat", written));
  }

  private static void address(Cells cells, String commune, List<@Nullable Object> values)
      throws NotTaken, RowRefused {
    values.addAll(
        Arrays.<@Nullable Object>asList(
            kind(cells, "type_imb"),
            null,
            cells.line("num_voie", 10),
            cells.line("cp_no_voie", 10),
            cells.line("type_voie", 60),
            cells.line("nom_voie", 200),
            StreetNames.id(commune, cells.line("type_voie", 60), cells.line("nom_voie", 200)),
            cells.line("batiment", 100),
            cells.line("code_poste", 5),
            commune,
            cells.line("nom", 100),
            ""));
  }

  private static @Nullable String kind(Cells cells, String column) throws NotTaken, RowRefused {
    var kind = cells.orNull(column, 10);
    if (kind != null && !kind.equals("PA") && !kind.equals("IM")) {
      throw new NotTaken(Why.BAD_WORD, column, kind, "PA, IM");
    }
    return kind;
  }

  private void cabinet(
      Cells cells,
      @Nullable String operator,
      @Nullable String cabinet,
      List<@Nullable Object> values)
      throws NotTaken, RowRefused {
    var state = cells.line("pm_etat", 60);
    if (cabinet != null && !state.isEmpty() && CabinetState.find(state).isEmpty()) {
      throw new NotTaken(Why.BAD_STATE, "pm_etat", state);
    }
    values.addAll(
        Arrays.<@Nullable Object>asList(
            operator,
            CabinetState.find(state).orElse(CabinetState.UNDER_WAY).name(),
            "",
            null,
            null,
            "",
            "",
            null,
            cells.day("pm_date_mad"),
            null,
            "",
            null,
            null,
            null));
  }

  private void place(@Nullable Position where, List<@Nullable Object> values) {
    values.add(where == null ? null : where.latitude_deg());
    values.add(where == null ? null : where.longitude_deg());
    values.add(ground.area(where));
  }

  /// A building of the base, in the metres of web maps.
  List<List<@Nullable Object>> base(Cells cells) throws NotTaken, RowRefused {
    var commune = filled(cells, "imb_code_insee", 5);
    if (!ground.asksFor(commune)) {
      return List.of();
    }
    var homes = cells.count("imb_nbr_logloc");
    if (homes == null) {
      throw new RowRefused(Reason.EMPTY, "imb_nbr_logloc");
    }
    var values = new ArrayList<@Nullable Object>();
    values.addAll(
        Arrays.<@Nullable Object>asList(
            "BASE", filled(cells, "imb_id", 120), null, null, null, homes, homes));
    addressOfBase(cells, commune, values);
    place(
        ground
            .placing()
            .building(Projection.WEB.epsg(), cells.number("imb_x"), cells.number("imb_y")),
        values);
    values.add(ground.invented().row(cells, null));
    return List.of(values);
  }

  private static void addressOfBase(Cells cells, String commune, List<@Nullable Object> values)
      throws NotTaken, RowRefused {
    var number = cells.line("addr_numero", 10);
    var street = cells.line("addr_nom_voie", 200);
    values.addAll(
        Arrays.<@Nullable Object>asList(
            kind(cells, "imb_type"),
            null,
            number.isEmpty() ? cells.line("imb_num", 10) : number,
            cells.line("addr_rep", 10),
            "",
            street.isEmpty() ? cells.line("addr_nom_ld", 200) : street,
            StreetNames.id(commune, "", street),
            "",
            "",
            commune,
            cells.line("addr_nom_commune", 100),
            cells.line("addr_code", 60),
            cells.line("addr_id_fantoir", 20),
            "",
            cells.line("imb_code", 120),
            null,
            null,
            null,
            null));
  }

  /// An offer; which commune it is in follows from its building, whose file comes apart.
  List<List<@Nullable Object>> offer(Cells cells) throws NotTaken, RowRefused {
    var technology = filled(cells, "code_techno", 10).toUpperCase(Locale.ROOT);
    if (!TECHNOLOGIES.contains(technology)) {
      throw new NotTaken(Why.BAD_WORD, "code_techno", technology, "FO, CU, COAX, 4GF, SAT…");
    }
    var operator = filled(cells, "code_operateur", 20);
    return List.of(
        Arrays.<@Nullable Object>asList(
            "ARCEP",
            filled(cells, "imb_id", 120),
            operator,
            technology,
            cells.line("imb_code", 120),
            cells.line("classe_debit_montant", 10),
            cells.line("classe_debit_descendant", 10),
            cells.yes("limitation"),
            cells.yes("saturation"),
            ground.invented().row(cells, operator)));
  }
}
