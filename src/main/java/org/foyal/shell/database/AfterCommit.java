package org.foyal.shell.database;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Does something once the transaction at hand is committed; what is rolled back is followed by
/// nothing. What was read before the commit and kept would stay, though it is over.
public final class AfterCommit {
  private AfterCommit() {}

  /// Does it after the commit; at once where there is no transaction.
  public static void run(Runnable act) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      act.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            act.run();
          }
        });
  }
}
