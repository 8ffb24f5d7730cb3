package org.foyal.people.mandates;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.people.keys.OneTime;
import org.foyal.people.mandates.Mandate.Entry;
import org.foyal.people.mandates.Mandate.State;
import org.foyal.people.mandates.Mandate.What;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// New cards in place of lost ones: by the helper, or by an administrator where the helper is away.
/// Each stands in the journal that the person reads, with who gave it.
@Component("mandateCards")
class Cards {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SHOWN = 20;

  private final MandateStore store;
  private final JournalStore journal;
  private final MandateLetters letters;
  private final Trail trail;
  private final Clock clock;

  Cards(
      MandateStore store, JournalStore journal, MandateLetters letters, Trail trail, Clock clock) {
    this.store = store;
    this.journal = journal;
    this.letters = letters;
    this.trail = trail;
    this.clock = clock;
  }

  static String code() {
    return Reference.spaced(Reference.word(RANDOM.ints(8, 0, Integer.MAX_VALUE).toArray()));
  }

  /// Gives a new card, to another address where one is given: the old code is shut, whoever has it.
  /// The same form sent twice is one card.
  ///
  /// @param email where the letter goes from now on; nothing for as before
  @Transactional
  Making give(Actor by, Mandate before, UUID form, Optional<String> email) {
    if (journal.findByForm(before.id(), form).isPresent()) {
      return new Making.Known(before);
    }
    email.ifPresent(address -> store.setEmail(before.id(), address));
    var one = store.find(before.id()).orElseThrow();
    var code = code();
    store.setCode(one.id(), OneTime.hash(one.id(), code));
    var entry =
        new Entry(
            clock.instant(), What.CARD, Optional.empty(), Optional.of(by.name()), Optional.empty());
    long number = journal.append(one.id(), entry, Optional.of(form));
    trail.append(by.did("people.mandates.act.card", one.reference().toString()));
    return new Making.Made(one, code, letters.write(one, code, number));
  }

  /// The mandates that hold of people whose name holds some words, for an administrator; that it
  /// was looked for stands in the trail.
  @Transactional
  List<Mandate> search(Actor by, String name) {
    var found = store.named(name, clock.instant(), SHOWN);
    trail.append(by.did("people.mandates.act.searched", "× " + found.size()));
    return found;
  }

  /// A new card by an administrator; nothing where the mandate is over.
  @Transactional
  Optional<Making> giveAtDesk(Actor by, UUID id, UUID form) {
    return store
        .lock(id)
        .filter(one -> one.state(clock.instant()) == State.OPEN)
        .map(one -> give(by, one, form, Optional.empty()));
  }
}
