package org.foyal.learning.places;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.kernel.Position;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The façade of places where people are helped with what is digital.
@Service
public class Places {
  private final PlaceStore store;
  private final Territory territory;
  private final ObjectProvider<PlaceUse> uses;
  private final Trail trail;
  private final Clock clock;

  Places(
      PlaceStore store,
      Territory territory,
      ObjectProvider<PlaceUse> uses,
      Trail trail,
      Clock clock) {
    this.store = store;
    this.territory = territory;
    this.uses = uses;
    this.trail = trail;
    this.clock = clock;
  }

  /// The place of that identifier, if there is one; hidden ones too.
  @Transactional(readOnly = true)
  public Optional<Place> find(UUID id) {
    return store.find(id);
  }

  /// The place of that identifier.
  ///
  /// @throws NoSuchElementException when there is none
  public Place get(UUID id) {
    return find(id).orElseThrow(() -> new NoSuchElementException("no place " + id));
  }

  /// Sees to it that nobody hides a place until the transaction at hand ends.
  @Transactional(propagation = Propagation.MANDATORY)
  public void share(UUID id) {
    store.share(id);
  }

  /// The place that the national standard knows by that identifier.
  @Transactional(readOnly = true)
  public Optional<Place> findNational(String id) {
    return store.findNational(id);
  }

  /// The places that everybody may see, in order of name.
  @Transactional(readOnly = true)
  public List<Place> list() {
    return store.list().stream().filter(place -> !place.standing().hidden()).toList();
  }

  /// All places, hidden ones too, in order of name.
  @Transactional(readOnly = true)
  public List<Place> listAll() {
    return store.list();
  }

  /// The places that everybody may see, nearest first; those whose position is not known stand
  /// last.
  @Transactional(readOnly = true)
  public List<Place> near(Position here) {
    return list().stream()
        .sorted(
            Comparator.comparingDouble(place ->
                place.address().position().map(here::distanceTo_m).orElse(Double.MAX_VALUE)))
        .toList();
  }

  /// A number that changes whenever a place does.
  public String stamp() {
    return store.stamp();
  }

  /// Adds a place; its neighbourhood is found by its position.
  @Transactional
  public Saving add(Actor by, Place given) {
    var made = at(given);
    if (!store.free(made.keys().national(), made.id()) || !store.add(made)) {
      return new Saving.Taken(made.keys().national());
    }
    trail.append(by.did("learning.places.act.added", about(made)));
    return new Saving.Saved(store.find(made.id()).orElseThrow());
  }

  /// Changes a place, unless somebody else changed it since, or it would be hidden while sessions
  /// are to come there. What the standard has a field for is then better known here than in files
  /// of that day and before.
  @Transactional
  public Saving change(Actor by, Place given) {
    return change(by, given, true);
  }

  /// Changes a place as a file tells it.
  @Transactional
  public Saving bring(Actor by, Place told) {
    return change(by, told, false);
  }

  /// The places of which the desk said something that no file has told since.
  @Transactional(readOnly = true)
  public Set<UUID> listCorrected() {
    return store.corrected();
  }

  private Saving change(Actor by, Place given, boolean desk) {
    var before = store.lock(given.id());
    if (before.isEmpty()) {
      return new Saving.Overtaken();
    }
    var made = at(given);
    if (alike(before.get(), made)) {
      return new Saving.Same(before.get());
    }
    int toCome = made.standing().hidden() && !before.get().standing().hidden() ? toCome(made) : 0;
    if (toCome > 0) {
      return new Saving.InUse(toCome);
    }
    if (!store.free(made.keys().national(), made.id())) {
      return new Saving.Taken(made.keys().national());
    }
    if (!store.update(made)) {
      return new Saving.Overtaken();
    }
    boolean corrected = desk && !standard(before.get()).equals(standard(made));
    if (corrected || !desk) {
      store.corrected(made.id(), corrected);
    }
    trail.append(by.did(act(before.get(), made), about(made)));
    return new Saving.Saved(store.find(made.id()).orElseThrow());
  }

  private int toCome(Place place) {
    return uses.stream().mapToInt(one -> one.toCome(place.id())).sum();
  }

  /// What the national standard has a field for.
  private static Place standard(Place place) {
    var bare = place.in(null);
    var offer = place.offer();
    return new Place(
        bare.id(),
        bare.keys(),
        bare.name(),
        bare.address(),
        bare.contact(),
        bare.hours(),
        bare.about(),
        new Place.Offer(offer.kinds(), offer.terms(), offer.otherLabels(), null, List.of()),
        new Place.Origin(place.origin().source(), null, place.origin().updatedOn()),
        new Place.Standing(true, false, false, 1, java.time.Instant.EPOCH));
  }

  private static String act(Place before, Place after) {
    if (before.standing().hidden() == after.standing().hidden()) {
      return "learning.places.act.changed";
    }
    return after.standing().hidden() ? "learning.places.act.hidden" : "learning.places.act.shown";
  }

  private static String about(Place place) {
    return place.name() + " (" + place.id() + ")";
  }

  /// Whether two places say the same, but for when they were changed.
  static boolean alike(Place one, Place other) {
    return bare(one).equals(bare(other));
  }

  private static Place bare(Place place) {
    var standing = place.standing();
    return new Place(
        place.id(),
        place.keys(),
        place.name(),
        place.address(),
        place.contact(),
        place.hours(),
        place.about(),
        place.offer(),
        place.origin(),
        new Place.Standing(
            standing.open(),
            standing.hidden(),
            standing.example(),
            standing.version(),
            java.time.Instant.EPOCH));
  }

  private Place at(Place given) {
    var standing = given.standing();
    return new Place(
        given.id(),
        given.keys(),
        given.name(),
        given.address().in(areaOf(given.address().where())),
        given.contact(),
        given.hours(),
        given.about(),
        given.offer(),
        given.origin(),
        new Place.Standing(
            standing.open(),
            standing.hidden(),
            standing.example(),
            standing.version(),
            clock.instant()));
  }

  /// Finds the neighbourhood of each place anew, after the outlines changed.
  @Transactional
  public void resettle() {
    for (var place : store.list()) {
      var area = areaOf(place.address().where());
      if (!Objects.equals(area, place.address().area())) {
        store.settle(place.id(), area);
      }
    }
  }

  private @Nullable String areaOf(@Nullable Position where) {
    return where == null
        ? null
        : territory.areaAt(where, Area.Kind.IRIS).map(Area::code).orElse(null);
  }
}
