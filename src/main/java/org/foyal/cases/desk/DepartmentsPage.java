package org.foyal.cases.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.cases.CaseQueue;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.people.Actor;
import org.foyal.post.Post;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to the departments that answer.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/departments")
class DepartmentsPage {
  private final Departments departments;
  private final CaseQueue queue;
  private final Post post;
  private final Pages pages;

  DepartmentsPage(Departments departments, CaseQueue queue, Post post, Pages pages) {
    this.departments = departments;
    this.queue = queue;
    this.post = post;
    this.pages = pages;
  }

  @Bean
  static Door departmentsDoor() {
    return new Door("/staff/departments", "cases.departments", 70, Door.Audience.ADMINISTRATOR);
  }

  /// A department as typed.
  ///
  /// @param act `preview`, or nothing to save it
  record Form(
      @Nullable String code,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String address,
      @Nullable String active,
      @Nullable String act,
      @Nullable Integer version) {
    static final Form EMPTY = new Form("", "", "", "", "", "yes", "", 0);

    static Form of(Department one) {
      return new Form(
          one.code(),
          one.name(),
          one.email().orElse(""),
          one.phone().orElse(""),
          one.address().orElse(""),
          one.active() ? "yes" : "",
          "",
          one.version());
    }

    boolean preview() {
      return "preview".equals(act);
    }
  }

  /// What the page shows.
  ///
  /// @param edited the department that the form is about; nobody when it is a new one
  /// @param theirs what stands, when somebody else wrote first
  /// @param tried the department as it would be, when it was asked to be shown
  /// @param open how many open cases it has
  record View(
      List<Department> all,
      @Nullable Department edited,
      Form form,
      Map<String, String> problems,
      @Nullable Department theirs,
      @Nullable Department tried,
      int open,
      boolean done) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    return page(null, Form.EMPTY, Map.of(), null, "yes".equals(done));
  }

  @GetMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView edit(@PathVariable String code) {
    var one = find(code);
    return page(one, Form.of(one), Map.of(), null, false);
  }

  @PostMapping
  ModelAndView add(Form form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var made = read(form.preview() ? "" : fields.code(form.code(), 60), form, true, fields);
    if (form.preview()) {
      return page(null, form, fields.problems(), fields.good() ? made : null, false);
    }
    if (fields.good() && !departments.add(Actor.of(who), made)) {
      fields.refuse("code", "cases.problem.code-taken");
    }
    return fields.good() ? there(request) : page(null, form, fields.problems(), null, false);
  }

  @PostMapping("/{code:[a-z0-9-]{1,60}}")
  ModelAndView update(
      @PathVariable String code, Form form, SignedIn who, HttpServletRequest request) {
    var one = find(code);
    var fields = new Fields();
    var made = read(code, form, "yes".equals(form.active()), fields);
    if (form.preview()) {
      return page(one, form, fields.problems(), fields.good() ? made : null, false);
    }
    if (fields.good() && !departments.update(Actor.of(who), made)) {
      fields.refuse("version", "cases.problem.overtaken");
    }
    return fields.good() ? there(request) : page(one, form, fields.problems(), null, false);
  }

  private Department read(String code, Form form, boolean active, Fields fields) {
    var name = fields.line("name", form.name(), 200);
    var email = Plain.line(form.email());
    var phone = Plain.line(form.phone());
    var address = fields.line("address", form.address(), 400);
    if (name.isEmpty()) {
      fields.refuse("name", "cases.problem.empty");
    }
    if (!email.isEmpty() && post.address(email).isEmpty()) {
      fields.refuse("email", "cases.problem.email");
    }
    if (!phone.isEmpty() && !phone.matches("[+0-9][0-9 .()-]{2,39}")) {
      fields.refuse("phone", "cases.problem.phone");
    }
    if (!address.isEmpty() && address.length() < 3) {
      fields.refuse("address", "cases.problem.long");
    }
    if (email.isEmpty() && phone.isEmpty() && address.isEmpty()) {
      fields.refuse("email", "cases.problem.unreachable");
    }
    return new Department(
        code,
        name,
        some(email),
        some(phone),
        some(address),
        active,
        false,
        form.version() == null ? -1 : form.version());
  }

  private static Optional<String> some(String text) {
    return Optional.of(text).filter(words -> !words.isEmpty());
  }

  private Department find(String code) {
    return departments
        .find(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView there(HttpServletRequest request) {
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/departments?done=yes"));
  }

  private ModelAndView page(
      @Nullable Department edited,
      Form form,
      Map<String, String> problems,
      @Nullable Department tried,
      boolean done) {
    boolean overtaken = problems.containsKey("version");
    var shown =
        overtaken && edited != null
            ? new Form(
                form.code(),
                form.name(),
                form.email(),
                form.phone(),
                form.address(),
                form.active(),
                "",
                edited.version())
            : form;
    return new ModelAndView("cases/desk/departments", Fields.status(problems))
        .addObject(
            "view",
            new View(
                departments.list(),
                edited,
                shown,
                problems,
                overtaken ? edited : null,
                tried,
                edited == null || tried == null ? 0 : queue.count(edited),
                done));
  }
}
