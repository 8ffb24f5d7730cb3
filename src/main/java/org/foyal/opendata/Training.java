package org.foyal.opendata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.kernel.Interval;
import org.foyal.learning.figures.FigureRow;
import org.foyal.learning.figures.LearningFigures;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.territory.Area;
import org.foyal.territory.Provenance;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Places where people are helped, and what workshops add up to, as rows. What a demonstration
/// invented is in neither.
@Component
class Training {
  private static final String LICENCE = "Licence Ouverte 2.0";
  private static final String OWN = "Inscriptions et présences de la ville";

  private final Places places;
  private final LearningFigures figures;
  private final Territory territory;

  Training(Places places, LearningFigures figures, Territory territory) {
    this.places = places;
    this.figures = figures;
    this.territory = territory;
  }

  String stamp() {
    return places.stamp() + " " + figures.stamp();
  }

  /// When a place last changed; figures say themselves of when they are.
  Instant changedAt() {
    return real()
        .map(one -> one.standing().changedAt())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  private Stream<Place> real() {
    return places.list().stream().filter(one -> !one.standing().example());
  }

  /// Of places, whoever told each of them; the city itself counts.
  List<Provenance> sources(Dataset dataset) {
    return dataset == Dataset.TRAINING
        ? List.of(new Provenance(dataset.kind(), OWN, LICENCE, changedAt()))
        : real()
            .map(one -> one.origin().source())
            .distinct()
            .sorted()
            .map(source -> new Provenance(dataset.kind(), source, LICENCE, changedAt()))
            .toList();
  }

  void places(RowWriter writer) {
    real()
        .forEach(one ->
            writer.write(row(one), one.address().position().map(OpenData::point).orElse(null)));
  }

  private static List<@Nullable Object> row(Place place) {
    var address = place.address();
    return with(
        place.origin().source(),
        place.standing().changedAt(),
        place.id().toString(),
        place.name(),
        address.street(),
        address.postcode(),
        address.commune(),
        address.area(),
        address.position().map(at -> at.latitude_deg()).orElse(null),
        address.position().map(at -> at.longitude_deg()).orElse(null),
        place.contact().phone(),
        place.hours(),
        place.offer().stepFree(),
        place.origin().updatedOn().toString());
  }

  void figures(RowWriter writer) {
    var at = changedAt();
    figures.rows().forEach(one -> writer.write(row(one, at), null));
  }

  private List<@Nullable Object> row(FigureRow row, Instant at) {
    return with(
        OWN,
        at,
        row.quarter(),
        row.figure(),
        row.by(),
        row.part(),
        name(row),
        row.value().isPresent() ? row.value().getAsDouble() : null,
        row.interval().map(Interval::from).orElse(null),
        row.interval().map(Interval::to).filter(Double::isFinite).orElse(null),
        row.standing().code(),
        row.known().toString(),
        row.version());
  }

  private @Nullable String name(FigureRow row) {
    return Optional.of(row.part())
        .filter(_ -> List.of("area", "home").contains(row.by()))
        .flatMap(territory::findArea)
        .map(Area::name)
        .orElse(null);
  }

  private static List<@Nullable Object> with(
      String source, Instant at, @Nullable Object... values) {
    var row = new ArrayList<@Nullable Object>(Arrays.asList(values));
    row.add(source);
    row.add(LICENCE);
    row.add(at.toString());
    return row;
  }
}
