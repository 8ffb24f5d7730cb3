package org.foyal.things.alerts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foyal.people.Account;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to what is open: seen by whom, closed by hand.
@Controller
@For({Role.ADMIN, Role.AGENT})
class AlertsPage {
  static final String PATH = "/staff/things/alerts";
  private static final int LONGEST_NOTE = 2_000;

  private final ThingAlerts alerts;
  private final AlertRules rules;
  private final AlertWords says;

  AlertsPage(ThingAlerts alerts, AlertRules rules, AlertWords says) {
    this.alerts = alerts;
    this.rules = rules;
    this.says = says;
  }

  @Bean
  static Door thingsAlertsDoor() {
    return new Door(PATH, "things.alerts", 71, Door.Audience.STAFF, Role.ADMIN, Role.AGENT);
  }

  /// What the page shows.
  ///
  /// @param names of the accounts, by number
  /// @param said the key of what came of an act; empty: nothing was done
  record View(
      List<Alert> open,
      List<Alert> closed,
      Map<UUID, String> names,
      AlertWords says,
      String said,
      String problem) {
    /// Who acknowledged.
    String by(Alert.Acknowledged seen) {
      return names.getOrDefault(seen.by(), "–");
    }

    /// What was reported, and since when.
    String fact(Language language, Alert alert) {
      return says.fact(language, alert);
    }

    /// That it is closed, and when.
    String end(Language language, Alert alert) {
      return says.closed(language, alert);
    }

    /// When the rule finds something wrong.
    String condition(Language language, Alert alert) {
      return says.condition(language, alert.condition(), alert.source().unit());
    }
  }

  @GetMapping(PATH)
  ModelAndView list() {
    return page("", "");
  }

  @PostMapping(PATH + "/{id:\\d{1,18}}/acknowledge")
  ModelAndView acknowledge(
      @PathVariable long id, @RequestParam(required = false) @Nullable String note, SignedIn who) {
    var said = Plain.text(note);
    if (said.length() > LONGEST_NOTE) {
      return page("", "shell.problem.long");
    }
    return answer(alerts.acknowledge(Actor.of(who), id, said), "things.alerts.acknowledged.done");
  }

  @PostMapping(PATH + "/{id:\\d{1,18}}/close")
  ModelAndView close(@PathVariable long id, SignedIn who) {
    return answer(alerts.close(Actor.of(who), id), "things.alerts.close.done");
  }

  private ModelAndView answer(ThingAlerts.Handling handling, String done) {
    return switch (handling) {
      case DONE -> page(done, "");
      case OVERTAKEN -> page("", "things.alerts.overtaken");
    };
  }

  private ModelAndView page(String said, String problem) {
    var names = new HashMap<UUID, String>();
    rules.listAccounts().forEach((Account one) -> names.put(one.id(), one.name()));
    return new ModelAndView(
            "things/alerts/alerts", problem.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT)
        .addObject(
            "view", new View(alerts.listOpen(), alerts.listClosed(), names, says, said, problem));
  }
}
