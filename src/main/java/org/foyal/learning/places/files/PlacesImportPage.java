package org.foyal.learning.places.files;

import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.foyal.people.Actor;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to a file of places: send it, see what would change, apply it.
@Controller
@For({Role.MEDIATOR, Role.AGENT, Role.ADMIN})
@RequestMapping("/staff/learning/places/import")
class PlacesImportPage {
  private final PlaceFiles files;
  private final Waiting waiting;

  PlacesImportPage(PlaceFiles files, Waiting waiting) {
    this.files = files;
    this.waiting = waiting;
  }

  /// What the page shows.
  ///
  /// @param token names the file that waits to be applied; empty: none does
  /// @param problem the key of what is wrong with the form; empty: nothing
  record View(
      Optional<Bringing.Done> done,
      Optional<Bringing.Unreadable> unreadable,
      boolean trial,
      String token,
      boolean twins,
      String problem) {
    static View empty(String problem) {
      return new View(Optional.empty(), Optional.empty(), false, "", false, problem);
    }
  }

  @GetMapping
  ModelAndView form() {
    return page(View.empty(""), HttpStatus.OK);
  }

  @PostMapping(path = "/trial", consumes = MULTIPART_FORM_DATA_VALUE)
  ModelAndView look(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String twins,
      SignedIn who) {
    if (file == null || file.isEmpty()) {
      return page(View.empty("learning.places.import.missing"), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      var token = waiting.keep(file);
      return bring(token, waiting.find(token).orElseThrow(), true, "yes".equals(twins), who);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PostMapping
  ModelAndView apply(
      @RequestParam(defaultValue = "") String token,
      @RequestParam(defaultValue = "") String twins,
      SignedIn who) {
    var kept = waiting.find(token);
    if (kept.isEmpty()) {
      return page(View.empty("learning.places.import.expired"), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    try {
      var shown = bring(token, kept.get(), false, "yes".equals(twins), who);
      waiting.forget(token);
      return shown;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ModelAndView bring(String token, Path file, boolean trial, boolean twins, SignedIn who)
      throws IOException {
    return switch (files.bring(new PlaceFiles.Order(file, trial, twins), Actor.of(who))) {
      case Bringing.Done done -> {
        var counts = done.counts();
        boolean some = trial && counts.added() + counts.changed() > 0;
        yield page(
            new View(Optional.of(done), Optional.empty(), trial, some ? token : "", twins, ""),
            HttpStatus.OK);
      }
      case Bringing.TooLong(int _) ->
          page(View.empty("learning.places.import.too-long"), HttpStatus.UNPROCESSABLE_CONTENT);
      case Bringing.Unreadable unreadable ->
          page(
              new View(Optional.empty(), Optional.of(unreadable), trial, "", twins, ""),
              HttpStatus.UNPROCESSABLE_CONTENT);
    };
  }

  private static ModelAndView page(View view, HttpStatus status) {
    return new ModelAndView("learning/places/files/import", status).addObject("view", view);
  }
}
