package org.foyal.requests.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyal.cases.watch.CaseWatch.Said;
import org.foyal.kernel.Reference;
import org.foyal.requests.open311.Gate.Entry;
import org.foyal.requests.open311.Tree.Group;
import org.foyal.requests.open311.Tree.Listed;
import org.foyal.requests.open311.Tree.Value;
import org.foyal.requests.open311.Updates.Status;
import org.foyal.requests.open311.Updates.Written;
import org.foyal.shell.ShellSettings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The door by which FixMyStreet and programs like it exchange what is said of a report:
/// mySociety's extension of GeoReport v2, `servicerequestupdates`. Both directions want the key.
@RestController
class UpdatesApi {
  private static final int LONGEST_NUMBER = 200;

  private final Updates updates;
  private final ServiceRequests serviceRequests;
  private final Gate gate;
  private final Speech speech;
  private final ShellSettings shell;
  private final Clock clock;

  UpdatesApi(
      Updates updates,
      ServiceRequests serviceRequests,
      Gate gate,
      Speech speech,
      ShellSettings shell,
      Clock clock) {
    this.updates = updates;
    this.serviceRequests = serviceRequests;
    this.gate = gate;
    this.speech = speech;
    this.shell = shell;
    this.clock = clock;
  }

  @GetMapping("/open311/v2/servicerequestupdates.{form:xml|json}")
  ResponseEntity<byte[]> list(HttpServletRequest request) {
    var sent = new Sent(request, speech.page(request));
    return switch (gate.enter(request, sent, false)) {
      case Entry.Turned(var answer) -> answer;
      case Entry.Admitted(var client) -> {
        var span = sent.span(clock.instant(), shell.timeZone());
        yield sent.faults().isEmpty()
            ? speech.answer(
                request,
                ResponseEntity.ok(),
                new Listed(
                    "service_requests_updates",
                    updates.list(client, span).stream().map(this::told).toList()))
            : speech.refuse(request, sent.faults());
      }
    };
  }

  private Tree told(Said said) {
    return Group.of(
        "request_update",
        new Value("update_id", said.id() + "-" + said.first()),
        new Value("service_request_id", said.first().toString()),
        new Value("status", Status.of(said.state(), said.outcome()).name()),
        new Value("updated_datetime", serviceRequests.at(said.at())),
        Value.of("description", said.words()),
        new Value("media_url", null));
  }

  @PostMapping("/open311/v2/servicerequestupdates.{form:xml|json}")
  ResponseEntity<byte[]> write(HttpServletRequest request) {
    var sent = new Sent(request, speech.page(request));
    return switch (gate.enter(request, sent, true)) {
      case Entry.Turned(var answer) -> answer;
      case Entry.Admitted(var client) -> {
        var update = read(sent);
        yield sent.faults().isEmpty() && update.isPresent()
            ? answer(updates.write(client, update.get()), request)
            : speech.refuse(request, sent.faults());
      }
    };
  }

  private ResponseEntity<byte[]> answer(Written written, HttpServletRequest request) {
    return switch (written) {
      case Written.Kept(var id) ->
          speech.answer(
              request,
              ResponseEntity.ok(),
              new Listed(
                  "service_request_updates",
                  List.of(Group.of("request_update", new Value("update_id", id.toString())))));
      case Written.NotTheirs() -> speech.refuse(request, 404, "requests.open311.not-theirs");
      case Written.Refused(String problem) -> speech.refuse(request, 400, problem);
    };
  }

  private static Optional<Updates.Update> read(Sent sent) {
    var report = Reference.read(sent.line("service_request_id"));
    if (report.isEmpty()) {
      var typed = sent.line("service_request_id");
      sent.refuse(
          typed.isEmpty() ? 400 : 404,
          "service_request_id",
          typed.isEmpty() ? "requests.open311.missing" : "requests.open311.no-request");
    }
    var named = sent.line("update_id");
    if (named.isEmpty() || named.length() > LONGEST_NUMBER) {
      sent.refuse(400, "update_id", "requests.open311.missing");
    }
    var typed = sent.line("status").toUpperCase(Locale.ROOT);
    var status = Arrays.stream(Status.values()).filter(one -> one.name().equals(typed)).findFirst();
    if (status.isEmpty() && !typed.isEmpty()) {
      sent.refuse(400, "status", "requests.open311.update-status");
    }
    var words = sent.text("description");
    if (words.isEmpty()) {
      sent.refuse(400, "description", "requests.open311.missing");
    } else if (words.length() > Updates.LONGEST_WORDS) {
      sent.refuse(400, "description", "requests.problem.long");
    }
    if (!sent.line("media_url").isEmpty()) {
      sent.refuse(400, "media_url", "requests.open311.update-media");
    }
    return report.map(one -> new Updates.Update(one, named, status, words));
  }
}
