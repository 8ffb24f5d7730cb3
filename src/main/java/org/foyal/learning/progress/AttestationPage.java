package org.foyal.learning.progress;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.learning.progress.Attestation.Checked;
import org.foyal.shell.guard.Pace;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The public web door for whoever is shown an attestation: whether it was made, of which course,
/// when; never for whom. Wrong codes are counted by sender.
@Controller
class AttestationPage {
  private static final int WRONG_AN_HOUR = 30;

  private final Pace wrong = new Pace(WRONG_AN_HOUR, Duration.ofHours(1));
  private final Attestations attestations;

  AttestationPage(Attestations attestations) {
    this.attestations = attestations;
  }

  /// What the page shows.
  ///
  /// @param found what there is to say of it; nothing while nobody asked
  /// @param problem the key of the words that say why nothing is said, or nothing
  record View(String reference, String code, Optional<Checked> found, String problem) {}

  @GetMapping("/attestation")
  ModelAndView check(
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    MyProgressPage.discreet(response);
    var read = MyProgressPage.typed(reference);
    var typed = MyProgressPage.typed(code);
    if (read.isEmpty() && typed.isEmpty()) {
      return page(new View("", "", Optional.empty(), ""), HttpStatus.OK);
    }
    if (!wrong.wouldAllow(request.getRemoteAddr())) {
      return page(
          new View(read, "", Optional.empty(), "learning.progress.problem.wait"),
          HttpStatus.TOO_MANY_REQUESTS);
    }
    if (Reference.read(read).isEmpty()) {
      return page(
          new View(read, typed, Optional.empty(), "learning.progress.problem.reference"),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var found = attestations.check(read, typed);
    if (found instanceof Checked.Unknown) {
      wrong.allows(request.getRemoteAddr());
      return page(
          new View(read, typed, Optional.of(found), "learning.progress.check.unknown"),
          HttpStatus.NOT_FOUND);
    }
    return page(new View(read, typed, Optional.of(found), ""), HttpStatus.OK);
  }

  private static ModelAndView page(View view, HttpStatus status) {
    return new ModelAndView("learning/progress/check", status).addObject("view", view);
  }
}
