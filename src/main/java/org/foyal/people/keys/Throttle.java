package org.foyal.people.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.foyal.shell.guard.Sender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Slows down whoever is wrong too often, and never shuts anybody out for good.
///
/// A try is counted before it is looked at, so that a thousand at once are a thousand; a right one
/// takes its count back. After the free tries each wait is twice the one before, a quarter of an
/// hour at most; an hour of calm wipes the slate.
@Component
public class Throttle {
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration MEMORY = Duration.ofHours(1);

  private final ThrottleStore store;
  private final Clock clock;

  Throttle(ThrottleStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /// Who is slowed down, and after how many free tries.
  ///
  /// @param free wrong tries before the first wait
  /// @param first the first wait
  public record Subject(String key, int free, Duration first) {
    /// An account, by what was typed as its address; whether it exists does not matter.
    public static Subject account(String email) {
      var hash = OneTime.hash(email.strip().toLowerCase(Locale.ROOT));
      return new Subject("account:" + Base32.encode(hash), 5, Duration.ofSeconds(2));
    }

    /// A sender; many people may sit behind one.
    public static Subject sender(String address) {
      return new Subject("sender:" + cut(Sender.of(address)), 30, Duration.ofSeconds(2));
    }

    /// The second step of an account.
    public static Subject secondStep(java.util.UUID account) {
      return new Subject("second:" + account, 5, Duration.ofSeconds(30));
    }

    /// Whoever asks for links to a new password.
    public static Subject asking(String what) {
      var hash = OneTime.hash(what.strip().toLowerCase(Locale.ROOT));
      return new Subject("asking:" + Base32.encode(hash), 3, Duration.ofMinutes(1));
    }

    private static String cut(String address) {
      return address.length() > 64 ? address.substring(0, 64) : address;
    }
  }

  /// How somebody stands with the throttle, for administrators.
  public record State(int failures, Instant waitsUntil) {}

  /// Counts a try; answers how long to wait when it is one too many, and then the try is not made.
  @Transactional
  public Optional<Duration> count(Subject subject) {
    var now = clock.instant();
    if (store.count(subject, now, now.minus(MEMORY), LONGEST)) {
      return Optional.empty();
    }
    return store
        .find(subject.key())
        .map(state -> Duration.between(now, state.waitsUntil()))
        .filter(wait -> !wait.isNegative())
        .or(() -> Optional.of(subject.first()));
  }

  /// The person proved right: all that was counted is forgotten.
  @Transactional
  public void forget(Subject subject) {
    store.forget(subject.key());
  }

  /// One try was right, but others behind the same sender may not be: one count less.
  @Transactional
  public void takeBack(Subject subject) {
    store.takeBack(subject.key(), clock.instant());
  }

  /// How a subject stands, if it was ever wrong of late.
  @Transactional(readOnly = true)
  public Optional<State> find(Subject subject) {
    return store.find(subject.key());
  }

  /// Forgets whoever has been calm for a day.
  @Transactional
  public int forgetOld() {
    return store.forgetOlderThan(clock.instant().minus(Duration.ofDays(1)));
  }
}
