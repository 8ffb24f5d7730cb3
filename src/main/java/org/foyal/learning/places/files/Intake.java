package org.foyal.learning.places.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.learning.places.Likeness;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.Saving;
import org.foyal.learning.places.files.Bringing.Change;
import org.foyal.learning.places.files.Bringing.Counts;
import org.foyal.learning.places.files.Bringing.Done;
import org.foyal.learning.places.files.Bringing.Line;
import org.foyal.learning.places.files.Bringing.Touched;
import org.foyal.learning.places.files.Bringing.Twin;
import org.foyal.people.Actor;
import org.foyal.territory.files.reading.Refusal;
import org.foyal.territory.files.reading.Unit;
import org.jspecify.annotations.Nullable;

/// Takes the lines of one file, one after the other, and counts what came of them.
final class Intake {
  /// So many of each kind are shown; all are counted.
  private static final int SHOWN = 200;

  private static final List<String> NEEDED =
      List.of("id", "nom", "commune", "code_postal", "adresse", "date_maj");

  private final Places places;
  private final PlaceFiles.Order order;
  private final Actor by;
  private final LocalDate today;
  private final Map<String, Place> standing = new LinkedHashMap<>();
  private final Map<String, List<Place>> stood = new HashMap<>();
  private final Set<UUID> corrected = new HashSet<>();
  private final Map<String, List<Place>> brought = new HashMap<>();
  private final Map<String, Long> seen = new HashMap<>();
  private final List<Line> refused = new ArrayList<>();
  private final List<Touched> touched = new ArrayList<>();
  private final List<Twin> twins = new ArrayList<>();
  private final List<Line> older = new ArrayList<>();
  private int read;
  private int added;
  private int changed;
  private int same;
  private int aside;
  private int bad;

  Intake(Places places, PlaceFiles.Order order, Actor by, LocalDate today) {
    this.places = places;
    this.order = order;
    this.by = by;
    this.today = today;
    for (var place : places.listAll()) {
      standing.put(place.keys().national(), place);
      stood.computeIfAbsent(place.address().communeCode(), _ -> new ArrayList<>()).add(place);
    }
    corrected.addAll(places.listCorrected());
  }

  Done done(String encoding) {
    return new Done(
        new Counts(read, added, changed, same, aside, bad),
        refused,
        touched,
        twins,
        older,
        encoding);
  }

  void take(Unit unit) {
    read++;
    switch (unit) {
      case Unit.Bad(Refusal refusal, _) -> refuse(refusal.line(), refusal, List.of(), "");
      case Unit.Read(long line, Map<String, String> fields, _) -> take(line, fields);
    }
  }

  private void take(long line, Map<String, String> fields) {
    var known = Optional.ofNullable(standing.get(fields.getOrDefault("id", "").strip()));
    var base = known.orElseGet(() -> Place.blank(UUID.randomUUID(), today));
    var result = Reading.over(base, known.isPresent() ? told(fields) : fields);
    var problems = new ArrayList<>(result.problems());
    for (var column : NEEDED) {
      if (fields.getOrDefault(column, "").isBlank()) {
        problems.add(new Reading.Problem(column, "learning.places.problem.empty", ""));
      }
    }
    if (result.place().origin().updatedOn().isAfter(today.plusDays(1))) {
      problems.add( // a day, as it is tomorrow elsewhere already
          new Reading.Problem(
              "date_maj", "learning.places.problem.future", fields.getOrDefault("date_maj", "")));
    }
    var before = seen.get(result.place().keys().national());
    if (before != null) {
      problems.add(
          new Reading.Problem("id", "learning.places.problem.twice", Long.toString(before)));
    }
    if (!problems.isEmpty()) {
      refuse(line, null, problems, result.place().name());
      return;
    }
    if (known.isEmpty()) {
      add(line, result);
    } else if (older(known.get(), result.place())) {
      leave(line, known.get());
    } else {
      change(line, known.get(), result);
    }
  }

  /// Whether a row is older than what stands, or of the same day and the desk knew better.
  private boolean older(Place known, Place told) {
    var stands = known.origin().updatedOn();
    var day = told.origin().updatedOn();
    return day.isBefore(stands)
        || (day.equals(stands)
            && corrected.contains(known.id())
            && !changes(known, told).isEmpty());
  }

  /// What a row says: a blank cell knows nothing, and what stands is worth more.
  private static Map<String, String> told(Map<String, String> fields) {
    var told = new LinkedHashMap<>(fields);
    told.values().removeIf(String::isBlank);
    if (told.getOrDefault("pivot", "").matches("[0\\s]+")) {
      told.remove("pivot");
    }
    return told;
  }

  /// Leaves a row aside that knows less than we do.
  private void leave(long line, Place known) {
    aside++;
    if (older.size() < SHOWN) {
      var day = known.origin().updatedOn().toString();
      boolean desk = corrected.contains(known.id());
      var words = desk ? "learning.places.problem.corrected" : "learning.places.problem.older";
      var problem = new Reading.Problem("date_maj", words, day);
      older.add(new Line(line, Optional.empty(), List.of(problem), known.name()));
    }
  }

  private void taken(long line, Place place) {
    seen.put(place.keys().national(), line);
  }

  private void refuse(
      long line, @Nullable Refusal refusal, List<Reading.Problem> problems, String name) {
    bad++;
    if (refused.size() < SHOWN) {
      refused.add(new Line(line, Optional.ofNullable(refusal), problems, name));
    }
  }

  private void change(long line, Place before, Reading.Read result) {
    var fields = changes(before, result.place());
    if (fields.isEmpty()) {
      same++;
      taken(line, before);
      return;
    }
    if (!order.trial() && !(places.bring(by, result.place()) instanceof Saving.Saved)) {
      var overtaken = new Reading.Problem("id", "learning.places.problem.version", "");
      refuse(line, null, List.of(overtaken), before.name());
      return;
    }
    changed++;
    taken(line, before);
    touch(
        new Touched(line, false, result.place(), fields, result.lost(), result.place().missing()));
  }

  private static List<Change> changes(Place before, Place after) {
    return Columns.ALL.stream()
        .map(column -> new Change(column, Columns.of(before, column), Columns.of(after, column)))
        .filter(change -> !change.before().equals(change.after()))
        .toList();
  }

  private void add(long line, Reading.Read result) {
    var twin = twin(line, result.place());
    twin.filter(_ -> twins.size() < SHOWN).ifPresent(twins::add);
    if (twin.isPresent() && !order.twins()) {
      aside++;
      return;
    }
    if (!order.trial() && !(places.add(by, result.place()) instanceof Saving.Saved)) {
      var taken = new Reading.Problem("id", "learning.places.problem.taken", "");
      refuse(line, null, List.of(taken), result.place().name());
      return;
    }
    added++;
    taken(line, result.place());
    brought
        .computeIfAbsent(result.place().address().communeCode(), _ -> new ArrayList<>())
        .add(result.place());
    touch(
        new Touched(
            line, true, result.place(), List.of(), result.lost(), result.place().missing()));
  }

  private void touch(Touched one) {
    if (touched.size() < SHOWN) {
      touched.add(one);
    }
  }

  /// Only places of one commune can be one, and only near ones are looked at.
  private Optional<Twin> twin(long line, Place place) {
    var commune = place.address().communeCode();
    return Stream.concat(
            stood.getOrDefault(commune, List.of()).stream()
                .flatMap(other -> twin(line, place, other, true).stream()),
            brought.getOrDefault(commune, List.of()).stream()
                .flatMap(other -> twin(line, place, other, !order.trial()).stream()))
        .max(Comparator.comparingDouble(Twin::alike));
  }

  private static Optional<Twin> twin(long line, Place place, Place other, boolean kept) {
    return Optional.of(other)
        .filter(one -> Likeness.near(place, one))
        .flatMap(one -> Likeness.of(place, one))
        .filter(alike -> alike >= Likeness.DOUBLE)
        .map(alike -> new Twin(line, place.name(), other, kept, alike));
  }
}
