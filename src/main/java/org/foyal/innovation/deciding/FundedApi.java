package org.foyal.innovation.deciding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.foyal.shell.Pages;
import org.foyal.shell.data.OpenAnswers;
import org.foyal.shell.data.Problems;
import org.foyal.shell.language.Plain;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The programs' door to what was funded, as JSON and CSV. What a demonstration invented is marked.
@RestController
class FundedApi {
  private static final List<String> HEADER =
      List.of(
          "reference",
          "call",
          "title",
          "summary",
          "holder",
          "area",
          "euros",
          "decided_on",
          "milestones",
          "milestones_done",
          "example");

  private final Decisions decisions;
  private final Pages pages;

  FundedApi(Decisions decisions, Pages pages) {
    this.decisions = decisions;
    this.pages = pages;
  }

  @GetMapping("/api/innovation/funded")
  ResponseEntity<?> object(HttpServletRequest request) {
    if (!request.getParameterMap().isEmpty()) {
      return refused(request);
    }
    return OpenAnswers.object(
        Map.of("funded", decisions.listFunded().stream().map(FundedApi::member).toList()));
  }

  @GetMapping("/api/innovation/funded.csv")
  ResponseEntity<?> table(HttpServletRequest request) {
    if (!request.getParameterMap().isEmpty()) {
      return refused(request);
    }
    return OpenAnswers.table(
        "funded.csv", HEADER, decisions.listFunded().stream().map(FundedApi::line).toList());
  }

  private static Map<String, Object> member(Funded one) {
    var member = new LinkedHashMap<String, Object>();
    member.put("reference", one.reference());
    member.put("call", one.call());
    member.put("title", one.title());
    member.put("summary", one.summary());
    one.holder().ifPresent(name -> member.put("holder", name));
    one.area().ifPresent(area -> member.put("area", area));
    member.put("euros", one.euros());
    member.put("decided_on", one.decidedOn().toString());
    member.put("milestones", one.milestones().stream().map(FundedApi::member).toList());
    member.put("example", one.example());
    return member;
  }

  private static Map<String, Object> member(Milestone one) {
    var member = new LinkedHashMap<String, Object>();
    member.put("words", one.words());
    member.put("due_on", one.dueOn().toString());
    one.doneOn().ifPresent(day -> member.put("done_on", day.toString()));
    return member;
  }

  private static List<String> line(Funded one) {
    long done = one.milestones().stream().filter(each -> each.doneOn().isPresent()).count();
    return List.of(
        one.reference(),
        one.call(),
        Plain.cell(one.title()),
        Plain.cell(one.summary()),
        Plain.cell(one.holder().orElse("")),
        one.area().orElse(""),
        Integer.toString(one.euros()),
        one.decidedOn().toString(),
        Integer.toString(one.milestones().size()),
        Long.toString(done),
        Boolean.toString(one.example()));
  }

  private ResponseEntity<ProblemDetail> refused(HttpServletRequest request) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "innovation:parameter",
        page.say("innovation.api.title"),
        page.say("innovation.api.parameter"));
  }
}
