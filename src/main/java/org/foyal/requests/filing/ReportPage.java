package org.foyal.requests.filing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.cases.Case;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.requests.Attribute;
import org.foyal.requests.Category;
import org.foyal.requests.Draft;
import org.foyal.requests.Filing;
import org.foyal.requests.Pictures;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.foyal.requests.RequestsSettings;
import org.foyal.shell.Door;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.guard.UploadDoor;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.search.Hit;
import org.foyal.territory.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to reporting, in three steps: what, where, details.
///
/// The last form answers with the page itself: the code is in no address. One sender files so many
/// reports an hour here; a counter files through the staff's own door.
@Controller
class ReportPage {
  private static final int MOST_HITS = 12;

  private final Pace pace;
  private final Requests requests;
  private final Search search;
  private final Pictures pictures;
  private final Pages pages;

  ReportPage(
      Requests requests, Search search, Pictures pictures, Pages pages, RequestsSettings settings) {
    this.requests = requests;
    this.search = search;
    this.pictures = pictures;
    this.pages = pages;
    this.pace = new Pace(settings.reportsPerHour(), Duration.ofHours(1));
  }

  @Bean
  static Door reportDoor() {
    return new Door("/report", "requests.report", 3, Door.Audience.EVERYBODY);
  }

  @Bean
  static Page.Script keptReports() {
    return new Page.Script("requests/kept.js", "requests/report.js");
  }

  @Bean
  static UploadDoor photosDoor() {
    return new UploadDoor("/{language}/report/{category}", Pictures.MOST_bytes);
  }

  /// What is broken: the categories in their groups.
  ///
  /// @param few whether others are not offered for now
  record What(Map<String, List<Category>> groups, String typed, boolean few) {}

  /// Where it is: what a search found.
  record Where(Category category, String typed, List<Hit> hits, String problem) {}

  /// The last step.
  ///
  /// @param near reports that may be the same
  /// @param asked what the category asks beyond the words
  /// @param said what was answered so far
  record Details(
      Category category,
      ReportForm form,
      List<Report> near,
      List<Attribute> asked,
      Map<String, List<String>> said,
      Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  /// What was filed.
  record Done(Case opened, String code, boolean receipt, boolean before) {}

  @GetMapping("/report")
  ModelAndView what(@RequestParam(defaultValue = "") String q, HttpServletRequest request) {
    var language = language(request);
    var typed = Plain.line(q.length() > 200 ? q.substring(0, 200) : q);
    var groups = new LinkedHashMap<String, List<Category>>();
    for (var category : requests.categories(typed, language)) {
      groups.computeIfAbsent(category.group().in(language), _ -> new ArrayList<>()).add(category);
    }
    return new ModelAndView("requests/filing/what")
        .addObject("what", new What(groups, typed, requests.offersFew()));
  }

  @GetMapping("/report/{category:[a-z0-9-]{1,60}}")
  ModelAndView where(
      @PathVariable String category,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String lat,
      @RequestParam(required = false) @Nullable String lon,
      @RequestParam(defaultValue = "") String place,
      HttpServletRequest request) {
    var found = find(category);
    var form = ReportForm.at(lat, lon, place);
    if (form.where().filter(requests::isOutside).isPresent()) {
      return where(found, "", "requests.problem.outside");
    }
    if (form.where().isPresent() || !form.placeSaid().isEmpty()) {
      return details(found, named(form), request, Map.of());
    }
    return where(found, Plain.line(q.length() > 200 ? q.substring(0, 200) : q), "");
  }

  private ModelAndView where(Category category, String typed, String problem) {
    var hits =
        typed.isEmpty()
            ? List.<Hit>of()
            : search.find(typed, MOST_HITS).hits().stream()
                .filter(hit -> hit.where() != null)
                .toList();
    return new ModelAndView("requests/filing/where")
        .addObject("where", new Where(category, typed, hits, problem));
  }

  /// A form whose place was only shown, with the name that people give to it.
  private ReportForm named(ReportForm form) {
    return form.placeSaid().isEmpty() && form.where().isPresent()
        ? form.at(requests.name(form.where().get()))
        : form;
  }

  private ModelAndView details(
      Category category,
      ReportForm form,
      HttpServletRequest request,
      Map<String, String> problems) {
    var said = Attribute.sent(request.getParameterMap());
    var near = form.where().map(where -> requests.near(category.code(), where)).orElse(List.of());
    return new ModelAndView(
            "requests/filing/details",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "details",
            new Details(category, form, near, requests.asked(category.code()), said, problems));
  }

  @PostMapping("/report/{category:[a-z0-9-]{1,60}}")
  ModelAndView file(
      @PathVariable String category,
      ReportForm form,
      @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> photos,
      HttpServletRequest request,
      HttpServletResponse response) {
    var found = find(category);
    var draft = draft(category, form, request);
    var sent = Pictures.some(photos);
    var problems = new LinkedHashMap<String, String>();
    if (!sent.isEmpty()) {
      problems.putAll(requests.check(draft)); // pictures cost; what can't stand is told before
    }
    if (problems.isEmpty() && !pace.wouldAllow(request.getRemoteAddr())) {
      var page = details(found, form, request, Map.of("words", "requests.problem.wait"));
      page.setStatus(HttpStatus.TOO_MANY_REQUESTS);
      return page;
    }
    var kept = problems.isEmpty() ? pictures.take(sent, problems) : List.<Draft.Photo>of();
    if (!problems.isEmpty()) {
      return details(found, form, request, problems);
    }
    return answer(requests.file(draft.with(kept)), found, form, request, response);
  }

  private Draft draft(String category, ReportForm form, HttpServletRequest request) {
    return new Draft(
        form.named(),
        category,
        form.where(),
        form.placeSaid(),
        form.said(),
        Attribute.sent(request.getParameterMap()),
        List.of(),
        Channel.WEB,
        new Asker(
            form.some(form.name()),
            form.some(form.email()),
            form.some(form.phone()),
            language(request)),
        null,
        false,
        Optional.empty());
  }

  private ModelAndView answer(
      Filing filing,
      Category category,
      ReportForm form,
      HttpServletRequest request,
      HttpServletResponse response) {
    return switch (filing) {
      case Filing.Filed(var opened, String code, boolean receipt) -> {
        pace.allows(request.getRemoteAddr());
        yield done(new Done(opened, code, receipt, false), response);
      }
      case Filing.FiledBefore(var opened, String code) ->
          done(new Done(opened, code, false, true), response);
      case Filing.Outside(var _) ->
          details(category, form, request, Map.of("place", "requests.problem.outside"));
      case Filing.Refused(var problems) -> details(category, form, request, problems);
      case Filing.NoCategory() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private static ModelAndView done(Done done, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return new ModelAndView("requests/filing/done").addObject("done", done);
  }

  private Category find(String code) {
    return requests
        .findCategory(code)
        .filter(Category::active)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private Language language(HttpServletRequest request) {
    return pages.of(request).language();
  }
}
