package org.foyal.agreement.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreement.Quote;
import org.foyal.agreement.Agreement.Signatory;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Change;
import org.foyal.agreement.Commitment.Audience;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.Commitment.Milestone;
import org.foyal.agreement.Commitment.Said;
import org.foyal.agreement.Commitment.Theme;
import org.foyal.agreement.Party;
import org.foyal.agreement.Register;
import org.foyal.agreement.Register.NewCommitment;
import org.foyal.agreement.Saving;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Overtaken;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Writer;
import org.foyal.agreement.accompaniment.Accompaniment;
import org.foyal.agreement.accompaniment.Support;
import org.foyal.agreement.files.Brought.Entered;
import org.foyal.agreement.files.Brought.Unreadable;
import org.foyal.agreement.files.FileForm.AgreementForm;
import org.foyal.agreement.files.FileForm.CommitmentForm;
import org.foyal.agreement.files.FileForm.MilestoneForm;
import org.foyal.agreement.files.FileForm.PartyForm;
import org.foyal.agreement.files.FileForm.SupportForm;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Enters a file of agreements, all or nothing. What is known by its code is left as it stands, so
/// that the same file twice changes nothing and nobody's edits are overwritten.
@Service
public class AgreementFiles {
  private static final long LONGEST_bytes = 20_000_000;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final Agreements agreements;
  private final Signing signing;
  private final Register register;
  private final Accompaniment accompaniment;
  private final TransactionTemplate transactions;

  AgreementFiles(
      Agreements agreements,
      Signing signing,
      Register register,
      Accompaniment accompaniment,
      TransactionTemplate transactions) {
    this.agreements = agreements;
    this.signing = signing;
    this.register = register;
    this.accompaniment = accompaniment;
    this.transactions = transactions;
  }

  /// Thrown to undo the whole file; never leaves this class.
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Unreadable unreadable;

    private Stopped(String where, String why) {
      super(where + ": " + why);
      unreadable = new Unreadable(where, why);
    }
  }

  /// Enters a file.
  public Brought bring(Path file) throws IOException {
    if (Files.size(file) > LONGEST_bytes) {
      return new Unreadable(file.toString(), "it is longer than 20 MB");
    }
    try {
      var form = JSON.readValue(Files.readAllBytes(file), FileForm.class);
      if (form == null || form.parties() == null || form.agreements() == null) {
        return new Unreadable("line 1", "it has no parties or no agreements");
      }
      var parties = form.parties();
      var signed = form.agreements();
      var entered = transactions.execute(_ -> new Entering().all(parties, signed));
      return entered == null ? new Entered(0, 0, 0) : entered;
    } catch (JacksonException unreadable) {
      var at = unreadable.getLocation();
      return new Unreadable(
          at == null ? file.toString() : "line " + at.getLineNr(), unreadable.getOriginalMessage());
    } catch (Stopped stopped) {
      return stopped.unreadable;
    }
  }

  /// One file being entered.
  private final class Entering {
    private final Map<String, Party> parties = new HashMap<>();
    private int newAgreements;
    private int newCommitments;
    private int known;
    private String where = "";

    private Entered all(List<PartyForm> named, List<AgreementForm> signed) {
      try {
        named.forEach(p -> {
          where = p.code();
          signing.addParty(
              Writer.FILE, new Party(p.code(), p.name(), Optional.ofNullable(p.of()), false));
        });
        agreements.listParties().forEach(party -> parties.put(party.code(), party));
        signed.forEach(this::agreement);
      } catch (IllegalArgumentException
          | NoSuchElementException
          | DataIntegrityViolationException wrong) {
        throw new Stopped(where, String.valueOf(wrong.getMessage()));
      }
      return new Entered(newAgreements, newCommitments, known);
    }

    private Party party(String code) {
      var party = parties.get(code);
      if (party == null) {
        throw new NoSuchElementException("no party " + code);
      }
      return party;
    }

    private void agreement(AgreementForm form) {
      where = there("code", form.code());
      boolean fresh = agreements.find(form.code()).isEmpty();
      if (!fresh) {
        known++;
      } else {
        newAgreements++;
        var agreement =
            new Agreement(
                form.code(),
                Told.of(there("title", form.title())),
                FileForm.told(form.about()),
                FileForm.first(there("signed", form.signed())),
                Optional.ofNullable(form.endsOn()),
                form.textRead(),
                there("source", form.source()).source(),
                false,
                1);
        var signatories =
            there("signatories", form.signatories()).stream()
                .map(s -> new Signatory(party(s.party()), Told.of(s.part()), s.signs(), 0))
                .toList();
        done(signing.addAgreement(Writer.FILE, agreement, signatories));
        quotes(form);
      }
      var commitments = there("commitments", form.commitments());
      for (int i = 0; i < commitments.size(); i++) {
        commitment(form.code(), commitments.get(i), i);
      }
      if (fresh) {
        orEmpty(form.support()).forEach(s -> support(form.code(), s));
      }
    }

    private void support(String agreement, SupportForm form) {
      where = agreement + " / support";
      var planned = Optional.ofNullable(form.planned()).map(FileForm::last);
      var state = planned.isPresent() ? Support.State.PLANNED : Support.State.ASKED;
      var made =
          new Support(
              0,
              agreement,
              Optional.ofNullable(form.commitment()),
              party(form.giver()),
              party(form.receiver()),
              Support.Kind.valueOf(form.kind().toUpperCase(Locale.ROOT)),
              Told.of(there("title", form.title())),
              Optional.empty(),
              new Support.Progress(state, planned, null, false, false),
              Optional.empty(),
              Optional.empty(),
              Optional.ofNullable(form.source()).map(FileForm.SourceForm::source),
              false,
              1);
      if (!(accompaniment.add(Writer.FILE, made) instanceof Accompaniment.Writing.Written)) {
        throw new Stopped(where, "it can't be entered");
      }
    }

    /// What must be there.
    private static <T> T there(String name, @Nullable T value) {
      if (value == null) {
        throw new NoSuchElementException("there is no « " + name + " »");
      }
      return value;
    }

    private void quotes(AgreementForm form) {
      var quotes = orEmpty(form.quotes());
      for (int i = 0; i < quotes.size(); i++) {
        var q = quotes.get(i);
        signing.addQuote(
            Writer.FILE,
            form.code(),
            new Quote(
                q.speaker(), Told.of(q.capacity()), q.words(), q.verbatim(), q.source().source()),
            i);
      }
    }

    private void commitment(String agreement, CommitmentForm form, int place) {
      where = agreement + " / " + form.code();
      if (agreements.findCommitment(form.code()).isPresent()) {
        known++;
        return;
      }
      newCommitments++;
      party(form.party());
      done(
          register.addCommitment(
              Writer.FILE,
              new NewCommitment(
                  form.code(),
                  agreement,
                  form.party(),
                  said(form),
                  Optional.ofNullable(form.measure()).map(FileForm.MeasureForm::measure),
                  place,
                  false)));
      orEmpty(form.milestones()).forEach(m -> milestone(form.code(), m));
      orEmpty(form.evidence())
          .forEach(e ->
              done(
                  register.addLink(
                      Writer.FILE,
                      form.code(),
                      Told.of(e.title()),
                      Optional.ofNullable(e.dated()),
                      Optional.ofNullable(e.address()))));
      orEmpty(form.states()).forEach(state -> state(form.code(), state));
    }

    private void state(String code, FileForm.StateForm form) {
      var declared = Declared.valueOf(form.state().toUpperCase(Locale.ROOT).replace('-', '_'));
      var state =
          new Change.State(
              declared, FileForm.last(form.knownOn()), Optional.ofNullable(form.keptOn()));
      int version = agreements.findCommitment(code).orElseThrow().version();
      done(
          register.declare(
              Writer.FILE,
              code,
              version,
              state,
              Told.of(form.why()),
              Optional.ofNullable(form.source()).map(FileForm.SourceForm::source)));
    }

    private Said said(CommitmentForm form) {
      return new Said(
          Told.of(there("title", form.title())),
          Optional.ofNullable(form.terms()),
          FileForm.told(form.plain()),
          Theme.find(there("theme", form.theme()))
              .orElseThrow(() -> new NoSuchElementException("no theme " + form.theme())),
          there("audiences", form.audiences()).stream()
              .map(code ->
                  Audience.find(code)
                      .orElseThrow(() -> new NoSuchElementException("no audience " + code)))
              .collect(Collectors.toUnmodifiableSet()),
          FileForm.first(there("announced", form.announced())),
          Optional.ofNullable(form.due()).map(FileForm::last),
          there("source", form.source()).source(),
          Optional.ofNullable(form.door()));
    }

    private void milestone(String code, MilestoneForm form) {
      done(
          register.addMilestone(
              Writer.FILE,
              code,
              new Milestone(
                  0,
                  party(form.owner()),
                  Told.of(there("title", form.title())),
                  Optional.ofNullable(form.due()).map(FileForm::last),
                  Optional.ofNullable(form.reachedOn()),
                  Optional.ofNullable(form.source()).map(FileForm.SourceForm::source))));
    }

    private void done(Saving saving) {
      switch (saving) {
        case Saved(String _) -> {}
        case Refused(Map<String, String> problems) -> throw new Stopped(where, problems.toString());
        case Overtaken(var _) -> throw new Stopped(where, "somebody else is writing it");
        case NotThere() -> throw new Stopped(where, "it is not there");
      }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
      return list == null ? List.of() : list;
    }
  }
}
