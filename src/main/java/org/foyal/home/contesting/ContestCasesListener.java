package org.foyal.home.contesting;

import org.foyal.equality.contest.FigureContested;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/// Hears of contested figures, at once. Should the process die before, the next minute does it.
@Component
class ContestCasesListener {
  private final ContestCases cases;

  ContestCasesListener(ContestCases cases) {
    this.cases = cases;
  }

  @TransactionalEventListener
  void contested(FigureContested contested) {
    cases.open(contested.contest());
  }
}
