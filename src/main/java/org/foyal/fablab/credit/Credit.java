package org.foyal.fablab.credit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.credit.CreditStore.Back;
import org.foyal.fablab.credit.CreditStore.Open;
import org.foyal.fablab.credit.CreditStore.Receipt;
import org.foyal.fablab.credit.Refunded.Why;
import org.foyal.fablab.members.Members;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what the lab costs: who has the solidarity tariff, what a time at a machine costs
/// them, that it is paid for, and what is given back. No card is taken: money is paid at the
/// counter and noted here with its receipt.
@Service
public class Credit {
  private final CreditStore store;
  private final TimeCredits credits;
  private final Members members;
  private final CreditSettings settings;
  private final LabDate date;
  private final Trail trail;

  Credit(
      CreditStore store,
      TimeCredits credits,
      Members members,
      CreditSettings settings,
      LabDate date,
      Trail trail) {
    this.store = store;
    this.credits = credits;
    this.members = members;
    this.settings = settings;
    this.date = date;
    this.trail = trail;
  }

  /// Sets what an hour at a kind of machine costs in full; nought: nothing.
  @Transactional
  public void price(Actor by, String type, int centsPerHour) {
    store.price(type, centsPerHour);
    trail.append(by.did("fablab.credit.act.price", type + " " + centsPerHour));
  }

  /// What an hour at a kind of machine costs in full, in cents; nought: nothing.
  @Transactional(readOnly = true)
  public int price(String type) {
    return store.price(type);
  }

  /// What a time at a kind of machine costs with a quotient, in cents, beyond free minutes and time
  /// credits; the quotient is not kept.
  @Transactional(readOnly = true)
  public int sum(String type, int minutes, int quotient) {
    int percent = new Tariff(settings.floorPercent(), settings.fullQuotient()).percent(quotient);
    return Tariff.cents(store.price(type), minutes, percent);
  }

  /// The terms of the tariff.
  CreditSettings terms() {
    return settings;
  }

  /// What somebody has today.
  ///
  /// @param tariff nothing: they pay the full price
  /// @param freeMinutes that are left of this month
  /// @param creditMinutes time credits that are good today
  public record Holding(Optional<Eligibility> tariff, int freeMinutes, int creditMinutes) {}

  /// What somebody has today.
  @Transactional(readOnly = true)
  public Holding holding(UUID member) {
    var day = date.today();
    var tariff = store.eligibility(member, day);
    int taken = store.freeTaken(member, day.withDayOfMonth(1));
    int free = tariff.isPresent() ? Math.max(0, settings.freeMinutes() - taken) : 0;
    return new Holding(tariff, free, credits.balance(member, day));
  }

  /// What was paid for a booking, once it was.
  @Transactional(readOnly = true)
  public Optional<Quote> paid(UUID booking) {
    return store.find(booking).map(Receipt::quote);
  }

  /// Somebody of the staff has seen what shows the quotient: the share of the price that follows is
  /// kept and its last day, the quotient is not.
  @Transactional
  public Optional<Eligibility> seen(
      UUID form, UUID member, int quotient, LocalDate until, Actor by) {
    if (members.find(member).isEmpty()) {
      return Optional.empty();
    }
    int percent = new Tariff(settings.floorPercent(), settings.fullQuotient()).percent(quotient);
    var tariff = new Eligibility(percent, until);
    var seenBy = Objects.requireNonNull(by.id(), "somebody of the staff saw it");
    store.eligible(form, member, tariff, seenBy, date.now());
    return store.eligibility(member, date.today());
  }

  /// The tariff that somebody has on a day; nothing: the full price.
  @Transactional(readOnly = true)
  public Optional<Eligibility> eligibility(UUID member, LocalDate day) {
    return store.eligibility(member, day);
  }

  /// What a time at a kind of machine costs somebody, as things stand now.
  @Transactional(readOnly = true)
  public Quote quote(UUID member, String type, int minutes, Instant when) {
    var day = date.day(when);
    var tariff = store.eligibility(member, day);
    int percent = tariff.map(Eligibility::percent).orElse(100);
    int full = store.price(type);
    if (full == 0) {
      return new Quote(minutes, 0, 0, percent, 0);
    }
    int taken = store.freeTaken(member, day.withDayOfMonth(1));
    int left = tariff.isPresent() ? Math.max(0, settings.freeMinutes() - taken) : 0;
    int free = Math.min(minutes, left);
    int credit = Math.min(minutes - free, credits.balance(member, day));
    int cents = Tariff.cents(full, minutes - free - credit, percent);
    return new Quote(minutes, free, credit, percent, cents);
  }

  /// Pays for a booking, once.
  ///
  /// @param by who of the staff takes the money; none where none is due
  @Transactional
  public Paid pay(Payment payment, @Nullable Actor by) {
    if (members.find(payment.member()).isEmpty()) {
      return new Paid.Unknown();
    }
    var account = credits.hold(payment.member());
    if (store.find(payment.booking()).isPresent()) {
      return new Paid.SentBefore();
    }
    var quote = quote(payment.member(), payment.type(), payment.minutes(), payment.when());
    if (quote.cents() > 0 && (by == null || payment.receipt().isEmpty())) {
      return new Paid.ReceiptMissing(quote.cents());
    }
    var day = date.day(payment.when());
    store.paid(payment, day.withDayOfMonth(1), quote, by == null ? null : by.id(), date.now());
    if (quote.creditMinutes() > 0) {
      credits.use(payment.booking(), account, quote.creditMinutes(), day);
    }
    return new Paid.Done(quote);
  }

  /// Settles a booking that did not take place, once: never in money against anybody.
  @Transactional
  public Refunded refund(UUID form, UUID booking, Why why, @Nullable Actor by) {
    var found = store.find(booking);
    if (found.isEmpty()) {
      return new Refunded.Unknown();
    }
    var paid = found.get();
    var account = credits.hold(paid.member());
    if (store.refunded(form, booking)) {
      return new Refunded.SentBefore();
    }
    boolean nothing = why == Why.NO_SHOW && store.missedBefore(paid.member());
    var back = nothing ? new Back(form, booking, 0, 0, 0, 0) : whole(form, paid, why);
    store.back(back, why, by == null ? null : by.id(), date.now());
    if (!nothing) {
      credits.giveBack(booking, account, back.converted());
    }
    return new Refunded.Done(back.cents(), back.credit() + back.converted(), back.free());
  }

  /// Settles what was paid for and came to nothing, as far as nothing is due in money: that is
  /// handed out at the counter. The same twice settles once.
  ///
  /// @param booking nothing: all
  /// @return how many are settled
  @Transactional
  public int settle(Optional<UUID> booking) {
    int settled = 0;
    for (var open : open(booking)) {
      if (!atTheCounter(open)) {
        var form =
            UUID.nameUUIDFromBytes(("fablab.credit.settle " + open.booking()).getBytes(UTF_8));
        settled += refund(form, open.booking(), open.why(), null) instanceof Refunded.Done ? 1 : 0;
      }
    }
    return settled;
  }

  /// What is still to settle, beyond what is handed out.
  @Transactional(readOnly = true)
  List<UUID> toSettle() {
    return open(Optional.empty()).stream()
        .filter(open -> !atTheCounter(open))
        .map(Open::booking)
        .toList();
  }

  /// What is to be handed out at the counter, the first first.
  @Transactional(readOnly = true)
  List<Open> toHandOut() {
    return open(Optional.empty()).stream().filter(Credit::atTheCounter).toList();
  }

  private List<Open> open(Optional<UUID> booking) {
    return store.open(booking, settings.noticeHours(), date.now().minus(Duration.ofDays(1)));
  }

  private static boolean atTheCounter(Open open) {
    return open.cents() > 0 && (open.why() == Why.IN_TIME || open.why() == Why.CLOSED);
  }

  /// Gives some of the money of a booking back, as was agreed at the counter.
  @Transactional
  public Refunded refund(UUID form, UUID booking, int cents, Actor by) {
    var found = store.find(booking);
    if (found.isEmpty()) {
      return new Refunded.Unknown();
    }
    credits.hold(found.get().member());
    if (store.refunded(form, booking)) {
      return new Refunded.SentBefore();
    }
    int left = found.get().quote().cents() - store.centsBack(booking);
    if (cents < 1 || cents > left) {
      return new Refunded.MoreThanPaid(left);
    }
    store.back(new Back(form, booking, cents, 0, 0, 0), null, by.id(), date.now());
    return new Refunded.Done(cents, 0, 0);
  }

  private Back whole(UUID form, Receipt paid, Why why) {
    var quote = paid.quote();
    int left = quote.cents() - store.centsBack(paid.booking());
    boolean asPaid = why == Why.IN_TIME || why == Why.CLOSED;
    int converted =
        asPaid || quote.cents() == 0
            ? 0
            : Math.toIntExact((long) quote.boughtMinutes() * left / quote.cents());
    return new Back(
        form,
        paid.booking(),
        asPaid ? left : 0,
        quote.freeMinutes(),
        quote.creditMinutes(),
        converted);
  }
}
