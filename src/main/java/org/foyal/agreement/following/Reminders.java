package org.foyal.agreement.following;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Day;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.post.Post;
import org.foyal.shell.language.Told;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reminds whoever looks after a promise before its day and after it, and whoever speaks for the
/// party that answers for a step; each reminder is written once.
@Component
class Reminders {
  /// How many days before (above 0) and after (below 0) the day.
  static final List<Integer> OFFSETS = List.of(30, 7, -1, -30, -90);

  /// So many nights may be missed without a reminder being lost.
  private static final int NIGHTS = 3;

  private final Agreements agreements;
  private final Accounts accounts;
  private final FollowingLetters letters;
  private final Post post;

  Reminders(Agreements agreements, Accounts accounts, FollowingLetters letters, Post post) {
    this.agreements = agreements;
    this.accounts = accounts;
    this.letters = letters;
    this.post = post;
  }

  /// Something that is owed on a day.
  ///
  /// @param key names it among all
  record Owed(String key, Commitment commitment, Told title, LocalDate due) {}

  /// Queues what is to be remembered today; how many letters were due.
  @Transactional
  int remind() {
    int written = 0;
    for (int offset : OFFSETS) {
      var today = agreements.today();
      var days =
          Stream.iterate(0, back -> back < NIGHTS, back -> back + 1)
              .map(back -> today.plusDays(offset).minusDays(back))
              .toList();
      written += promises(days, offset) + steps(days, offset);
    }
    return written;
  }

  private int promises(List<LocalDate> days, int offset) {
    int written = 0;
    for (var promise : agreements.listOwedOn(days)) {
      var due = promise.said().due().map(Day::on).orElseThrow();
      var owed = new Owed("promise." + promise.id(), promise, promise.said().title(), due);
      written += write(promise.owner().stream(), owed, offset);
    }
    return written;
  }

  private int steps(List<LocalDate> days, int offset) {
    int written = 0;
    for (var step : agreements.listStepsOwedOn(days)) {
      var milestone = step.milestone();
      var due = milestone.due().map(Day::on).orElseThrow();
      var owed = new Owed("step." + milestone.id(), step.commitment(), milestone.title(), due);
      var delegates =
          agreements.delegates().entrySet().stream()
              .filter(delegate -> delegate.getValue().equals(milestone.owner().code()))
              .map(java.util.Map.Entry::getKey);
      written += write(Stream.concat(step.commitment().owner().stream(), delegates), owed, offset);
    }
    return written;
  }

  private int write(Stream<UUID> to, Owed owed, int offset) {
    var people =
        to.distinct()
            .map(accounts::find)
            .map(account -> account.filter(a -> a.status() == Account.Status.ACTIVE))
            .flatMap(Optional::stream)
            .toList();
    people.forEach(account -> post.queue(letters.reminder(account, owed, offset)));
    return people.size();
  }
}
