package org.foyal.things.alerts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.foyal.shell.Pages;
import org.foyal.shell.data.OpenAnswers;
import org.foyal.shell.data.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The programs' door to what is open, to everybody: not who was told, nor who acknowledged.
@RestController
class AlertsApi {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final ThingAlerts alerts;
  private final Pages pages;

  AlertsApi(ThingAlerts alerts, Pages pages) {
    this.alerts = alerts;
    this.pages = pages;
  }

  @GetMapping("/api/things/alerts")
  ResponseEntity<?> list(HttpServletRequest request) {
    var page = pages.of(request);
    if (!request.getParameterMap().isEmpty()) {
      return Problems.answer(
          page,
          HttpStatus.BAD_REQUEST,
          "things:alerts",
          page.say("things.alerts.api.title"),
          page.say("things.alerts.api.parameter"));
    }
    return OpenAnswers.of(MediaType.APPLICATION_JSON, Duration.ofMinutes(1))
        .body(Map.of("alerts", alerts.listOpen().stream().map(AlertsApi::member).toList()));
  }

  private static Map<String, @Nullable Object> member(Alert alert) {
    var source = alert.source();
    var numbers = RuleStore.Numbers.of(alert.condition());
    var member = new LinkedHashMap<String, @Nullable Object>();
    member.put("id", alert.id());
    member.put("rule", alert.rule());
    member.put("kind", RuleStore.kind(alert.condition()).toLowerCase(Locale.ROOT));
    member.put("bound", numbers.bound().orElse(null));
    member.put("thing", source.thing());
    member.put("thing_name", source.thingName());
    member.put("datastream", source.datastream());
    member.put("datastream_name", source.datastreamName());
    member.put("unit", source.unit().orElse(null));
    member.put("value", alert.value().orElse(null));
    member.put("since", time(alert.since()));
    member.put("opened_at", time(alert.openedAt()));
    member.put("acknowledged", alert.acknowledged().isPresent());
    member.put("example", source.example());
    return member;
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }
}
