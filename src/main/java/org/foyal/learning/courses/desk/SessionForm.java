package org.foyal.learning.courses.desk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.courses.Plan;
import org.foyal.learning.courses.Plan.Repetition;
import org.foyal.learning.courses.Plan.Rhythm;
import org.foyal.learning.courses.Plan.Scope;
import org.foyal.learning.courses.Planning.Why;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// A session as typed.
///
/// @param with trainers and equipment
/// @param without days of a series that are left out
/// @param act `save`, or anything else to look first
/// @param form the name of the form, so that it makes one session only
record SessionForm(
    @Nullable String course,
    @Nullable String day,
    @Nullable String from,
    @Nullable String until,
    @Nullable String place,
    @Nullable String room,
    @Nullable List<String> with,
    @Nullable String seats,
    @Nullable String language,
    @Nullable String childcare,
    @Nullable String stepFree,
    @Nullable String womenOnly,
    @Nullable String setUp,
    @Nullable String cleanUp,
    @Nullable String percent,
    @Nullable String releaseDays,
    @Nullable String rhythm,
    @Nullable String times,
    @Nullable List<String> without,
    @Nullable String scope,
    @Nullable String act,
    @Nullable String form,
    @Nullable String version) {

  /// An empty one.
  static SessionForm fresh(String course, String place) {
    return new SessionForm(
        course,
        "",
        "",
        "",
        place,
        "",
        List.of(),
        "10",
        "fr",
        "",
        "",
        "",
        "15",
        "15",
        "0",
        "7",
        "",
        "10",
        List.of(),
        "",
        "",
        UUID.randomUUID().toString(),
        "");
  }

  static SessionForm of(Plan plan, int version) {
    return new SessionForm(
        plan.course(),
        plan.day().toString(),
        plan.from().toString(),
        plan.until().toString(),
        plan.place().toString(),
        plan.room().map(UUID::toString).orElse(""),
        plan.with().stream().map(UUID::toString).toList(),
        Integer.toString(plan.seats()),
        plan.language().code(),
        tick(plan.childcare()),
        tick(plan.stepFree()),
        tick(plan.womenOnly()),
        Integer.toString(plan.setUp_minutes()),
        Integer.toString(plan.cleanUp_minutes()),
        Integer.toString(plan.reservedPercent()),
        Integer.toString(plan.reservedUntilDays()),
        "",
        "",
        List.of(),
        Scope.THIS.name(),
        "",
        "",
        Integer.toString(version));
  }

  private static String tick(boolean set) {
    return set ? "yes" : "";
  }

  boolean saves() {
    return "save".equals(act);
  }

  boolean has(UUID resource) {
    return with != null && with.contains(resource.toString());
  }

  boolean leavesOut(LocalDate one) {
    return without != null && without.contains(one.toString());
  }

  /// The plan; what can't be read is noted in the fields.
  Plan plan(Fields fields) {
    var on = Plain.day(day);
    if (on.isEmpty()) {
      fields.refuse("day", "learning.courses.problem.day");
    }
    var code = Plain.line(course);
    if (!Plain.isCode(code)) {
      fields.refuse("course", words(Why.COURSE));
    }
    return new Plan(
        code,
        on.orElse(LocalDate.EPOCH),
        time("from", from, fields),
        time("until", until, fields),
        number("setUp", setUp, 0, 120, fields),
        number("cleanUp", cleanUp, 0, 120, fields),
        id(place).orElseGet(() -> missing(fields)),
        room(fields),
        all(fields),
        seats(fields),
        Language.find(Plain.line(language)).orElse(Language.FR),
        "yes".equals(childcare),
        "yes".equals(stepFree),
        "yes".equals(womenOnly),
        number("percent", percent, 0, 100, fields),
        number("releaseDays", releaseDays, 0, 60, fields));
  }

  private int seats(Fields fields) {
    return fields.number("seats", seats, 1, Plan.MOST_SEATS, words(Why.SEATS));
  }

  private static UUID missing(Fields fields) {
    fields.refuse("place", words(Why.PLACE));
    return new UUID(0, 0);
  }

  private Optional<UUID> room(Fields fields) {
    var typed = Plain.line(room);
    if (!typed.isEmpty() && id(typed).isEmpty()) {
      fields.refuse("room", words(Why.RESOURCE));
    }
    return id(typed);
  }

  private Set<UUID> all(Fields fields) {
    var typed = with == null ? List.<String>of() : with;
    var read = typed.stream().flatMap(one -> id(one).stream()).collect(Collectors.toSet());
    if (read.size() < typed.stream().distinct().count() || read.size() > 20) {
      fields.refuse("with", words(Why.RESOURCE));
    }
    return read;
  }

  private static int number(
      String field, @Nullable String typed, int least, int most, Fields fields) {
    return fields.number(field, typed, least, most, "learning.courses.problem." + field);
  }

  private static LocalTime time(String field, @Nullable String typed, Fields fields) {
    var line = Plain.line(typed);
    try {
      if (line.matches("\\d\\d:\\d\\d(:00)?")) {
        return LocalTime.parse(line);
      }
    } catch (DateTimeParseException noTime) {
      // told below
    }
    fields.refuse(field, "learning.courses.problem.time");
    return LocalTime.MIDNIGHT;
  }

  /// How often it is repeated.
  Repetition repetition(Fields fields) {
    var chosen = Stream.of(Rhythm.values()).filter(one -> one.name().equals(rhythm)).findFirst();
    if (chosen.isEmpty()) {
      return Repetition.ONCE;
    }
    int often = fields.number("times", times, 1, Plan.MOST, words(Why.TIMES));
    var left = without == null ? List.<String>of() : without;
    return new Repetition(
        chosen,
        often,
        left.stream().flatMap(one -> Plain.day(one).stream()).collect(Collectors.toSet()));
  }

  /// Which sessions of the series a change is for.
  Scope scoped() {
    return Stream.of(Scope.values())
        .filter(one -> one.name().equals(scope))
        .findFirst()
        .orElse(Scope.THIS);
  }

  int versioned() {
    return Versions.read(version);
  }

  /// The same with the version that it is to be saved over now.
  SessionForm over(int current) {
    return new SessionForm(
        course,
        day,
        from,
        until,
        place,
        room,
        with,
        seats,
        language,
        childcare,
        stepFree,
        womenOnly,
        setUp,
        cleanUp,
        percent,
        releaseDays,
        rhythm,
        times,
        without,
        scope,
        act,
        form,
        Integer.toString(current));
  }

  /// The identifier that a field names, if it is one.
  static Optional<UUID> id(@Nullable String typed) {
    var text = Plain.line(typed);
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }

  static String words(Why why) {
    return "learning.courses.why." + why;
  }

  /// The field at which a reason is said.
  static String field(Why why) {
    return switch (why) {
      case PAST, FAR -> "day";
      case END, LONG -> "until";
      case COURSE -> "course";
      case PLACE -> "place";
      case RESOURCE -> "with";
      case ROOM_ELSEWHERE, ROOM_SEATS -> "room";
      case SEATS, SEATS_TAKEN -> "seats";
      case TIMES -> "times";
      case OVER, CANCELLED -> "gone";
    };
  }
}
