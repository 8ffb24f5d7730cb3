package org.foyal.cases.desk;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.cases.Case;
import org.foyal.cases.CaseQueue;
import org.foyal.cases.CaseQueue.Owed;
import org.foyal.cases.Cases;
import org.foyal.cases.Department;
import org.foyal.cases.Question.Asker;
import org.foyal.kernel.Reference;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The agents' web door to the queue on paper and as a file: the day sheet to take along, and what
/// the filters of the queue find as CSV, without how to reach anybody.
@Controller
@For({Role.ADMIN, Role.AGENT})
@RequestMapping("/staff/cases")
class SheetsPage {
  private static final List<String> HEADER =
      List.of(
          "cases.reference",
          "cases.csv.subject",
          "cases.topic",
          "cases.area",
          "cases.place",
          "cases.state",
          "cases.outcome",
          "cases.channel",
          "cases.department",
          "cases.csv.taken",
          "cases.csv.opened",
          "cases.csv.promised",
          "cases.csv.objective",
          "cases.csv.closed",
          "cases.csv.late",
          "cases.same-as",
          "cases.example");

  private final CaseQueue queue;
  private final Cases cases;
  private final Topics topics;
  private final Pages pages;

  SheetsPage(CaseQueue queue, Cases cases, Topics topics, Pages pages) {
    this.queue = queue;
    this.cases = cases;
    this.topics = topics;
    this.pages = pages;
  }

  /// The day sheet.
  ///
  /// @param more whether there are more than it holds
  /// @param agent whose it is
  record Sheet(List<Owed> lines, boolean more, String agent, LocalDate today) {
    /// How to reach whoever asked, on one line; nothing when they left nothing.
    String contact(Asker asker) {
      return Stream.of(asker.name(), asker.phone(), asker.email())
          .flatMap(Optional::stream)
          .collect(java.util.stream.Collectors.joining(" · "));
    }
  }

  @GetMapping("/today")
  ModelAndView today(SignedIn who) {
    var owed = queue.owed(who.id());
    return new ModelAndView("cases/desk/today")
        .addObject(
            "sheet",
            new Sheet(
                owed.stream().limit(CaseQueue.SHEET).toList(),
                owed.size() > CaseQueue.SHEET,
                who.displayName(),
                cases.today()));
  }

  @GetMapping("/queue.csv")
  void csv(
      QueuePage.Asked asked, SignedIn who, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var page = pages.of(request);
    var today = cases.today();
    var names = new Names(topics.options(page.language()), topics.areas());
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"queue.csv\"");
    response.setHeader("Cache-Control", "no-store");
    var csv = CsvWriter.builder().build(response.getWriter());
    csv.writeRecord(HEADER.stream().map(key -> page.say(key)).toList());
    queue.each(asked.selection(who), one -> csv.writeRecord(line(one, names, page, today)));
    csv.flush();
  }

  /// What is about what, by name.
  private record Names(Map<String, String> topics, Map<String, String> areas) {}

  private static List<String> line(Case one, Names names, Page page, LocalDate today) {
    var due = one.due();
    return List.of(
        one.reference().toString(),
        Plain.cell(one.subject(page.language())),
        Plain.cell(names.topics().getOrDefault(Topics.key(one), "")),
        Plain.cell(names.areas().getOrDefault(one.about().area().orElse(""), "")),
        Plain.cell(one.about().place().orElse("")),
        page.say(one.state().words()),
        one.outcome().map(outcome -> page.say(outcome.words())).orElse(""),
        page.say(one.channel().words()),
        Plain.cell(one.department().map(Department::name).orElse("")),
        yes(one.agent().isPresent(), page),
        due.openedOn().toString(),
        due.promisedOn().toString(),
        yes(due.objective(), page),
        due.closedOn().map(LocalDate::toString).orElse(""),
        yes(due.late(today), page),
        one.mergedInto().map(Reference::toString).orElse(""),
        yes(one.example(), page));
  }

  private static String yes(boolean so, Page page) {
    return page.say(so ? "cases.csv.yes" : "cases.csv.no");
  }
}
