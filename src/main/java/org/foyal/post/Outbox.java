package org.foyal.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.foyal.shell.guard.Act;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What administrators may see and do with the letters, and what time does to them.
@Service
class Outbox {
  private final LetterStore letters;
  private final PostSettings settings;
  private final Bell bell;
  private final Trail trail;
  private final Clock clock;

  Outbox(LetterStore letters, PostSettings settings, Bell bell, Trail trail, Clock clock) {
    this.letters = letters;
    this.settings = settings;
    this.bell = bell;
    this.trail = trail;
    this.clock = clock;
  }

  /// A page of the outbox, newest first, below a letter of the page before.
  @Transactional(readOnly = true)
  List<Posted> list(Optional<DeliveryState> state, Optional<Long> before, int limit) {
    return letters.list(state, before, limit);
  }

  /// One letter as it stands.
  @Transactional(readOnly = true)
  Optional<Posted> find(long letter) {
    return letters.find(letter);
  }

  /// How many letters wait for somebody to act.
  @Transactional(readOnly = true)
  Waiting waiting() {
    return letters.waiting();
  }

  /// Sends a waiting or failed letter at once, with its full patience again. False: it can't be.
  @Transactional
  boolean retry(long letter, SignedIn who) {
    var now = clock.instant();
    boolean moved = letters.retry(letter, now, patience(now));
    if (moved) {
      write(Act.by(who, "post.act.retried", Long.toString(letter)));
      bell.ringAfterCommit();
    }
    return moved;
  }

  /// Sends all failed letters again, as after a mail server was mended; says how many.
  @Transactional
  int retryFailed(SignedIn who) {
    var now = clock.instant();
    int moved = letters.retryFailed(now, patience(now));
    write(Act.by(who, "post.act.retried", "FAILED: " + moved));
    bell.ringAfterCommit();
    return moved;
  }

  /// Notes that a waiting or failed letter was handed over on paper. False: it has left by itself.
  @Transactional
  boolean handOver(long letter, SignedIn who) {
    boolean moved = letters.handOver(letter, clock.instant());
    if (moved) {
      write(Act.by(who, "post.act.printed", Long.toString(letter)));
    }
    return moved;
  }

  /// Deletes what has been kept long enough: first the words and the address, then the trace.
  @Transactional
  void forget() {
    var now = clock.instant();
    letters.empty(now.minus(Duration.ofDays(settings.keepTextDays())));
    letters.forget(now.minus(Duration.ofDays(settings.keepTraceDays())));
  }

  private void write(Act act) {
    trail.append(act);
  }

  private Instant patience(Instant now) {
    return now.plus(Duration.ofDays(settings.giveUpAfterDays()));
  }
}
