package org.foyal.participation.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Question.Delay;
import org.foyal.participation.Body;
import org.foyal.participation.Mandate;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// A mandate as typed.
record MandateForm(
    @Nullable String code,
    @Nullable String body,
    @Nullable String name,
    @Nullable String roleFr,
    @Nullable String roleEn,
    @Nullable String roleGcf,
    @Nullable List<String> themes,
    @Nullable List<String> areas,
    @Nullable String since,
    @Nullable String until,
    @Nullable List<String> accounts,
    @Nullable String days,
    @Nullable String accepted,
    @Nullable String place,
    @Nullable Integer version) {
  private static final Body NOWHERE =
      new Body("-", Body.Kind.COMMUNE, Told.inFrench("-"), 0, false, false, 0);

  static final MandateForm EMPTY =
      new MandateForm(
          "", "", "", "", "", "", List.of(), List.of(), "", "", List.of(), "20", "", "0", 0);

  static MandateForm of(Mandate one) {
    return new MandateForm(
        one.code(),
        one.body().code(),
        one.name(),
        one.role().french(),
        one.role().only(Language.EN),
        one.role().only(Language.GCF),
        one.themes(),
        one.areas(),
        one.since().toString(),
        one.until().map(LocalDate::toString).orElse(""),
        one.accounts().stream().map(UUID::toString).toList(),
        Integer.toString(one.delay().working_days()),
        one.delay().accepted() ? "yes" : "",
        Integer.toString(one.place()),
        one.version());
  }

  boolean has(String theme) {
    return themes != null && themes.contains(theme);
  }

  boolean isFor(String area) {
    return areas != null && areas.contains(area);
  }

  boolean answeredBy(String account) {
    return accounts != null && accounts.contains(account);
  }

  /// What it can be made of: the codes of the themes and areas and the accounts that there are.
  record Known(List<Body> bodies, List<String> themes, List<String> areas, List<UUID> accounts) {}

  /// Reads it; what is not known is passed over.
  Mandate read(String code, Known known, boolean example, Fields fields) {
    var chosen =
        known.bodies().stream().filter(one -> one.code().equals(Plain.line(body))).findFirst();
    if (chosen.isEmpty()) {
      fields.refuse("body", "participation.problem.choose");
    }
    var called = fields.line("name", name, 150);
    if (called.isEmpty()) {
      fields.refuse("name", "participation.problem.name");
    }
    var first = first(fields);
    return new Mandate(
        code,
        chosen.orElse(NOWHERE),
        called,
        fields.told("role", 150, roleFr, roleEn, roleGcf),
        known.themes().stream().filter(this::has).toList(),
        known.areas().stream().filter(this::isFor).toList(),
        first,
        last(first, fields),
        known.accounts().stream().filter(one -> answeredBy(one.toString())).toList(),
        new Delay(
            fields.number("days", days, 1, 1000, "participation.problem.days"),
            "yes".equals(accepted),
            Silence.NOTHING),
        fields.number("place", place, 0, 9999, "participation.problem.place"),
        example,
        version == null ? -1 : version);
  }

  private LocalDate first(Fields fields) {
    var day = AnswerForm.day(since);
    if (day.isEmpty()) {
      fields.refuse("since", "participation.problem.day");
    }
    return day.orElse(LocalDate.EPOCH);
  }

  private Optional<LocalDate> last(LocalDate first, Fields fields) {
    if (Plain.line(until).isEmpty()) {
      return Optional.empty();
    }
    var day = AnswerForm.day(until);
    if (day.isEmpty()) {
      fields.refuse("until", "participation.problem.day");
    } else if (first.isAfter(day.get())) {
      fields.refuse("until", "participation.problem.until");
    }
    return day;
  }
}
