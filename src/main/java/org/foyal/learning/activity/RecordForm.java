package org.foyal.learning.activity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.learning.activity.Coop.AdminTheme;
import org.foyal.learning.activity.Coop.AgeBand;
import org.foyal.learning.activity.Coop.Autonomy;
import org.foyal.learning.activity.Coop.Coded;
import org.foyal.learning.activity.Coop.Equipment;
import org.foyal.learning.activity.Coop.Gender;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.learning.activity.Coop.Level;
import org.foyal.learning.activity.Coop.PlaceKind;
import org.foyal.learning.activity.Coop.Redirection;
import org.foyal.learning.activity.Coop.SocialStatus;
import org.foyal.learning.activity.Coop.Theme;
import org.foyal.learning.activity.Draft.Group;
import org.foyal.learning.activity.Draft.Individual;
import org.foyal.learning.activity.Draft.Marginals;
import org.foyal.learning.activity.Draft.Topics;
import org.foyal.learning.activity.Draft.Where;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// The form of a record as it was typed, by field; the fields of marginals are named by what they
/// count.
///
/// @param typed what was typed
record RecordForm(MultiValueMap<String, String> typed) {
  /// How many neighbourhoods a form asks for; a corrected one shows more if it has more.
  static final int ORIGINS = 4;

  /// How long activities usually take, in minutes.
  static final List<Integer> PRESETS = List.of(15, 30, 45, 60, 90, 120);

  /// What says something of one person, or was meant for one record only.
  private static final Set<String> OF_PEOPLE =
      Set.of(
          "notes",
          "precision",
          "birthYear",
          "gender",
          "status",
          "area",
          "already",
          "autonomy",
          "redirected",
          "redirection",
          "total");

  private static final String NUMBER = "learning.activity.problem.number";

  /// A form with what a mediator's last record says of the place, and nothing about people.
  static RecordForm empty(Kind kind, LocalDate today, Optional<Where> where, String commune) {
    var form = new RecordForm(new LinkedMultiValueMap<>());
    form.put("kind", kind.code());
    form.put("form", UUID.randomUUID().toString());
    form.put("day", today.toString());
    form.put("minutes", kind == Kind.INDIVIDUEL ? "30" : "120");
    form.put("placeKind", where.map(w -> w.kind().code()).orElse(""));
    form.put("place", where.flatMap(Where::place).map(UUID::toString).orElse(""));
    form.put("commune", where.flatMap(Where::commune).orElse(commune));
    return form;
  }

  /// A form that says what a record says.
  static RecordForm of(Draft what, UUID name) {
    var form = empty(what.kind(), what.day(), Optional.of(what.where()), "");
    form.put("form", name.toString());
    form.put("minutes", PRESETS.contains(what.minutes()) ? "" + what.minutes() : "own");
    if (!PRESETS.contains(what.minutes())) {
      form.put("hours", "" + what.minutes() / 60);
      form.put("rest", "" + what.minutes() % 60);
    }
    form.putAll("themes", what.topics().themes());
    form.putAll("admin", what.topics().admin());
    form.put("precision", what.topics().precision());
    form.putAll("equipment", what.equipment());
    form.put("tags", String.join(", ", what.tags()));
    form.put("notes", what.notes());
    what.individual().birthYear().ifPresent(year -> form.put("birthYear", "" + year));
    what.individual().autonomy().ifPresent(one -> form.put("autonomy", one.code()));
    form.put("redirected", what.individual().redirected() ? "yes" : "");
    what.individual().redirection().ifPresent(one -> form.put("redirection", one.code()));
    form.put("title", what.group().title());
    what.group().level().ifPresent(one -> form.put("level", one.code()));
    form.putPeople(what);
    return form;
  }

  /// A new form with what another record was about, how long and where: the next person is another
  /// one, so that nothing of people is copied.
  static RecordForm like(Draft what, LocalDate today) {
    var form = of(what, UUID.randomUUID());
    form.put("day", today.toString());
    form.typed.keySet().removeIf(field -> OF_PEOPLE.contains(field) || field.contains("."));
    return form;
  }

  /// A new form with what is known of a session or an appointment.
  static RecordForm from(Occasions.Occasion one) {
    var where = new Where(PlaceKind.LIEU_ACTIVITE, Optional.of(one.place()), Optional.empty());
    var form = empty(one.kind(), one.day(), Optional.of(where), "");
    if (PRESETS.contains(one.minutes())) {
      form.put("minutes", "" + one.minutes());
    } else {
      form.put("minutes", "own");
      form.put("hours", "" + one.minutes() / 60);
      form.put("rest", "" + one.minutes() % 60);
    }
    form.putAll("themes", one.themes());
    one.of().session().ifPresent(id -> form.put("session", id.toString()));
    one.of().appointment().ifPresent(id -> form.put("appointment", id.toString()));
    if (one.kind() == Kind.COLLECTIF) {
      form.put("total", one.total() == 0 ? "" : "" + one.total());
      form.put("title", one.title());
    }
    return form;
  }

  /// What the record is of, if it is of something that was planned.
  Occasions.Of of() {
    return new Occasions.Of(uuid(one("session")), uuid(one("appointment")));
  }

  private void putPeople(Draft what) {
    var people = what.people();
    if (what.kind() == Kind.INDIVIDUEL) {
      people.genders().keySet().forEach(one -> put("gender", one.code()));
      people.statuses().keySet().forEach(one -> put("status", one.code()));
      people.origins().keySet().forEach(one -> put("area", one));
      put("already", people.already() > 0 ? "yes" : "");
      return;
    }
    put("total", "" + people.total());
    put("already", people.already() == 0 ? "" : "" + people.already());
    people.genders().forEach((one, count) -> put("gender." + one.code(), "" + count));
    people.ages().forEach((one, count) -> put("age." + one.code(), "" + count));
    people.statuses().forEach((one, count) -> put("status." + one.code(), "" + count));
    int place = 0;
    for (var origin : people.origins().entrySet()) {
      put("area." + place, origin.getKey());
      put("from." + place, "" + origin.getValue());
      place++;
    }
  }

  private void put(String field, String value) {
    typed.set(field, value);
  }

  private void putAll(String field, Set<? extends Coded> values) {
    values.forEach(value -> typed.add(field, value.code()));
  }

  /// What was typed into a field, on one line.
  String one(String field) {
    var value = typed.getFirst(field);
    return Plain.line(value);
  }

  /// Whether a choice was made.
  boolean has(String field, String choice) {
    return typed.getOrDefault(field, List.of()).contains(choice);
  }

  /// How many lines for neighbourhoods the form has.
  int lines() {
    int lines = ORIGINS;
    while (lines < 40 && !one("area." + lines).isEmpty()) {
      lines++;
    }
    return lines;
  }

  Kind kind() {
    return Coop.find(Kind.class, one("kind")).orElse(Kind.INDIVIDUEL);
  }

  /// Whether the fields behind a fold have something in them, so that it stands open.
  boolean any(String... fields) {
    return Arrays.stream(fields).anyMatch(field -> !one(field).isEmpty());
  }

  /// What the form asks to be recorded; what can't be read is noted.
  Draft read(Fields fields) {
    var kind = kind();
    var day = Plain.day(typed.getFirst("day"));
    if (day.isEmpty()) {
      fields.refuse("day", "learning.activity.problem.day");
    }
    boolean individual = kind == Kind.INDIVIDUEL;
    return new Draft(
        Plain.formName(typed.getFirst("form")),
        kind,
        day.orElse(LocalDate.EPOCH),
        minutes(fields),
        where(fields),
        new Topics(some(Theme.class, "themes"), some(AdminTheme.class, "admin"), one("precision")),
        some(Equipment.class, "equipment"),
        Arrays.stream(one("tags").split(","))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .distinct()
            .toList(),
        Plain.text(typed.getFirst("notes")),
        individual ? onePerson() : people(fields),
        individual ? individual(fields) : Individual.NONE,
        individual ? Group.NONE : new Group(one("title"), Coop.find(Level.class, one("level"))),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// How the form says how long it was: what is chosen, and what is typed beside.
  String duration() {
    return one("minutes") + " " + one("hours") + " " + one("rest");
  }

  /// What is chosen decides. Where another duration was typed beside a choice, the form is asked
  /// which of the two is meant; where it stood there before, the choice is newer.
  private int minutes(Fields fields) {
    var chosen = one("minutes");
    var before = one("before").split(" ", -1);
    boolean stood =
        before.length == 3 && before[1].equals(one("hours")) && before[2].equals(one("rest"));
    boolean typed = any("hours", "rest");
    if (typed && !stood && !chosen.isEmpty() && !chosen.equals("own")) {
      fields.refuse("minutes", "learning.activity.problem.minutes.which");
    }
    if (chosen.equals("own") || (chosen.isEmpty() && typed)) {
      var words = "learning.activity.problem.minutes";
      int hours = any("hours") ? fields.number("minutes", one("hours"), 0, 23, words) : 0;
      int rest = any("rest") ? fields.number("minutes", one("rest"), 0, 59, words) : 0;
      return hours * 60 + rest;
    }
    return PRESETS.stream().filter(preset -> chosen.equals("" + preset)).findFirst().orElse(0);
  }

  private Where where(Fields fields) {
    var kind = Coop.find(PlaceKind.class, one("placeKind"));
    if (kind.isEmpty()) {
      fields.refuse("placeKind", "learning.activity.problem.placeKind");
    }
    var commune = one("commune");
    return new Where(
        kind.orElse(PlaceKind.A_DISTANCE),
        uuid(one("place")),
        commune.matches("[0-9A-Z]{1,12}") ? Optional.of(commune) : Optional.empty());
  }

  private static Optional<UUID> uuid(String typed) {
    return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(typed))
        : Optional.empty();
  }

  private Individual individual(Fields fields) {
    var words = "learning.activity.problem.birthYear";
    return new Individual(
        any("birthYear")
            ? OptionalInt.of(fields.number("birthYear", one("birthYear"), 1890, 2200, words))
            : OptionalInt.empty(),
        Coop.find(Autonomy.class, one("autonomy")),
        one("redirected").equals("yes") || any("redirection"),
        Coop.find(Redirection.class, one("redirection")));
  }

  private Marginals onePerson() {
    Map<Gender, Integer> genders = new EnumMap<>(Gender.class);
    Coop.find(Gender.class, one("gender")).ifPresent(one -> genders.put(one, 1));
    Map<SocialStatus, Integer> statuses = new EnumMap<>(SocialStatus.class);
    Coop.find(SocialStatus.class, one("status")).ifPresent(one -> statuses.put(one, 1));
    var area = one("area");
    return new Marginals(
        1,
        one("already").equals("yes") ? 1 : 0,
        genders,
        Map.of(),
        statuses,
        area.isEmpty() ? Map.of() : Map.of(area, 1));
  }

  private Marginals people(Fields fields) {
    int total =
        fields.number("total", one("total"), 1, Marginals.MOST, "learning.activity.problem.total");
    return new Marginals(
        total,
        count(fields, "already", "already"),
        counts(fields, "genders", "gender.", Gender.class),
        counts(fields, "ages", "age.", AgeBand.class),
        counts(fields, "statuses", "status.", SocialStatus.class),
        origins(fields));
  }

  private Map<String, Integer> origins(Fields fields) {
    var origins = new TreeMap<String, Integer>();
    for (int line = 0; line < lines(); line++) {
      int count = count(fields, "origins", "from." + line);
      var area = one("area." + line);
      if (count > 0 && area.isEmpty()) {
        fields.refuse("origins", "learning.activity.problem.origins");
      } else if (count > 0) {
        origins.merge(area, count, Integer::sum);
      }
    }
    return origins;
  }

  private int count(Fields fields, String field, String name) {
    return any(name) ? fields.number(field, one(name), 0, Marginals.MOST, NUMBER) : 0;
  }

  private <E extends Enum<E> & Coded> Map<E, Integer> counts(
      Fields fields, String field, String prefix, Class<E> of) {
    var counts = new EnumMap<E, Integer>(of);
    for (var value : of.getEnumConstants()) {
      int count = count(fields, field, prefix + value.code());
      if (count > 0) {
        counts.put(value, count);
      }
    }
    return counts;
  }

  private <E extends Enum<E> & Coded> Set<E> some(Class<E> of, String field) {
    return typed.getOrDefault(field, List.of()).stream()
        .flatMap(code -> Coop.find(of, code).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(of)));
  }

  /// Options of a list to choose from, by code.
  static Map<String, String> options(Map<UUID, String> places) {
    var options = new LinkedHashMap<String, String>();
    places.forEach((id, name) -> options.put(id.toString(), name));
    return options;
  }
}
