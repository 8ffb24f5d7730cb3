package org.foyal.fibre.premises;

import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Position;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what stands today, for whoever asks about their home: the same as [Premises] says
/// of now, without reading what was.
@Service
public class Standing {
  private static final int OF_A_STREET = 20_000;

  private final StandingStore store;

  Standing(StandingStore store) {
    this.store = store;
  }

  /// What the sources say of a building.
  @Transactional(readOnly = true)
  public List<Building> list(String ref) {
    return store.find(ref);
  }

  /// The buildings of a street, by number.
  @Transactional(readOnly = true)
  public List<Building> listOfStreet(String streetId) {
    return store.ofStreet(streetId, OF_A_STREET);
  }

  /// The buildings around a point, the nearest first.
  @Transactional(readOnly = true)
  public List<Building> listAround(Position where, double radius_m, int atMost) {
    return store.around(where, radius_m, atMost);
  }

  /// Whether the files of a network tell of some building around this one: then one that they leave
  /// out is in no plan.
  @Transactional(readOnly = true)
  public boolean isNetworkToldAround(Building building) {
    return store.isNetworkTold(building.address().streetId(), building.area().orElse(""));
  }

  /// The last that was held of a building that no file has any more.
  @Transactional(readOnly = true)
  public Optional<Building> findGone(String ref) {
    return store.findGone(ref);
  }

  /// What operators sell at a building, by the reference of either file.
  @Transactional(readOnly = true)
  public List<Offer> listOffers(String building) {
    return store.offers(building);
  }
}
