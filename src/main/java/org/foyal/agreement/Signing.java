package org.foyal.agreement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.agreement.Agreement.Amendment;
import org.foyal.agreement.Agreement.Quote;
import org.foyal.agreement.Agreement.Signatory;
import org.foyal.agreement.Change.Kind;
import org.foyal.agreement.Saving.NotThere;
import org.foyal.agreement.Saving.Refused;
import org.foyal.agreement.Saving.Saved;
import org.foyal.shell.language.Told;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The room's façade for writing what was signed: agreements, parties, what was said of them, what
/// was agreed later, and who of the staff speaks for whom.
@Service
public class Signing {
  /// Parts of addresses that lead elsewhere.
  private static final Set<String> RESERVED = Set.of("new", "parties", "changes", "meetings");

  private final AgreementStore agreements;
  private final PartyStore parties;
  private final History history;
  private final Agreements reading;

  Signing(AgreementStore agreements, PartyStore parties, History history, Agreements reading) {
    this.agreements = agreements;
    this.parties = parties;
    this.history = history;
    this.reading = reading;
  }

  /// Enters a party.
  @Transactional
  public Saving addParty(Writer by, Party party) {
    if (!parties.add(party)) {
      return Refused.of("code", "agreement.problem.code-taken");
    }
    history.trail(by, "agreement.act.party", party.name());
    return new Saved(party.code());
  }

  /// The party of that code, to be corrected.
  @Transactional(readOnly = true)
  public Optional<Party.Entered> findParty(String code) {
    return parties.find(code);
  }

  /// Corrects a party's name and the house that it belongs to. Every agreement that names it says
  /// so in its history.
  ///
  /// @param corrected the party as it shall be, with the version that it was made from
  @Transactional
  public Saving editParty(Writer by, Party.Entered corrected, Told why) {
    parties.lock();
    var party = corrected.party();
    var found = parties.find(party.code()).map(Party.Entered::party);
    if (found.isEmpty()) {
      return new NotThere();
    }
    var before = found.get();
    if (before.equals(party)) {
      return new Saved(party.code());
    }
    if (party.of().filter(house -> parties.belongsTo(house, party.code())).isPresent()) {
      return Refused.of("of", "agreement.problem.own-house");
    }
    if (!parties.update(corrected)) {
      return Refused.of("version", "agreement.problem.overtaken");
    }
    history.trail(by, "agreement.act.party-edited", party.name());
    var about = history.renamed(before, party, agreements.parties());
    agreements
        .naming(party.code())
        .forEach(each -> history.of(by, each, Kind.EDITED).about(about).why(why).write());
    return new Saved(party.code());
  }

  /// Enters an agreement with its signatories, in their order.
  @Transactional
  public Saving addAgreement(Writer by, Agreement agreement, List<Signatory> signatories) {
    if (agreement.endsOn().filter(ends -> ends.isBefore(agreement.signed().on())).isPresent()) {
      return Refused.of("endsOn", "agreement.problem.before-agreement");
    }
    if (RESERVED.contains(agreement.code()) || !agreements.add(agreement)) {
      return Refused.of("code", "agreement.problem.code-taken");
    }
    signatories.forEach(signatory -> agreements.addSignatory(agreement.code(), signatory));
    history.of(by, agreement, Kind.ADDED).about(agreement.title()).write();
    return new Saved(agreement.code());
  }

  /// Changes the words of an agreement.
  ///
  /// @param agreement as it shall be, with the version that it was made from
  @Transactional
  public Saving editAgreement(Writer by, Agreement agreement, Told why) {
    var before = agreements.find(agreement.code());
    if (before.isEmpty()) {
      return new NotThere();
    }
    if (agreement.endsOn().filter(ends -> ends.isBefore(before.get().signed().on())).isPresent()) {
      return Refused.of("endsOn", "agreement.problem.before-agreement");
    }
    if (!agreements.update(agreement)) {
      return Refused.of("version", "agreement.problem.overtaken");
    }
    history.of(by, agreement, Kind.EDITED).why(why).before(before.get().title().json()).write();
    return new Saved(agreement.code());
  }

  /// Adds a party with its part to an agreement.
  @Transactional
  public Saving addSignatory(Writer by, String code, Signatory signatory) {
    var agreement = agreements.find(code);
    if (agreement.isEmpty()) {
      return new NotThere();
    }
    if (!agreements.addSignatory(code, signatory)) {
      return Refused.of("party", "agreement.problem.part-there");
    }
    history
        .of(by, agreement.get(), Kind.EDITED)
        .about(history.part(signatory))
        .why(Told.inFrench(signatory.party().name()))
        .write();
    return new Saved(code);
  }

  /// Corrects the part that a party has in an agreement.
  ///
  /// @param corrected the part as it shall be, with the version that it was made from
  @Transactional
  public Saving editSignatory(Writer by, String code, Signatory corrected, Told why) {
    var agreement = agreements.find(code);
    var found = signatory(code, corrected.party().code());
    if (agreement.isEmpty() || found.isEmpty()) {
      return new NotThere();
    }
    var before = found.get();
    if (before.part().equals(corrected.part()) && before.signs() == corrected.signs()) {
      return new Saved(code);
    }
    if (!agreements.editSignatory(code, corrected)) {
      return Refused.of("version", "agreement.problem.overtaken");
    }
    history
        .of(by, agreement.get(), Kind.EDITED)
        .about(history.part(corrected))
        .why(why)
        .before(before.part().json())
        .write();
    return new Saved(code);
  }

  private Optional<Signatory> signatory(String agreement, String party) {
    return agreements.signatories(agreement).stream()
        .filter(signatory -> signatory.party().code().equals(party))
        .findFirst();
  }

  /// Takes a party out of an agreement that it has no part in; the reason stays.
  ///
  /// @param seen the part that this was decided on
  @Transactional
  public Saving withdrawSignatory(Writer by, String code, Signatory seen, Told why) {
    var agreement = agreements.find(code);
    var before = signatory(code, seen.party().code());
    if (agreement.isEmpty() || before.isEmpty()) {
      return new NotThere();
    }
    if (!agreements.withdrawSignatory(code, seen)) {
      return Refused.of("version", "agreement.problem.overtaken");
    }
    history
        .of(by, agreement.get(), Kind.WITHDRAWN)
        .about(history.part(before.get()))
        .why(why)
        .before(before.get().part().json())
        .write();
    return new Saved(code);
  }

  /// Adds a sentence that somebody said of an agreement; the same place is filled once.
  @Transactional
  public void addQuote(Writer by, String agreement, Quote quote, int place) {
    agreements.addQuote(agreement, quote, place);
    history.trail(by, "agreement.act.quote", agreement + " · " + quote.speaker());
  }

  /// Notes what was agreed later; a renewal or an end moves the agreement's last day.
  @Transactional
  public Saving amend(Writer by, String code, Amendment amendment) {
    var agreement = agreements.find(code);
    if (agreement.isEmpty()) {
      return new NotThere();
    }
    var signedOn = agreement.get().signed().on();
    var problems = new LinkedHashMap<String, String>();
    if (amendment.agreedOn().isBefore(signedOn)) {
      problems.put("agreedOn", "agreement.problem.before-agreement");
    }
    if (amendment.agreedOn().isAfter(reading.today())) {
      problems.put("agreedOn", "agreement.problem.future");
    }
    if (amendment.kind() != Amendment.Kind.AMENDMENT && amendment.endsOn().isEmpty()) {
      problems.put("newEnd", "agreement.problem.needs-day");
    }
    if (amendment.endsOn().filter(ends -> ends.isBefore(signedOn)).isPresent()) {
      problems.put("newEnd", "agreement.problem.before-agreement");
    }
    if (!problems.isEmpty()) {
      return new Refused(problems);
    }
    agreements.addAmendment(agreement.get(), amendment);
    history
        .of(by, agreement.get(), Kind.AMENDED)
        .about(amendment.about())
        .why(Told.inFrench(amendment.source().title()))
        .write();
    return new Saved(code);
  }

  /// Lets an account speak for a party, or for none.
  @Transactional
  public void setDelegate(Writer by, UUID account, Optional<String> party) {
    party.ifPresentOrElse(
        code -> parties.setDelegate(account, code), () -> parties.endDelegate(account));
    history.trail(by, "agreement.act.delegate", account + " · " + party.orElse("–"));
  }

  /// Notes in the audit trail, in the caller's own transaction, what somebody of the staff did, for
  /// the nested rooms.
  public void trail(Writer by, String what, String about) {
    history.trail(by, what, about);
  }

  /// Appends a line about an agreement in the caller's own transaction, for the nested rooms.
  public void note(Writer by, String agreement, Kind kind, Told about) {
    agreements.find(agreement).ifPresent(found -> history.of(by, found, kind).about(about).write());
  }

  /// The same about one promise of it, so that the promise's own history says it too.
  ///
  /// @param commitment the promise by its code
  public void noteOfPromise(Writer by, String commitment, Kind kind, Told about) {
    reading
        .findCommitment(commitment)
        .ifPresent(found -> history.of(by, found, kind).about(about).write());
  }
}
