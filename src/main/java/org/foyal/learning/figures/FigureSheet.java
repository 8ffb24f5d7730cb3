package org.foyal.learning.figures;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.foyal.kernel.Quarter;
import org.foyal.learning.activity.Coop;
import org.foyal.learning.activity.Coop.Coded;
import org.foyal.learning.figures.Held.Count;
import org.foyal.learning.figures.Published.Share;
import org.foyal.learning.figures.Snapshot.Told;
import org.foyal.learning.figures.Tab.Cell;
import org.foyal.shell.Page;

/// A quarter as a page shows it, in the reader's words.
///
/// @param names of neighbourhoods and places, by their codes
record FigureSheet(Page page, Told told, Map<YearMonth, Count> months, Map<String, String> names) {
  private static final int HIGH = 90;

  /// A number of people.
  ///
  /// @param counted false where nothing was published yet
  record Amount(OptionalLong shown, boolean counted) {}

  /// A line of a table of what took place.
  ///
  /// @param absent whoever had a seat and did not come; nothing where it can't be told
  record Line(String name, Count held, Amount came, Optional<Share> absent) {}

  /// A line of a table of who asked.
  ///
  /// @param unmet whoever was offered no seat
  record Asked(String name, Amount asked, Optional<Share> unmet, String waited) {}

  /// A part of a table of people.
  record Part(String name, Amount people) {}

  /// A bar of the picture of the months.
  record Bar(YearMonth month, long sessions, int x, int high) {}

  Optional<Published> published() {
    return told.published();
  }

  Amount amount(Cell cell) {
    return new Amount(
        published().map(one -> one.shown(cell)).orElse(OptionalLong.empty()),
        published().filter(one -> one.counts(cell)).isPresent());
  }

  Amount came() {
    return amount(Tab.CAME_IN.all());
  }

  Optional<Share> absent() {
    return share(Tab.ABSENT_IN.all(), Tab.CAME_IN.all());
  }

  Optional<Share> unmet() {
    return share(Tab.ASKED.part(Tab.UNMET), Tab.ASKED.part(Tab.MET));
  }

  private Optional<Share> share(Cell some, Cell others) {
    return published().flatMap(one -> one.share(some, others));
  }

  List<Line> areas() {
    return lines(told.byArea(), this::name, Tab.CAME_AT, Tab.ABSENT_AT);
  }

  List<Line> places() {
    return told.byPlace().entrySet().stream()
        .map(one ->
            line(one.getKey().toString(), this::name, one.getValue(), Tab.CAME_IN, Tab.ABSENT_IN))
        .toList();
  }

  /// For each audience; whether somebody came is not told by it.
  List<Line> audiences() {
    return told.byAudience().entrySet().stream()
        .map(one ->
            new Line(
                audience(one.getKey()),
                one.getValue(),
                amount(Tab.CAME_FOR.part(one.getKey())),
                Optional.empty()))
        .toList();
  }

  /// Who asked, by the neighbourhood of the place.
  List<Asked> askedAt() {
    return asked(Tab.ASKED_AT, Tab.UNMET_AT, Tab.WAIT_AT, this::name).stream()
        .sorted(Comparator.comparing(Asked::name))
        .toList();
  }

  /// Who asked, by audience.
  List<Asked> askedFor() {
    return asked(Tab.ASKED_FOR, Tab.UNMET_FOR, Tab.WAIT_FOR, this::audience);
  }

  private List<Asked> asked(Tab asked, Tab unmet, Tab wait, Function<String, String> name) {
    return published().stream()
        .flatMap(one -> one.parts(asked).stream())
        .map(cell ->
            new Asked(
                name.apply(cell.part()),
                amount(cell),
                published().flatMap(one -> one.part(unmet.part(cell.part()), cell)),
                waited(wait, cell.part(), amount(cell))))
        .toList();
  }

  private List<Line> lines(
      Map<String, Count> counts, Function<String, String> name, Tab came, Tab absent) {
    return counts.entrySet().stream()
        .map(one -> line(one.getKey(), name, one.getValue(), came, absent))
        .sorted(Comparator.comparing(Line::name))
        .toList();
  }

  private Line line(String code, Function<String, String> name, Count held, Tab came, Tab absent) {
    return new Line(
        name.apply(code), held, amount(came.part(code)), share(absent.part(code), came.part(code)));
  }

  String name(String code) {
    return names.getOrDefault(
        code, code.equals(Tab.UNKNOWN) ? page.say("learning.figures.unknown.area") : code);
  }

  private String audience(String word) {
    return String.join(" ; ", Audiences.keys(word).map(page::say).toList());
  }

  /// Why people stayed away, as far as it may be told.
  List<Part> reasons() {
    return parts(Tab.AWAY, code -> page.say("learning.enrolment.reason." + code));
  }

  List<Part> homes() {
    return parts(
        Tab.FROM,
        code -> code.equals(Tab.UNKNOWN) ? page.say("learning.figures.unknown.home") : name(code));
  }

  List<Part> genders() {
    return coded(Tab.GENDER, Coop.Gender.values());
  }

  List<Part> ages() {
    return coded(Tab.AGE, Coop.AgeBand.values());
  }

  List<Part> statuses() {
    return coded(Tab.STATUS, Coop.SocialStatus.values());
  }

  private List<Part> parts(Tab tab, Function<String, String> name) {
    return published().stream()
        .flatMap(one -> one.parts(tab).stream())
        .map(cell -> new Part(name.apply(cell.part()), amount(cell)))
        .toList();
  }

  /// In the order of its kind, what was not told last.
  private List<Part> coded(Tab tab, Coded... values) {
    return Stream.concat(
            Stream.of(values)
                .map(one -> new Part(page.say(one.words()), amount(tab.part(one.code())))),
            Stream.of(
                new Part(page.say("learning.activity.not-told"), amount(tab.part(Tab.UNKNOWN)))))
        .filter(part -> part.people().counted())
        .toList();
  }

  /// How long half of those who asked waited, in words.
  String waited() {
    return waited(Tab.WAIT, "", amount(Tab.ASKED.all()));
  }

  private String waited(Tab tab, String group, Amount asked) {
    var days = amount(tab.wait(group, Tab.DAYS)).shown();
    var from = amount(tab.wait(group, Tab.FROM_DAY)).shown();
    var to = amount(tab.wait(group, Tab.TO_DAY)).shown();
    if (days.isEmpty() || from.isEmpty()) {
      boolean hidden = asked.counted() && asked.shown().isEmpty();
      return page.say(hidden ? "learning.figures.hidden" : "learning.figures.untold");
    }
    if (to.isEmpty()) {
      return page.say("learning.figures.days.open", days.getAsLong(), from.getAsLong());
    }
    return from.getAsLong() == to.getAsLong()
        ? page.say("learning.figures.days.sure", days.getAsLong())
        : page.say("learning.figures.days", days.getAsLong(), from.getAsLong(), to.getAsLong());
  }

  List<Bar> bars() {
    long most = Math.max(1, months.values().stream().mapToLong(Count::sessions).max().orElse(1));
    var all = List.copyOf(months.entrySet());
    return IntStream.range(0, all.size())
        .mapToObj(i ->
            new Bar(
                all.get(i).getKey(),
                all.get(i).getValue().sessions(),
                10 + i * 29,
                (int) Math.round((double) HIGH * all.get(i).getValue().sessions() / most)))
        .toList();
  }

  String quarter() {
    return quarter(page, told.quarter());
  }

  static String quarter(Page page, Quarter quarter) {
    return page.say(
        "learning.figures.quarter", page.month(quarter.first()), page.month(quarter.last()));
  }

  /// A share in the reader's writing, with its interval.
  static String share(Page page, Share share) {
    return page.say(
        "learning.figures.share",
        Math.round(100 * share.value()),
        share.count(),
        share.of(),
        Math.round(100 * share.interval().from()),
        Math.round(100 * share.interval().to()));
  }
}
