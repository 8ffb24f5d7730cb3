package org.foyal.fibre.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.coverage.Promised.Actual;
import org.foyal.fibre.rollout.Cabinet;
import org.foyal.fibre.rollout.CabinetState;
import org.foyal.fibre.rollout.Fact;
import org.foyal.fibre.rollout.Rollout;
import org.foyal.shell.Page;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts together what the pages and the files show: what is counted, what was published, what was
/// promised and what came of it.
@Component
class FollowUp {
  private final FibreCoverage coverage;
  private final Forecasts forecasts;
  private final Rollout rollout;

  FollowUp(FibreCoverage coverage, Forecasts forecasts, Rollout rollout) {
    this.coverage = coverage;
    this.forecasts = forecasts;
    this.rollout = rollout;
  }

  /// All that is known of a question.
  ///
  /// @param history the whole city, as the files tell, on each day on which something changed
  /// @param published apart by their wholes
  /// @param announced openings, announcements and plans, in the order of their days
  /// @param since the first day by which this house knew anything
  record Sheet(
      Question question,
      Optional<CityCoverage> coverage,
      List<Point> history,
      List<Published> published,
      List<Fact> announced,
      List<Promised> promised,
      Optional<LocalDate> since) {
    /// How large the city is, where files tell of a part of it only, or where nobody says.
    Optional<String> part(Page page) {
      var whole =
          Published.whole(published.stream().flatMap(one -> one.counts().stream()).toList());
      return coverage
          .filter(CityCoverage::countsHomes)
          .map(found -> found.all().homes().all())
          .filter(told -> !Published.isWhole(told, whole))
          .map(told ->
              whole
                  .map(all ->
                      page.say(
                          "fibre.coverage.part",
                          CoverageWords.number(page, told),
                          page.number(all)))
                  .orElseGet(() -> page.say("fibre.coverage.part.unknown")));
    }

    /// What files tell of the whole city, if they do.
    Optional<CityCoverage> whole() {
      var whole =
          Published.whole(published.stream().flatMap(one -> one.counts().stream()).toList());
      return coverage
          .filter(CityCoverage::countsHomes)
          .filter(found -> Published.isWhole(found.all().homes().all(), whole));
    }

    /// The count of the whole city that was published last.
    Optional<Fact> lastCount() {
      return published.stream()
          .flatMap(one -> one.counts().stream())
          .max(Comparator.comparing((Fact one) -> one.on().first()));
    }
  }

  LocalDate today() {
    return coverage.today();
  }

  @Transactional(readOnly = true)
  Sheet of(Question question) {
    var at = coverage.at(question);
    var found = coverage.find(question);
    var history = coverage.history(question);
    var facts =
        rollout.listFacts(at).stream()
            .filter(fact -> fact.held().example() == question.examples())
            .toList();
    var counts =
        facts.stream()
            .filter(fact -> fact.kind() == Fact.Kind.COUNT && fact.area().isEmpty())
            .toList();
    var known = actuals(found.filter(CityCoverage::countsHomes).isPresent(), history, counts);
    var promised =
        rollout.listCommitmentsSoFar(at).stream()
            .filter(one -> one.held().example() == question.examples())
            .filter(one -> one.area().isEmpty())
            .map(one -> Promised.of(one, known, question.day()))
            .toList();
    return new Sheet(
        question,
        found,
        history,
        Published.of(counts),
        facts.stream().filter(fact -> fact.kind() != Fact.Kind.COUNT).toList(),
        promised,
        coverage.knownSince());
  }

  /// Whether a demonstration invented something that can be shown alone.
  boolean isInvented(Question question) {
    return coverage.find(new Question(question.day(), question.knownBy(), true)).isPresent();
  }

  private static List<Actual> actuals(boolean homes, List<Point> history, List<Fact> counts) {
    var known = new ArrayList<Actual>();
    if (homes) {
      var whole = Published.whole(counts);
      history.stream()
          .filter(point -> Published.isWhole(point.of(), whole))
          .forEach(point -> known.add(new Actual(point, "", Optional.empty())));
    }
    for (var one : Published.of(counts)) {
      for (int i = 0; i < one.counts().size(); i++) {
        var source = one.counts().get(i).source();
        known.add(new Actual(one.points().get(i), source.title(), source.address()));
      }
    }
    return known;
  }

  /// What was foreseen up to a day; empty while a demonstration is asked about.
  List<Forecasts.Told> forecasts(Question question) {
    return question.examples() ? List.of() : forecasts.list(question);
  }

  /// Whether one could be made of what is known of a day, else why not.
  Forecasting.Guess guess(Question question) {
    return forecasts.guess(question);
  }

  /// Cabinets that files tell of: how many in all, and how many stand.
  record Cabinets(long all, long deployed) {}

  /// The real cabinets, each once.
  @Transactional(readOnly = true)
  Cabinets cabinets(Question question) {
    var all =
        rollout.listCabinets(coverage.at(question)).stream()
            .filter(one -> one.held().example() == question.examples())
            .filter(one -> one.state() != CabinetState.ABANDONED)
            .toList();
    return new Cabinets(
        all.stream().map(Cabinet::ref).distinct().count(),
        all.stream()
            .filter(one -> one.state() == CabinetState.DEPLOYED)
            .map(Cabinet::ref)
            .distinct()
            .count());
  }
}
