package org.foyal.fablab.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.fablab.ladder.SessionGrants;
import org.foyal.fablab.machines.MachineType;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.SessionWords;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The trainer's web door: after a session that teaches a machine, all who came are granted it.
@Controller
@For({Role.FABLAB, Role.MEDIATOR, Role.ADMIN})
@RequestMapping("/staff/fablab/sessions")
class SessionGrantsPage {
  private final SessionGrants grants;
  private final Courses courses;
  private final SessionWords words;
  private final Pages pages;

  SessionGrantsPage(SessionGrants grants, Courses courses, SessionWords words, Pages pages) {
    this.grants = grants;
    this.courses = courses;
    this.words = words;
    this.pages = pages;
  }

  @Bean
  static Door sessionGrantsDoor() {
    return new Door(
        "/staff/fablab/sessions",
        "fablab.desk.sessions",
        31,
        Door.Audience.STAFF,
        Role.FABLAB,
        Role.MEDIATOR,
        Role.ADMIN);
  }

  /// A session in words.
  record Held(UUID id, SessionWords.Said said, boolean example) {}

  /// What is typed.
  ///
  /// @param learners those who are granted it
  record Form(@Nullable String form, @Nullable String type, @Nullable List<String> learners) {}

  /// A kind of machine with those who came.
  record Taught(MachineType type, List<SessionGrants.Came> came) {}

  /// What the page of a session shows.
  ///
  /// @param results what became of each; empty: nothing was granted
  record View(
      Held session,
      List<Taught> taught,
      String form,
      List<SessionGrants.Result> results,
      String problem) {}

  @GetMapping
  ModelAndView list(HttpServletRequest request) {
    var reader = pages.of(request).language();
    var held =
        grants.recent().stream()
            .map(one -> new Held(one.id(), words.of(one, reader), one.example()))
            .toList();
    return new ModelAndView("fablab/desk/sessions").addObject("held", held);
  }

  @GetMapping("/{id}")
  ModelAndView one(@PathVariable String id, HttpServletRequest request) {
    return page(known(id), List.of(), "", request);
  }

  @PostMapping("/{id}")
  ModelAndView grant(@PathVariable String id, Form form, SignedIn who, HttpServletRequest request) {
    var session = known(id);
    var type =
        grants.taught(session).stream().filter(one -> one.code().equals(form.type())).findFirst();
    var learners = learners(form);
    if (type.isEmpty() || learners.isEmpty()) {
      return page(session, List.of(), "fablab.desk.problem.nobody", request);
    }
    var results =
        grants.grant(Actor.of(who), Plain.formName(form.form()), session, type.get(), learners);
    return page(session, results, "", request);
  }

  private static Set<UUID> learners(Form form) {
    return Optional.ofNullable(form.learners()).orElse(List.of()).stream()
        .flatMap(one -> Typed.id(one).stream())
        .collect(Collectors.toSet());
  }

  private Session known(String id) {
    return Typed.id(id).flatMap(courses::find).orElseThrow(Typed::nowhere);
  }

  private ModelAndView page(
      Session session,
      List<SessionGrants.Result> results,
      String problem,
      HttpServletRequest request) {
    var held =
        new Held(session.id(), words.of(session, pages.of(request).language()), session.example());
    var taught =
        grants.taught(session).stream()
            .map(type -> new Taught(type, grants.came(session, type.code())))
            .toList();
    return new ModelAndView(
            "fablab/desk/session",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(held, taught, UUID.randomUUID().toString(), results, problem));
  }
}
