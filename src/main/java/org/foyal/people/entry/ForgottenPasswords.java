package org.foyal.people.entry;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.foyal.people.NewPasswords;
import org.foyal.people.entry.ForgottenStore.Wish;
import org.foyal.people.keys.Throttle;
import org.foyal.people.keys.Throttle.Subject;
import org.foyal.shell.language.Language;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// Wishes for a new password. While the page waits, one and the same work is done for every
/// address: the wish is written down. Whether there is an account is looked up afterwards, so that
/// neither the answer nor the time that it takes tells.
@Service
public class ForgottenPasswords {
  /// A wish that waited longer, because the house was shut, is not answered: the person asked
  /// again.
  private static final Duration STALE = Duration.ofHours(1);

  private static final int LONGEST = 254;

  private final ForgottenStore store;
  private final NewPasswords newPasswords;
  private final Throttle throttle;
  private final TransactionOperations transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final ReentrantLock answering = new ReentrantLock();

  ForgottenPasswords(
      ForgottenStore store,
      NewPasswords newPasswords,
      Throttle throttle,
      TransactionOperations transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.store = store;
    this.newPasswords = newPasswords;
    this.throttle = throttle;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /// Writes a wish down, unless it is one too many of that sender or for that address.
  @Transactional
  public void ask(String typed, String from, Language language) {
    var email = typed.strip();
    boolean oftenFrom = throttle.count(Subject.asking(from)).isPresent();
    boolean oftenFor = throttle.count(Subject.asking(email)).isPresent();
    if (!oftenFrom && !oftenFor && email.length() <= LONGEST) {
      store.add(new Wish(email, from, language, clock.instant()));
      events.publishEvent(new PasswordForgotten());
    }
  }

  /// Answers all wishes that are there, each in a transaction of its own: a letter with a link for
  /// whoever has an account, nothing for the rest.
  public void answerAll() {
    answering.lock();
    try {
      while (Boolean.TRUE.equals(transactions.execute(_ -> answerOne()))) {
        // the next one
      }
    } finally {
      answering.unlock();
    }
  }

  private boolean answerOne() {
    var wish = store.take();
    wish.filter(one -> one.at().plus(STALE).isAfter(clock.instant()))
        .ifPresent(one -> newPasswords.send(one.email(), one.from(), one.language()));
    return wish.isPresent();
  }
}
