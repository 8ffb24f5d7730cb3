package org.foyal.fablab.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.MachineType.Dangers;
import org.foyal.fablab.machines.MachineType.Hazard;
import org.foyal.fablab.machines.MachineType.Need;
import org.foyal.fablab.machines.MachineType.Protection;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.machines.MachineType.Teaching;
import org.foyal.fablab.machines.MachineType.Times;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// A kind of machine as typed.
///
/// @param needs what is asked for at other kinds, each as `code level`
/// @param checksFr,checksEn,checksGcf the check-list, a line each, in the same order
record MachineTypeForm(
    @Nullable String code,
    @Nullable String titleFr,
    @Nullable String titleEn,
    @Nullable String titleGcf,
    @Nullable String aboutFr,
    @Nullable String aboutEn,
    @Nullable String aboutGcf,
    @Nullable List<String> hazards,
    @Nullable List<String> protection,
    @Nullable String fumes,
    @Nullable String youngest,
    @Nullable String people,
    @Nullable String perSupervisor,
    @Nullable String levelToBook,
    @Nullable List<String> needs,
    @Nullable String course,
    @Nullable String courseLevel,
    @Nullable String checksFr,
    @Nullable String checksEn,
    @Nullable String checksGcf,
    @Nullable String valid,
    @Nullable String recent,
    @Nullable String shortest,
    @Nullable String longest,
    @Nullable String setUp,
    @Nullable String cleanUp,
    @Nullable String notice,
    @Nullable String scarce,
    @Nullable String active,
    @Nullable String version) {
  private static final String NUMBER = "fablab.desk.problem.number";
  private static final Pattern NEED = Pattern.compile("[a-z0-9-]{1,60} [1-4]");
  private static final int MOST_CHECKS = 30;

  /// What most kinds are like.
  static MachineTypeForm fresh() {
    return of(
        new MachineType(
            "",
            Told.inFrench("-"),
            Told.inFrench("-"),
            new Dangers(Set.of(), Set.of(), false),
            new Rules(0, 1, 4, 2, List.of()),
            new Teaching(Optional.empty(), 2, List.of(), 24, Optional.of(6)),
            new Times(30, 240, 0, 10, 30, false),
            true,
            false,
            0),
        "",
        "");
  }

  static MachineTypeForm of(MachineType one) {
    return of(one, one.title().french(), one.about().french());
  }

  private static MachineTypeForm of(MachineType one, String title, String about) {
    var rules = one.rules();
    var teaching = one.teaching();
    var times = one.times();
    return new MachineTypeForm(
        one.code(),
        title,
        one.title().only(Language.EN),
        one.title().only(Language.GCF),
        about,
        one.about().only(Language.EN),
        one.about().only(Language.GCF),
        one.dangers().hazards().stream().map(Hazard::name).toList(),
        one.dangers().protection().stream().map(Protection::name).toList(),
        one.dangers().fumeExtraction() ? "yes" : "",
        Integer.toString(rules.youngest_years()),
        Integer.toString(rules.peopleAtLeast()),
        Integer.toString(rules.perSupervisor()),
        Integer.toString(rules.levelToBook()),
        rules.needs().stream().map(need -> need.type() + " " + need.level()).toList(),
        teaching.course().orElse(""),
        Integer.toString(teaching.courseLevel()),
        lines(teaching.checks(), Language.FR),
        lines(teaching.checks(), Language.EN),
        lines(teaching.checks(), Language.GCF),
        Integer.toString(teaching.valid_months()),
        teaching.recent_months().map(String::valueOf).orElse(""),
        Integer.toString(times.shortest_minutes()),
        Integer.toString(times.longest_minutes()),
        Integer.toString(times.setUp_minutes()),
        Integer.toString(times.cleanUp_minutes()),
        Integer.toString(times.notice_minutes()),
        times.scarce() ? "yes" : "",
        one.active() ? "yes" : "",
        Integer.toString(one.version()));
  }

  private static String lines(List<Told> checks, Language language) {
    return checks.stream()
        .map(one -> one.only(language))
        .collect(Collectors.joining("\n"))
        .stripTrailing();
  }

  boolean has(Hazard one) {
    return hazards != null && hazards.contains(one.name());
  }

  boolean has(Protection one) {
    return protection != null && protection.contains(one.name());
  }

  boolean needs(String need) {
    return needs != null && needs.contains(need);
  }

  /// The kind of machine; what can’t be is noted in the fields.
  MachineType read(String named, boolean example, Fields fields) {
    return new MachineType(
        named,
        fields.told("title", 100, titleFr, titleEn, titleGcf),
        described(fields),
        new Dangers(
            Stream.of(Hazard.values()).filter(this::has).collect(Collectors.toSet()),
            Stream.of(Protection.values()).filter(this::has).collect(Collectors.toSet()),
            "yes".equals(fumes)),
        new Rules(
            fields.number("youngest", youngest, 0, 99, NUMBER),
            fields.number("people", people, 1, 4, NUMBER),
            fields.number("perSupervisor", perSupervisor, 1, 50, NUMBER),
            fields.number("levelToBook", levelToBook, 0, 4, NUMBER),
            needed(named)),
        new Teaching(
            Optional.of(Plain.line(course)).filter(Plain::isCode),
            fields.number("courseLevel", courseLevel, 1, 4, NUMBER),
            checks(fields),
            fields.number("valid", valid, 1, 120, NUMBER),
            Plain.line(recent).isEmpty()
                ? Optional.empty()
                : Optional.of(fields.number("recent", recent, 1, 60, NUMBER))),
        times(fields),
        "yes".equals(active),
        example,
        Typed.version(version));
  }

  private Times times(Fields fields) {
    int least = fields.number("shortest", shortest, 5, 720, NUMBER);
    int most = fields.number("longest", longest, 5, 1440, NUMBER);
    if (most < least) {
      fields.refuse("longest", "fablab.desk.problem.longest");
    }
    return new Times(
        least,
        Math.max(least, most),
        fields.number("setUp", setUp, 0, 120, NUMBER),
        fields.number("cleanUp", cleanUp, 0, 120, NUMBER),
        fields.number("notice", notice, 0, 10_080, NUMBER),
        "yes".equals(scarce));
  }

  private Told described(Fields fields) {
    return Told.of(
            fields.text("about", aboutFr, 2000),
            fields.text("about", aboutEn, 2000),
            fields.text("about", aboutGcf, 2000))
        .orElseGet(() -> {
          fields.refuse("about", "shell.problem.french");
          return Told.inFrench("-");
        });
  }

  /// What is asked for at other kinds; of two levels at one kind the higher one.
  private List<Need> needed(String own) {
    return Optional.ofNullable(needs).orElse(List.of()).stream()
        .filter(one -> NEED.matcher(one).matches())
        .map(one -> one.split(" ", 2))
        .filter(parts -> !parts[0].equals(own))
        .collect(
            Collectors.toMap(parts -> parts[0], parts -> Integer.parseInt(parts[1]), Math::max))
        .entrySet()
        .stream()
        .map(one -> new Need(one.getKey(), one.getValue()))
        .toList();
  }

  private List<Told> checks(Fields fields) {
    var french = split(checksFr);
    var english = split(checksEn);
    var creole = split(checksGcf);
    var all = new ArrayList<Told>();
    for (int i = 0; i < french.size(); i++) {
      Told.of(line(french, i), line(english, i), line(creole, i)).ifPresent(all::add);
    }
    if (all.size() > MOST_CHECKS
        || Stream.of(french, english, creole)
            .flatMap(List::stream)
            .anyMatch(one -> one.length() > 200)) {
      fields.refuse("checks", "fablab.desk.problem.checks");
    }
    return all;
  }

  private static List<String> split(@Nullable String typed) {
    return Plain.text(typed).lines().map(String::strip).toList();
  }

  private static String line(List<String> lines, int place) {
    return place < lines.size() ? lines.get(place) : "";
  }
}
