package org.foyal.learning.figures;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.learning.activity.Disclosure;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.figures.Published.Share;
import org.foyal.learning.figures.Tab.Cell;
import org.foyal.learning.places.Places;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the room's figures: what workshops and help add up to, for its own pages, for open
/// data and for the rooms that ask every room.
@Service
public class LearningFigures implements Figures {
  /// So many years are looked at.
  private static final int YEARS = 5;

  private final HeldStore held;
  private final FigurePublicationStore publications;
  private final Publishing publishing;
  private final Courses courses;
  private final Places places;
  private final Territory territory;
  private final Cache<String, Snapshot> kept = Caffeine.newBuilder().maximumSize(1).build();

  LearningFigures(
      HeldStore held,
      FigurePublicationStore publications,
      Publishing publishing,
      Courses courses,
      Places places,
      Territory territory) {
    this.held = held;
    this.publications = publications;
    this.publishing = publishing;
    this.courses = courses;
    this.places = places;
    this.territory = territory;
  }

  /// By neighbourhood of the place and for the whole city, of what took place: `learning.sessions`,
  /// `learning.hours`, `learning.seat-hours`, and `learning.sessions.` with the audience, for
  /// example `learning.sessions.young-and-women`, where a session for two counts for both. Of
  /// people, the sums of what was published for the quarters that lie in the period, so that they
  /// tell nothing more than that: `learning.seats-taken`, `learning.people` (by where they live,
  /// each once a quarter), `learning.helped`, `learning.asked`, `learning.away` and
  /// `learning.away.` with a reason, for example `learning.away.transport`, and the shares
  /// `learning.no-shows` and `learning.unmet` (also by neighbourhood). What nothing is known of has
  /// no figure.
  @Override
  @Transactional(readOnly = true)
  public List<Figure> figures(Period period) {
    var told = new ArrayList<Figure>();
    var rows = held.list(publishing.within(period));
    var today = publishing.today();
    var asOf = period.to().isBefore(today) ? period.to() : today;
    var areas = new HashMap<String, List<Held>>();
    rows.stream()
        .filter(one -> !one.area().equals(Tab.UNKNOWN))
        .forEach(one -> areas.computeIfAbsent(one.area(), _ -> new ArrayList<>()).add(one));
    areas.forEach((area, some) -> tell(area, some, asOf, told));
    var city = territory.city().map(Area::code);
    if (!rows.isEmpty()) {
      city.ifPresent(code -> tell(code, rows, asOf, told));
    }
    people(city, period, told);
    return told;
  }

  /// Seats times hours of what took place in a period, by place.
  @Transactional(readOnly = true)
  public Map<UUID, Double> seatHours(Period period) {
    var hours = new HashMap<UUID, Double>();
    held.list(publishing.within(period))
        .forEach(one -> hours.merge(one.place(), one.count().seatHours(), Double::sum));
    return hours;
  }

  private static void tell(String area, List<Held> rows, LocalDate asOf, List<Figure> told) {
    var all = Held.sum(rows);
    told.add(figure("learning.sessions", area, all.sessions(), asOf));
    told.add(figure("learning.hours", area, Math.round(all.hours()), asOf));
    told.add(figure("learning.seat-hours", area, Math.round(all.seatHours()), asOf));
    Held.byNamed(rows)
        .forEach((audience, count) -> {
          var word = audience.name().toLowerCase(Locale.ROOT).replace('_', '-');
          told.add(figure("learning.sessions." + word, area, count.sessions(), asOf));
        });
  }

  private static Figure figure(String key, String area, long count, LocalDate asOf) {
    return new Figure(key, area, count, OptionalLong.empty(), asOf, false);
  }

  private void people(Optional<String> city, Period period, List<Figure> told) {
    var published =
        publications.list().stream()
            .filter(one ->
                period.contains(one.quarter().first()) && period.contains(one.quarter().last()))
            .toList();
    if (published.isEmpty()) {
      return;
    }
    var asOf = published.getLast().quarter().last();
    var sums = Published.sum(published);
    sums.forEach((cell, people) -> {
      var key = key(cell);
      (cell.whole() || cell.tab() == Tab.AWAY ? city : Optional.of(cell.part()))
          .filter(area -> !key.isEmpty() && !area.equals(Tab.UNKNOWN))
          .ifPresent(area -> told.add(figure(key, area, people, asOf)));
    });
    unmetAt(sums, asOf, told);
    city.ifPresent(code -> shares(code, published, asOf, told));
  }

  static String key(Cell cell) {
    return switch (cell.tab()) {
      case CAME_IN -> cell.whole() ? "learning.seats-taken" : "";
      case CAME_AT -> "learning.seats-taken";
      case FROM -> "learning.people";
      case GENDER -> cell.whole() ? "learning.helped" : "";
      case AWAY ->
          cell.whole()
              ? "learning.away"
              : "learning.away." + cell.part().toLowerCase(Locale.ROOT).replace('_', '-');
      case ASKED_AT -> "learning.asked";
      case ASKED -> cell.whole() ? "learning.asked" : "";
      case CAME_FOR,
          ABSENT_IN,
          ABSENT_AT,
          ASKED_FOR,
          UNMET_AT,
          UNMET_FOR,
          LEFT,
          LEFT_AT,
          MISSED_FOR,
          AGE,
          STATUS,
          WAIT,
          WAIT_AT,
          WAIT_FOR ->
          "";
    };
  }

  /// A share that one of the quarters hides has no sum, since the others are not the whole.
  private static void shares(
      String city, List<Published> published, LocalDate asOf, List<Figure> told) {
    var absent = share(published, Tab.ABSENT_IN.all(), Tab.CAME_IN.all());
    var unmet = share(published, Tab.ASKED.part(Tab.UNMET), Tab.ASKED.part(Tab.MET));
    tell("learning.no-shows", city, absent, asOf, told);
    tell("learning.unmet", city, unmet, asOf, told);
  }

  private static void unmetAt(Map<Cell, Long> sums, LocalDate asOf, List<Figure> told) {
    sums.forEach((cell, people) -> {
      var asked = sums.get(Tab.ASKED_AT.part(cell.part()));
      if (cell.tab() == Tab.UNMET_AT
          && asked != null
          && asked >= Disclosure.LEAST
          && !cell.part().equals(Tab.UNKNOWN)) {
        tell("learning.unmet", cell.part(), new Share(people, asked), asOf, told);
      }
    });
  }

  private static Share share(List<Published> published, Cell some, Cell others) {
    var sums = Published.sum(published);
    if (!sums.containsKey(some) || !sums.containsKey(others)) {
      return new Share(0, 0);
    }
    return published.stream()
        .flatMap(one -> one.share(some, others).stream())
        .reduce(new Share(0, 0), (a, b) -> new Share(a.count() + b.count(), a.of() + b.of()));
  }

  private static void tell(
      String key, String city, Share share, LocalDate asOf, List<Figure> told) {
    if (share.of() > 0) {
      told.add(new Figure(key, city, share.count(), OptionalLong.of(share.of()), asOf, false));
    }
  }

  /// What a quarter adds up to and was published of it, of each that is over, the latest first.
  public List<FigureRow> rows() {
    var snapshot = snapshot();
    return snapshot.quarters().stream()
        .flatMap(quarter -> FigureRows.of(snapshot.of(quarter)).stream())
        .toList();
  }

  /// Since when a correction of what was published of a quarter waits, if one does.
  @Transactional(readOnly = true)
  Optional<LocalDate> correctionWaits(Quarter quarter) {
    return publications.waitsSince(quarter);
  }

  /// A text that changes whenever what can be told does.
  public String stamp() {
    return String.join(
        "-",
        courses.stamp(),
        places.stamp(),
        Long.toString(publications.count()),
        publishing.today().toString());
  }

  /// All that can be told today; kept until something changes.
  Snapshot snapshot() {
    return kept.get(stamp(), _ -> read());
  }

  private Snapshot read() {
    var today = publishing.today();
    return new Snapshot(
        today,
        held.list(publishing.within(new Period(today.minusYears(YEARS).withDayOfYear(1), today))),
        publications.list(),
        new HashSet<>(held.areasOfExamples()));
  }
}
