package org.foyal.fablab.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyal.fablab.access.AccessStore.Heard;
import org.foyal.fablab.access.Run.Judged;
import org.foyal.fablab.access.Run.State;
import org.foyal.fablab.access.Verdict.Why;
import org.foyal.fablab.booking.Booking;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.machines.Machine;
import org.foyal.fablab.machines.Machines;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of machine access: what an interlock says, and whether its machine may run.
///
/// The same message again is answered as before; one that comes after a later one changes nothing.
/// What is told afterwards, as the interlock was alone meanwhile, is judged as of then, counted,
/// and never gives power. A machine that runs may finish what it was allowed when somebody's right
/// to it goes meanwhile, and not a minute more.
@Service("labAccess")
public class Access {
  /// What is told later than this is told afterwards.
  private static final Duration LIVE = Duration.ofSeconds(90);

  /// How far an interlock's clock may be ahead.
  private static final Duration AHEAD = Duration.ofMinutes(2);

  /// How long ago something is still told of; a clock without a battery begins in 1970.
  private static final Duration OLDEST = Duration.ofDays(31);

  private final AccessStore store;
  private final KeyStore keys;
  private final Judging judging;
  private final Counted counted;
  private final Clock clock;

  Access(AccessStore store, KeyStore keys, Judging judging, Counted counted, Clock clock) {
    this.store = store;
    this.keys = keys;
    this.judging = judging;
    this.counted = counted;
    this.clock = clock;
  }

  /// Where use is counted.
  @org.springframework.stereotype.Component("labUse")
  record Counted(Machines machines, Ladder ladder, ShellSettings city) {
    /// Minutes that were begun count whole.
    void count(Run run, Instant end) {
      long minutes = Duration.between(run.beganAt(), end).plusMillis(59_999).toMinutes();
      machines.used(run.machine(), minutes);
      var type = machines.find(run.machine()).map(Machine::type);
      if (run.member().isPresent() && type.isPresent() && minutes > 0) {
        var day = run.beganAt().atZone(city.timeZone()).toLocalDate();
        ladder.used(run.member().get(), type.get(), day);
      }
    }
  }

  /// Notes that an interlock is there, and says whether what runs may go on.
  @Transactional
  public Verdict alive(Interlock interlock) {
    var now = clock.instant();
    keys.seen(interlock.device(), now);
    return store
        .running(interlock.machine())
        .map(run -> new Verdict(run.powered(now), run.until(), run.judged().why()))
        .orElseGet(() -> Verdict.off(now, Why.ENDED));
  }

  /// Hears what an interlock says.
  @Transactional
  public Verdict hear(Interlock interlock, Said said) {
    var now = clock.instant();
    keys.seen(interlock.device(), now);
    store.hold(interlock.machine());
    var run = store.find(said.run());
    if (run.filter(one -> !one.device().equals(interlock.device())).isPresent()) {
      return Verdict.off(now, Why.CHANGED);
    }
    var digest = Badges.digest(said.toString());
    var before = store.heard(said.run(), said.sequence());
    if (before.isPresent()) {
      return before.get().digest().equals(digest)
          ? again(before.get().verdict(), run.orElseThrow(), now)
          : Verdict.off(now, Why.CHANGED);
    }
    if (said.at().isAfter(now.plus(AHEAD)) || said.at().isBefore(now.minus(OLDEST))) {
      return Verdict.off(now, Why.CLOCK);
    }
    if (run.isEmpty() && said.what() != Said.What.INITIAL) {
      return Verdict.off(now, Why.UNKNOWN_RUN);
    }
    var verdict = run.isEmpty() ? begin(interlock, said, now) : goOn(run.get(), said, now);
    store.note(said.run(), said.sequence(), new Heard(digest, verdict), now);
    return verdict;
  }

  /// The same message again, a copy that the network kept too: what has ended since stays off.
  private static Verdict again(Verdict told, Run run, Instant now) {
    return new Verdict(
        told.power() && run.powered(now) && told.until().isAfter(now), told.until(), told.why());
  }

  private Verdict begin(Interlock interlock, Said said, Instant now) {
    boolean replayed = said.at().isBefore(now.minus(LIVE));
    var found = judging.judge(interlock.machine(), said, replayed ? said.at() : now, !replayed);
    var why = found.why().or(() -> replayed ? Optional.empty() : inUse(interlock, found, said));
    boolean runs = why.isEmpty() || replayed;
    var wanted = said.at().plus(Duration.ofMinutes(said.minutes()));
    var until =
        why.isEmpty()
            ? found
                .booking()
                .map(Booking::span)
                .map(span -> earlier(span.until(), wanted))
                .orElse(wanted)
            : replayed ? wanted : said.at();
    store.add(
        new Run(
            said.run(),
            interlock.device(),
            interlock.machine(),
            found.member(),
            runs ? State.RUNS : State.REFUSED,
            new Judged(replayed, why.isEmpty(), why),
            said.at(),
            until,
            runs ? Optional.empty() : Optional.of(said.at()),
            said.sequence()),
        found.booking().map(Booking::id).orElse(null),
        interlock.example());
    return replayed
        ? Verdict.off(now, Why.REPLAYED)
        : new Verdict(runs && until.isAfter(now), until, why);
  }

  /// What ran before and was never ended is over once its time is, or once the same badge begins
  /// anew: the interlock had no current meanwhile.
  private Optional<Why> inUse(Interlock interlock, Judging.Found found, Said said) {
    var runs = store.running(interlock.machine());
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    boolean over = !runs.get().until().isAfter(said.at());
    if (!over && !runs.get().member().equals(found.member())) {
      return Optional.of(Why.IN_USE);
    }
    end(runs.get(), runs.get().sequence(), earlier(runs.get().until(), said.at()));
    return Optional.empty();
  }

  private Verdict goOn(Run run, Said said, Instant now) {
    if (run.state() != State.RUNS) {
      return Verdict.off(now, Why.ENDED);
    }
    if (said.sequence() < run.sequence() || said.what() == Said.What.INITIAL) {
      return new Verdict(run.powered(now), run.until(), Optional.of(Why.LATE));
    }
    return switch (said.what()) {
      case CANCEL -> {
        end(run, said.sequence(), said.at());
        yield Verdict.off(now, Why.ENDED);
      }
      case INITIAL, EXTEND -> extend(run, said, now);
    };
  }

  private Verdict extend(Run run, Said said, Instant now) {
    boolean live = !run.judged().replayed();
    var found = judging.judge(run.machine(), said, live ? now : said.at(), live);
    var why =
        found.member().isPresent() && !found.member().equals(run.member())
            ? Optional.of(Why.OTHER_BADGE)
            : found.why();
    var wanted = said.at().plus(Duration.ofMinutes(said.minutes()));
    var until =
        run.judged().replayed() && wanted.isAfter(run.until())
            ? wanted
            : why.isEmpty()
                ? later(run.until(), earlier(wanted, found.booking().orElseThrow().span().until()))
                : run.until();
    store.extend(run.id(), said.sequence(), until);
    return run.judged().replayed()
        ? Verdict.off(now, Why.REPLAYED)
        : new Verdict(until.isAfter(now), until, why);
  }

  /// No machine ran for longer than it was let, whatever its interlock's clock says.
  private void end(Run run, int sequence, Instant at) {
    var end = later(run.beganAt(), earlier(run.until(), earlier(at, clock.instant())));
    store.end(run.id(), sequence, end);
    counted.count(run, end);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// Ends what nobody ended: the interlock is off since then, or was taken away.
  ///
  /// @return how many
  @Transactional
  int endForgotten(Duration grace, int most) {
    var forgotten = store.forgotten(clock.instant().minus(grace), most);
    forgotten.forEach(run -> {
      store.hold(run.machine());
      store
          .find(run.id())
          .filter(one -> one.state() == State.RUNS)
          .ifPresent(one -> end(one, one.sequence(), one.until()));
    });
    return forgotten.size();
  }

  /// The latest times that machines ran or were asked to.
  @Transactional(readOnly = true)
  public List<Run> latest(int most) {
    return store.latest(most);
  }
}
