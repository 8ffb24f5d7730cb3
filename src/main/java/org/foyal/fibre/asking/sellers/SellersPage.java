package org.foyal.fibre.asking.sellers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the operators that residents are told to ask.
@Controller
@For({Role.ADMIN, Role.AGENT})
@RequestMapping("/staff/fibre/operators")
class SellersPage {
  private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 .-]{1,19}");
  private static final Pattern PAGE = Pattern.compile("https://[^\\s\"<>]{3,190}");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,20}");

  private final Sellers sellers;
  private final ShellSettings city;
  private final Clock clock;

  SellersPage(Sellers sellers, ShellSettings city, Clock clock) {
    this.sellers = sellers;
    this.city = city;
    this.clock = clock;
  }

  @Bean
  static Door fibreSellersDoor() {
    return new Door(
        "/staff/fibre/operators",
        "fibre.asking.sellers",
        68,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.AGENT);
  }

  /// A line as typed.
  record Form(
      @Nullable String id,
      @Nullable String name,
      @Nullable String code,
      @Nullable String phone,
      @Nullable String page,
      @Nullable String checked,
      @Nullable String active,
      @Nullable String version) {}

  /// What the page shows.
  ///
  /// @param form names the new line
  /// @param typed the line that can't stand as it was typed
  record View(
      List<Seller> sellers,
      String form,
      LocalDate today,
      @Nullable Form typed,
      Map<String, String> problems,
      boolean done) {
    /// The problem of a field, if this is the form that has it.
    @Nullable String problem(String id, String field) {
      return typed != null && id.equals(typed.id()) ? problems.get(field) : null;
    }
  }

  @GetMapping
  ModelAndView list() {
    return page(null, Map.of(), false);
  }

  private ModelAndView page(@Nullable Form typed, Map<String, String> problems, boolean done) {
    var all = sellers.list();
    var form =
        Optional.ofNullable(typed)
            .map(Form::id)
            .filter(id -> all.stream().noneMatch(one -> one.id().toString().equals(id)))
            .orElseGet(() -> UUID.randomUUID().toString());
    return new ModelAndView("fibre/asking/sellers/sellers", Fields.status(problems))
        .addObject("view", new View(all, form, today(), typed, problems, done));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), city.timeZone());
  }

  @PostMapping
  ModelAndView write(Form form, SignedIn who) {
    var fields = new Fields();
    var made = read(form, fields);
    if (!fields.good()) {
      return page(form, fields.problems(), false);
    }
    var by = Actor.of(who);
    var writing = made.version() == 0 ? sellers.add(by, first(made)) : sellers.update(by, made);
    return switch (writing) {
      case DONE -> page(null, Map.of(), true);
      case NAME_TAKEN -> page(form, Map.of("name", "fibre.asking.sellers.taken"), false);
      case OVERTAKEN -> page(form, Map.of("version", "fibre.asking.sellers.overtaken"), false);
    };
  }

  private static Seller first(Seller made) {
    return new Seller(
        made.id(),
        made.name(),
        made.code(),
        made.phone(),
        made.page(),
        made.checkedOn(),
        made.active(),
        made.example(),
        1);
  }

  private Seller read(Form form, Fields fields) {
    var name = fields.line("name", form.name(), 100);
    if (name.isEmpty()) {
      fields.refuse("name", "fibre.asking.sellers.nameless");
    }
    var phone = some(form.phone(), PHONE, "phone", fields);
    var page = some(form.page(), PAGE, "page", fields);
    var code = some(form.code(), CODE, "code", fields);
    if (phone.isEmpty() && page.isEmpty() && fields.good()) {
      fields.refuse("phone", "fibre.asking.sellers.unreachable");
    }
    var checked = Plain.day(form.checked());
    if (checked.isEmpty() || checked.get().isAfter(today())) {
      fields.refuse("checked", "fibre.asking.sellers.unchecked");
    }
    var version = Plain.line(form.version());
    return new Seller(
        Plain.formName(form.id()),
        name,
        code,
        phone,
        page,
        checked.orElse(today()),
        "yes".equals(form.active()),
        false,
        version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0);
  }

  private static Optional<String> some(
      @Nullable String typed, Pattern pattern, String field, Fields fields) {
    var line = Plain.line(typed);
    if (line.isEmpty()) {
      return Optional.empty();
    }
    if (!pattern.matcher(line).matches()) {
      fields.refuse(field, "fibre.asking.sellers.bad-" + field);
    }
    return Optional.of(line);
  }
}
