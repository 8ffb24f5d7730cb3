package org.foyal.requests;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Cases;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Opening.OpenedBefore;
import org.foyal.cases.Question;
import org.foyal.kernel.Position;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.Filing.Filed;
import org.foyal.requests.Filing.FiledBefore;
import org.foyal.requests.Filing.NoCategory;
import org.foyal.requests.Filing.Outside;
import org.foyal.requests.Report.Shown;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Language;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade: filing a report, finding those nearby, joining one, showing its words.
@Service
public class Requests {
  /// How many reports a page of the public list shows.
  public static final int PAGE = 30;

  /// So near and so young a report of the same kind may be the same.
  static final int NEAR_m = 60;

  private static final Duration YOUNG = Duration.ofDays(120);
  private static final int MOST_NEAR = 5;

  private final ReportStore store;
  private final Categories categories;
  private final Cases cases;
  private final Territory territory;
  private final Trail trail;
  private final Clock clock;

  Requests(
      ReportStore store,
      Categories categories,
      Cases cases,
      Territory territory,
      Trail trail,
      Clock clock) {
    this.store = store;
    this.categories = categories;
    this.cases = cases;
    this.territory = territory;
    this.trail = trail;
    this.clock = clock;
  }

  /// Files a report and opens its case, unless it lies outside the city or the same form has filed
  /// it.
  @Transactional
  public Filing file(Draft draft) {
    var category = categories.find(draft.category()).filter(Category::active);
    if (category.isEmpty()) {
      return new NoCategory();
    }
    if (draft.where().filter(this::isOutside).isPresent()) {
      return new Outside(draft.where().get());
    }
    var found = category.get();
    var question =
        new Question(
            draft.form(),
            "requests",
            found.title().in(draft.asker().language()),
            draft.words(),
            draft.channel(),
            draft.asker(),
            found.department(),
            found.delay(),
            draft.takenBy(),
            draft.example());
    return switch (cases.open(question)) {
      case Opened(var opened, String code, boolean receipt) -> {
        store.add(opened, draft, area(draft).map(Area::code), clock.instant());
        yield new Filed(opened, code, receipt);
      }
      case OpenedBefore(var opened, String code) -> new FiledBefore(opened, code);
    };
  }

  /// Whether a place lies outside the city, as far as we know the city's outline.
  public boolean isOutside(Position where) {
    var city = territory.city();
    return city.isPresent()
        && territory
            .areaAt(where, Area.Kind.COMMUNE)
            .filter(area -> area.code().equals(city.get().code()))
            .isEmpty();
  }

  private Optional<Area> area(Draft draft) {
    return draft.where().flatMap(where -> territory.areaAt(where, Area.Kind.IRIS));
  }

  /// Reports of the same kind close by that are not answered for, the nearest first.
  @Transactional(readOnly = true)
  public List<Report> near(String category, Position where) {
    var since = clock.instant().minus(YOUNG);
    var close = store.near(category, where, NEAR_m, since);
    var asked = cases.list(close.stream().map(Report::caseId).toList());
    return close.stream()
        .filter(report -> {
          var one = asked.get(report.caseId());
          return one != null && !one.closed();
        })
        .limit(MOST_NEAR)
        .toList();
  }

  /// Says « moi aussi » to a report; once a form.
  ///
  /// @return whether there is such a report
  @Transactional
  public boolean join(Reference reference, UUID form) {
    var report = find(reference);
    report.ifPresent(found -> store.join(found.caseId(), form, clock.instant()));
    return report.isPresent();
  }

  /// A page of the public list, the newest first; one more than a page when there is more.
  ///
  /// @param category the code of one, or nothing for all
  /// @param area the code of a neighbourhood, or nothing for all
  /// @param below the number of the last case of the page before; nothing for the first page
  @Transactional(readOnly = true)
  public List<Report> list(Optional<String> category, Optional<String> area, Optional<Long> below) {
    return store.list(category, area, below.orElse(Long.MAX_VALUE), PAGE + 1);
  }

  /// The report of a reference, or of the case that it goes on with.
  @Transactional(readOnly = true)
  public Optional<Report> find(Reference reference) {
    return store.find(reference).or(() -> cases.first(reference).flatMap(store::find));
  }

  /// A picture of a report that is shown; of one that isn't, for the staff alone.
  ///
  /// @param staff whether somebody of the staff asks
  @Transactional(readOnly = true)
  public Optional<Draft.Photo> photo(long number, boolean staff) {
    return store.photo(number, staff);
  }

  /// Shows the words and pictures of a report, or keeps them back by a rule that is named.
  ///
  /// @param rule the rule of the charter that they break, needed to keep them back
  /// @return whether there is such a report
  @Transactional
  public boolean moderate(Actor by, Reference reference, Shown shown, Optional<String> rule) {
    var report = find(reference);
    if (report.isEmpty() || (shown == Shown.HIDDEN) != rule.isPresent()) {
      return false;
    }
    store.show(report.get().caseId(), shown, rule, clock.instant());
    trail.append(
        by.did(
            "requests.act." + shown.name().toLowerCase(java.util.Locale.ROOT),
            reference.toString()));
    return true;
  }

  /// The category of a code.
  @Transactional(readOnly = true)
  public Optional<Category> findCategory(String code) {
    return categories.find(code);
  }

  /// The categories that answer to some words, all of them when there are none.
  @Transactional(readOnly = true)
  public List<Category> categories(String words, Language language) {
    return categories.find(words, language);
  }
}
