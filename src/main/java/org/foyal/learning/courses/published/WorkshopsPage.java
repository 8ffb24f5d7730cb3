package org.foyal.learning.courses.published;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Course.Audience;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Courses.Part;
import org.foyal.learning.courses.Courses.Sought;
import org.foyal.learning.courses.Need;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.shell.Door;
import org.foyal.shell.Page;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to what is taught: by need in plain words, then the sessions, the soonest
/// first.
@Controller
class WorkshopsPage {
  private static final int PAGE = 20;

  private final Courses courses;
  private final Places places;
  private final Territory territory;
  private final Cards cards;
  private final Clock clock;

  WorkshopsPage(Courses courses, Places places, Territory territory, Cards cards, Clock clock) {
    this.courses = courses;
    this.places = places;
    this.territory = territory;
    this.cards = cards;
    this.clock = clock;
  }

  @Bean
  static Door workshopsDoor() {
    return new Door("/workshops", "learning.courses.workshops", 4, Door.Audience.EVERYBODY);
  }

  /// What was chosen, as the address has it.
  ///
  /// @param spoken the language of the session; `language` is the page's, in its address
  record Form(
      @Nullable String need,
      @Nullable String course,
      @Nullable String place,
      @Nullable String area,
      @Nullable String spoken,
      @Nullable String part,
      @Nullable String childcare,
      @Nullable String stepFree,
      @Nullable String womenOnly,
      @Nullable String competence,
      @Nullable String audience,
      @Nullable String after) {}

  /// What the page shows.
  ///
  /// @param chosen the choices by the name of their field, those that name nothing left out
  record View(
      List<Need> needs,
      Optional<Need> need,
      Optional<Course> course,
      Map<String, String> chosen,
      Map<String, String> places,
      Map<String, String> areas,
      List<Card> cards,
      boolean more) {
    String chosen(String field) {
      return chosen.getOrDefault(field, "");
    }

    /// Whether anything but the need is chosen.
    boolean filtered() {
      return chosen.keySet().stream().anyMatch(field -> !List.of("need", "course").contains(field));
    }

    /// The address of the page after this one.
    String next() {
      var all = new LinkedHashMap<>(chosen);
      all.put("after", cards.getLast().session().id().toString());
      return "/workshops?" + query(all);
    }

    /// The address of the same need without any other choice.
    String cleared() {
      return need.map(one -> "/workshops?need=" + one.code()).orElse("/workshops");
    }

    /// The address of the calendar, in the language of whoever reads.
    String calendar(Language reader) {
      return "/calendars/workshops.ics?language="
          + reader.code()
          + (chosen.containsKey("place") ? "&place=" + chosen("place") : "");
    }

    private static String query(Map<String, String> all) {
      return all.entrySet().stream()
          .map(
              one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
          .collect(Collectors.joining("&"));
    }

    Map<String, String> languages() {
      var all = new LinkedHashMap<String, String>();
      Stream.of(Language.values()).forEach(one -> all.put(one.code(), one.ownName()));
      return all;
    }

    Map<String, String> parts(Page page) {
      var all = new LinkedHashMap<String, String>();
      all.put("day", page.say("learning.courses.part.day"));
      all.put("evening", page.say("learning.courses.part.evening"));
      return all;
    }

    Map<String, String> audiences(Page page) {
      var all = new LinkedHashMap<String, String>();
      Stream.of(Audience.values())
          .forEach(one -> all.put(one.name(), page.say("learning.courses.audience." + one)));
      return all;
    }

    Map<String, String> competences(Page page) {
      var all = new LinkedHashMap<String, String>();
      Stream.of(Competence.values())
          .forEach(one -> all.put(one.code(), one.code() + " " + one.title().in(page.language())));
      return all;
    }
  }

  @GetMapping("/workshops")
  ModelAndView list(Form form) {
    var known = places.list();
    var needs = courses.listNeeds().stream().filter(Need::active).toList();
    var need = needs.stream().filter(one -> one.code().equals(form.need())).findFirst();
    var course = Optional.ofNullable(form.course()).flatMap(courses::findCourse);
    var chosen = chosen(form, need, course, known);
    var found =
        courses.search(
            sought(chosen, need, course, known), id(form.after()).filter(this::there), PAGE + 1);
    var shown = cards.of(found.stream().limit(PAGE).toList());
    return new ModelAndView("learning/courses/published/list")
        .addObject(
            "view",
            new View(
                needs,
                need,
                course,
                chosen,
                names(known),
                areas(known),
                shown,
                found.size() > PAGE && !shown.isEmpty()));
  }

  private boolean there(UUID session) {
    return courses.find(session).isPresent();
  }

  private static Map<String, String> chosen(
      Form form, Optional<Need> need, Optional<Course> course, List<Place> known) {
    var chosen = new LinkedHashMap<String, String>();
    need.ifPresent(one -> chosen.put("need", one.code()));
    course.ifPresent(one -> chosen.put("course", one.code()));
    id(form.place())
        .filter(id -> known.stream().anyMatch(one -> one.id().equals(id)))
        .ifPresent(id -> chosen.put("place", id.toString()));
    Optional.ofNullable(form.area())
        .filter(area -> known.stream().anyMatch(one -> area.equals(one.address().area())))
        .ifPresent(area -> chosen.put("area", area));
    Optional.ofNullable(form.spoken())
        .flatMap(Language::find)
        .ifPresent(one -> chosen.put("spoken", one.code()));
    Optional.ofNullable(form.part())
        .filter(List.of("day", "evening")::contains)
        .ifPresent(one -> chosen.put("part", one));
    tick(chosen, "childcare", form.childcare());
    tick(chosen, "stepFree", form.stepFree());
    tick(chosen, "womenOnly", form.womenOnly());
    competence(form.competence()).ifPresent(one -> chosen.put("competence", one.code()));
    audience(form.audience()).ifPresent(one -> chosen.put("audience", one.name()));
    return chosen;
  }

  private static Optional<Competence> competence(@Nullable String code) {
    return Optional.ofNullable(code).flatMap(Competence::find);
  }

  private static Optional<Audience> audience(@Nullable String name) {
    return Stream.of(Audience.values()).filter(one -> one.name().equals(name)).findFirst();
  }

  private static void tick(Map<String, String> chosen, String field, @Nullable String typed) {
    if ("yes".equals(typed)) {
      chosen.put(field, "yes");
    }
  }

  private Sought sought(
      Map<String, String> chosen, Optional<Need> need, Optional<Course> course, List<Place> known) {
    var part =
        switch (chosen.getOrDefault("part", "")) {
          case "day" -> Part.DAY;
          case "evening" -> Part.EVENING;
          default -> Part.ANY;
        };
    return new Sought(
        clock.instant(),
        need.map(Need::code),
        course.map(Course::code),
        Optional.of(open(chosen, known)),
        Language.find(chosen.getOrDefault("spoken", "")),
        part,
        chosen.containsKey("childcare"),
        chosen.containsKey("stepFree"),
        chosen.containsKey("womenOnly"),
        competence(chosen.get("competence")),
        audience(chosen.get("audience")));
  }

  /// The places that are sought; hidden ones never.
  private static Set<UUID> open(Map<String, String> chosen, List<Place> known) {
    return known.stream()
        .filter(
            one -> chosen.getOrDefault("place", one.id().toString()).equals(one.id().toString()))
        .filter(one ->
            !chosen.containsKey("area")
                || chosen.getOrDefault("area", "").equals(one.address().area()))
        .map(Place::id)
        .collect(Collectors.toSet());
  }

  private static Map<String, String> names(List<Place> known) {
    var names = new LinkedHashMap<String, String>();
    known.forEach(one -> names.put(one.id().toString(), one.name()));
    return names;
  }

  private Map<String, String> areas(List<Place> known) {
    var names = new TreeMap<String, String>();
    known.stream()
        .flatMap(one -> Optional.ofNullable(one.address().area()).stream())
        .distinct()
        .flatMap(code -> territory.findArea(code).stream())
        .forEach((Area area) -> names.put(area.code(), area.name()));
    return names;
  }

  /// The identifier that an address names, if it is one.
  static Optional<UUID> id(@Nullable String typed) {
    var text = Plain.line(typed);
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
