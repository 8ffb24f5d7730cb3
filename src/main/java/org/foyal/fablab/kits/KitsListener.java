package org.foyal.fablab.kits;

import org.foyal.things.alerts.Alert;
import org.foyal.things.alerts.AlertOpened;
import org.foyal.things.alerts.Condition;
import org.foyal.things.alerts.ThingAlerts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// The event door: a sensor of a kit does not report as it should, so whoever has it is told in
/// plain words what to look at.
@Component
class KitsListener {
  private final KitStore store;
  private final Kits kits;
  private final KitLetters letters;
  private final ThingAlerts alerts;

  KitsListener(KitStore store, Kits kits, KitLetters letters, ThingAlerts alerts) {
    this.store = store;
    this.kits = kits;
    this.letters = letters;
    this.alerts = alerts;
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void on(AlertOpened opened) {
    var loan = store.findLoanOfThing(opened.thing()).filter(Loan::out);
    var alert = loan.flatMap(_ -> alerts.find(opened.alert()));
    if (alert.isPresent()) {
      store
          .find(loan.get().kit())
          .ifPresent(kit ->
              letters.fault(
                  loan.get(), kit, kits.code(loan.get()), fault(alert.get()), opened.alert()));
    }
  }

  private static String fault(Alert alert) {
    return switch (alert.condition()) {
      case Condition.Absence _ -> "silent";
      case Condition.Constant _ -> "constant";
      case Condition.Threshold _ -> "odd";
    };
  }
}
