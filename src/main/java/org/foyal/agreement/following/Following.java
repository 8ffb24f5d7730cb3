package org.foyal.agreement.following;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
    var start = days.start(day);
    var end = days.start(day.plusDays(1));
    var changes = agreements.changes(start, end, false, MOST_CHANGES);
    if (changes.stream().allMatch(change -> change.kind() == Change.Kind.OWNER)) {
      return;
    }
    if (subscriptions.count(FollowingLetters.ALL) > 0) {
      var lines = news(InShort.of(changes, changes.size()).lines());
      subscriptions.tell(FollowingLetters.ALL, letters.news(day, lines));
    }
    for (long promise : agreements.promisesChanged(start, end)) {
      var topic = FollowingLetters.topic(promise);
      if (subscriptions.count(topic) > 0) {
        var own = news(agreements.changesOf(promise, start, end));
        if (!own.isEmpty()) {
          subscriptions.tell(topic, letters.news(day, own));
        }
      }
    }
  }

  /// As many as a letter can hold, without what concerns the staff alone.
  private static List<Change> news(List<Change> changes) {
    return changes.stream()
        .filter(change -> change.kind() != Change.Kind.OWNER)
        .limit(InShort.LINES)
        .toList();
  }
}
