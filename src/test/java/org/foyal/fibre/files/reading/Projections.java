package org.foyal.fibre.files.reading;

import org.foyal.kernel.Position;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/// Points written in a projection, as operators write them.
public final class Projections {
  private Projections() {}

  public static ProjCoordinate of(Projection projection, Position point) {
    var crs = new CRSFactory();
    var out = new ProjCoordinate();
    new CoordinateTransformFactory()
        .createTransform(crs.createFromName("EPSG:4326"), crs.createFromName(projection.epsg()))
        .transform(new ProjCoordinate(point.longitude_deg(), point.latitude_deg()), out);
    return out;
  }
}
