package org.foyal.requests.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyal.cases.watch.CaseWatch;
import org.foyal.kernel.Reference;
import org.foyal.requests.Requests;
import org.foyal.shell.ShellSettings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The Open311 door to reports (GeoReport v2, « GET Service Requests », « GET Service Request »),
/// with the paging of the servers in use (`page`, `page_size`).
@RestController
class ServiceRequestsApi {
  /// Most reports of one answer, by the standard.
  private static final int MOST = 1000;

  private static final int MOST_PAGES = 1_000_000;

  private final Requests requests;
  private final ServiceRequests serviceRequests;
  private final CaseWatch watch;
  private final Speech speech;
  private final ShellSettings shell;
  private final Clock clock;

  ServiceRequestsApi(
      Requests requests,
      ServiceRequests serviceRequests,
      CaseWatch watch,
      Speech speech,
      ShellSettings shell,
      Clock clock) {
    this.requests = requests;
    this.serviceRequests = serviceRequests;
    this.watch = watch;
    this.speech = speech;
    this.shell = shell;
    this.clock = clock;
  }

  @GetMapping("/open311/v2/requests.{form:xml|json}")
  ResponseEntity<byte[]> list(HttpServletRequest request) {
    var page = speech.page(request);
    var sent = new Sent(request, page);
    boolean more = "true".equals(sent.line("extensions"));
    var named = sent.list("service_request_id");
    if (!named.isEmpty()) {
      return some(request, sent, named, more);
    }
    int number = sent.number("page", 1, MOST_PAGES, 1);
    int size = sent.number("page_size", 1, MOST, MOST);
    var asked = asked(sent);
    if (!sent.faults().isEmpty()) {
      return speech.refuse(request, sent.faults());
    }
    var cases = watch.list(asked, (number - 1L) * size, size);
    return speech.tell(request, serviceRequests.told(requests.ofCases(cases), page, more));
  }

  /// Those of some references, whatever else is asked for.
  private ResponseEntity<byte[]> some(
      HttpServletRequest request, Sent sent, List<String> named, boolean more) {
    if (named.size() > MOST) {
      sent.refuse(400, "service_request_id", "requests.open311.most", MOST);
      return speech.refuse(request, sent.faults());
    }
    var references =
        named.stream().flatMap(one -> Reference.read(one).stream()).distinct().toList();
    return speech.tell(
        request, serviceRequests.told(requests.list(references), speech.page(request), more));
  }

  private CaseWatch.Asked asked(Sent sent) {
    var span = sent.span(clock.instant(), shell.timeZone());
    var codes = sent.list("service_code");
    if (codes.stream().anyMatch(code -> requests.findCategory(code).isEmpty())) {
      sent.refuse(404, "service_code", "requests.open311.no-service");
    }
    var status =
        sent.list("status").stream().map(one -> one.toLowerCase(Locale.ROOT)).distinct().toList();
    if (!List.of("open", "closed").containsAll(status)) {
      sent.refuse(400, "status", "requests.open311.status");
    }
    return new CaseWatch.Asked(
        "requests",
        new HashSet<>(codes),
        span.from(),
        span.until(),
        status.size() == 1 ? Optional.of(status.contains("closed")) : Optional.empty());
  }

  @GetMapping("/open311/v2/requests/{id}.{form:xml|json}")
  ResponseEntity<byte[]> one(@PathVariable String id, HttpServletRequest request) {
    var page = speech.page(request);
    var sent = new Sent(request, page);
    var report = Reference.read(id).flatMap(requests::find);
    if (report.isEmpty()) {
      return speech.refuse(request, 404, "requests.open311.no-request");
    }
    boolean more = "true".equals(sent.line("extensions"));
    return speech.tell(request, serviceRequests.told(List.of(report.get()), page, more));
  }

  /// Every report has its number at once, so that no token was ever given.
  @GetMapping("/open311/v2/tokens/{token}.{form:xml|json}")
  ResponseEntity<byte[]> token(@PathVariable String token, HttpServletRequest request) {
    return speech.refuse(request, 404, "requests.open311.no-token");
  }
}
