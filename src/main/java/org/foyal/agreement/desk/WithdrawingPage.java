package org.foyal.agreement.desk;

import jakarta.servlet.http.HttpServletRequest;
import org.foyal.agreement.Register;
import org.foyal.agreement.Saving;
import org.foyal.agreement.Saving.Saved;
import org.foyal.agreement.Writer;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.forms.Typed.Texts;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to taking a step or a proof back: the reason stays for everybody to read,
/// what was wrong or showed somebody is deleted.
@Controller
@For
@RequestMapping("/staff/commitments/{code:[a-z0-9-]{1,80}}")
class WithdrawingPage {
  private static final int LONGEST = 500;

  private final Register register;
  private final Pages pages;

  WithdrawingPage(Register register, Pages pages) {
    this.register = register;
    this.pages = pages;
  }

  /// What is done once there is a reason.
  private interface Deed {
    Saving because(Told why);
  }

  @PostMapping("/steps/{step:[0-9]{1,18}}/withdrawn")
  ModelAndView step(
      @PathVariable String code,
      @PathVariable long step,
      @RequestParam(required = false) @Nullable String why,
      SignedIn who,
      HttpServletRequest request) {
    return done(
        code,
        why,
        reason -> register.withdrawMilestone(Writer.of(who), code, step, reason),
        request);
  }

  @PostMapping("/evidence/{proof:[0-9]{1,18}}/withdrawn")
  ModelAndView proof(
      @PathVariable String code,
      @PathVariable long proof,
      @RequestParam(required = false) @Nullable String why,
      SignedIn who,
      HttpServletRequest request) {
    return done(
        code,
        why,
        reason -> register.withdrawEvidence(Writer.of(who), code, proof, reason),
        request);
  }

  /// Without a reason nothing is done; the browser asks for one before it sends.
  private ModelAndView done(
      String code, @Nullable String why, Deed deed, HttpServletRequest request) {
    var typed = new Typed();
    var reason = typed.told("why", new Texts(why, "", ""), LONGEST);
    var there = "redirect:" + pages.of(request).href("/staff/commitments/" + code);
    if (!typed.problems().isEmpty()) {
      return new ModelAndView(there);
    }
    if (deed.because(reason) instanceof Saved) {
      return new ModelAndView(there + "?done=withdrawn");
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
