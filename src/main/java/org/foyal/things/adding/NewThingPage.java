package org.foyal.things.adding;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.kernel.Position;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.foyal.territory.search.Hit;
import org.foyal.territory.search.Search;
import org.foyal.things.adding.Adding.Added;
import org.foyal.things.adding.Adding.NewThing;
import org.foyal.things.devices.Credentials;
import org.foyal.things.devices.Devices;
import org.foyal.things.showing.Measure;
import org.foyal.things.showing.Showing;
import org.foyal.things.showing.Shown;
import org.foyal.things.showing.ShownWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to connecting an object: what it is, where it is, its key with code to
/// copy.
@Controller
@For({Role.ADMIN, Role.FABLAB})
@RequestMapping("/staff/things/new")
class NewThingPage {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_HITS = 10;

  private final Adding adding;
  private final Devices devices;
  private final Showing showing;
  private final Search search;
  private final House house;

  NewThingPage(Adding adding, Devices devices, Showing showing, Search search, House house) {
    this.adding = adding;
    this.devices = devices;
    this.showing = showing;
    this.search = search;
    this.house = house;
  }

  /// The code that objects are given, and how the page speaks of them.
  @org.springframework.stereotype.Component
  record House(CodeToCopy code, ShownWords said) {}

  @Bean
  static Door newThingDoor() {
    return new Door(
        "/staff/things/new",
        "things.adding.door",
        83,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.FABLAB);
  }

  /// An object as typed so far.
  ///
  /// @param measure words of what it measures
  /// @param q a street or a place that is looked for
  /// @param at a place that was found, `latitude,longitude`; empty: what is typed counts
  /// @param home `yes`: it is at somebody's
  record Typed(
      @Nullable String form,
      @Nullable String name,
      @Nullable List<String> measure,
      @Nullable String q,
      @Nullable String at,
      @Nullable String lat,
      @Nullable String lon,
      @Nullable String home) {
    List<Measure> measures() {
      return measure == null
          ? List.of()
          : measure.stream().flatMap(word -> Measure.find(word).stream()).distinct().toList();
    }

    /// What stands in a field.
    static String shown(@Nullable String typed) {
      return typed == null ? "" : typed;
    }

    Optional<Position> where() {
      var found = shown(at).split(",", -1);
      return found.length == 2
          ? Position.read(found[0], found[1])
          : Position.read(degrees(lat), degrees(lon));
    }

    private static String degrees(@Nullable String typed) {
      return Plain.line(typed).replace(',', '.');
    }
  }

  /// The first step: what it is.
  record What(Typed typed, Map<String, String> problems) {
    boolean has(Measure measure) {
      return typed.measures().contains(measure);
    }

    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  /// The second step: where it is.
  ///
  /// @param name of the object, as it will be
  record Where(Typed typed, String name, List<Hit> hits, Map<String, String> problems) {
    /// A place as the form carries it.
    static String at(Position where) {
      return String.format(Locale.ROOT, "%.6f,%.6f", where.latitude_deg(), where.longitude_deg());
    }

    /// The address of the step before.
    String back() {
      return "/staff/things/new?name="
          + URLEncoder.encode(name, StandardCharsets.UTF_8)
          + String.join("", typed.measures().stream().map(m -> "&measure=" + m.code()).toList());
    }

    boolean misplaced() {
      return problems.containsKey("where");
    }
  }

  /// The third step: its key, code to copy, and the first observation.
  ///
  /// @param credentials none where they were shown before
  record Given(
      UUID device,
      Shown thing,
      Optional<Credentials> credentials,
      List<Code> codes,
      ShownWords said) {}

  @GetMapping
  ModelAndView what(Typed typed) {
    return what(typed, Map.of());
  }

  private static ModelAndView what(Typed typed, Map<String, String> problems) {
    return new ModelAndView("things/adding/what", Fields.status(problems))
        .addObject("what", new What(typed, problems));
  }

  private static Fields read(Typed typed) {
    var fields = new Fields();
    if (fields.line("name", typed.name(), LONGEST_NAME).isEmpty()) {
      fields.refuse("name", "things.adding.problem.name");
    }
    if (typed.measures().isEmpty()) {
      fields.refuse("measure", "things.adding.problem.measure");
    }
    return fields;
  }

  @GetMapping("/where")
  ModelAndView where(Typed typed) {
    var fields = read(typed);
    return fields.good() ? where(typed, Map.of()) : what(typed, fields.problems());
  }

  private ModelAndView where(Typed typed, Map<String, String> problems) {
    var words = Plain.line(typed.q());
    var sought = words.substring(0, Math.min(words.length(), Search.MOST_LETTERS));
    var hits =
        Stream.of(sought)
            .filter(text -> !text.isEmpty())
            .flatMap(text -> search.find(text, MOST_HITS).hits().stream())
            .filter(hit -> hit.where() != null)
            .toList();
    return new ModelAndView("things/adding/where", Fields.status(problems))
        .addObject("where", new Where(typed, Plain.line(typed.name()), hits, problems));
  }

  /// The answer is the page itself: the secret stands in no address.
  @PostMapping
  ModelAndView add(Typed typed, SignedIn who, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var fields = read(typed);
    if (!fields.good()) {
      return what(typed, fields.problems());
    }
    var place = typed.where();
    if (place.isEmpty()) {
      return where(typed, Map.of("where", "things.adding.problem.where"));
    }
    var form = Plain.formName(typed.form());
    var order =
        new NewThing(
            form,
            Plain.line(typed.name()),
            typed.measures(),
            place.get(),
            "yes".equals(typed.home()),
            false);
    return switch (adding.add(Actor.of(who), order)) {
      case Added.Connected(long thing, var credentials) ->
          given(form, thing, Optional.of(credentials));
      case Added.Again() -> look(form.toString());
      case Added.Refused _ -> where(typed, Map.of("where", "things.adding.problem.refused"));
    };
  }

  /// The third step once more, without the secret: whether the first observation has come.
  @GetMapping("/{device:[0-9a-fA-F-]{36}}")
  ModelAndView look(@PathVariable String device) {
    return Stream.of(device)
        .map(NewThingPage::named)
        .flatMap(Optional::stream)
        .flatMap(id -> devices.find(id).stream())
        .flatMap(found ->
            adding.thingOf(found).stream().map(thing -> given(found.id(), thing, Optional.empty())))
        .findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Optional<UUID> named(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  private ModelAndView given(UUID device, long thing, Optional<Credentials> credentials) {
    var shown =
        showing.find(thing).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    var codes =
        credentials.stream()
            .flatMap(key ->
                shown.lines().stream()
                    .limit(1)
                    .flatMap(line -> house.code().of(line, key).stream()))
            .toList();
    return new ModelAndView("things/adding/given")
        .addObject("given", new Given(device, shown, credentials, codes, house.said()));
  }
}
