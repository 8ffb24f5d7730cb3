package org.foyal.requests;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.cases.Cases;
import org.foyal.cases.Opening.Opened;
import org.foyal.cases.Opening.OpenedBefore;
import org.foyal.cases.Question;
import org.foyal.kernel.Position;
import org.foyal.kernel.Reference;
import org.foyal.requests.Admission.Read.Admitted;
import org.foyal.requests.Admission.Read.Turned;
import org.foyal.requests.Filing.Filed;
import org.foyal.requests.Filing.FiledBefore;
import org.foyal.requests.Filing.Refused;
import org.foyal.requests.routing.Routing.Choice;
import org.foyal.shell.crisis.CrisisSwitch;
import org.foyal.shell.language.Language;
import org.foyal.territory.Area;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade: filing a report, finding those nearby, joining one, showing its words.
@Service
public class Requests {
  /// How many reports a page of the public list shows.
  public static final int PAGE = 30;

  /// So near and so young a report of the same kind may be the same.
  static final int NEAR_m = 60;

  /// The same in a crisis, when many report what happened to a whole neighbourhood.
  static final int NEAR_IN_A_CRISIS_m = 500;

  /// How many reports a map shows at most.
  public static final int ON_A_MAP = 500;

  private static final Duration A_YEAR = Duration.ofDays(365);
  private static final Duration YOUNG = Duration.ofDays(120);
  private static final int MOST_NEAR = 5;

  private final ReportStore store;
  private final Categories categories;
  private final Cases cases;
  private final Admission admission;
  private final CrisisSwitch crisis;
  private final Clock clock;

  Requests(
      ReportStore store,
      Categories categories,
      Cases cases,
      Admission admission,
      CrisisSwitch crisis,
      Clock clock) {
    this.store = store;
    this.categories = categories;
    this.cases = cases;
    this.admission = admission;
    this.crisis = crisis;
    this.clock = clock;
  }

  /// What stands against a report as it is: the keys of the words that say why, by field. A door
  /// asks before it takes the pictures, which cost.
  @Transactional(readOnly = true)
  public Map<String, String> check(Draft draft) {
    return admission.read(draft, cases.today()) instanceof Turned(Refused(var problems))
        ? problems
        : Map.of();
  }

  /// Files a report and opens its case, unless it can't stand or the same form has filed it.
  @Transactional
  public Filing file(Draft draft) {
    return switch (admission.read(draft, cases.today())) {
      case Turned(Filing why) -> why;
      case Admitted(var category, var answers, var place, var area, var answering) ->
          switch (cases.open(question(draft.at(place), category, answers, area, answering))) {
            case Opened(var opened, String code, boolean receipt) -> {
              store.add(opened, draft.at(place), area.map(Area::code), clock.instant());
              store.answer(opened.id(), answers);
              yield new Filed(opened, code, receipt);
            }
            case OpenedBefore(var opened, String code) -> new FiledBefore(opened, code);
          };
    };
  }

  /// What the case is told: the words, and below them each answer that still has room there.
  private static Question question(
      Draft draft, Category category, List<Answer> answers, Optional<Area> area, Choice answering) {
    var language = draft.asker().language();
    var words = new StringBuilder(draft.words());
    for (var answer : answers) {
      var line = "\n" + answer.asked().in(language) + " " + answer.said(language);
      if (words.length() + line.length() <= Draft.LONGEST_WORDS) {
        words.append(line);
      }
    }
    return new Question(
        draft.form(),
        "requests",
        category.title().in(language),
        words.toString(),
        new Question.About(
            Optional.of(category.code()),
            area.map(Area::code),
            Optional.of(where(draft)).filter(one -> !one.isEmpty()),
            Optional.of(category.title())),
        draft.channel(),
        draft.asker(),
        answering.department(),
        category.delay(),
        draft.takenBy(),
        draft.example(),
        draft.receivedOn(),
        answering.rule());
  }

  /// Where it is, for whoever goes there: in words, and the numbers of the point.
  private static String where(Draft draft) {
    var numbers =
        draft
            .where()
            .map(point ->
                String.format(
                    Locale.ROOT, "%.5f, %.5f", point.latitude_deg(), point.longitude_deg()))
            .orElse("");
    return numbers.isEmpty() || draft.place().equals(numbers)
        ? draft.place()
        : draft.place() + " (" + numbers + ")";
  }

  /// Whether a place lies outside the city, as far as we know the city's outline.
  public boolean isOutside(Position where) {
    return admission.isOutside(where);
  }

  /// The name that people give to a point: a house, a street, else the neighbourhood; where nothing
  /// is known, its numbers.
  @Transactional(readOnly = true)
  public String name(Position where) {
    return admission.name(where);
  }

  /// The reports of some references, in the same order.
  @Transactional(readOnly = true)
  public List<Report> list(List<Reference> references) {
    return store.list(references);
  }

  /// The reports of some cases, in the same order.
  @Transactional(readOnly = true)
  public List<Report> ofCases(List<Long> cases) {
    return store.ofCases(cases);
  }

  /// What a category asks beyond the words.
  @Transactional(readOnly = true)
  public List<Attribute> asked(String category) {
    return admission.asked(category);
  }

  /// The codes of the categories that ask anything beyond the words.
  @Transactional(readOnly = true)
  public Set<String> asking() {
    return admission.asking();
  }

  /// What was answered with a report.
  @Transactional(readOnly = true)
  public List<Answer> answers(Report report) {
    return store.answers(report.caseId());
  }

  /// Reports of the same kind close by that are not answered for, the nearest first; in a crisis
  /// from further away and longer ago.
  @Transactional(readOnly = true)
  public List<Report> near(String category, Position where) {
    return near(Optional.of(category), where);
  }

  /// The same of any kind.
  @Transactional(readOnly = true)
  public List<Report> near(Position where) {
    return near(Optional.empty(), where);
  }

  private List<Report> near(Optional<String> category, Position where) {
    boolean wide = crisis.on();
    var since = clock.instant().minus(wide ? A_YEAR : YOUNG);
    var close = store.near(category, where, wide ? NEAR_IN_A_CRISIS_m : NEAR_m, since);
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

  /// The newest reports of the last year in a rectangle of the map, at most [#ON_A_MAP].
  ///
  /// @param category the code of one, or nothing for all
  @Transactional(readOnly = true)
  public List<Report> inside(Box box, Optional<String> category) {
    return store.inside(box, category, clock.instant().minus(A_YEAR), ON_A_MAP);
  }

  /// The newest reports of the last year that have a point, the newest first; one more than
  /// [#ON_A_MAP] when there is more.
  ///
  /// @param category the code of one, or nothing for all
  /// @param area the code of a neighbourhood, or nothing for all
  /// @param below the number of the last case of the page before; nothing for the first page
  @Transactional(readOnly = true)
  public List<Report> placed(
      Optional<String> category, Optional<String> area, Optional<Long> below) {
    return store.placed(
        category, area, below.orElse(Long.MAX_VALUE), clock.instant().minus(A_YEAR), ON_A_MAP + 1);
  }

  /// The reports of an area, or of the whole city, filed after a case, the newest first.
  ///
  /// @param after the number of that case
  @Transactional(readOnly = true)
  public List<Report> since(Optional<String> area, long after, int limit) {
    return store.since(area, after, limit);
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

  /// The category of a code.
  @Transactional(readOnly = true)
  public Optional<Category> findCategory(String code) {
    return categories.find(code);
  }

  /// The categories that answer to some words, all of them when there are none; in a crisis those
  /// that administrators have marked for it, where they have marked some.
  @Transactional(readOnly = true)
  public List<Category> categories(String words, Language language) {
    var found = categories.find(words, language);
    var few = few();
    return few.isEmpty() ? found : found.stream().filter(one -> few.contains(one.code())).toList();
  }

  /// Whether only some categories are offered, because the city is in a crisis.
  @Transactional(readOnly = true)
  public boolean offersFew() {
    return !few().isEmpty();
  }

  private Set<String> few() {
    return crisis.on() ? categories.listForCrisis() : Set.of();
  }
}
