package org.foyal.territory.files;

import java.util.List;
import java.util.Objects;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.foyal.territory.Whereabouts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps one promise: whatever stands names the area that holds its point now.
///
/// The area of a street, a place or an address is no word of its file; it follows from its point
/// and from the outlines. So it is worked out anew when outlines change, in the same transaction,
/// and again when that is undone, which puts back what was there.
@Component
class Resettling {
  private static final int AT_ONCE = 5_000;
  private static final List<Target> SETTLED = List.of(Target.STREET, Target.PLACE, Target.ADDRESS);

  private final Territory territory;
  private final ImportStore store;

  Resettling(Territory territory, ImportStore store) {
    this.territory = territory;
    this.store = store;
  }

  /// Something that stands at a point and is said to be in an area.
  record Settled(String key, Position where, @Nullable String area) {}

  /// Goes through all that stands, piece by piece.
  void everything() {
    var whereabouts = territory.asInThisTransaction();
    for (var target : SETTLED) {
      var some = store.settledAfter(target, "", AT_ONCE);
      while (!some.isEmpty()) {
        store.settle(target, moved(target, some, whereabouts));
        some = store.settledAfter(target, some.getLast().key(), AT_ONCE);
      }
    }
  }

  private static List<Settled> moved(Target target, List<Settled> some, Whereabouts whereabouts) {
    return some.stream()
        .filter(one -> !Objects.equals(one.area(), area(target, one.where(), whereabouts)))
        .map(one -> new Settled(one.key(), one.where(), area(target, one.where(), whereabouts)))
        .toList();
  }

  private static @Nullable String area(Target target, Position where, Whereabouts whereabouts) {
    var iris = whereabouts.areaAt(where, Kind.IRIS).map(Area::code);
    return target == Target.PLACE
        ? iris.or(() -> whereabouts.areaAt(where, Kind.COMMUNE).map(Area::code)).orElse(null)
        : iris.orElse(null);
  }
}
