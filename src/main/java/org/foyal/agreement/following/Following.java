package org.foyal.agreement.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Change;
import org.foyal.post.subscriptions.Subscriptions;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells whoever asked what changed, once a day and at most one letter a topic: nobody is written
/// to for each click of an editor.
@Component
class Following {
  /// A house that stood still for longer tells of no more days than these.
  private static final int MOST_DAYS = 7;

  private static final int MOST_CHANGES = 200;

  private final Agreements agreements;
  private final Subscriptions subscriptions;
  private final FollowingLetters letters;
  private final ToldStore told;
  private final TransactionTemplate transactions;
  private final Days days;

  Following(
      Agreements agreements,
      Subscriptions subscriptions,
      FollowingLetters letters,
      ToldStore told,
      TransactionTemplate transactions,
      Days days) {
    this.agreements = agreements;
    this.subscriptions = subscriptions;
    this.letters = letters;
    this.told = told;
    this.transactions = transactions;
    this.days = days;
  }

  /// The city's days.
  @Component
  record Days(ShellSettings settings, Clock clock) {
    java.time.Instant start(LocalDate day) {
      return day.atStartOfDay(settings.timeZone()).toInstant();
    }
  }

  /// Tells every day up to yesterday that was not told; each in a transaction of its own.
  void tell() {
    var yesterday = agreements.today().minusDays(1);
    var first = yesterday.minusDays(MOST_DAYS - 1);
    var next = told.last().map(day -> day.plusDays(1)).orElse(yesterday);
    for (var day = next.isBefore(first) ? first : next;
        !day.isAfter(yesterday);
        day = day.plusDays(1)) {
      tellOnce(day);
    }
  }

  /// Tells a day, unless it was told; the claim and the letters stand or fall together.
  void tellOnce(LocalDate day) {
    transactions.executeWithoutResult(_ -> {
      if (told.claim(day, days.clock().instant())) {
        tell(day);
      }
    });
  }

  private void tell(LocalDate day) {
    var changes =
        agreements.changes(days.start(day), days.start(day.plusDays(1)), MOST_CHANGES).stream()
            .filter(change -> change.kind() != Change.Kind.OWNER)
            .toList();
    if (changes.isEmpty()) {
      return;
    }
    if (subscriptions.count(FollowingLetters.ALL) > 0) {
      var lines = InShort.of(changes, changes.size()).lines();
      subscriptions.tell(FollowingLetters.ALL, letters.news(day, lines));
    }
    var byPromise =
        changes.stream()
            .filter(change -> change.commitment() != null)
            .collect(Collectors.groupingBy(change -> Objects.requireNonNull(change.commitment())));
    byPromise.forEach((promise, own) -> tell(day, promise, own));
  }

  private void tell(LocalDate day, long promise, List<Change> changes) {
    var topic = FollowingLetters.topic(promise);
    if (subscriptions.count(topic) > 0) {
      subscriptions.tell(topic, letters.news(day, changes));
    }
  }
}
