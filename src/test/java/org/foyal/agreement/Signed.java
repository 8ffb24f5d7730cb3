package org.foyal.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.agreement.Agreement.Signatory;
import org.foyal.agreement.Commitment.Audience;
import org.foyal.agreement.Commitment.Said;
import org.foyal.agreement.Commitment.Theme;
import org.foyal.agreement.Register.NewCommitment;
import org.foyal.agreement.Saving.Saved;
import org.foyal.shell.language.Told;
import org.springframework.boot.test.context.TestComponent;

/// An agreement of its own for each test, since its history can't be wiped.
@TestComponent
public class Signed {
  public static final LocalDate SIGNED_ON = LocalDate.of(2024, 3, 15);
  public static final Source SOURCE =
      new Source("Journal d’essai", Optional.empty(), Optional.of(SIGNED_ON.plusDays(1)));

  private final Signing signing;
  private final Register register;
  private final Agreements agreements;

  Signed(Signing signing, Register register, Agreements agreements) {
    this.signing = signing;
    this.register = register;
    this.agreements = agreements;
  }

  public static String fresh(String what) {
    return what + "-" + UUID.randomUUID();
  }

  /// A new party.
  public Party party(String name) {
    var party = new Party(fresh("partie"), name, Optional.empty(), false);
    signing.addParty(Writer.FILE, party);
    return party;
  }

  /// A new agreement of one party; its code.
  public String agreement(Party party) {
    return agreement(party, SIGNED_ON);
  }

  /// A new agreement of one party, signed on a day; its code.
  public String agreement(Party party, LocalDate signedOn) {
    var code = fresh("accord");
    var agreement =
        new Agreement(
            code,
            Told.inFrench("Accord d’essai"),
            Optional.empty(),
            Day.exactly(signedOn),
            Optional.empty(),
            false,
            SOURCE,
            false,
            1);
    signing.addAgreement(
        Writer.FILE, agreement, List.of(new Signatory(party, Told.inFrench("Signe"), true, 0)));
    return code;
  }

  /// What a promise says, due on a day or without one.
  public static Said said(String title, Optional<Day> due) {
    return new Said(
        Told.inFrench(title),
        Optional.of("ses propres mots"),
        Optional.empty(),
        Theme.TRAINING,
        Set.of(Audience.YOUNG, Audience.WOMEN),
        Day.exactly(SIGNED_ON),
        due,
        SOURCE,
        Optional.empty());
  }

  public Saving enter(String agreement, Party party, String code, Said said) {
    return register.addCommitment(
        Writer.FILE,
        new NewCommitment(code, agreement, party.code(), said, Optional.empty(), 0, false));
  }

  /// A new promise of a new agreement.
  public Commitment promise(Optional<Day> due) {
    var party = party("Partie d’essai");
    var code = fresh("promesse");
    var saved = enter(agreement(party), party, code, said("Une promesse", due));
    if (!(saved instanceof Saved)) {
      throw new AssertionError(saved);
    }
    return now(code);
  }

  public Commitment now(String code) {
    return agreements.findCommitment(code).orElseThrow();
  }
}
