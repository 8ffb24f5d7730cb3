package org.foyal.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.foyal.kernel.Position;
import org.foyal.territory.Street;

/// An invented network on real streets: cabinets, the buildings behind each, and when each building
/// was connectable. The same city, number of cabinets and days give the same network. How many
/// homes are connectable by each day is given, and met to the home.
final class ExampleNetwork {
  private static final int SEED = 2016;
  private static final int STREETS_OF_A_CABINET = 6;
  private static final double NEARBY_deg = 0.0004;
  private static final int LARGEST = 60;

  private final List<Stage> stages;
  private final List<Box> boxes = new ArrayList<>();
  private final Random lot = new Random(SEED);
  private final Map<String, Integer> numbers = new HashMap<>();

  /// A file: the day of which it speaks, and how many homes are connectable by then.
  record Stage(LocalDate day, int connectable) {}

  /// A cabinet.
  ///
  /// @param stage the first file in which one of its homes is connectable; none: in no file
  record Box(int number, Street street, List<House> houses, Optional<Integer> stage) {
    int homes() {
      return houses.stream().mapToInt(House::homes).sum();
    }

    Box opened(List<House> done) {
      var first = done.stream().flatMap(one -> one.stage().stream()).min(Integer::compareTo);
      return new Box(number, street, done, first);
    }
  }

  /// A building.
  ///
  /// @param stage the first file in which it is connectable; none: in no file
  /// @param luck from 0 to 99: what befalls it
  record House(
      int id,
      Street street,
      int number,
      Position where,
      int homes,
      Optional<Integer> stage,
      int luck) {
    House in(int file) {
      return new House(id, street, number, where, homes, Optional.of(file), luck);
    }
  }

  /// @param quarters streets by neighbourhood, those that are connected first first
  /// @param homes of all cabinets together
  /// @param firstBox how many homes hang from the first cabinet
  ExampleNetwork(
      List<List<Street>> quarters, int cabinets, int homes, int firstBox, List<Stage> stages) {
    this.stages = stages;
    int id = 0;
    int left = homes;
    for (int number = 0; number < cabinets; number++) {
      int rest = cabinets - number;
      int size = number == 0 ? Math.min(firstBox, left) : rest == 1 ? left : about(left / rest);
      var quarter = quarters.get(number % quarters.size());
      var street = quarter.get(lot.nextInt(quarter.size()));
      var box = new Box(number, street, houses(quarter, street, size, id), Optional.empty());
      boxes.add(box);
      id += box.houses().size();
      left -= size;
    }
    connect();
  }

  private int about(int size) {
    return Math.max(1, (int) (size * (0.8 + 0.4 * lot.nextDouble())));
  }

  /// Buildings on the streets nearest to a cabinet's: houses of one home, small ones, and blocks.
  private List<House> houses(List<Street> quarter, Street street, int homes, int firstId) {
    var near =
        quarter.stream()
            .sorted(Comparator.comparingDouble((Street one) -> distance(one, street)))
            .limit(STREETS_OF_A_CABINET)
            .toList();
    var houses = new ArrayList<House>();
    for (int left = homes; left > 0; ) {
      int kind = lot.nextInt(10);
      int wanted = kind < 3 ? 1 : kind < 6 ? 2 + lot.nextInt(9) : 12 + lot.nextInt(LARGEST - 12);
      int size = Math.min(wanted, left);
      var on = near.get(lot.nextInt(near.size()));
      int number = numbers.merge(on.id(), 1, Integer::sum);
      houses.add(
          new House(
              firstId + houses.size(),
              on,
              number,
              near(on.middle()),
              size,
              Optional.empty(),
              lot.nextInt(100)));
      left -= size;
    }
    return houses;
  }

  private static double distance(Street one, Street other) {
    double lat = one.middle().latitude_deg() - other.middle().latitude_deg();
    double lon = one.middle().longitude_deg() - other.middle().longitude_deg();
    return lat * lat + lon * lon;
  }

  private Position near(Position middle) {
    return new Position(
        middle.latitude_deg() + (lot.nextDouble() - 0.5) * NEARBY_deg,
        middle.longitude_deg() + (lot.nextDouble() - 0.5) * NEARBY_deg);
  }

  /// Lets each file connect so many homes as it says, cabinet after cabinet. A building that is
  /// larger than what is left waits for the next file.
  private void connect() {
    var stage = new HashMap<Integer, Integer>();
    int connected = 0;
    for (int file = 0; file < stages.size(); file++) {
      for (var box : boxes) {
        for (var house : box.houses()) {
          boolean fits = connected + house.homes() <= stages.get(file).connectable();
          if (fits && !stage.containsKey(house.id())) {
            stage.put(house.id(), file);
            connected += house.homes();
          }
        }
      }
    }
    boxes.replaceAll(box ->
        box.opened(
            box.houses().stream()
                .map(house -> {
                  var file = stage.get(house.id());
                  return file == null ? house : house.in(file);
                })
                .toList()));
  }

  List<Box> boxes() {
    return List.copyOf(boxes);
  }

  List<Stage> stages() {
    return stages;
  }
}
