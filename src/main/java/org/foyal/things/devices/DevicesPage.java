package org.foyal.things.devices;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.foyal.things.devices.Devices.Entered;
import org.foyal.things.model.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to devices: enter one, give it a new secret, take its credentials back.
@Controller
@For({Role.ADMIN, Role.FABLAB})
@RequestMapping("/staff/things/devices")
class DevicesPage {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_THINGS = 50;
  private static final int MOST_A_DAY = 100_000_000;
  private static final int MOST_AT_ONCE = 1_000_000;
  private static final int LONGEST_GRACE_h = 24 * 30;
  private static final Pattern NUMBERS = Pattern.compile("\\d{1,15}([ ,;]+\\d{1,15})*");

  private final Devices devices;

  DevicesPage(Devices devices) {
    this.devices = devices;
  }

  @Bean
  static Door thingsDevicesDoor() {
    return new Door(
        "/staff/things/devices",
        "things.devices.door",
        84,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.FABLAB);
  }

  /// A device as typed.
  ///
  /// @param form names the form: sent again, it gives no second secret
  /// @param reach `some` or `all`
  /// @param things numbers of things, with commas or blanks between
  /// @param how `now` or `code`
  record Typed(
      @Nullable String form,
      @Nullable String name,
      @Nullable String reach,
      @Nullable String things,
      @Nullable String aDay,
      @Nullable String burst,
      @Nullable String how) {
    static Typed nothing() {
      return new Typed(UUID.randomUUID().toString(), "", "some", "", "20000", "200", "now");
    }

    /// What stands in a field.
    static String shown(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  /// What the page shows.
  ///
  /// @param credentials those just drawn, to be copied now or never
  /// @param waits a claim code just drawn
  record View(
      List<Device> devices,
      Typed form,
      Map<String, String> problems,
      @Nullable Credentials credentials,
      Entered.@Nullable Waits waits,
      String said) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// The numbers of the things that a device may write on; empty: all.
    static String reach(Device device) {
      return switch (device.rights()) {
        case Rights.Everything() -> "";
        case Rights.Some(var things) ->
            things.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
      };
    }

    /// Whether a device may write on all things.
    static boolean writesEverywhere(Device device) {
      return device.rights() instanceof Rights.Everything;
    }
  }

  @GetMapping
  ModelAndView list() {
    return page(Typed.nothing(), Map.of(), null, null, "");
  }

  private ModelAndView page(
      Typed form,
      Map<String, String> problems,
      @Nullable Credentials credentials,
      Entered.@Nullable Waits waits,
      String said) {
    return new ModelAndView("things/devices/devices", Fields.status(problems))
        .addObject("view", new View(devices.list(), form, problems, credentials, waits, said));
  }

  /// The answer is the page itself: the secret stands in no address.
  @PostMapping
  ModelAndView enter(Typed form, SignedIn who, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var fields = new Fields();
    var name = fields.line("name", form.name(), LONGEST_NAME);
    if (name.isEmpty()) {
      fields.refuse("name", "things.devices.problem.name");
    }
    var rights = rights(fields, form, who);
    int aDay = number(fields, "aDay", form.aDay(), MOST_A_DAY);
    int burst = number(fields, "burst", form.burst(), MOST_AT_ONCE);
    if (!fields.good()) {
      return page(form, fields.problems(), null, null, "");
    }
    var order =
        new Devices.Order(
            Plain.formName(form.form()), name, rights, new Device.Quota(aDay, burst), false);
    var by = Actor.of(who);
    return switch ("code".equals(form.how())
        ? devices.prepare(by, order)
        : devices.open(by, order)) {
      case Entered.Opened(var credentials) ->
          page(Typed.nothing(), Map.of(), credentials, null, "");
      case Entered.Waits waits -> page(Typed.nothing(), Map.of(), null, waits, "");
      case Entered.Again() ->
          page(Typed.nothing(), Map.of("form", "things.devices.again"), null, null, "");
      case Entered.NoThings(_) ->
          page(form, Map.of("things", "things.devices.problem.unknown"), null, null, "");
    };
  }

  /// Only administrators hand out what opens everything.
  private static Rights rights(Fields fields, Typed form, SignedIn who) {
    if ("all".equals(form.reach())) {
      if (!who.roles().contains(Role.ADMIN)) {
        fields.refuse("reach", "things.devices.problem.all");
      }
      return new Rights.Everything();
    }
    var text = Plain.line(form.things());
    if (text.isEmpty()) {
      return new Rights.Some(Set.of());
    }
    if (!NUMBERS.matcher(text).matches()) {
      fields.refuse("things", "things.devices.problem.things");
      return new Rights.Some(Set.of());
    }
    var things =
        Pattern.compile("[ ,;]+")
            .splitAsStream(text)
            .map(Long::valueOf)
            .collect(Collectors.toSet());
    if (things.size() > MOST_THINGS) {
      fields.refuse("things", "things.devices.problem.things");
    }
    return new Rights.Some(things);
  }

  private static int number(Fields fields, String field, @Nullable String typed, int most) {
    var text = Plain.line(typed).replace(" ", "");
    int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    if (number < 1 || number > most) {
      fields.refuse(field, "things.devices.problem.number");
      return 1;
    }
    return number;
  }

  @PostMapping("/{id}/rotate")
  ModelAndView rotate(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") String hours,
      SignedIn who,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var device = known(id, who);
    var fields = new Fields();
    int grace_h = fields.number("hours", hours, 0, LONGEST_GRACE_h, "things.devices.problem.hours");
    if (!fields.good()) {
      return page(Typed.nothing(), fields.problems(), null, null, "");
    }
    var fresh = devices.rotate(Actor.of(who), device.id(), Duration.ofHours(grace_h));
    return page(
        Typed.nothing(),
        fresh.isEmpty() ? Map.of("form", "things.devices.shut") : Map.of(),
        fresh.orElse(null),
        null,
        "");
  }

  @PostMapping("/{id}/revoke")
  ModelAndView revoke(@PathVariable String id, SignedIn who) {
    devices.revoke(Actor.of(who), known(id, who).id());
    return page(Typed.nothing(), Map.of(), null, null, "things.devices.revoked");
  }

  /// The device of that number, if whoever asks may touch it: what opens everything is the
  /// administrators'.
  private Device known(String id, SignedIn who) {
    return named(id)
        .flatMap(devices::find)
        .filter(one -> who.roles().contains(Role.ADMIN) || !View.writesEverywhere(one))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static Optional<UUID> named(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }
}
