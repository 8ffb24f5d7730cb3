package org.foyal.fibre.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.premises.Building;
import org.foyal.fibre.premises.Eligibility;
import org.foyal.fibre.premises.Offer;
import org.foyal.fibre.premises.Standing;
import org.foyal.fibre.rollout.Cabinet;
import org.foyal.fibre.rollout.Commitment;
import org.foyal.fibre.rollout.Fact;
import org.foyal.fibre.rollout.Rollout;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of « Ma fibre »: what is at an address, and what whoever lives there is told.
@Service
public class MyFibre {
  private static final String FIBRE = "FO";
  private static final String NO_SERVICE = "INEL";
  private static final int SHOWN_COUNTS = 3;

  private final Finding finding;
  private final Standing standing;
  private final Rollout rollout;
  private final LastFileStore store;
  private final ShellSettings city;
  private final Clock clock;

  MyFibre(
      Finding finding,
      Standing standing,
      Rollout rollout,
      LastFileStore store,
      ShellSettings city,
      Clock clock) {
    this.finding = finding;
    this.standing = standing;
    this.rollout = rollout;
    this.store = store;
    this.city = city;
    this.clock = clock;
  }

  /// What is known of the whole city: counts, each with its own denominator, and what was promised.
  public record OfTheCity(List<Fact> counts, List<Commitment> promised, LocalDate today) {}

  /// What is at a place.
  @Transactional(readOnly = true)
  public Place find(Asked asked) {
    return switch (finding.find(asked)) {
      case Finding.Found.At(var place) -> place;
      case Finding.Found.One(var building, var others) -> new Place.Here(home(building, others));
    };
  }

  /// What is known of the city beside: the last counts that were published, the promises that hold.
  @Transactional(readOnly = true)
  public OfTheCity ofTheCity() {
    var at = AsOf.known(clock.instant(), today());
    var counts = rollout.listCounts(at).reversed().stream().limit(SHOWN_COUNTS).toList();
    var promised =
        rollout.listCommitments(at).stream().filter(one -> one.area().isEmpty()).toList();
    return new OfTheCity(counts, promised, at.day());
  }

  /// Today, where the city is.
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), city.timeZone());
  }

  private Home home(Building building, List<Building> others) {
    var today = today();
    var cabinet = cabinet(building);
    var answer =
        Answer.of(
            new Situation(
                building.state(),
                cabinet.map(Cabinet::state),
                building.cabled(),
                cabinet.flatMap(one -> one.opening().ordersFrom()),
                building.consent(),
                operators(building, others),
                building.state().isPresent() || standing.isNetworkToldAround(building),
                today));
    return new Home(building, answer, others, fileOf(building), today);
  }

  /// Its cabinet, as the building's own source has it, else as another one does.
  private Optional<Cabinet> cabinet(Building building) {
    if (building.cabinet().isEmpty()) {
      return Optional.empty();
    }
    var told =
        rollout.listCabinets(
            List.of(building.cabinet().get()), AsOf.known(clock.instant(), today()));
    Predicate<Cabinet> own = one -> one.held().source().equals(building.held().source());
    return told.stream().filter(own).findFirst().or(() -> told.stream().findFirst());
  }

  /// The operators that the regulator's file names here; those of a class without service are
  /// there, and serve this building not.
  private Optional<Eligibility.Operators> operators(Building building, List<Building> others) {
    var refs = new HashSet<String>();
    refs.add(building.ref());
    others.forEach(other -> refs.add(other.ref()));
    var offers = refs.stream().flatMap(ref -> standing.listOffers(ref).stream()).toList();
    if (offers.isEmpty()) {
      return Optional.empty();
    }
    var there = codes(offers, _ -> true);
    var without = codes(offers, offer -> offer.downClass().equals(NO_SERVICE));
    without.removeAll(codes(offers, offer -> !offer.downClass().equals(NO_SERVICE)));
    return Optional.of(new Eligibility.Operators(there, without));
  }

  private static Set<String> codes(List<Offer> offers, Predicate<Offer> some) {
    var codes = new HashSet<String>();
    offers.stream()
        .filter(offer -> offer.technology().equals(FIBRE))
        .filter(some)
        .forEach(offer -> codes.add(offer.operator()));
    return codes;
  }

  private Optional<LocalDate> fileOf(Building building) {
    var kind =
        switch (building.held().source()) {
          case "IPE" -> "IPE";
          case "BASE" -> "ARCEP_BASE";
          default -> "ARCEP_BUILDINGS";
        };
    return store.lastFile(kind, building.operator().orElse(""));
  }
}
