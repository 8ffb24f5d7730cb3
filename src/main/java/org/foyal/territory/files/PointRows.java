package org.foyal.territory.files;

import java.util.List;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.Unit;
import org.jspecify.annotations.Nullable;

/// Reads what has one point: streets (their middle), named places, addresses.
final class PointRows {
  private final Ground ground;

  PointRows(Ground ground) {
    this.ground = ground;
  }

  List<@Nullable Object[]> street(Unit.Read read) throws RowRefused {
    var name = read.filled("nom_voie");
    var length_m = read.count("longueur_m");
    var middle = ground.point(read.number("lon"), read.number("lat"));
    var commune = ground.commune(middle);
    if (commune == null) {
      throw new RowRefused(Reason.OUTSIDE, read.text("lon") + " " + read.text("lat"));
    }
    if (!ground.asksFor(commune)) {
      return List.of();
    }
    return one(
        Rows.streetId(commune, name),
        name,
        commune,
        ground.iris(middle),
        length_m == null ? 0 : length_m,
        middle.latitude_deg(),
        middle.longitude_deg());
  }

  /// Places at sea and of the whole island are kept: people look for them too.
  List<@Nullable Object[]> place(Unit.Read read) throws RowRefused {
    var name = read.filled("nom");
    var where = ground.point(read.number("lon"), read.number("lat"));
    var geonames = read.text("geonames_id");
    var wof = read.text("wof_id");
    if (geonames.isEmpty() && wof.isEmpty()) {
      throw new RowRefused(Reason.EMPTY, "geonames_id");
    }
    var iris = ground.iris(where);
    return one(
        geonames.isEmpty() ? "wof-" + wof : "geonames-" + geonames,
        name,
        "place",
        iris == null ? ground.commune(where) : iris,
        where.latitude_deg(),
        where.longitude_deg());
  }

  List<@Nullable Object[]> address(Unit.Read read) throws RowRefused {
    var commune = Rows.code("code_insee", read.filled("code_insee"));
    if (!ground.asksFor(commune)) {
      return List.of();
    }
    var ref = read.filled("id");
    var street = read.filled("nom_voie");
    var number = read.filled("numero") + read.text("rep");
    var where = ground.point(read.number("lon"), read.number("lat"));
    return one(
        ref,
        number,
        street,
        Rows.streetId(commune, street),
        read.text("code_postal"),
        commune,
        ground.iris(where),
        where.latitude_deg(),
        where.longitude_deg());
  }

  private static List<@Nullable Object[]> one(@Nullable Object... values) {
    return List.<@Nullable Object[]>of(values);
  }
}
