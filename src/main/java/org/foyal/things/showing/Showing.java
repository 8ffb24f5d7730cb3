package org.foyal.things.showing;

import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.foyal.things.showing.ShownStore.Edges;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what everybody may see of the city's objects.
@Service
public class Showing {
  /// So many on a page.
  public static final int PAGE = 50;

  /// So many on a map.
  public static final int ON_A_MAP = 500;

  /// More within the edges of a neighbourhood are not looked through.
  private static final int LOOKED_THROUGH = 3_000;

  /// As far as rounding can move a home: half a hundredth of a degree.
  private static final double ROUNDED = .0051;

  private final ShownStore store;
  private final Territory territory;

  Showing(ShownStore store, Territory territory) {
    this.store = store;
    this.territory = territory;
  }

  /// Objects after one of them, one more than a page where there are more, with what they reported
  /// last.
  ///
  /// @param area the code of a neighbourhood
  @Transactional(readOnly = true)
  public List<Shown> list(Optional<Kind> kind, Optional<String> area, long after) {
    var found =
        area.map(code ->
                within(code, kind).filter(one -> one.id() > after).limit(PAGE + 1L).toList())
            .orElseGet(() -> store.list(kind, after, PAGE + 1));
    return told(found);
  }

  private java.util.stream.Stream<Shown> within(String area, Optional<Kind> kind) {
    return territory.outline(area).stream()
        .map(shape -> shape.getEnvelopeInternal())
        .flatMap(box ->
            store
                .inside(
                    around(
                        new Position(box.getMinY(), box.getMinX()),
                        new Position(box.getMaxY(), box.getMaxX())),
                    kind,
                    LOOKED_THROUGH)
                .stream())
        .filter(one ->
            one.where()
                .flatMap(at -> territory.areaAt(at, Area.Kind.IRIS))
                .map(Area::code)
                .equals(Optional.of(area)));
  }

  /// Objects between two corners, without what they reported.
  @Transactional(readOnly = true)
  public List<Shown> inside(Position corner, Position other, Optional<Kind> kind) {
    return store.inside(around(corner, other), kind, ON_A_MAP);
  }

  /// One object.
  @Transactional(readOnly = true)
  public Optional<Shown> find(long id) {
    return store.find(id).map(one -> told(List.of(one)).getFirst());
  }

  /// What these reported last.
  @Transactional(readOnly = true)
  public List<Shown> told(List<Shown> things) {
    var lines = store.lines(things.stream().map(Shown::id).toList());
    return things.stream().map(one -> one.with(lines.getOrDefault(one.id(), List.of()))).toList();
  }

  private static Edges around(Position corner, Position other) {
    return new Edges(
        Math.min(corner.latitude_deg(), other.latitude_deg()) - ROUNDED,
        Math.min(corner.longitude_deg(), other.longitude_deg()) - ROUNDED,
        Math.max(corner.latitude_deg(), other.latitude_deg()) + ROUNDED,
        Math.max(corner.longitude_deg(), other.longitude_deg()) + ROUNDED);
  }
}
