package org.foyal.cases;

import org.foyal.cases.codes.Codes;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Every night, deletes what docs/privacy.md says is no longer kept; by day, asks whether what was
/// done some weeks ago is repaired.
@Component
class CasesNightly {
  private static final int LATER_weeks = 4;
  private static final int TRIED = 2000;
  private static final int ASKED = 500;

  private final CaseStore store;
  private final ThreadStore thread;
  private final Codes codes;
  private final CaseLetters letters;
  private final CasesSettings settings;
  private final Calendar calendar;

  CasesNightly(
      CaseStore store,
      ThreadStore thread,
      Codes codes,
      CaseLetters letters,
      CasesSettings settings,
      Calendar calendar) {
    this.store = store;
    this.thread = thread;
    this.codes = codes;
    this.letters = letters;
    this.settings = settings;
    this.calendar = calendar;
  }

  @Scheduled(cron = "0 55 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  @Transactional
  void forget() {
    thread.forgetAskers(calendar.today().minusDays(settings.keepContactDays()));
    var closedBefore = calendar.today().minusYears(settings.keepThreadYears());
    thread.forgetWords(closedBefore);
    thread.forgetAppeals(closedBefore);
  }

  /// Asks those whose case was closed as done so many weeks ago, a few hundred at a time. What was
  /// missed, in a crisis or because of too many letters, is asked up to four weeks later, not
  /// after.
  @Scheduled(cron = "0 20 8-17 * * *", zone = "${foyal.shell.time-zone:UTC}")
  @Transactional
  void ask() {
    if (!settings.questionnaires() || letters.paused()) {
      return;
    }
    var to = calendar.today().minusWeeks(settings.askAfterWeeks());
    int asked = 0;
    for (long id : thread.doneAndNotAsked(to.minusWeeks(LATER_weeks), to, TRIED)) {
      if (asked < ASKED && ask(id)) {
        asked++;
      }
    }
  }

  private boolean ask(long id) {
    if (!thread.askedIfSettled(id, calendar.now())) {
      return false;
    }
    var done = store.find(id).orElseThrow();
    var code = codes.of(done.reference(), store.codeVersion(id));
    boolean dealtWith = letters.askIfSettled(done, store.asker(done), code);
    if (!dealtWith) {
      thread.notAskedIfSettled(id);
    }
    return dealtWith;
  }
}
