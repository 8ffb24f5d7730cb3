package org.foyal.things.alerts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Account;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Page;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to the rules of alerts, and to maintenance.
@Controller
@For({Role.ADMIN, Role.AGENT})
class AlertRulesPage {
  static final String PATH = "/staff/things/rules";
  private static final List<String> KINDS = List.of("ABOVE", "BELOW", "ABSENCE", "CONSTANT");

  private final AlertRules rules;
  private final AlertWords says;
  private final ShellSettings city;

  AlertRulesPage(AlertRules rules, AlertWords says, ShellSettings city) {
    this.rules = rules;
    this.says = says;
    this.city = city;
  }

  @Bean
  static Door thingsAlertRulesDoor() {
    return new Door(PATH, "things.alerts.rules", 72, Door.Audience.STAFF, Role.ADMIN, Role.AGENT);
  }

  /// What the page shows.
  ///
  /// @param form names the new rule
  /// @param typed the rule that can't stand as it was typed
  record View(
      List<RuleStore.Kept> rules,
      List<Pause> pauses,
      List<Account> accounts,
      Map<String, String> departments,
      AlertWords says,
      String form,
      @Nullable RuleForm typed,
      Map<String, String> problems,
      String said) {
    /// The problem of a field, if this is the form that has it.
    @Nullable String problem(String id, String field) {
      return typed != null && id.equals(typed.id()) ? problems.get(field) : null;
    }

    /// When the rule finds something wrong.
    String condition(Language language, RuleStore.Kept kept) {
      return says.condition(language, kept.rule().condition(), kept.source().unit());
    }

    /// The kinds by name.
    Map<String, String> kinds(Page page) {
      var names = new LinkedHashMap<String, String>();
      KINDS.forEach(kind -> names.put(kind, page.say("things.alerts.kind." + kind)));
      return names;
    }

    /// Whether this form was sent, and can't stand.
    boolean wrong(String id) {
      return typed != null && id.equals(typed.id());
    }
  }

  @GetMapping(PATH)
  ModelAndView list() {
    return page(null, Map.of(), "");
  }

  private ModelAndView page(@Nullable RuleForm typed, Map<String, String> problems, String said) {
    var all = rules.list();
    var form =
        Optional.ofNullable(typed)
            .map(RuleForm::id)
            .filter(id -> all.stream().noneMatch(one -> one.rule().id().toString().equals(id)))
            .orElseGet(() -> UUID.randomUUID().toString());
    return new ModelAndView("things/alerts/rules", Fields.status(problems))
        .addObject(
            "view",
            new View(
                all,
                rules.listPauses(),
                rules.listAccounts(),
                rules.departments(),
                says,
                form,
                typed,
                problems,
                said));
  }

  @PostMapping(PATH)
  ModelAndView write(RuleForm form, SignedIn who) {
    var fields = new Fields();
    var read = form.read(fields, rules.listAccounts(), rules.departments());
    if (read.isEmpty()) {
      return page(form, fields.problems(), "");
    }
    var rule = read.get();
    var by = Actor.of(who);
    var writing = rule.version() == 0 ? rules.add(by, rule) : rules.update(by, rule);
    return switch (writing) {
      case DONE -> page(null, Map.of(), "things.alerts.rules.done");
      case NO_DATASTREAM ->
          page(form, Map.of("datastream", "things.alerts.problem.datastream"), "");
      case GONE -> page(null, Map.of("version", "things.alerts.rules.gone"), "");
      case OVERTAKEN -> page(form, Map.of("version", "things.alerts.rules.overtaken"), "");
    };
  }

  @PostMapping(PATH + "/{id:[0-9a-f-]{36}}/remove")
  ModelAndView remove(@PathVariable String id, SignedIn who) {
    return answer(rules.remove(Actor.of(who), Plain.formName(id)), "things.alerts.remove.done");
  }

  @PostMapping(PATH + "/{id:[0-9a-f-]{36}}/pause")
  ModelAndView pause(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String form,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(defaultValue = "") String of,
      SignedIn who) {
    var found = rules.find(Plain.formName(id));
    if (found.isEmpty()) {
      return page(null, Map.of("version", "things.alerts.rules.gone"), "");
    }
    var since = moment(from);
    var end = moment(until);
    if (since.isEmpty() || end.isEmpty() || !since.get().isBefore(end.get())) {
      return page(null, Map.of("pause", "things.alerts.problem.pause"), "");
    }
    boolean whole = of.equals("thing");
    var kept = found.get();
    var made =
        new Pause(
            Plain.formName(form),
            whole ? Optional.empty() : Optional.of(kept.rule().id()),
            whole ? Optional.of(kept.source().thing()) : Optional.empty(),
            whole ? kept.source().thingName() : kept.rule().name(),
            since.get(),
            end.get());
    return answer(rules.pause(Actor.of(who), made), "things.alerts.pause.done");
  }

  /// A moment as the browser's own field writes it, in the city's zone.
  private Optional<Instant> moment(@Nullable String typed) {
    try {
      var text = Plain.line(typed);
      return text.length() < 16 || text.length() > 19
          ? Optional.empty()
          : Optional.of(
              LocalDateTime.parse(text)
                  .truncatedTo(ChronoUnit.MINUTES)
                  .atZone(city.timeZone())
                  .toInstant());
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }

  @PostMapping(PATH + "/pauses/{id:[0-9a-f-]{36}}/end")
  ModelAndView endPause(@PathVariable String id, SignedIn who) {
    return answer(
        rules.endPause(Actor.of(who), Plain.formName(id)), "things.alerts.pause.end.done");
  }

  private ModelAndView answer(AlertRules.Writing writing, String done) {
    return switch (writing) {
      case DONE -> page(null, Map.of(), done);
      case NO_DATASTREAM, GONE, OVERTAKEN ->
          page(null, Map.of("version", "things.alerts.rules.gone"), "");
    };
  }
}
