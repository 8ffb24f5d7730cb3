package org.foyal.cases.desk;

import java.time.LocalDate;
import java.util.List;
import org.foyal.cases.Case;
import org.foyal.cases.CaseWork;
import org.foyal.cases.CaseWork.Selection;
import org.foyal.cases.CaseWork.Tally;
import org.foyal.cases.Cases;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The agents' web door to the queue: what is due first stands first.
@Controller
@For({Role.ADMIN, Role.AGENT})
class QueuePage {
  private static final int LAST_PAGE = 2_000;

  private final CaseWork work;
  private final Cases cases;
  private final Departments departments;

  QueuePage(CaseWork work, Cases cases, Departments departments) {
    this.work = work;
    this.cases = cases;
    this.departments = departments;
  }

  @Bean
  static Door queueDoor() {
    return new Door("/staff/cases", "cases.queue", 10, Door.Audience.STAFF, Role.ADMIN, Role.AGENT);
  }

  /// What is asked for, as it stands in the address.
  record Asked(
      @Nullable String department,
      @Nullable String mine,
      @Nullable String late,
      @Nullable String closed,
      @Nullable Integer page) {
    boolean isMine() {
      return "yes".equals(mine);
    }

    boolean isLate() {
      return "yes".equals(late);
    }

    boolean isClosed() {
      return "yes".equals(closed);
    }

    int number() {
      return page == null ? 0 : Math.clamp(page, 0, LAST_PAGE);
    }

    /// The address of another page of the same.
    String at(int number) {
      return "/staff/cases?page="
          + number
          + (department == null || department.isEmpty() ? "" : "&department=" + department)
          + (isMine() ? "&mine=yes" : "")
          + (isLate() ? "&late=yes" : "")
          + (isClosed() ? "&closed=yes" : "");
    }
  }

  /// What the page shows.
  record View(
      List<Case> cases,
      boolean more,
      Asked asked,
      Tally tally,
      List<Department> departments,
      LocalDate today) {}

  @GetMapping("/staff/cases")
  ModelAndView list(Asked asked, SignedIn who) {
    var known =
        departments.list().stream()
            .filter(one -> one.code().equals(asked.department()))
            .findFirst();
    var wanted =
        new Asked(
            known.map(Department::code).orElse(null),
            asked.mine(),
            asked.late(),
            asked.closed(),
            asked.page());
    var found =
        work.list(
            new Selection(
                wanted.isClosed(),
                wanted.department(),
                wanted.isMine() ? who.id() : null,
                wanted.isLate()),
            wanted.number());
    var view =
        new View(
            found.stream().limit(CaseWork.PAGE).toList(),
            found.size() > CaseWork.PAGE,
            wanted,
            work.count(),
            departments.list(),
            cases.today());
    return new ModelAndView("cases/desk/queue").addObject("view", view);
  }
}
