package org.foyal.agreement.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Change;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.Commitment.Evidence;
import org.foyal.agreement.Commitment.EvidenceFile;
import org.foyal.agreement.Commitment.Milestone;
import org.foyal.agreement.Party;
import org.foyal.agreement.Register;
import org.foyal.agreement.Saving;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Overtaken;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.agreement.Source;
import org.foyal.agreement.Writer;
import org.foyal.agreement.forms.Typed;
import org.foyal.agreement.forms.Typed.Texts;
import org.foyal.agreement.promises.Card;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.guard.UploadDoor;
import org.foyal.shell.uploads.SafeUploads;
import org.foyal.shell.uploads.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to one promise: saying where it stands, its steps, its proofs, and who
/// looks after it.
@Controller
@For
@RequestMapping("/staff/commitments/{code:[a-z0-9-]{1,80}}")
class KeepingPage {
  private static final List<String> DONE =
      List.of("state", "step", "reached", "proof", "owner", "text", "withdrawn");

  private final Agreements agreements;
  private final Register register;
  private final Accounts accounts;
  private final SafeUploads uploads;
  private final Pages pages;

  KeepingPage(
      Agreements agreements,
      Register register,
      Accounts accounts,
      SafeUploads uploads,
      Pages pages) {
    this.agreements = agreements;
    this.register = register;
    this.accounts = accounts;
    this.uploads = uploads;
    this.pages = pages;
  }

  /// The file and the words beside it.
  @Bean
  static UploadDoor evidenceDoor() {
    return new UploadDoor(
        "/{language}/staff/commitments/{code}/evidence", SafeUploads.MOST_bytes + 100_000L);
  }

  /// Where a promise stands, as typed.
  record StateForm(
      @Nullable Integer version,
      @Nullable String declared,
      @Nullable String knownOn,
      @Nullable String keptOn,
      @Nullable String whyFr,
      @Nullable String whyEn,
      @Nullable String whyGcf,
      @Nullable String sourceTitle,
      @Nullable String sourceAddress) {
    static final StateForm EMPTY =
        new StateForm(null, null, null, null, null, null, null, null, null);

    /// Where it was read, if that was typed.
    Optional<Source> source(Typed typed) {
      var title = typed.textIfAny("sourceTitle", sourceTitle, 300);
      var address = typed.addressIfAny("sourceAddress", sourceAddress);
      if (title.isEmpty() && address.isPresent()) {
        typed.problem("sourceTitle", "agreement.problem.empty");
      }
      return title.map(named -> new Source(named, address, Optional.empty()));
    }
  }

  /// A step, as typed.
  record StepForm(
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String due,
      @Nullable String owner) {
    static final StepForm EMPTY = new StepForm(null, null, null, null, null);
  }

  /// A proof, as typed; the file comes beside it.
  record ProofForm(
      @Nullable String titleFr,
      @Nullable String titleEn,
      @Nullable String titleGcf,
      @Nullable String dated,
      @Nullable String address) {
    static final ProofForm EMPTY = new ProofForm(null, null, null, null, null);
  }

  /// What was typed into whichever form was sent.
  record Sent(StateForm state, StepForm step, ProofForm proof) {
    static final Sent NOTHING = new Sent(StateForm.EMPTY, StepForm.EMPTY, ProofForm.EMPTY);
  }

  /// What the page shows.
  ///
  /// @param overtaken whether somebody else wrote first
  record View(
      Card card,
      List<Milestone> steps,
      List<Evidence> evidence,
      List<Party> parties,
      List<Account> owners,
      boolean administrator,
      Sent sent,
      Map<String, String> problems,
      boolean overtaken,
      String done,
      String today) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    /// What the next form is made from: after a refusal still what the refused one was, so that
    /// nobody is overtaken unawares.
    int formVersion() {
      var typed = sent.state().version();
      return overtaken || typed == null ? commitment().version() : typed;
    }

    Commitment commitment() {
      return card.commitment();
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable String code, @RequestParam(defaultValue = "") String done, SignedIn who) {
    return page(code, who, Sent.NOTHING, Map.of(), false, DONE.contains(done) ? done : "");
  }

  @PostMapping("/state")
  ModelAndView declare(
      @PathVariable String code, StateForm form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var declared =
        Stream.of(Declared.values())
            .filter(d -> d.name().equals(form.declared()))
            .findFirst()
            .orElseGet(() -> {
              typed.problem("declared", "agreement.problem.choose");
              return Declared.UNKNOWN;
            });
    var state =
        new Change.State(
            declared,
            typed.date("knownOn", form.knownOn()),
            typed.dateIfAny("keptOn", form.keptOn()));
    var why = typed.told("why", new Texts(form.whyFr(), form.whyEn(), form.whyGcf()), 2000);
    var source = form.source(typed);
    var sent = new Sent(form, StepForm.EMPTY, ProofForm.EMPTY);
    if (!typed.problems().isEmpty()) {
      return page(code, who, sent, typed.problems(), false, "");
    }
    int version = form.version() == null ? -1 : form.version();
    return after(
        register.declare(Writer.of(who), code, version, state, why, source),
        code,
        who,
        sent,
        "state",
        request);
  }

  @PostMapping("/steps")
  ModelAndView addStep(
      @PathVariable String code, StepForm form, SignedIn who, HttpServletRequest request) {
    var typed = new Typed();
    var owner =
        agreements.listParties().stream().filter(p -> p.code().equals(form.owner())).findFirst();
    if (owner.isEmpty()) {
      typed.problem("owner", "agreement.problem.step-owner");
    }
    var title = typed.told("step", new Texts(form.titleFr(), form.titleEn(), form.titleGcf()), 300);
    var due = typed.dayIfAny("due", form.due());
    if (due.isEmpty()) {
      typed.problem("due", "agreement.problem.needs-day");
    }
    var sent = new Sent(StateForm.EMPTY, form, ProofForm.EMPTY);
    if (owner.isEmpty() || !typed.problems().isEmpty()) {
      return page(code, who, sent, typed.problems(), false, "");
    }
    var step = new Milestone(0, owner.get(), title, due, Optional.empty(), Optional.empty());
    return after(
        register.addMilestone(Writer.of(who), code, step), code, who, sent, "step", request);
  }

  @PostMapping("/steps/{step:[0-9]{1,18}}")
  ModelAndView reach(
      @PathVariable String code,
      @PathVariable long step,
      @RequestParam(required = false) @Nullable String on,
      SignedIn who,
      HttpServletRequest request) {
    var typed = new Typed();
    var day = typed.date("on", on);
    if (!typed.problems().isEmpty()) {
      return page(code, who, Sent.NOTHING, typed.problems(), false, "");
    }
    return after(
        register.reach(Writer.of(who), code, step, day),
        code,
        who,
        Sent.NOTHING,
        "reached",
        request);
  }

  @PostMapping("/evidence")
  ModelAndView addProof(
      @PathVariable String code,
      ProofForm form,
      @RequestParam(required = false) @Nullable MultipartFile file,
      SignedIn who,
      HttpServletRequest request) {
    mayWrite(code, who);
    var typed = new Typed();
    var title =
        typed.told("proof", new Texts(form.titleFr(), form.titleEn(), form.titleGcf()), 300);
    var dated = typed.dateIfAny("dated", form.dated());
    var address = typed.addressIfAny("address", form.address());
    var kept = Optional.<EvidenceFile>empty();
    if (file != null && !file.isEmpty()) {
      if (address.isPresent()) {
        typed.problem("file", "agreement.problem.one-proof");
      } else {
        kept = kept(uploads.take(file), typed);
      }
    }
    var sent = new Sent(StateForm.EMPTY, StepForm.EMPTY, form);
    if (!typed.problems().isEmpty()) {
      return page(code, who, sent, typed.problems(), false, "");
    }
    var writer = Writer.of(who);
    var saving =
        kept.isPresent()
            ? register.addFile(writer, code, title, dated, kept.get())
            : register.addLink(writer, code, title, dated, address);
    return after(saving, code, who, sent, "proof", request);
  }

  private static Optional<EvidenceFile> kept(Taken taken, Typed typed) {
    return switch (taken) {
      case Taken.Picture picture ->
          Optional.of(new EvidenceFile(picture.mediaType(), picture.content()));
      case Taken.Document document ->
          Optional.of(new EvidenceFile(document.mediaType(), document.content()));
      case Taken.Refused(Taken.Reason reason) -> {
        typed.problem("file", reason.words());
        yield Optional.empty();
      }
    };
  }

  @PostMapping("/owner")
  ModelAndView setOwner(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String owner,
      SignedIn who,
      HttpServletRequest request) {
    var account =
        accounts.list().stream()
            .filter(a -> a.id().toString().equals(owner.toLowerCase(Locale.ROOT)))
            .map(Account::id)
            .findFirst();
    return after(
        register.setOwner(Writer.of(who), code, account),
        code,
        who,
        Sent.NOTHING,
        "owner",
        request);
  }

  private ModelAndView after(
      Saving saving,
      String code,
      SignedIn who,
      Sent sent,
      String done,
      HttpServletRequest request) {
    return switch (saving) {
      case Saved(String _) -> {
        var there = pages.of(request).href("/staff/commitments/" + code + "?done=" + done);
        yield new ModelAndView("redirect:" + there);
      }
      case Refused(Map<String, String> problems) -> page(code, who, sent, problems, false, "");
      case Overtaken(Commitment _) -> page(code, who, sent, Map.of(), true, "");
      case NotThere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  /// A file is looked at only for somebody who may add it.
  private Commitment mayWrite(String code, SignedIn who) {
    return agreements
        .findCommitment(code)
        .filter(Writer.of(who)::mayWrite)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private ModelAndView page(
      String code,
      SignedIn who,
      Sent sent,
      Map<String, String> problems,
      boolean overtaken,
      String done) {
    var commitment = mayWrite(code, who);
    Optional<UUID> owner = commitment.owner();
    var today = agreements.today();
    var view =
        new View(
            Card.of(commitment, today),
            agreements.milestones(commitment),
            agreements.evidence(commitment),
            agreements.listParties(),
            who.administrator()
                ? accounts.list().stream()
                    .filter(a ->
                        a.status() == Account.Status.ACTIVE
                            || owner.filter(a.id()::equals).isPresent())
                    .toList()
                : List.of(),
            who.administrator(),
            sent,
            problems,
            overtaken,
            done,
            today.toString());
    return new ModelAndView(
            "agreement/desk/keeping",
            overtaken
                ? HttpStatus.CONFLICT
                : problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}
