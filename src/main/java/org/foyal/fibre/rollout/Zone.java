package org.foyal.fibre.rollout;

import org.foyal.fibre.Cited;
import org.foyal.fibre.Held;
import org.locationtech.jts.geom.Geometry;

/// The zone behind a cabinet: whose homes it serves.
///
/// @param outline WGS 84, longitude first
public record Zone(Held held, String cabinet, Geometry outline, Cited source) {}
