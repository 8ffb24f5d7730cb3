package org.foyal.fibre.coverage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.coverage.AreaCoverage.Homes;
import org.foyal.fibre.coverage.FollowUp.Sheet;
import org.foyal.fibre.coverage.Promised.State;
import org.foyal.fibre.rollout.Fact;
import org.foyal.shell.Page;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Component;

/// The fibre in ten plain lines: the same ten questions every day, each with its answer, its source
/// and its day, or « nous ne savons pas ». Examples are in none.
@Component
class BriefLines {
  private final FollowUp follow;
  private final Territory territory;

  BriefLines(FollowUp follow, Territory territory) {
    this.follow = follow;
    this.territory = territory;
  }

  /// One line.
  ///
  /// @param source whose words it is; empty: nobody's, as nothing is known
  /// @param day of which day it speaks, in the reader's writing
  record Line(
      String text, Optional<String> source, Optional<String> address, Optional<String> day) {}

  /// The ten lines, as of today.
  List<Line> of(Page page) {
    var sheet = follow.of(Question.of(follow.today()));
    return List.of(
        connectable(page, sheet),
        without(page, sheet),
        before(page, sheet),
        orderable(page, sheet),
        late(page, sheet),
        waited(page, sheet),
        least(page, sheet),
        cabinets(page, sheet),
        promise(page, sheet),
        forecast(page, sheet));
  }

  private static Line unknown(Page page, String key) {
    return new Line(
        page.say("fibre.coverage.brief." + key + ".unknown"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Line published(Page page, String text, Fact fact) {
    return new Line(
        text,
        Optional.of(fact.source().title()),
        fact.source().address(),
        Optional.of(CoverageWords.day(page, fact.on())));
  }

  private static Line counted(Page page, String text, CityCoverage found) {
    return new Line(
        text,
        Optional.of(page.say("fibre.coverage.source." + found.source())),
        Optional.empty(),
        Optional.of(page.date(found.file())));
  }

  /// What files tell of the whole city, if they are no older than what was published last.
  private static Optional<CityCoverage> newest(Sheet sheet) {
    return sheet
        .whole()
        .filter(found ->
            sheet.lastCount().filter(fact -> fact.on().first().isAfter(found.file())).isEmpty());
  }

  private static Line connectable(Page page, Sheet sheet) {
    var found = newest(sheet);
    if (found.isPresent()) {
      var homes = found.get().all().homes();
      return counted(page, share(page, "connectable", homes.connectable(), homes), found.get());
    }
    return sheet
        .lastCount()
        .map(fact ->
            published(
                page,
                page.say(
                    fact.amount().unit() == Fact.Unit.PREMISES
                        ? "fibre.coverage.brief.connectable"
                        : "fibre.coverage.brief.connectable.homes",
                    page.number(fact.amount().number().orElseThrow()),
                    page.number(fact.amount().of().orElseThrow()),
                    page.number(fact.amount().share_percent().orElseThrow())),
                fact))
        .orElseGet(() -> unknown(page, "connectable"));
  }

  private static String share(Page page, String key, long count, Homes homes) {
    return page.say(
        "fibre.coverage.brief." + key,
        CoverageWords.number(page, count),
        CoverageWords.number(page, homes.all()),
        page.number(100.0 * count / homes.all()));
  }

  private static Line without(Page page, Sheet sheet) {
    var found = newest(sheet);
    if (found.isPresent()) {
      var homes = found.get().all().homes();
      long rest = homes.all() - homes.connectable();
      return counted(
          page,
          page.say("fibre.coverage.brief.without", CoverageWords.number(page, rest)),
          found.get());
    }
    return sheet
        .lastCount()
        .map(fact -> {
          long rest = fact.amount().of().orElseThrow() - fact.amount().number().orElseThrow();
          return published(
              page,
              page.say("fibre.coverage.brief.without", CoverageWords.number(page, rest)),
              fact);
        })
        .orElseGet(() -> unknown(page, "without"));
  }

  /// The count that was published before the last one; of another whole it is not compared.
  private static Line before(Page page, Sheet sheet) {
    var counts =
        sheet.published().stream()
            .flatMap(one -> one.counts().stream())
            .sorted(Comparator.comparing((Fact one) -> one.on().first()))
            .toList();
    int before = counts.size() - (newest(sheet).isPresent() ? 1 : 2);
    if (before < 0) {
      return unknown(page, "before");
    }
    var fact = counts.get(before);
    boolean same =
        newest(sheet).isEmpty() && counts.getLast().amount().of().equals(fact.amount().of());
    return published(
        page,
        page.say(
            same ? "fibre.coverage.brief.before" : "fibre.coverage.brief.before.other",
            page.number(fact.amount().number().orElseThrow()),
            page.number(fact.amount().of().orElseThrow())),
        fact);
  }

  private static Line orderable(Page page, Sheet sheet) {
    return sheet
        .coverage()
        .filter(CityCoverage::countsHomes)
        .map(found -> {
          var homes = found.all().homes();
          return counted(page, share(page, "orderable", homes.orderable(), homes), found);
        })
        .orElseGet(() -> unknown(page, "orderable"));
  }

  private static Line late(Page page, Sheet sheet) {
    return sheet
        .coverage()
        .filter(CityCoverage::countsHomes)
        .map(found ->
            counted(
                page,
                page.say(
                    "fibre.coverage.brief.late",
                    CoverageWords.number(page, found.all().behind().late()),
                    CoverageWords.number(page, found.all().behind().replanned())),
                found))
        .orElseGet(() -> unknown(page, "late"));
  }

  private static Line waited(Page page, Sheet sheet) {
    return sheet
        .coverage()
        .filter(one -> one.all().waited_days().isPresent())
        .map(found ->
            counted(
                page,
                page.say(
                    "fibre.coverage.brief.wait",
                    page.number(found.all().waited_days().orElseThrow())),
                found))
        .orElseGet(() -> unknown(page, "wait"));
  }

  private Line least(Page page, Sheet sheet) {
    return sheet
        .coverage()
        .flatMap(found ->
            found.areas().stream()
                .filter(one -> one.area().isPresent() && one.homes().all() > 0)
                .min(
                    Comparator.comparingDouble(
                        (AreaCoverage one) -> one.homes().share().orElse(1.0)))
                .map(one -> counted(page, least(page, one), found)))
        .orElseGet(() -> unknown(page, "least"));
  }

  private String least(Page page, AreaCoverage one) {
    var code = one.area().orElseThrow();
    return page.say(
        "fibre.coverage.brief.least",
        territory.findArea(code).map(Area::name).orElse(code),
        page.number(100 * one.homes().share().orElseThrow()));
  }

  private Line cabinets(Page page, Sheet sheet) {
    var cabinets = follow.cabinets(sheet.question());
    if (sheet.coverage().isPresent() && cabinets.all() > 0) {
      return counted(
          page,
          page.say(
              "fibre.coverage.brief.cabinets",
              CoverageWords.number(page, cabinets.deployed()),
              CoverageWords.number(page, cabinets.all())),
          sheet.coverage().get());
    }
    return sheet.announced().stream()
        .filter(fact -> fact.kind() == Fact.Kind.OPENING)
        .max(Comparator.comparing((Fact fact) -> fact.on().first()))
        .map(fact ->
            published(
                page,
                page.say("fibre.coverage.brief.cabinets.opening", fact.title().in(page.language())),
                fact))
        .orElseGet(() -> unknown(page, "cabinets"));
  }

  /// The next promise that is due, else the one whose day passed last.
  private static Line promise(Page page, Sheet sheet) {
    Comparator<Promised> byDay =
        Comparator.comparing((Promised one) -> one.due().orElse(LocalDate.MIN));
    return sheet.promised().stream()
        .filter(one -> one.state() == State.OPEN)
        .min(byDay)
        .or(() ->
            sheet.promised().stream()
                .filter(one -> one.due().isPresent() && one.promise().goal().isPresent())
                .max(byDay))
        .map(one -> {
          var promise = one.promise();
          return new Line(
              page.say(
                  "fibre.coverage.brief.promise",
                  promise.title().in(page.language()),
                  CoverageWords.day(page, promise.due().orElseThrow()),
                  page.say("fibre.coverage.state." + one.state())),
              Optional.of(promise.source().title()),
              promise.source().address(),
              promise.source().on().map(page::date));
        })
        .orElseGet(() -> unknown(page, "promise"));
  }

  private Line forecast(Page page, Sheet sheet) {
    var made = follow.forecasts(sheet.question());
    if (!made.isEmpty()) {
      var forecast = made.getFirst().forecast();
      var step = forecast.steps().getLast();
      return new Line(
          page.say(
              "fibre.coverage.brief.forecast",
              page.date(step.day()),
              page.number(100 * step.low()),
              page.number(100 * step.high())),
          Optional.of(page.say("fibre.coverage.forecast.source", forecast.points())),
          Optional.empty(),
          Optional.of(page.date(forecast.made())));
    }
    return new Line(
        page.say("fibre.coverage.forecast.none")
            + " "
            + CoverageWords.none(page, follow.guess(sheet.question())),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
