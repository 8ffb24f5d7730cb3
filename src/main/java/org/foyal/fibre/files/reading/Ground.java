package org.foyal.fibre.files.reading;

import java.util.Optional;
import java.util.Set;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/// What the rows of one file are judged against: the city, the communes that were asked for, whose
/// file it is.
///
/// @param communes codes of the communes that are taken; empty: all
/// @param operator whose file it is, where it is an operator's
/// @param restricted whether rows of other operators are refused
public record Ground(
    Territory territory,
    Placing placing,
    Set<String> communes,
    Optional<String> operator,
    boolean restricted,
    Invented invented) {
  /// The ground of one import: the box around the communes that are taken, or else around the city.
  ///
  /// @param stated the projection that counts whatever the file says
  public static Ground of(
      Territory territory,
      Set<String> communes,
      Optional<Projection> stated,
      Optional<String> operator,
      boolean restricted,
      Invented invented) {
    var box = new Envelope();
    var asked = communes.isEmpty() ? city(territory) : communes;
    for (var commune : asked) {
      territory
          .outline(commune)
          .ifPresent(outline -> box.expandToInclude(outline.getEnvelopeInternal()));
    }
    return new Ground(
        territory, new Placing(box, stated), communes, operator, restricted, invented);
  }

  private static Set<String> city(Territory territory) {
    return territory.city().map(area -> Set.of(area.code())).orElse(Set.of());
  }

  /// Whether rows of a commune are taken.
  boolean asksFor(String commune) {
    return communes.isEmpty() || communes.contains(commune);
  }

  @Nullable String area(@Nullable Position where) {
    return where == null ? null : territory.areaAt(where, Kind.IRIS).map(Area::code).orElse(null);
  }

  @Nullable String commune(Position where) {
    return territory.areaAt(where, Kind.COMMUNE).map(Area::code).orElse(null);
  }

  /// The operator of a row: the one that it names, else the file's.
  @Nullable String operator(String named) throws NotTaken {
    if (!named.isEmpty() && !named.matches("[A-Z0-9]{2,8}")) {
      throw new NotTaken(Why.BAD_WORD, "CodeOI", named, "A-Z 0-9");
    }
    if (restricted && !named.isEmpty() && !operator.equals(Optional.of(named))) {
      throw new NotTaken(Why.FOREIGN_OPERATOR, named, operator.orElse(""));
    }
    return named.isEmpty() ? operator.orElse(null) : named;
  }
}
