package org.foyal.fablab.ladder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.ladder.Grant.Granter;
import org.foyal.fablab.ladder.Granting.Granted;
import org.foyal.fablab.ladder.Granting.NothingToDo;
import org.foyal.fablab.ladder.Granting.SentBefore;
import org.foyal.fablab.ladder.LadderEvent.By;
import org.foyal.fablab.ladder.LadderEvent.What;
import org.foyal.fablab.ladder.LadderStore.Entry;
import org.foyal.fablab.ladder.LadderStore.Span;
import org.foyal.fablab.ladder.Standing.State;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.members.Member;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what somebody may do at a kind of machine: granted on evidence, valid at a date,
/// renewed, suspended, taken away, lowered when it is not used. All of it is written as events, and
/// the database holds the same rules (`fablab.may_use`).
@Service
public class Ladder {
  private static final long RENEWED_AFTER_days = 365;
  private static final Evidence NO_EVIDENCE = new Evidence(Optional.empty(), 0, Optional.empty());

  private final LadderStore store;
  private final Requirements requirements;
  private final LadderLetters letters;
  private final Around around;

  /// What the ladder needs beside its own.
  @Component
  record Around(ApplicationEventPublisher events, Trail trail, ShellSettings shell, Clock clock) {
    Instant now() {
      return clock.instant();
    }

    ZoneId zone() {
      return shell.timeZone();
    }

    LocalDate today() {
      return LocalDate.ofInstant(now(), zone());
    }
  }

  Ladder(LadderStore store, Requirements requirements, LadderLetters letters, Around around) {
    this.letters = letters;
    this.store = store;
    this.requirements = requirements;
    this.around = around;
  }

  /// How somebody stands at a kind of machine at a moment, past or to come, by what is written now.
  /// What the kind asks for at others is not looked at: [#missing] does.
  @Transactional(readOnly = true)
  public Standing standing(UUID member, String type, Instant at) {
    return requirements.standing(member, type, at);
  }

  /// How somebody stands at each kind of machine that is in use, by their titles; those at which
  /// they were never trained too.
  @Transactional(readOnly = true)
  public List<Standing> standings(UUID member, Instant at) {
    return requirements.standings(member, at);
  }

  /// What somebody lacks to work at a kind of machine at a moment as one of a level may; nothing:
  /// they may. Their own level, what the kind asks for at others, age, a guardian’s consent.
  @Transactional(readOnly = true)
  public List<Missing> missing(UUID member, String type, Level wanted, Instant at) {
    return requirements.missing(member, type, wanted, at);
  }

  /// Whether the database says that somebody may work at a kind of machine at a moment as one of a
  /// level may: the same rules, where nobody gets round them.
  @Transactional(readOnly = true)
  public boolean mayUse(UUID member, String type, Level wanted, Instant at) {
    return store.mayUse(member, type, wanted, at);
  }

  /// Who is at a level of a kind of machine, or above, at a moment.
  @Transactional(readOnly = true)
  public List<UUID> listAt(String type, Level least, Instant at) {
    return store.at(type, least, at);
  }

  /// What happened to somebody on the ladder, the first first.
  @Transactional(readOnly = true)
  public List<LadderEvent> history(UUID member) {
    return store.events(member);
  }

  /// Grants a level, on evidence; the same form twice grants it once.
  @Transactional
  public Granting grant(Granter by, Grant grant) {
    store.hold(grant.member());
    if (store.done(grant.form(), grant.member(), grant.type())) {
      return new SentBefore(standing(grant.member(), grant.type(), around.now()));
    }
    var now = around.now();
    var refused = requirements.refuse(by, grant, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    var type = requirements.type(grant.type()).orElseThrow();
    var from = grant.from().filter(begun -> grant.example() || begun.isAfter(now)).orElse(now);
    return write(by, grant, What.GRANTED, new Span(from, Optional.of(end(from, type))));
  }

  /// Lets the level that somebody holds, or held until a year ago, hold for longer: on evidence, or
  /// since they have worked there lately.
  @Transactional
  public Granting renew(Granter by, UUID form, UUID member, String type, Evidence evidence) {
    store.hold(member);
    var now = around.now();
    var standing = standing(member, type, now);
    if (store.done(form, member, type)) {
      return new SentBefore(standing);
    }
    if (!renewable(standing, now)) {
      return standing.state() == State.SUSPENDED
          ? new Granting.Suspended()
          : new NothingToDo(standing);
    }
    var grant = new Grant(form, member, type, standing.held(), evidence);
    var refused = requirements.refuseRenewal(by, grant, standing, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    var about = requirements.type(type).orElseThrow();
    return write(by, grant, What.RENEWED, new Span(now, Optional.of(end(now, about))));
  }

  private static boolean renewable(Standing standing, Instant now) {
    return switch (standing.state()) {
      case CURRENT, ENDS_SOON -> true;
      case EXPIRED ->
          standing
              .until()
              .filter(end -> end.isAfter(now.minus(Duration.ofDays(RENEWED_AFTER_days))))
              .isPresent();
      case SUSPENDED, REVOKED, NEVER -> false;
    };
  }

  private Instant end(Instant from, MachineType type) {
    return from.atZone(around.zone()).plusMonths(type.teaching().valid_months()).toInstant();
  }

  private Granting write(Granter by, Grant grant, What what, Span span) {
    var written =
        new Entry(
            grant.form(),
            grant.member(),
            grant.type(),
            what,
            grant.level(),
            span,
            grant.evidence(),
            Optional.empty(),
            by(by),
            grant.example());
    store.append(written, around.now());
    if (by instanceof Granter.Staff(Actor actor)) {
      var member = requirements.member(grant.member()).map(Member::reference).orElseThrow();
      around
          .trail()
          .append(
              actor.did(
                  "fablab.ladder.act." + word(what),
                  member + " " + grant.type() + " " + grant.level().number()));
    }
    tell(grant.member());
    var standing = standing(grant.member(), grant.type(), around.now());
    letters.granted(standing, grant.member(), grant.form());
    return new Granted(standing);
  }

  private static String word(What what) {
    return what.name().toLowerCase(Locale.ROOT);
  }

  private static By by(Granter granter) {
    return switch (granter) {
      case Granter.Staff(Actor actor) -> new By(actor.id(), null);
      case Granter.Referent(UUID member) -> new By(null, member);
    };
  }

  /// What can come of taking a level away, for a while or for good, or of giving it back.
  public enum Taking {
    /// It stands.
    DONE,
    /// They have none, or it is suspended already, or it is not.
    NOTHING_TO_DO,
    /// It needs a reason.
    NO_REASON,
    /// There is no such member, or no such kind of machine.
    UNKNOWN
  }

  /// Takes a level away for a while.
  ///
  /// @param until when it comes back by itself; nothing: until somebody gives it back
  @Transactional
  public Taking suspend(
      Actor by, UUID member, String type, Optional<Instant> until, String reason) {
    return take(by, member, type, What.SUSPENDED, until, reason);
  }

  /// Gives back what was taken away for a while.
  @Transactional
  public Taking resume(Actor by, UUID member, String type, String reason) {
    return take(by, member, type, What.RESUMED, Optional.empty(), reason);
  }

  /// Takes a level away; it can be granted anew.
  @Transactional
  public Taking revoke(Actor by, UUID member, String type, String reason) {
    return take(by, member, type, What.REVOKED, Optional.empty(), reason);
  }

  private Taking take(
      Actor by, UUID member, String type, What what, Optional<Instant> until, String reason) {
    var who = requirements.member(member);
    if (who.isEmpty() || requirements.type(type).isEmpty()) {
      return Taking.UNKNOWN;
    }
    store.hold(member);
    var standing = standing(member, type, around.now());
    if (!possible(what, standing.state())) {
      return Taking.NOTHING_TO_DO;
    }
    if (reason.isBlank() && what != What.RESUMED) {
      return Taking.NO_REASON;
    }
    var written =
        new Entry(
            UUID.randomUUID(),
            member,
            type,
            what,
            what == What.REVOKED ? Level.NONE : standing.held(),
            new Span(around.now(), until),
            NO_EVIDENCE,
            Optional.of(reason).filter(one -> !one.isBlank()),
            new By(by.id(), null),
            false);
    store.append(written, around.now());
    around
        .trail()
        .append(by.did("fablab.ladder.act." + word(what), who.get().reference() + " " + type));
    tell(member);
    return Taking.DONE;
  }

  private static boolean possible(What what, State state) {
    return switch (what) {
      case SUSPENDED -> state == State.CURRENT || state == State.ENDS_SOON;
      case RESUMED -> state == State.SUSPENDED;
      case REVOKED -> state != State.NEVER && state != State.REVOKED;
      case GRANTED, RENEWED, DEMOTED -> false;
    };
  }

  /// Notes that somebody worked at a kind of machine on a day: real use alone keeps a level. Called
  /// when a machine was used, never when it was booked.
  @Transactional
  public void used(UUID member, String type, LocalDate day) {
    store.used(member, type, day);
    requirements.seen(member);
  }

  /// Lowers by one level whoever has not worked at a kind of machine for longer than it allows.
  @Transactional
  void demote(LadderStore.Rung rung) {
    store.hold(rung.member());
    var standing = standing(rung.member(), rung.type(), around.now());
    if (!standing.level().reaches(Level.SUPERVISED)
        || !store.unused(around.now(), around.today()).contains(rung)) {
      return;
    }
    store.append(
        new Entry(
            UUID.randomUUID(),
            rung.member(),
            rung.type(),
            What.DEMOTED,
            standing.held().below(),
            new Span(around.now(), standing.until()),
            NO_EVIDENCE,
            Optional.empty(),
            new By(null, null),
            requirements.member(rung.member()).filter(Member::example).isPresent()),
        around.now());
    tell(rung.member());
  }

  /// Writes to whoever has a level that ends in a month, once.
  @Transactional
  void warn(LadderStore.Rung rung) {
    store.hold(rung.member());
    var standing = standing(rung.member(), rung.type(), around.now());
    if (standing.state() == State.ENDS_SOON && standing.until().isPresent()) {
      letters.ends(standing, rung.member());
      store.toldOfEnd(rung, standing.until().get());
    }
  }

  /// Tells the house where somebody may do less than it was told.
  @Transactional
  void tell(UUID member) {
    store
        .tell(member, around.now())
        .forEach(type -> around.events().publishEvent(new StandingLapsed(member, type)));
  }
}
