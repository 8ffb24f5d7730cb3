package org.foyal.fablab.ladder;

import java.util.List;
import java.util.UUID;
import org.foyal.fablab.ladder.LadderStore.Rung;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the night finds on the ladder.
@Service
class Nights {
  private static final int USE_KEPT_years = 3;

  private final LadderStore store;
  private final Ladder ladder;
  private final Ladder.Around around;

  Nights(LadderStore store, Ladder ladder, Ladder.Around around) {
    this.store = store;
    this.ladder = ladder;
    this.around = around;
  }

  /// Those who have not worked at a kind of machine for longer than it allows.
  @Transactional(readOnly = true)
  List<Rung> unused() {
    return store.unused(around.now(), around.today());
  }

  void demote(Rung rung) {
    ladder.demote(rung);
  }

  /// Those who are to be told that a level ends.
  @Transactional(readOnly = true)
  List<Rung> ending() {
    return store.ending(around.now(), around.now().plus(Rungs.SOON));
  }

  void warn(Rung rung) {
    ladder.warn(rung);
  }

  /// Those whose level is another than the house was told.
  @Transactional(readOnly = true)
  List<UUID> changed() {
    return store.changed(around.now());
  }

  void tell(UUID member) {
    ladder.tell(member);
  }

  /// Days of use that keep nothing are not kept themselves.
  @Transactional
  void forget() {
    store.forgetUse(around.today().minusYears(USE_KEPT_years));
  }
}
