package org.foyal.requests.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.foyal.requests.open311.Tree.Group;
import org.foyal.requests.open311.Tree.Listed;
import org.foyal.requests.open311.Tree.Value;
import org.foyal.shell.ErrorForm;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers in the form that was asked for; what went wrong, in the standard's own form (GeoReport
/// v2, « Errors »), also where the frame found it. Names and words come in the language that the
/// client prefers (`Accept-Language`), else in the city's first one.
@Component
class Speech implements ErrorForm {
  private static final String DOORS = "/open311/";

  private final Pages pages;
  private final JsonMapper json;

  Speech(Pages pages, JsonMapper json) {
    this.pages = pages;
    this.json = json;
  }

  /// Something that can't be.
  ///
  /// @param code the HTTP code of its kind
  /// @param description says what to do
  record Fault(int code, String description) {
    Fault {
      description = description.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
  }

  /// The words of a request's language.
  Page page(HttpServletRequest request) {
    return pages.of(request);
  }

  /// An answer that whoever asks next may be given too for a minute.
  ResponseEntity<byte[]> tell(HttpServletRequest request, Tree tree) {
    return said(request, ResponseEntity.ok())
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
        .body(written(request, tree));
  }

  /// An answer for whoever sent the request alone.
  ResponseEntity<byte[]> answer(
      HttpServletRequest request, ResponseEntity.BodyBuilder answer, Tree tree) {
    return said(request, answer).cacheControl(CacheControl.noStore()).body(written(request, tree));
  }

  /// What can't be; the first one's code is the answer's.
  ResponseEntity<byte[]> refuse(HttpServletRequest request, List<Fault> faults) {
    var answer = ResponseEntity.status(faults.getFirst().code());
    return answer(request, answer, errors(faults));
  }

  /// The same with one thing that can't be.
  ResponseEntity<byte[]> refuse(
      HttpServletRequest request, int code, String words, Object... with) {
    return refuse(request, List.of(new Fault(code, page(request).say(words, with))));
  }

  @Override
  public boolean speaksAt(String address) {
    return address.startsWith(DOORS);
  }

  @Override
  public ResponseEntity<?> say(String address, int status, String language, String description) {
    var form = Form.of(address);
    return ResponseEntity.status(status)
        .contentType(form.type())
        .header(HttpHeaders.CONTENT_LANGUAGE, language)
        .cacheControl(CacheControl.noStore())
        .body(form.write(errors(List.of(new Fault(status, description))), json));
  }

  private static Tree errors(List<Fault> faults) {
    return new Listed(
        "errors",
        faults.stream()
            .map(fault ->
                Group.of(
                    "error",
                    new Value("code", fault.code()),
                    new Value("description", fault.description())))
            .toList());
  }

  private ResponseEntity.BodyBuilder said(
      HttpServletRequest request, ResponseEntity.BodyBuilder answer) {
    return answer
        .contentType(Form.of(request.getRequestURI()).type())
        .header(HttpHeaders.CONTENT_LANGUAGE, page(request).language().code())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }

  private byte[] written(HttpServletRequest request, Tree tree) {
    return Form.of(request.getRequestURI()).write(tree, json);
  }
}
