package org.foyal.fibre.files.extracts;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.rollout.CabinetState;
import org.foyal.kernel.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What operators delivered, read row by row for files out.
@Repository
class ExtractStore {
  private final JdbcClient sql;

  ExtractStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// One building with its cabinet, in the cells of [Extracts#COLUMNS].
  record Line(List<String> cells, Optional<Position> where, LocalDate since) {}

  private static String held(String table) {
    return """
     %1$s.learned_at <= :known and (%1$s.superseded_at is null or %1$s.superseded_at > :known)
        and %1$s.true_from <= :day and (%1$s.true_until is null or %1$s.true_until > :day
          or %1$s.until_learned_at > :known)
    """
        .formatted(table);
  }

  /// Gives the lines to a reader, one after the other.
  void each(Optional<String> operator, AsOf at, Consumer<Line> reader) {
    var select =
        """
        select b.*, c.state as pm_state, c.installed_on, c.site_kind, c.capacity,
          c.commune_code as pm_commune, c.engineering, c.premises as pm_premises, c.in_service_on,
          c.grouping_ref, c.lat as pm_lat, c.lon as pm_lon, c.available_on
        from fibre.building b left join fibre.cabinet c on c.source = b.source and c.ref = b.cabinet
          and
        """
            + held("c")
            + " where b.source = 'IPE' and (:all or b.operator = :operator) and"
            + held("b")
            + " order by b.ref";
    try (var lines =
        sql
            .sql(select)
            .param("all", operator.isEmpty())
            .param("operator", operator.orElse(""))
            .param("known", at.known().atOffset(ZoneOffset.UTC))
            .param("day", at.day())
            .withFetchSize(1_000)
            .query(ExtractStore::line)
            .stream()) {
      lines.forEach(reader);
    }
  }

  private static Line line(ResultSet row, int n) throws SQLException {
    var cells = new ArrayList<String>(Extracts.COLUMNS.size());
    address(row, cells);
    building(row, cells);
    cabinet(row, cells);
    var lat = row.getObject("lat", Double.class);
    var lon = row.getObject("lon", Double.class);
    return new Line(
        List.copyOf(cells),
        lat == null || lon == null ? Optional.empty() : Optional.of(new Position(lat, lon)),
        row.getObject("true_from", LocalDate.class));
  }

  private static void address(ResultSet row, List<String> cells) throws SQLException {
    var ref = row.getString("ref");
    var number = row.getString("number");
    cells.addAll(
        List.of(
            ref.startsWith("@") ? "" : ref,
            row.getString("rivoli"),
            row.getString("commune_code"),
            row.getString("postcode"),
            row.getString("commune_name"),
            row.getString("address_code"),
            row.getString("street_kind"),
            row.getString("street_name"),
            number.isEmpty() ? "0" : number,
            row.getString("number_suffix"),
            row.getString("block")));
  }

  private static void building(ResultSet row, List<String> cells) throws SQLException {
    var consent = row.getObject("consent_needed", Boolean.class);
    var kind = row.getString("kind");
    cells.addAll(
        List.of(
            row.getString("premises_least"),
            BuildingState.valueOf(row.getString("state")).standard(),
            day(row, "cabled_on"),
            day(row, "modified_on"),
            degrees(row.getObject("lon", Double.class)),
            degrees(row.getObject("lat", Double.class)),
            kind == null ? "" : kind.equals("PA") ? "PAVILLON" : "IMMEUBLE",
            text(row, "zone_kind"),
            consent == null ? "" : consent ? "O" : "N",
            day(row, "consent_signed_on")));
  }

  private static void cabinet(ResultSet row, List<String> cells) throws SQLException {
    var state = row.getString("pm_state");
    cells.addAll(
        List.of(
            text(row, "cabinet"),
            state == null ? "" : CabinetState.valueOf(state).standard(),
            day(row, "installed_on"),
            text(row, "site_kind"),
            text(row, "capacity"),
            text(row, "pm_commune"),
            text(row, "engineering"),
            text(row, "pm_premises"),
            day(row, "in_service_on"),
            text(row, "grouping_ref"),
            "EPSG:4326",
            degrees(row.getObject("pm_lon", Double.class)),
            degrees(row.getObject("pm_lat", Double.class)),
            day(row, "available_on"),
            text(row, "operator"),
            row.getString("rnb"),
            row.getBoolean("example") ? "O" : "N"));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNullElse(row.getString(column), "");
  }

  private static String day(ResultSet row, String column) throws SQLException {
    var day = row.getObject(column, LocalDate.class);
    return day == null ? "" : DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  private static String degrees(@Nullable Double degrees) {
    return degrees == null
        ? ""
        : new BigDecimal(degrees.toString()).stripTrailingZeros().toPlainString().replace('.', ',');
  }
}
