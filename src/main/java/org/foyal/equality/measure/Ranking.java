package org.foyal.equality.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which places neighbourhoods may have in truth: an index is drawn many times, with values as they
/// may be and choices as others would make them, always from the same seed.
///
/// The choices are four (OECD and JRC, Handbook, 2008, step 7): the scale, how sub-indices are put
/// together, their weights, and which indicator is left out.
public final class Ranking {
  private static final double LOW = 0.05;
  private static final double HIGH = 0.95;
  private static final double WORST = 0.2;

  private final Drawing drawing;
  private final List<String> areas;
  private final int draws;

  /// An area with its indicators.
  ///
  /// @param values in the order of the method’s indicators; of each subject one known at least
  public record Area(String code, List<Estimate> values) {
    /// Keeps the values as they are.
    public Area {
      values = List.copyOf(values);
    }
  }

  /// Where an area may stand, 1 for whoever has the least.
  ///
  /// @param median of its ranks in all draws
  /// @param from the rank below which it stands in 5 % of draws
  /// @param to the rank above which it stands in 5 % of draws
  /// @param worst how often it is among the fifth that has least, 0 to 1
  /// @param group 1 where its possible ranks all lie in the half that has less, 3 where they all
  ///   lie in the other, 2 where that can’t be told
  public record Place(String code, double median, int from, int to, double worst, int group) {}

  /// How much of the movement of ranks hangs on a choice (Sobol’s indices, estimated after Jansen
  /// 1999).
  ///
  /// @param first by this choice alone
  /// @param total by this choice with all others
  public record Weight(Choice choice, double first, double total) {}

  /// What others could have chosen otherwise.
  public enum Choice {
    /// By goalposts, by robust distance from the median, or by rank.
    SCALE,
    /// Geometric or arithmetic.
    MEAN,
    /// Of the sub-indices, drawn around those of the method.
    WEIGHTS,
    /// Which indicator is left out, or none.
    LEFT_OUT
  }

  private Ranking(Method method, List<Area> areas, int draws, long seed) {
    this.areas = areas.stream().map(Area::code).toList();
    this.draws = draws;
    drawing = new Drawing(method, areas, draws, seed);
  }

  /// A ranking of areas.
  ///
  /// @param draws 1,000 or more say enough
  /// @param seed the same gives the same
  /// @throws IllegalArgumentException where an area has not as many values as there are indicators,
  ///   or there are fewer than two areas
  public static Ranking of(Method method, List<Area> areas, int draws, long seed) {
    int indicators = method.indicators().size();
    if (areas.size() < 2
        || draws < 1
        || areas.stream().anyMatch(area -> area.values().size() != indicators)) {
      throw new IllegalArgumentException("nothing to rank: " + areas.size() + " areas");
    }
    return new Ranking(method, areas, draws, seed);
  }

  /// The places of the areas, those that have least first.
  public List<Place> places() {
    var seen = new double[areas.size()][draws];
    for (int draw = 0; draw < draws; draw++) {
      var ranks = drawing.ranks(draw);
      for (int area = 0; area < ranks.length; area++) {
        seen[area][draw] = ranks[area];
      }
    }
    var places = new ArrayList<Place>();
    for (int area = 0; area < seen.length; area++) {
      Arrays.sort(seen[area]);
      places.add(place(areas.get(area), seen[area]));
    }
    places.sort(Comparator.comparingDouble(Place::median).thenComparing(Place::code));
    return List.copyOf(places);
  }

  private Place place(String code, double[] ranks) {
    double worst = Math.ceil(areas.size() * WORST);
    int from = (int) Math.floor(ranks[(int) (LOW * (draws - 1))]);
    int to = (int) Math.ceil(ranks[(int) Math.ceil(HIGH * (draws - 1))]);
    double middle = (areas.size() + 1) / 2.0;
    return new Place(
        code,
        (ranks[(draws - 1) / 2] + ranks[draws / 2]) / 2.0,
        from,
        to,
        Arrays.stream(ranks).filter(rank -> rank <= worst).count() / (double) draws,
        to < middle ? 1 : from > middle ? 3 : 2);
  }

  /// What the ranks hang on: the mean distance from the ranks of the method itself, taken apart by
  /// choice. All 0 where no choice moves anybody.
  public List<Weight> weights() {
    var a = IntStream.range(0, draws).mapToDouble(i -> drawing.shift(i, null)).toArray();
    var b = IntStream.range(0, draws).mapToDouble(i -> drawing.shiftOfTwin(i)).toArray();
    double mean = (Scaling.mean(a) + Scaling.mean(b)) / 2;
    double variance =
        IntStream.range(0, draws)
                .mapToDouble(i -> Math.pow(a[i] - mean, 2) + Math.pow(b[i] - mean, 2))
                .sum()
            / (2.0 * draws - 1);
    return Arrays.stream(Choice.values())
        .map(choice -> {
          double first = 0;
          double total = 0;
          for (int i = 0; i < draws; i++) {
            double mixed = drawing.shift(i, choice);
            first += Math.pow(b[i] - mixed, 2);
            total += Math.pow(a[i] - mixed, 2);
          }
          return variance == 0
              ? new Weight(choice, 0, 0)
              : new Weight(
                  choice,
                  Math.clamp(1 - first / (2 * draws * variance), 0, 1),
                  Math.clamp(total / (2 * draws * variance), 0, 1));
        })
        .toList();
  }
}
