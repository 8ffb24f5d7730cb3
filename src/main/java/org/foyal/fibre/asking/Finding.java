package org.foyal.fibre.asking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.fibre.premises.Building;
import org.foyal.fibre.premises.Standing;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Street;
import org.foyal.territory.Territory;
import org.foyal.territory.search.Hit;
import org.foyal.territory.search.Search;
import org.springframework.stereotype.Component;

/// From what somebody asks to the buildings that they may mean.
@Component
class Finding {
  /// Numbers that the search of streets does not read as such: `166-170`, `166170`.
  private static final Pattern WIDE =
      Pattern.compile("^\\s*(\\d{1,4}\\s*[-–/]\\s*\\d{1,4}|\\d{6})\\s*,?\\s+(?=\\p{L})");

  private static final int MOST_HITS = 12;
  private static final int NEAR = 6;
  private static final int MOST_NUMBERS = 400;
  private static final double AROUND_m = 75;

  private final Search search;
  private final Territory territory;
  private final Standing standing;

  Finding(Search search, Territory territory, Standing standing) {
    this.search = search;
    this.territory = territory;
    this.standing = standing;
  }

  /// What was found: a place without an answer yet, or the building with what others say of it.
  sealed interface Found {
    record At(Place place) implements Found {}

    record One(Building building, List<Building> others) implements Found {}
  }

  Found find(Asked asked) {
    if (asked.ref().isPresent()) {
      return byRef(asked.ref().get());
    }
    if (asked.point()) {
      return asked.where().map(this::byPoint).orElseGet(() -> new Found.At(new Place.Outside()));
    }
    if (asked.street() != null) {
      return asked
          .streetId()
          .map(id -> byStreet(id, asked.numberTyped()))
          .orElseGet(() -> new Found.At(new Place.NoStreet("", List.of())));
    }
    return asked.typed().isEmpty() ? new Found.At(new Place.Nothing()) : byWords(asked.typed());
  }

  private Found byWords(String typed) {
    var wide = WIDE.matcher(typed);
    boolean begins = wide.find();
    var words = begins ? typed.substring(wide.end()) : typed;
    var found = search.find(words, MOST_HITS);
    var hits = found.hits().stream().filter(hit -> isStreet(hit) || hit.where() != null).toList();
    var streets = hits.stream().filter(Finding::isStreet).toList();
    if (hits.isEmpty()) {
      return new Found.At(new Place.NoStreet(typed, found.near()));
    }
    if (isClear(hits, streets)) {
      var hit = streets.getFirst();
      var number = begins ? wide.group(1) : hit.number() == null ? "" : hit.number();
      return byStreet(hit.key(), number);
    }
    return new Found.At(new Place.Streets(hits));
  }

  private static boolean isStreet(Hit hit) {
    return hit.kind() == Hit.Kind.STREET || hit.kind() == Hit.Kind.ADDRESS;
  }

  /// Whether one street is meant beyond doubt.
  private static boolean isClear(List<Hit> hits, List<Hit> streets) {
    if (streets.isEmpty()) {
      return false;
    }
    long exact = streets.stream().filter(hit -> hit.match() == Hit.Match.EXACT).count();
    return hits.size() == 1
        || (exact == 1 && streets.getFirst().match() == Hit.Match.EXACT)
        || (streets.size() == hits.size()
            && streets.stream().map(Hit::key).distinct().count() == 1);
  }

  private Found byStreet(String id, String typed) {
    var all = standing.listOfStreet(id);
    var name = territory.findStreet(id).map(Street::name).or(() -> named(all));
    if (name.isEmpty()) {
      return new Found.At(new Place.NoStreet("", List.of()));
    }
    var number = HouseNumber.read(typed);
    if (number.isEmpty()) {
      return new Found.At(street(id, name.get(), !typed.isEmpty(), all));
    }
    var here = at(number.get(), all);
    var chosen = oneOfEach(here);
    if (chosen.isEmpty()) {
      return new Found.At(
          new Place.NoneHere(id, name.get(), number.get(), near(number.get(), all)));
    }
    return chosen.size() == 1
        ? one(chosen.getFirst(), here)
        : new Found.At(new Place.Several(id, number.get().said() + " " + name.get(), chosen));
  }

  private static Optional<String> named(List<Building> all) {
    return all.stream()
        .map(one -> one.address().streetKind() + " " + one.address().streetName())
        .findFirst()
        .map(String::strip);
  }

  private static Place street(String id, String name, boolean unread, List<Building> all) {
    var numbers =
        all.stream()
            .map(Finding::numberOf)
            .flatMap(Optional::stream)
            .distinct()
            .sorted(Comparator.comparingInt(HouseNumber::first).thenComparing(HouseNumber::suffix))
            .limit(MOST_NUMBERS)
            .toList();
    var numberless = all.stream().filter(one -> numberOf(one).isEmpty()).toList();
    return new Place.Street(id, name, unread, numbers, oneOfEach(numberless));
  }

  private static Optional<HouseNumber> numberOf(Building building) {
    return HouseNumber.read(building.address().number() + building.address().suffix());
  }

  /// Those at the number itself; else those whose span of numbers holds it.
  private static List<Building> at(HouseNumber number, List<Building> all) {
    var same =
        all.stream().filter(one -> numberOf(one).filter(number::sameAs).isPresent()).toList();
    return same.isEmpty()
        ? all.stream()
            .filter(one ->
                numberOf(one)
                    .filter(own ->
                        own.holds(number)
                            || own.asSpan().filter(span -> span.holds(number)).isPresent())
                    .isPresent())
            .toList()
        : same;
  }

  private static List<Building> near(HouseNumber number, List<Building> all) {
    var byNumber = new LinkedHashMap<HouseNumber, Building>();
    all.stream()
        .filter(one -> numberOf(one).isPresent())
        .sorted(Comparator.comparingInt(one -> numberOf(one).orElseThrow().distanceTo(number)))
        .forEach(one -> byNumber.putIfAbsent(numberOf(one).orElseThrow(), one));
    return byNumber.values().stream().limit(NEAR).toList();
  }

  private Found byPoint(Position where) {
    if (isOutside(where)) {
      return new Found.At(new Place.Outside());
    }
    var around = standing.listAround(where, AROUND_m, 40);
    var chosen = oneOfEach(around);
    return switch (chosen.size()) {
      case 0 -> new Found.At(new Place.NobodyAround());
      case 1 -> one(chosen.getFirst(), around);
      default -> new Found.At(new Place.Several("", "", chosen.stream().limit(MOST_HITS).toList()));
    };
  }

  /// Whether a point lies in another commune than the city, or in none that is known.
  private boolean isOutside(Position where) {
    var commune = territory.areaAt(where, Kind.COMMUNE).map(Area::code);
    var city = territory.city().map(Area::code);
    return city.isPresent()
        ? !commune.equals(city)
        : commune.isEmpty() && !territory.listAreas(Kind.COMMUNE).isEmpty();
  }

  private Found byRef(String ref) {
    var here = standing.list(ref);
    if (!here.isEmpty()) {
      return one(oneOfEach(here).getFirst(), here);
    }
    return standing
        .findGone(ref)
        .filter(last -> last.held().until().isPresent())
        .<Found>map(last -> new Found.At(new Place.Gone(last, last.held().until().orElseThrow())))
        .orElseGet(() -> new Found.At(new Place.NoStreet("", List.of())));
  }

  /// Each building once, in the words of who knows it best: whoever builds its network, else the
  /// regulator's quarterly file, else the regulator's base.
  private static List<Building> oneOfEach(List<Building> here) {
    var chosen = new ArrayList<>(of("IPE", here));
    boolean builders = !chosen.isEmpty();
    var known = new HashSet<String>();
    chosen.forEach(one -> known.add(door(one)));
    chosen.forEach(one -> known.add(one.ref()));
    for (var one : of("ARCEP", here)) {
      boolean same =
          known.contains(one.ref())
              || known.contains(door(one))
              || (builders
                  && one.address().block().isEmpty()
                  && chosen.stream().anyMatch(own -> number(own).equals(number(one))));
      if (!same) {
        chosen.add(one);
        known.add(one.ref());
      }
    }
    return chosen.isEmpty() ? of("BASE", here) : List.copyOf(chosen);
  }

  private static List<Building> of(String source, List<Building> here) {
    return here.stream().filter(one -> one.held().source().equals(source)).toList();
  }

  private static String number(Building one) {
    return one.address().streetId() + " " + numberOf(one).map(HouseNumber::written).orElse("");
  }

  private static String door(Building one) {
    return number(one) + " " + one.address().block().toLowerCase(Locale.ROOT);
  }

  private static Found one(Building building, List<Building> here) {
    var others =
        here.stream()
            .filter(other -> !other.held().source().equals(building.held().source()))
            .filter(
                other -> other.ref().equals(building.ref()) || door(other).equals(door(building)))
            .toList();
    return new Found.One(building, others);
  }
}
