package org.foyal.post;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.foyal.shell.StartRefused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Carries waiting letters to the mail server, in the background, as soon as they are committed.
///
/// Several processes may carry at once. Each letter is claimed for a time; a claim that ran out
/// belongs to a carrier that died, and the letter is carried again.
@Component
class Carrier implements SmartLifecycle {
  /// Longer than the slowest talk that [Smtp] puts up with: ten steps of 20 s.
  static final Duration LEASE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);
  private static final Duration LAST_LETTER = Duration.ofSeconds(8);

  private final LetterStore letters;
  private final Stops stops;
  private final Smtp smtp;
  private final PostSettings settings;
  private final Bell bell;
  private final Clock clock;
  private volatile boolean stopping;
  private volatile @Nullable Thread thread;

  Carrier(
      LetterStore letters, Stops stops, Smtp smtp, PostSettings settings, Bell bell, Clock clock) {
    if (settings.carries() && Addresses.read(settings.sender()).isEmpty()) {
      throw new StartRefused(
          "The mail server " + settings.smtpHost() + " is set, but letters have no sender.",
          "Set foyal.post.sender to the e-mail address that letters come from.");
    }
    this.letters = letters;
    this.stops = stops;
    this.smtp = smtp;
    this.settings = settings;
    this.bell = bell;
    this.clock = clock;
  }

  @Override
  public void start() {
    if (settings.carries()) {
      stopping = false;
      thread = Thread.ofVirtual().name("post-carrier").start(this::walk);
    } else {
      LOG.info("No mail server is set: letters wait in the outbox, where they can be printed");
    }
  }

  /// Lets the letter in hand arrive; the others wait for the next start.
  @Override
  public void stop() {
    stopping = true;
    bell.ring();
    var walking = thread;
    thread = null;
    if (walking != null) {
      try {
        walking.join(LAST_LETTER);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  private void walk() {
    while (!stopping) {
      try {
        round();
      } catch (DataAccessException e) {
        LOG.warn("The outbox can't be read; the carrier looks again in a while", e);
      }
      try {
        bell.await(settings.lookAgainAfter());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// Carries every letter that is due, until there is none or the mail server is out of reach.
  void round() {
    try (var line = smtp.line()) {
      boolean goOn = true;
      while (goOn && !stopping) {
        var claim = UUID.randomUUID();
        var letter = letters.claim(claim, clock.instant(), LEASE, !stops.paused());
        goOn = letter.isPresent() && settle(letter.get(), claim, attempt(line, letter.get()));
      }
    } catch (MessagingException e) {
      throw new IllegalStateException("no SMTP in this Java", e);
    }
  }

  private Delivery attempt(Smtp.Line line, Posted letter) {
    if (letter.kind() == Letter.Kind.OPTIONAL && stops.has(letter.addressee())) {
      return new Delivery.Unwanted();
    }
    return line.send(letter);
  }

  /// Writes down what came of it; false when no other letter has a chance now.
  private boolean settle(Posted letter, UUID claim, Delivery delivery) {
    var now = clock.instant();
    return switch (delivery) {
      case Delivery.Accepted() -> {
        letters.sent(letter.id(), claim, now);
        yield true;
      }
      case Delivery.Unwanted() -> {
        letters.suppress(letter.id(), claim, now);
        yield true;
      }
      case Delivery.RefusedForGood(String reason) -> {
        letters.failed(letter.id(), claim, reason, now);
        yield true;
      }
      case Delivery.NotNow(String reason) -> {
        later(letter, claim, reason);
        yield true;
      }
      case Delivery.LineDown(String reason) -> {
        LOG.warn("The mail server can't be reached; letters wait: {}", reason);
        later(letter, claim, reason);
        yield false;
      }
    };
  }

  private void later(Posted letter, UUID claim, String reason) {
    var now = clock.instant();
    if (now.isBefore(letter.giveUpAt())) {
      var next = now.plus(settings.delayAfter(letter.attempts()));
      letters.putBack(letter.id(), claim, reason, next, now);
    } else {
      letters.failed(letter.id(), claim, reason, now);
    }
  }
}
