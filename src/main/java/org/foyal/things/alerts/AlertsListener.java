package org.foyal.things.alerts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.foyal.things.ledger.AfterStoring;
import org.foyal.things.ledger.Stored;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Hears of which datastreams something was stored, and lets their rules look at it a second later
/// at most. Whoever tells never waits; what is missed here is found by the next minute.
@Component
class AlertsListener implements AfterStoring {
  private final ThingAlerts alerts;
  private final Set<Long> heard = ConcurrentHashMap.newKeySet();

  AlertsListener(ThingAlerts alerts) {
    this.alerts = alerts;
  }

  @Override
  public void stored(List<Stored> those) {
    those.forEach(one -> heard.add(one.what().datastream()));
  }

  @Override
  public void missed(long observations) {
    // the next minute looks at every datastream that was heard
  }

  @Scheduled(fixedDelay = 1_000)
  void look() {
    var some = new HashSet<>(heard);
    if (!some.isEmpty()) {
      heard.removeAll(some);
      alerts.heard(some);
    }
  }
}
