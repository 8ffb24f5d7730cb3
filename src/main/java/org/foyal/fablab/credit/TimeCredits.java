package org.foyal.fablab.credit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.foyal.fablab.members.Members;
import org.foyal.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of time credits: minutes that are given, used, given back, given on and run out.
/// Whatever leaves one account arrives on another; those that run out first are used first.
@Service
public class TimeCredits {
  private static final UUID POT = new UUID(0, 1);
  private static final UUID LAB = new UUID(0, 2);

  private final LedgerStore store;
  private final Members members;
  private final CreditSettings settings;
  private final LabDate date;

  TimeCredits(LedgerStore store, Members members, CreditSettings settings, LabDate date) {
    this.store = store;
    this.members = members;
    this.settings = settings;
    this.date = date;
  }

  /// How many minutes somebody has that are good on a day.
  @Transactional(readOnly = true)
  public int balance(UUID member, LocalDate day) {
    return store.find(member).map(account -> sum(store.lots(account, day))).orElse(0);
  }

  /// How many minutes are in the common pot today.
  @Transactional(readOnly = true)
  public int pot() {
    return sum(store.lots(POT, date.today()));
  }

  /// Gives somebody minutes for what they did for the lab: teaching, repairing, documenting.
  @Transactional
  public Moved contributed(UUID form, UUID member, int minutes, @Nullable Actor by) {
    if (members.find(member).isEmpty()) {
      return Moved.UNKNOWN;
    }
    return out(form, "GRANT", by, store.account(member), minutes);
  }

  /// Puts into the common pot what hours that a company paid are worth there.
  @Transactional
  public Moved fund(UUID form, int paidHours, Actor by) {
    int minutes = Math.multiplyExact(paidHours, settings.potMinutes());
    return out(form, "FUND", by, POT, minutes);
  }

  /// Gives somebody minutes out of the common pot.
  @Transactional
  public Moved fromPot(UUID form, UUID to, int minutes, Actor by) {
    if (members.find(to).isEmpty()) {
      return Moved.UNKNOWN;
    }
    return gift(new Gift(form, POT, store.account(to), minutes), by);
  }

  /// Somebody gives minutes of theirs to somebody else.
  @Transactional
  public Moved give(UUID form, UUID from, UUID to, int minutes) {
    if (from.equals(to) || members.find(from).isEmpty() || members.find(to).isEmpty()) {
      return Moved.UNKNOWN;
    }
    return gift(new Gift(form, store.account(from), store.account(to), minutes), null);
  }

  /// Takes out what has run out on one account; the same day twice takes nothing twice.
  @Transactional
  public int expire(UUID account) {
    store.hold(List.of(account));
    var gone = store.expired(account, date.today());
    if (!gone.isEmpty()) {
      var transfer = UUID.randomUUID();
      store.begin(transfer, "EXPIRE", null, null, date.now());
      move(transfer, account, LAB, gone);
    }
    return sum(gone);
  }

  /// The accounts on which something has run out.
  @Transactional(readOnly = true)
  public List<UUID> expired() {
    return store.expired(date.today());
  }

  /// Holds somebody's account; no other payment of theirs goes on meanwhile.
  UUID hold(UUID member) {
    var account = store.account(member);
    store.hold(List.of(account));
    return account;
  }

  /// Pays for a booking with minutes of a held account.
  void use(UUID booking, UUID account, int minutes, LocalDate day) {
    var taken = Lot.take(store.lots(account, day), minutes).orElseThrow();
    var transfer = UUID.randomUUID();
    store.begin(transfer, "USE", booking, null, date.now());
    move(transfer, account, LAB, taken);
  }

  /// Gives the minutes of a booking back, good for as long as they were, and others for what was
  /// paid in money.
  void giveBack(UUID booking, UUID account, int converted) {
    var back = new ArrayList<>(store.used(booking));
    if (converted > 0) {
      var until = date.today().plusDays(settings.validDays());
      int same = sum(back.stream().filter(lot -> lot.expiresOn().equals(until)).toList());
      back.removeIf(lot -> lot.expiresOn().equals(until));
      back.add(new Lot(until, converted + same));
    }
    if (!back.isEmpty()) {
      var transfer = UUID.randomUUID();
      store.begin(transfer, "REFUND", booking, null, date.now());
      move(transfer, LAB, account, back);
    }
  }

  private record Gift(UUID form, UUID from, UUID to, int minutes) {
    Gift {
      positive(minutes);
    }
  }

  private Moved out(UUID form, String what, @Nullable Actor by, UUID to, int minutes) {
    positive(minutes);
    if (!store.begin(form, what, null, by == null ? null : by.id(), date.now())) {
      return Moved.SENT_BEFORE;
    }
    store.hold(List.of(to));
    move(form, LAB, to, List.of(new Lot(date.today().plusDays(settings.validDays()), minutes)));
    return Moved.DONE;
  }

  private Moved gift(Gift gift, @Nullable Actor by) {
    store.hold(List.of(gift.from(), gift.to()));
    if (store.done(gift.form())) {
      return Moved.SENT_BEFORE;
    }
    var taken = Lot.take(store.lots(gift.from(), date.today()), gift.minutes());
    if (taken.isEmpty()) {
      return Moved.TOO_FEW;
    }
    if (!store.begin(gift.form(), "GIFT", null, by == null ? null : by.id(), date.now())) {
      return Moved.SENT_BEFORE;
    }
    move(gift.form(), gift.from(), gift.to(), taken.get());
    return Moved.DONE;
  }

  private void move(UUID transfer, UUID from, UUID to, List<Lot> lots) {
    for (var lot : lots) {
      store.entry(transfer, from, lot.expiresOn(), -lot.minutes());
      store.entry(transfer, to, lot.expiresOn(), lot.minutes());
    }
  }

  private static void positive(int minutes) {
    if (minutes < 1) {
      throw new IllegalArgumentException("minutes that are moved: " + minutes);
    }
  }

  private static int sum(List<Lot> lots) {
    return lots.stream().mapToInt(Lot::minutes).sum();
  }
}
