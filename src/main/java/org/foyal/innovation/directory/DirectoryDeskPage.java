package org.foyal.innovation.directory;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to who asked to be in the directory.
@Controller
@For({Role.ADMIN, Role.AGENT})
@RequestMapping("/staff/directory")
class DirectoryDeskPage {
  private final Directory directory;
  private final Pages pages;

  DirectoryDeskPage(Directory directory, Pages pages) {
    this.directory = directory;
    this.pages = pages;
  }

  @Bean
  static Door directoryDeskDoor() {
    return new Door(
        "/staff/directory",
        "innovation.directory.desk",
        62,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.AGENT);
  }

  /// What the page shows.
  ///
  /// @param wrong the one whose form was refused, if any
  record View(
      List<Listing> waiting,
      List<Listing> shown,
      @Nullable UUID wrong,
      Map<String, String> problems,
      boolean done) {}

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    return page(null, Map.of(), "yes".equals(done));
  }

  @PostMapping("/{id:[0-9a-f-]{36}}")
  ModelAndView decide(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String act,
      @RequestParam(defaultValue = "") String reason,
      SignedIn who,
      HttpServletRequest request) {
    var came =
        act.equals("show")
            ? directory.show(Actor.of(who), id)
            : directory.refuse(Actor.of(who), id, Plain.text(reason));
    return switch (came) {
      case Asking.Done(), Asking.Asked(), Asking.ListedAlready() ->
          new ModelAndView("redirect:" + pages.of(request).href("/staff/directory?done=yes"));
      case Asking.Refused(var problems) -> page(id, problems, false);
      case Asking.NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private ModelAndView page(@Nullable UUID wrong, Map<String, String> problems, boolean done) {
    return new ModelAndView(
            "innovation/directory/desk",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(directory.listWaiting(), directory.listShown(), wrong, problems, done));
  }
}
