package org.foyal.home.alerting;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.cases.Opening;
import org.foyal.cases.Question;
import org.foyal.cases.desk.CaseTopics;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.foyal.things.alerts.Alert;
import org.foyal.things.alerts.AlertWords;
import org.foyal.things.alerts.CaseDesks;
import org.foyal.things.alerts.ThingAlerts;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Opens a case for an alert, once, and tells it of the end of the alert, once: what is done is
/// named after the alert, so that it may be tried again.
@Service
class AlertCases {
  private static final String KIND = "things";
  private static final String TOPIC = "alert";
  private static final int DAYS_to_answer = 5;

  private final ThingAlerts alerts;
  private final AlertWords says;
  private final Cases cases;
  private final CaseWork work;
  private final Departments departments;

  AlertCases(
      ThingAlerts alerts, AlertWords says, Cases cases, CaseWork work, Departments departments) {
    this.alerts = alerts;
    this.says = says;
    this.cases = cases;
    this.work = work;
    this.departments = departments;
  }

  @Bean
  static CaseTopics thingsTopics(Words words) {
    return new CaseTopics(KIND, () -> Map.of(TOPIC, words.everywhere("home.alerting.topic")));
  }

  @Bean
  static CaseDesks alertDesks(Departments departments) {
    return new CaseDesks(() -> {
      var names = new LinkedHashMap<String, String>();
      departments.list().stream()
          .filter(Department::active)
          .forEach(one -> names.put(one.code(), one.name()));
      return names;
    });
  }

  /// Alerts that shall be cases and are none, as a process died before it could.
  List<Long> missing() {
    return alerts.listWithoutCase().stream().map(Alert::id).toList();
  }

  /// Closed alerts whose cases do not know.
  List<Long> unsaid() {
    return alerts.listToNote().stream().map(Alert::id).toList();
  }

  /// Opens the case of an alert, in a transaction of its own: the alert stands without it.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void open(long id) {
    alerts
        .find(id)
        .filter(alert -> alert.open() && alert.opensCase() && alert.reference().isEmpty())
        .ifPresent(alert -> {
          var opened =
              switch (cases.open(question(alert))) {
                case Opening.Opened(var made, _, _) -> made;
                case Opening.OpenedBefore(var made, _) -> made;
              };
          alerts.tie(alert, opened.reference());
        });
  }

  private Question question(Alert alert) {
    return new Question(
        name(alert, "opened"),
        KIND,
        says.headline(Language.FR, alert),
        says.whole(Language.FR, alert),
        new Question.About(Optional.of(TOPIC), Optional.empty()),
        Channel.OPEN311,
        Question.Asker.unknown(Language.FR),
        alert
            .department()
            .flatMap(departments::find)
            .filter(Department::active)
            .map(Department::code),
        new Question.Delay(DAYS_to_answer, false, Silence.NOTHING),
        null,
        alert.source().example(),
        Optional.empty(),
        Optional.empty());
  }

  /// Tells the case of an alert that this is closed.
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void close(long id) {
    alerts
        .find(id)
        .filter(alert -> !alert.open() && alert.reference().isPresent())
        .ifPresent(alert -> {
          work.note(
              alert.reference().orElseThrow(),
              name(alert, "closed"),
              says.closed(Language.FR, alert));
          alerts.noted(alert);
        });
  }

  private static UUID name(Alert alert, String what) {
    return UUID.nameUUIDFromBytes(
        ("things.alert." + alert.id() + "." + what).getBytes(StandardCharsets.UTF_8));
  }
}
