package org.foyal.cases;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Every night, deletes what docs/privacy.md says is no longer kept.
@Component
class CasesNightly {
  private final CaseStore store;
  private final ThreadStore thread;
  private final CasesSettings settings;
  private final Calendar calendar;

  CasesNightly(CaseStore store, ThreadStore thread, CasesSettings settings, Calendar calendar) {
    this.store = store;
    this.thread = thread;
    this.settings = settings;
    this.calendar = calendar;
  }

  @Scheduled(cron = "0 55 3 * * *", zone = "${foyal.shell.time-zone:UTC}")
  @Transactional
  void forget() {
    store.forgetAskers(calendar.today().minusDays(settings.keepContactDays()));
    thread.forgetWords(calendar.today().minusYears(settings.keepThreadYears()));
  }
}
