package org.foyal.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.post.Queueing.AlreadyQueued;
import org.foyal.post.Queueing.OverBudget;
import org.foyal.post.Queueing.Queued;
import org.foyal.post.Queueing.Reason;
import org.foyal.post.Queueing.Refused;
import org.foyal.post.Queueing.Stopped;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The room's one public entrance: queues letters.
///
/// What it promises: a letter is queued if and only if the caller's transaction commits; it is sent
/// at least once, and once only unless a process dies, or loses its database, between the mail
/// server's yes and our commit. Then it is sent again with the same Message-ID, by which mail
/// programs can tell a double.
@Service
public class Post {
  private static final Duration WEEK = Duration.ofDays(7);

  private final LetterStore letters;
  private final Stops stops;
  private final Signatures signatures;
  private final PostSettings settings;
  private final Bell bell;
  private final Clock clock;

  Post(
      LetterStore letters,
      Stops stops,
      Signatures signatures,
      PostSettings settings,
      Bell bell,
      Clock clock) {
    this.letters = letters;
    this.stops = stops;
    this.signatures = signatures;
    this.settings = settings;
    this.bell = bell;
    this.clock = clock;
  }

  /// Queues a letter in the caller's own transaction: it leaves after the commit or not at all.
  @Transactional(propagation = Propagation.MANDATORY)
  public Queueing queue(Letter letter) {
    return queueHeld(letter, clock.instant());
  }

  /// Queues a letter that leaves at a moment at the earliest, so that an act which is undone before
  /// it tells nobody: [#withdraw].
  @Transactional(propagation = Propagation.MANDATORY)
  public Queueing queueHeld(Letter letter, Instant notBefore) {
    var address = Addresses.read(letter.to());
    var replyTo = letter.replyTo().flatMap(Addresses::read);
    boolean answerable = letter.replyTo().isEmpty() || replyTo.isPresent();
    if (address.isEmpty() || !answerable) {
      return new Refused(Reason.ADDRESS);
    }
    var fault = Wording.fault(letter);
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    var addressee = signatures.addressee(address.get());
    var now = clock.instant();
    var draft =
        new LetterStore.Draft(
            letter,
            address.get(),
            replyTo,
            addressee,
            messageId(),
            now,
            notBefore,
            now.plus(Duration.ofDays(settings.giveUpAfterDays())));
    return letter.kind() == Letter.Kind.OPTIONAL ? queueOptional(draft) : add(draft);
  }

  /// Takes back a letter that has not left, if there is one; the same key may queue another one
  /// afterwards. False: it has left, or is leaving.
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean withdraw(String key) {
    letters.withdraw(key);
    return letters.findByKey(key).isEmpty();
  }

  /// One optional letter a person at a time, so that two rooms can't both take the last of the
  /// budget.
  private Queueing queueOptional(LetterStore.Draft draft) {
    letters.lock(draft.addressee());
    var earlier = letters.findByKey(draft.letter().key());
    if (earlier.isPresent()) {
      return new AlreadyQueued(earlier.get());
    }
    if (stops.has(draft.addressee())) {
      return letters
          .addSuppressed(draft)
          .<Queueing>map(Stopped::new)
          .orElseGet(() -> already(draft));
    }
    int thisWeek = letters.countOptional(draft.addressee(), draft.at().minus(WEEK));
    return thisWeek >= settings.optionalPerWeek() ? new OverBudget() : add(draft);
  }

  private Queueing add(LetterStore.Draft draft) {
    var added = letters.add(draft);
    if (added.isEmpty()) {
      return already(draft);
    }
    bell.ringAfterCommit();
    return new Queued(added.get());
  }

  private AlreadyQueued already(LetterStore.Draft draft) {
    return new AlreadyQueued(letters.findByKey(draft.letter().key()).orElseThrow());
  }

  /// Stays with the letter for good: by it mail programs know a letter that had to be sent twice.
  private String messageId() {
    var domain = settings.sender().substring(settings.sender().lastIndexOf('@') + 1);
    return "<" + UUID.randomUUID() + "@" + (domain.isBlank() ? "foyal.invalid" : domain) + ">";
  }

  /// An address as a letter to it would carry it; empty when no letter can go there.
  public Optional<String> address(String typed) {
    return Addresses.read(typed);
  }

  /// The person behind an address, as STOP and the budget know them.
  public Addressee addressee(String address) {
    return signatures.addressee(address);
  }

  /// Where somebody who said STOP can take it back, below the language; empty for all others.
  @Transactional(readOnly = true)
  public Optional<String> stoppedAt(Addressee addressee) {
    return stops.has(addressee)
        ? Optional.of(StopPage.PATH + "/" + signatures.token(addressee))
        : Optional.empty();
  }

  /// Whether optional letters wait for now, because the city is in a crisis; they leave once it is
  /// over.
  public boolean pausesOptional() {
    return stops.paused();
  }

  /// Whether letters leave by themselves; if not, they wait in the outbox page to be printed.
  public boolean carries() {
    return settings.carries();
  }
}
