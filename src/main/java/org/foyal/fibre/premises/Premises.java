package org.foyal.fibre.premises;

import java.util.List;
import java.util.Objects;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.premises.PremisesStore.Settled;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the premises: buildings and what is sold there, each asked for by its two times
/// ([AsOf]). Where several sources tell of a building each is given, the later first.
@Service
public class Premises {
  private static final int AT_ONCE = 5_000;

  private final PremisesStore store;
  private final Territory territory;

  Premises(PremisesStore store, Territory territory) {
    this.store = store;
    this.territory = territory;
  }

  /// What is known of a building.
  @Transactional(readOnly = true)
  public List<Building> list(String ref, AsOf at) {
    return store.find(ref, at);
  }

  /// The buildings of a street, by number.
  ///
  /// @param streetId as the territory names it
  @Transactional(readOnly = true)
  public List<Building> listOfStreet(String streetId, AsOf at) {
    return store.ofStreet(streetId, at);
  }

  /// The buildings behind a cabinet.
  @Transactional(readOnly = true)
  public List<Building> listOfCabinet(String cabinet, AsOf at) {
    return store.ofCabinet(cabinet, at);
  }

  /// Every version of a building, also those that are no longer held, the latest learned first.
  @Transactional(readOnly = true)
  public List<Building> listVersions(String ref) {
    return store.versions(ref);
  }

  /// What operators sell at a building, by the reference of either file.
  @Transactional(readOnly = true)
  public List<Offer> listOffers(String building, AsOf at) {
    return store.offers(building, at);
  }

  /// How many buildings and homes are in which state, by area, as one source tells.
  ///
  /// @param source `IPE`, `ARCEP` or `BASE`
  /// @param examples whether what a demonstration invented is counted, or all the rest: never both
  @Transactional(readOnly = true)
  public List<Coverage> coverage(String source, boolean examples, AsOf at) {
    return store.coverage(source, examples, at);
  }

  /// Works out anew in which area each building stands, once a version of the territory.
  @Transactional
  void resettle(long version) {
    if (store.isSettled(version)) {
      return;
    }
    var some = store.settledAfter("", "", AT_ONCE);
    while (!some.isEmpty()) {
      store.settle(
          some.stream()
              .filter(one -> !Objects.equals(one.area(), area(one.where())))
              .map(one -> new Settled(one.source(), one.ref(), one.where(), area(one.where())))
              .toList());
      some = store.settledAfter(some.getLast().source(), some.getLast().ref(), AT_ONCE);
    }
    store.settled(version);
  }

  private @Nullable String area(Position where) {
    return territory.areaAt(where, Kind.IRIS).map(Area::code).orElse(null);
  }
}
