package org.foyal.fibre.coverage;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.coverage.Forecast.Step;
import org.foyal.fibre.coverage.Forecasting.Guess;
import org.foyal.fibre.rollout.Rollout;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of forecasts: makes one whenever more is known and enough is, keeps it, and puts it
/// beside what was seen since. What a demonstration invented is no ground for any.
@Service
public class Forecasts {
  private static final String OPERATORS = "operators";

  /// A count so near to the day that was foreseen tells what came of it.
  private static final int NEAR_days = 45;

  private final ForecastStore store;
  private final FibreCoverage coverage;
  private final Rollout rollout;

  Forecasts(ForecastStore store, FibreCoverage coverage, Rollout rollout) {
    this.store = store;
    this.coverage = coverage;
    this.rollout = rollout;
  }

  /// A series that a forecast may stand on.
  private record Series(String name, List<Point> points) {}

  private List<Series> series(Question question) {
    var all = new ArrayList<Series>();
    if (coverage.find(question).filter(CityCoverage::countsHomes).isPresent()) {
      all.add(new Series(OPERATORS, coverage.history(question)));
    }
    Published.of(
            rollout.listCounts(coverage.at(question)).stream()
                .filter(fact -> !fact.held().example())
                .toList())
        .forEach(one -> all.add(new Series(one.series(), one.points())));
    return all;
  }

  /// Makes what can be made today; how many are new.
  @Transactional
  public int make() {
    var today = coverage.today();
    int made = 0;
    for (var one : series(Question.of(today))) {
      if (Forecasting.of(one.points(), today) instanceof Guess.Made(var used, var steps)
          && !steps.isEmpty()) {
        var forecast =
            new Forecast(
                one.name(),
                today,
                used.size(),
                used.getFirst().day(),
                used.getLast().day(),
                used.getLast().of(),
                steps);
        made += store.add(forecast) ? 1 : 0;
      }
    }
    return made;
  }

  /// What is said where there is none: of the series that is nearest to having one.
  @Transactional(readOnly = true)
  Guess guess(Question question) {
    return series(question).stream()
        .map(one -> Forecasting.of(one.points(), question.day()))
        .max(
            Comparator.<Guess>comparingInt(guess ->
                switch (guess) {
                  case Guess.Made _ -> Integer.MAX_VALUE;
                  case Guess.TooOld _ -> Integer.MAX_VALUE - 1;
                  case Guess.TooShort _ -> Integer.MAX_VALUE - 2;
                  case Guess.TooFew(int points) -> points;
                }))
        .orElseGet(() -> new Guess.TooFew(0));
  }

  /// What was foreseen of a day, and what was seen.
  ///
  /// @param seen the count that lies nearest to that day, if one is near enough
  record Compared(Step step, Optional<Point> seen) {
    /// Whether what was seen lies in the interval.
    boolean right() {
      return seen.filter(one -> one.share() >= step.low() && one.share() <= step.high())
          .isPresent();
    }
  }

  /// A forecast beside what came of it.
  record Told(Forecast forecast, List<Compared> steps) {}

  /// Those that were made up to a day, the latest first, beside what is known on it.
  @Transactional(readOnly = true)
  List<Told> list(Question question) {
    var series = series(question);
    return store.list(question.knownBy().orElse(question.day())).stream()
        .map(forecast -> told(forecast, series))
        .toList();
  }

  private static Told told(Forecast forecast, List<Series> series) {
    var points =
        series.stream()
            .filter(one -> one.name().equals(forecast.series()))
            .flatMap(one -> one.points().stream())
            .filter(point -> point.day().isAfter(forecast.last()))
            .toList();
    return new Told(
        forecast,
        forecast.steps().stream().map(step -> new Compared(step, near(step, points))).toList());
  }

  private static Optional<Point> near(Step step, List<Point> points) {
    return points.stream()
        .filter(point -> distance_days(step, point) <= NEAR_days)
        .min(Comparator.comparingLong(point -> distance_days(step, point)));
  }

  private static long distance_days(Step step, Point point) {
    return Math.abs(ChronoUnit.DAYS.between(step.day(), point.day()));
  }
}
