package org.foyal.agreement.following;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Day;
import org.foyal.agreement.Party;
import org.foyal.agreement.committee.Committee;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.post.Post;
import org.foyal.post.Queueing;
import org.foyal.shell.language.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reminds of promises, of their steps and of the committee's decisions, before their day and after
/// it: whoever looks after a promise, and whoever speaks for the party that answers. Each reminder
/// is written once.
@Component
class Reminders {
  /// How many days before (above 0) and after (below 0) the day.
  static final List<Integer> OFFSETS = List.of(30, 7, -1, -30, -90);

  /// So many nights may be missed without a reminder being lost.
  private static final int NIGHTS = 3;

  private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

  private final Agreements agreements;
  private final Committee committee;
  private final Accounts accounts;
  private final FollowingLetters letters;
  private final Post post;

  Reminders(
      Agreements agreements,
      Committee committee,
      Accounts accounts,
      FollowingLetters letters,
      Post post) {
    this.agreements = agreements;
    this.committee = committee;
    this.accounts = accounts;
    this.letters = letters;
    this.post = post;
  }

  /// Something that is owed on a day.
  ///
  /// @param key names it among all
  /// @param path the staff's page about it
  record Owed(String key, String path, Told title, LocalDate due) {}

  /// Queues what is to be remembered today.
  @Transactional
  void remind() {
    var delegates = agreements.delegates();
    for (int offset : OFFSETS) {
      var latest = agreements.today().plusDays(offset);
      var days = Stream.iterate(latest, day -> day.minusDays(1)).limit(NIGHTS).toList();
      promises(days, offset, delegates);
      steps(days, offset, delegates);
      decisions(days, offset, delegates);
    }
  }

  private void promises(List<LocalDate> days, int offset, Map<UUID, String> delegates) {
    for (var promise : agreements.listOwedOn(days)) {
      var due = promise.said().due().map(Day::on).orElseThrow();
      var owed =
          new Owed(
              "promise." + promise.id(),
              "/staff/commitments/" + promise.code(),
              promise.said().title(),
              due);
      write(to(promise.owner(), promise.party(), delegates), owed, offset);
    }
  }

  private void steps(List<LocalDate> days, int offset, Map<UUID, String> delegates) {
    for (var step : agreements.listStepsOwedOn(days)) {
      var milestone = step.milestone();
      var owed =
          new Owed(
              "step." + milestone.id(),
              "/staff/commitments/" + step.commitment().code(),
              milestone.title(),
              milestone.on());
      write(to(step.commitment().owner(), milestone.owner(), delegates), owed, offset);
    }
  }

  private void decisions(List<LocalDate> days, int offset, Map<UUID, String> delegates) {
    for (var decision : committee.listOwedOn(days)) {
      var owed =
          new Owed(
              "decision." + decision.id(),
              "/staff/meetings/" + decision.meeting(),
              decision.text(),
              decision.dueOn());
      write(to(Optional.empty(), decision.owner(), delegates), owed, offset);
    }
  }

  /// Whoever looks after it, and whoever speaks for the party or the house that it belongs to.
  private static Stream<UUID> to(Optional<UUID> owner, Party party, Map<UUID, String> delegates) {
    var speakers =
        delegates.entrySet().stream()
            .filter(delegate ->
                delegate.getValue().equals(party.code())
                    || party.of().filter(delegate.getValue()::equals).isPresent())
            .map(Map.Entry::getKey);
    return Stream.concat(owner.stream(), speakers);
  }

  private void write(Stream<UUID> to, Owed owed, int offset) {
    long days = ChronoUnit.DAYS.between(agreements.today(), owed.due());
    to.distinct()
        .flatMap(account -> accounts.find(account).stream())
        .filter(account -> account.status() == Account.Status.ACTIVE)
        .forEach(account -> {
          var queueing = post.queue(letters.reminder(account, owed, offset, days));
          if (queueing instanceof Queueing.Refused(var reason)) {
            LOG.warn("The reminder of {} can't be carried: {}", owed.key(), reason);
          }
        });
  }
}
