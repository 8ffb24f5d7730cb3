package org.foyal.fablab.projects;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to projects: looked at, then shown or given back with words.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/projects")
class ProjectsDeskPage {
  private static final int MOST = 100;
  private static final int LONGEST = 500;

  private final Projects projects;

  ProjectsDeskPage(Projects projects) {
    this.projects = projects;
  }

  /// What the page shows.
  ///
  /// @param told the key of the words that say what was done, or why not, or nothing
  record View(List<Project> waiting, List<Project> shown, String told, boolean good) {}

  @GetMapping
  ModelAndView list() {
    return page("", true);
  }

  @PostMapping("/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
  ModelAndView act(
      @PathVariable UUID id, @Nullable String act, @Nullable String words, SignedIn who) {
    var by = Actor.of(who);
    if ("publish".equals(act)) {
      return projects.publish(by, id)
          ? page("fablab.projects.done.published", true)
          : page("fablab.projects.problem.not-now", false);
    }
    var why = Plain.line(words);
    if (why.isEmpty() || why.length() > LONGEST) {
      return page("fablab.projects.problem.words", false);
    }
    return projects.giveBack(by, id, why)
        ? page("fablab.projects.done.returned", true)
        : page("fablab.projects.problem.not-now", false);
  }

  @GetMapping("/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/files/{file:[0-9]{1,18}}")
  ResponseEntity<byte[]> file(
      @PathVariable UUID id, @PathVariable long file, HttpServletResponse response) {
    return projects
        .findAny(id)
        .flatMap(project -> projects.file(project, file))
        .map(kept -> GalleryPage.answer(kept, response))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(String told, boolean good) {
    return new ModelAndView(
            "fablab/projects/desk", good ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(projects.waiting(MOST), projects.gallery(MOST), told, good));
  }
}
