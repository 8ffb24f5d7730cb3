package org.foyal.agreement.accompaniment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Day;
import org.foyal.agreement.Party;
import org.foyal.agreement.Source;
import org.foyal.agreement.Writer;
import org.foyal.agreement.accompaniment.Support.State;
import org.foyal.shell.language.Told;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the accompaniment: what parties do for one another, and how far it is.
///
/// « Done » is what one side says; « confirmed » is what both sides have said, each by somebody who
/// speaks for it. An administrator confirms for nobody.
@Service
public class Accompaniment {
  private final SupportStore store;
  private final Agreements agreements;
  private final SupportLines lines;
  private final Clock clock;

  Accompaniment(SupportStore store, Agreements agreements, SupportLines lines, Clock clock) {
    this.store = store;
    this.agreements = agreements;
    this.lines = lines;
    this.clock = clock;
  }

  /// What can come of writing.
  public sealed interface Writing {
    /// It is written.
    record Written(long id) implements Writing {}

    /// Somebody else wrote first.
    record Overtaken() implements Writing {}

    /// Something typed can't stand; the key of the words that say why, by field.
    record Refused(Map<String, String> problems) implements Writing {}

    /// There is no such thing, or this person may not write it.
    record NotThere() implements Writing {}
  }

  /// What may be changed of support once it was entered.
  public record Edit(
      State state,
      Optional<Day> planned,
      Optional<LocalDate> doneOn,
      Told title,
      Optional<Told> nextStep,
      Optional<BigDecimal> hours,
      Optional<Long> value_cents,
      Optional<Source> source) {
    /// Hours as they are kept, so that 12.5 and 12.50 are the same.
    public Edit {
      hours = hours.map(each -> each.setScale(2, RoundingMode.HALF_UP));
    }

    /// Nothing changed.
    static Edit of(Support support) {
      return new Edit(
          support.progress().state(),
          support.progress().planned(),
          Accompaniment.doneOn(support),
          support.title(),
          support.nextStep(),
          support.hours(),
          support.value_cents(),
          support.source());
    }

    /// Nothing but how far it is.
    Edit moved(State to, Optional<Day> plannedFor, Optional<LocalDate> done) {
      return new Edit(to, plannedFor, done, title, nextStep, hours, value_cents, source);
    }
  }

  /// What is known of a whole agreement's accompaniment; examples are not counted.
  ///
  /// @param hours the hours that are known
  /// @param value_cents the value that is known, in cents of a euro
  /// @param withHours of how many of them the hours are known
  /// @param withValue of how many the value is known
  public record Sum(
      int all, int confirmed, BigDecimal hours, int withHours, long value_cents, int withValue) {
    /// The value that is known, in euros.
    BigDecimal value() {
      return SupportLines.euros(value_cents);
    }
  }

  /// What is done under an agreement, by date.
  ///
  /// @param from how many to pass over
  @Transactional(readOnly = true)
  public List<Support> list(String agreement, int from, int atMost) {
    return store.of(agreement, from, atMost);
  }

  /// How many stand before it in that list.
  @Transactional(readOnly = true)
  public int countBefore(Support support) {
    return store.countBefore(support.id());
  }

  /// What is asked, planned, or not confirmed by both sides yet, by date.
  @Transactional(readOnly = true)
  public List<Support> listOpen(String agreement) {
    return store.openOf(agreement);
  }

  /// What is known of it in all.
  @Transactional(readOnly = true)
  public Sum sum(String agreement) {
    return store.sum(agreement);
  }

  /// The support of that number.
  @Transactional(readOnly = true)
  public Optional<Support> find(long id) {
    return store.find(id);
  }

  /// Whether somebody may write it: an administrator, or whoever speaks for one of the two.
  @Transactional(readOnly = true)
  public boolean mayWrite(Writer by, Support support) {
    return by.administrator()
        || speaksFor(by, support.giver())
        || speaksFor(by, support.receiver());
  }

  /// Whether somebody speaks for a party: its delegate, or the delegate of the house it belongs to.
  @Transactional(readOnly = true)
  public boolean speaksFor(Writer by, Party party) {
    var account = by.actor().id();
    return account != null
        && agreements
            .partyOf(account)
            .filter(
                code -> code.equals(party.code()) || party.of().filter(code::equals).isPresent())
            .isPresent();
  }

  /// Enters something that is asked for, planned, or done.
  @Transactional
  public Writing add(Writer by, Support made) {
    var agreement = agreements.find(made.agreement());
    if (agreement.isEmpty()) {
      return new Writing.NotThere();
    }
    if (!mayWrite(by, made)) {
      return new Writing.Refused(Map.of("giver", "accompaniment.problem.not-yours"));
    }
    var signedOn = agreement.get().signed().on();
    var problems =
        problems(made.progress().state(), made.progress().planned(), doneOn(made), signedOn);
    if (made.giver().code().equals(made.receiver().code())) {
      problems.put("receiver", "accompaniment.problem.same-party");
    }
    if (!problems.isEmpty()) {
      return new Writing.Refused(problems);
    }
    long id = store.add(made, signedOn);
    lines.stands(by, store.find(id).orElseThrow());
    return new Writing.Written(id);
  }

  /// The day on which it was done, if it was.
  static Optional<LocalDate> doneOn(Support support) {
    return Optional.ofNullable(support.progress().doneOn());
  }

  /// Moves it on: asked, planned, done, dropped. What both had confirmed stays as it is.
  ///
  /// @param version that this was decided on
  @Transactional
  public Writing move(
      Writer by,
      long id,
      int version,
      State to,
      Optional<Day> planned,
      Optional<LocalDate> doneOn) {
    return store
        .find(id)
        .map(support -> edit(by, id, version, Edit.of(support).moved(to, planned, doneOn)))
        .orElseGet(Writing.NotThere::new);
  }

  /// Changes how far it is and what is known of it. What one side had confirmed is confirmed no
  /// more, since it is not the same any longer; what both had confirmed stays as it is.
  ///
  /// @param version that this was decided on
  @Transactional
  public Writing edit(Writer by, long id, int version, Edit to) {
    var found = store.find(id).filter(support -> mayWrite(by, support));
    if (found.isEmpty()) {
      return new Writing.NotThere();
    }
    var before = found.get();
    if (before.version() != version) {
      return new Writing.Overtaken();
    }
    var signedOn = agreements.find(before.agreement()).orElseThrow().signed().on();
    var problems = problems(to.state(), to.planned(), to.doneOn(), signedOn);
    if (before.progress().confirmed()) {
      problems.put("state", "accompaniment.problem.confirmed");
    }
    if (!problems.isEmpty()) {
      return new Writing.Refused(problems);
    }
    if (to.equals(Edit.of(before))) {
      return new Writing.Written(id);
    }
    if (!store.edit(before, to)) {
      return new Writing.Overtaken();
    }
    lines.edited(by, before, store.find(id).orElseThrow());
    return new Writing.Written(id);
  }

  /// Says for one's own party that it was done.
  @Transactional
  public Writing confirm(Writer by, long id, int version) {
    var found = store.find(id);
    var account = by.actor().id();
    if (found.isEmpty() || account == null) {
      return new Writing.NotThere();
    }
    var support = found.get();
    boolean giver = speaksFor(by, support.giver());
    if (!giver && !speaksFor(by, support.receiver())) {
      return new Writing.NotThere();
    }
    if (support.progress().state() != State.DONE) {
      return new Writing.Refused(Map.of("state", "accompaniment.problem.not-done"));
    }
    if (support.version() != version) {
      return new Writing.Overtaken();
    }
    boolean written =
        giver
            ? store.confirmByGiver(support, account, clock.instant())
            : store.confirmByReceiver(support, account, clock.instant());
    if (!written) {
      return new Writing.Refused(Map.of("state", "accompaniment.problem.confirmed-already"));
    }
    lines.stands(by, store.find(id).orElseThrow());
    return new Writing.Written(id);
  }

  private Map<String, String> problems(
      State state, Optional<Day> planned, Optional<LocalDate> doneOn, LocalDate signedOn) {
    var problems = new LinkedHashMap<String, String>();
    if (planned.filter(day -> day.on().isBefore(signedOn)).isPresent()) {
      problems.put("planned", "agreement.problem.before-agreement");
    }
    if (state == State.PLANNED && planned.isEmpty()) {
      problems.put("planned", "agreement.problem.needs-day");
    }
    if (state == State.DONE && doneOn.isEmpty()) {
      problems.put("doneOn", "agreement.problem.needs-day");
    }
    if (state != State.DONE && doneOn.isPresent()) {
      problems.put("doneOn", "accompaniment.problem.not-done-day");
    }
    if (doneOn.filter(on -> on.isBefore(signedOn)).isPresent()) {
      problems.put("doneOn", "agreement.problem.before-agreement");
    } else if (doneOn.filter(on -> on.isAfter(agreements.today())).isPresent()) {
      problems.put("doneOn", "agreement.problem.future");
    }
    return problems;
  }
}
