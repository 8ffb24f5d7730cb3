package org.foyal.agreement.accompaniment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.agreement.Party;
import org.foyal.agreement.Source;
import org.foyal.agreement.accompaniment.Accompaniment.Edit;
import org.foyal.agreement.accompaniment.Support.Kind;
import org.foyal.agreement.accompaniment.Support.Progress;
import org.foyal.agreement.accompaniment.Support.State;
import org.foyal.agreement.forms.Compared;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.forms.Typed.Texts;
import org.foyal.shell.Page;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// What the staff type about support.
final class SupportForms {
  private static final BigDecimal MOST_HOURS = new BigDecimal(99_999);

  private SupportForms() {}

  /// New support as typed.
  record NewForm(
      @Nullable String kind,
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String giver,
      @Nullable String receiver,
      @Nullable String commitment,
      @Nullable String planned,
      @Nullable String hours,
      @Nullable String value,
      @Nullable String nextFr,
      @Nullable String nextEn,
      @Nullable String nextGcf) {
    static final NewForm EMPTY =
        new NewForm(null, "", "", "", null, null, null, "", "", "", "", "", "");

    /// What was typed; empty where a choice is missing.
    Optional<Support> support(String agreement, List<Party> parties, Typed typed) {
      var chosenKind = Stream.of(Kind.values()).filter(k -> k.name().equals(kind)).findFirst();
      var from = parties.stream().filter(p -> p.code().equals(giver)).findFirst();
      var to = parties.stream().filter(p -> p.code().equals(receiver)).findFirst();
      Map.of("kind", chosenKind, "giver", from, "receiver", to)
          .forEach((field, chosen) -> {
            if (chosen.isEmpty()) {
              typed.problem(field, "agreement.problem.choose");
            }
          });
      var title = typed.told("title", new Texts(titleFr, titleEn, titleGcf), 300);
      var next = typed.toldIfAny("next", new Texts(nextFr, nextEn, nextGcf), 1000);
      var day = typed.dayIfAny("planned", planned);
      var time = SupportForms.hours(typed, hours);
      var worth = cents(typed, value);
      if (chosenKind.isEmpty() || from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      var state = day.isPresent() ? State.PLANNED : State.ASKED;
      return Optional.of(
          new Support(
              0,
              agreement,
              Optional.ofNullable(commitment).filter(c -> !c.isBlank()),
              from.get(),
              to.get(),
              chosenKind.get(),
              title,
              next,
              new Progress(state, day, null, false, false),
              time,
              worth,
              Optional.empty(),
              false,
              1));
    }
  }

  /// What is changed of support, as typed.
  record EditForm(
      @Nullable Integer version,
      @Nullable String state,
      @Nullable String planned,
      @Nullable String doneOn,
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String hours,
      @Nullable String value,
      @Nullable String nextFr,
      @Nullable String nextEn,
      @Nullable String nextGcf,
      @Nullable String sourceTitle,
      @Nullable String sourceAddress,
      @Nullable String sourceOn) {
    /// Support as it stands, to be changed.
    static EditForm of(Support s) {
      var progress = s.progress();
      return new EditForm(
          s.version(),
          progress.state().name(),
          progress.planned().map(day -> day.typed()).orElse(""),
          Accompaniment.doneOn(s).map(Object::toString).orElse(""),
          s.title().only(Language.FR),
          s.title().only(Language.EN),
          s.title().only(Language.GCF),
          s.hours().map(SupportLines::number).orElse(""),
          s.value_cents().map(c -> SupportLines.number(SupportLines.euros(c))).orElse(""),
          only(s.nextStep(), Language.FR),
          only(s.nextStep(), Language.EN),
          only(s.nextStep(), Language.GCF),
          s.source().map(Source::title).orElse(""),
          s.source().flatMap(Source::address).orElse(""),
          s.source().flatMap(Source::on).map(Object::toString).orElse(""));
    }

    private static String only(Optional<Told> told, Language language) {
      return told.map(text -> text.only(language)).orElse("");
    }

    /// What was typed; empty where the state is missing.
    Optional<Edit> edit(Typed typed) {
      var chosen = Stream.of(State.values()).filter(s -> s.name().equals(state)).findFirst();
      if (chosen.isEmpty()) {
        typed.problem("state", "agreement.problem.choose");
      }
      var day = typed.dayIfAny("planned", planned);
      var done = typed.dateIfAny("doneOn", doneOn);
      var title = typed.told("title", new Texts(titleFr, titleEn, titleGcf), 300);
      var next = typed.toldIfAny("next", new Texts(nextFr, nextEn, nextGcf), 1000);
      var time = SupportForms.hours(typed, hours);
      var worth = cents(typed, value);
      var from = source(typed);
      return chosen.map(to -> new Edit(to, day, done, title, next, time, worth, from));
    }

    private Optional<Source> source(Typed typed) {
      var title = typed.textIfAny("sourceTitle", sourceTitle, 300);
      var address = typed.addressIfAny("sourceAddress", sourceAddress);
      var on = typed.dateIfAny("sourceOn", sourceOn);
      if (title.isEmpty() && (address.isPresent() || on.isPresent())) {
        typed.problem("sourceTitle", "agreement.problem.empty");
      }
      return title.map(named -> new Source(named, address, on));
    }

    /// What stands now beside what was typed, field by field, wherever the two differ.
    List<String> differences(Page page, Support theirs) {
      return Compared.lines(page, of(theirs).shown(page), shown(page));
    }

    private Map<String, String> shown(Page page) {
      var shown = new LinkedHashMap<String, String>();
      shown.put("state", state == null ? "" : page.say("accompaniment.state." + state));
      shown.put("planned", Typed.clean(planned));
      shown.put("doneOn", Typed.clean(doneOn));
      shown.put("title", Compared.texts(titleFr, titleEn, titleGcf));
      shown.put("hours", Typed.clean(hours));
      shown.put("value", Typed.clean(value));
      shown.put("next", Compared.texts(nextFr, nextEn, nextGcf));
      shown.put("sourceTitle", Typed.clean(sourceTitle));
      shown.put("sourceAddress", Typed.clean(sourceAddress));
      shown.put("sourceOn", Typed.clean(sourceOn));
      return shown;
    }
  }

  /// A number of hours, if one was typed.
  static Optional<BigDecimal> hours(Typed typed, @Nullable String text) {
    return number(typed, "hours", text)
        .filter(hours -> {
          boolean fits = hours.compareTo(MOST_HOURS) <= 0;
          if (!fits) {
            typed.problem("hours", "agreement.problem.number");
          }
          return fits;
        });
  }

  /// Cents of a euro, if euros were typed.
  static Optional<Long> cents(Typed typed, @Nullable String text) {
    return number(typed, "value", text).map(euros -> euros.movePointRight(2).longValue());
  }

  private static Optional<BigDecimal> number(Typed typed, String field, @Nullable String text) {
    var number = Typed.clean(text).replace(',', '.').replaceAll("[\\s\u00a0\u202f]", "");
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (!number.matches("\\d{1,8}(\\.\\d{1,2})?") || new BigDecimal(number).signum() <= 0) {
      typed.problem(field, "agreement.problem.number");
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(number));
  }
}
