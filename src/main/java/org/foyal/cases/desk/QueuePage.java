package org.foyal.cases.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyal.cases.Case;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseQueue;
import org.foyal.cases.CaseQueue.Selection;
import org.foyal.cases.CaseQueue.Tally;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.cases.desk.BulkActs.Act;
import org.foyal.cases.desk.BulkActs.Outcome;
import org.foyal.cases.desk.BulkActs.Pick;
import org.foyal.people.Actor;
import org.foyal.people.mandates.ActKind;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/// The agents' web door to the queue: what is due first stands first, and several are done at once.
@Controller
@For({Role.ADMIN, Role.AGENT})
@RequestMapping("/staff/cases")
class QueuePage {
  private static final int LAST_PAGE = 2_000;
  private static final int LONGEST_SEARCH = 100;

  private final CaseQueue queue;
  private final BulkActs bulk;
  private final Cases cases;
  private final Departments departments;
  private final Topics topics;
  private final Pages pages;

  QueuePage(
      CaseQueue queue,
      BulkActs bulk,
      Cases cases,
      Departments departments,
      Topics topics,
      Pages pages) {
    this.queue = queue;
    this.bulk = bulk;
    this.cases = cases;
    this.departments = departments;
    this.topics = topics;
    this.pages = pages;
  }

  /// What a helper may do for somebody under a mandate.
  @Bean
  static ActKind followForSomebody() {
    return new ActKind("cases.follow", "cases.helped", 20);
  }

  @Bean
  static Door queueDoor() {
    return new Door("/staff/cases", "cases.queue", 10, Door.Audience.STAFF, Role.ADMIN, Role.AGENT);
  }

  /// What is asked for, as it stands in the address; what we don't know asks for nothing.
  ///
  /// @param who `mine`, or `free` for what nobody looks after
  /// @param q a reference or words of the subject
  /// @param topic what they are about: the room and its code
  /// @param area the code of a neighbourhood
  record Asked(
      @Nullable String q,
      @Nullable String department,
      @Nullable String who,
      @Nullable String state,
      @Nullable String channel,
      @Nullable String topic,
      @Nullable String area,
      @Nullable String late,
      @Nullable Integer page) {
    String words() {
      var line = Plain.line(q);
      return line.length() > LONGEST_SEARCH ? line.substring(0, LONGEST_SEARCH) : line;
    }

    boolean isMine() {
      return "mine".equals(who);
    }

    boolean isFree() {
      return "free".equals(who);
    }

    boolean isLate() {
      return "yes".equals(late);
    }

    @Nullable State wanted() {
      return Stream.of(State.values()).filter(s -> s.name().equals(state)).findFirst().orElse(null);
    }

    @Nullable Channel by() {
      return Stream.of(Channel.values())
          .filter(c -> c.name().equals(channel))
          .findFirst()
          .orElse(null);
    }

    @Nullable String where() {
      return area == null || !Plain.isCode(area) ? null : area;
    }

    int number() {
      return page == null ? 0 : Math.clamp(page, 0, LAST_PAGE);
    }

    Selection selection(SignedIn reader) {
      return new Selection(
          wanted(),
          department == null || !Plain.isCode(department) ? null : department,
          isMine() ? reader.id() : null,
          isFree(),
          isLate(),
          by(),
          Topics.read(topic),
          where(),
          words());
    }

    /// What is chosen, by the names of the fields.
    Map<String, String> chosen() {
      var fields = new java.util.TreeMap<String, String>();
      fields.put("q", words());
      fields.put("department", department == null ? "" : department);
      fields.put("who", isMine() ? "mine" : isFree() ? "free" : "");
      fields.put("state", wanted() == null ? "" : "" + state);
      fields.put("channel", by() == null ? "" : "" + channel);
      fields.put("topic", Topics.read(topic) == null ? "" : "" + topic);
      fields.put("area", where() == null ? "" : "" + area);
      fields.put("late", isLate() ? "yes" : "");
      fields.values().removeIf(String::isEmpty);
      return fields;
    }

    /// The address of the same, below another door.
    String at(String door) {
      var address = UriComponentsBuilder.fromPath(door);
      chosen().forEach((name, _) -> address.queryParam(name, "{" + name + "}"));
      return address.encode().buildAndExpand(chosen()).toUriString();
    }

    /// The address of another page of the same.
    String at(int number) {
      return at("/staff/cases") + (chosen().isEmpty() ? "?" : "&") + "page=" + number;
    }
  }

  /// What the page shows.
  ///
  /// @param topics what can be chosen that they are about
  /// @param areas the neighbourhoods by code
  /// @param agents to whom they can be given, by the numbers of their accounts
  /// @param came what came of an act on several, if there was one
  /// @param problem the key of the words that say why there was none, or nothing
  record View(
      List<Case> cases,
      boolean more,
      Asked asked,
      Tally tally,
      List<Department> departments,
      Map<String, String> topics,
      Map<String, String> areas,
      Map<String, String> agents,
      @Nullable Outcome came,
      String problem,
      LocalDate today) {
    /// How a case is ticked.
    String pick(Case one) {
      return new Pick(one.reference(), one.version()).toString();
    }

    /// Those that cases can be handed over to.
    List<Department> open() {
      return departments.stream().filter(Department::active).toList();
    }
  }

  @GetMapping
  ModelAndView list(Asked asked, SignedIn who, HttpServletRequest request) {
    return page(asked, who, language(request), null, "");
  }

  /// What shall be done with the cases that are ticked.
  ///
  /// @param to the code of a department, for handing over
  /// @param agent the number of an account, for giving to another agent
  record Ticked(
      @Nullable String act,
      @Nullable String to,
      @Nullable String agent,
      @Nullable List<String> pick) {
    private List<Pick> picks() {
      return Pick.read(pick == null ? List.of() : pick);
    }

    private String whom(Act wanted) {
      var typed = wanted == Act.GIVE ? agent : to;
      return typed == null ? "" : typed;
    }
  }

  /// Does one thing with the cases that are ticked.
  @PostMapping("/bulk")
  ModelAndView bulk(Asked asked, Ticked ticked, SignedIn who, HttpServletRequest request) {
    var reader = language(request);
    var picks = ticked.picks();
    var wanted = Act.read(ticked.act());
    if (picks.isEmpty() || picks.size() > BulkActs.MOST) {
      var problem = picks.isEmpty() ? "cases.problem.none-ticked" : "cases.problem.many";
      return page(asked, who, reader, null, problem);
    }
    if (wanted.isEmpty()) {
      return page(asked, who, reader, null, "cases.problem.act");
    }
    var whom = ticked.whom(wanted.get());
    var problem = problem(wanted.get(), whom);
    return problem.isEmpty()
        ? page(asked, who, reader, bulk.all(Actor.of(who), wanted.get(), whom, picks), "")
        : page(asked, who, reader, null, problem);
  }

  /// What stands against giving cases to somebody, as a key; or nothing.
  private String problem(Act wanted, String whom) {
    return switch (wanted) {
      case HAND_OVER ->
          departments.find(whom).filter(Department::active).isPresent()
              ? ""
              : "cases.problem.department";
      case GIVE -> departments.findAgent(whom).isPresent() ? "" : "cases.problem.agent";
      case ASSIGN, UNDER_WAY -> "";
    };
  }

  private Language language(HttpServletRequest request) {
    return pages.of(request).language();
  }

  private ModelAndView page(
      Asked asked, SignedIn who, Language reader, @Nullable Outcome came, String problem) {
    var all = departments.list();
    var known = all.stream().filter(one -> one.code().equals(asked.department())).findFirst();
    var wanted =
        new Asked(
            asked.q(),
            known.map(Department::code).orElse(null),
            asked.who(),
            asked.state(),
            asked.channel(),
            asked.topic(),
            asked.area(),
            asked.late(),
            asked.page());
    var found = queue.list(wanted.selection(who), wanted.number());
    var view =
        new View(
            found.stream().limit(CaseQueue.PAGE).toList(),
            found.size() > CaseQueue.PAGE,
            wanted,
            queue.count(),
            all,
            topics.options(reader),
            topics.areas(),
            agents(),
            came,
            problem,
            cases.today());
    var status = problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    return new ModelAndView("cases/desk/queue", status).addObject("view", view);
  }

  private Map<String, String> agents() {
    var found = new LinkedHashMap<String, String>();
    departments.agents().forEach(one -> found.put(one.id().toString(), one.name()));
    return found;
  }
}
