package org.foyal.fablab.credit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.booking.Booking;
import org.foyal.fablab.booking.Bookings;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to what the lab costs: prices, who has the solidarity tariff, time credits,
/// what was paid at the counter and what is given back.
@Controller("fablabCreditDeskPage")
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/credit")
class CreditDeskPage {
  private static final Duration BACK = Duration.ofDays(30);
  private static final int MOST_minutes = 6_000;
  private static final int MOST_HOURS = 10_000;
  private static final int MOST_CENTS = 100_000;
  private static final int MOST_MONTHS = 12;
  private static final int MOST_QUOTIENT = 100_000;

  private final Credit credit;
  private final TimeCredits time;
  private final Bookings bookings;
  private final Members members;
  private final Machines machines;
  private final LabDate date;

  CreditDeskPage(
      Credit credit,
      TimeCredits time,
      Bookings bookings,
      Members members,
      Machines machines,
      LabDate date) {
    this.credit = credit;
    this.time = time;
    this.bookings = bookings;
    this.members = members;
    this.machines = machines;
    this.date = date;
  }

  /// What is typed.
  ///
  /// @param act `look`, `price`, `seen`, `give`, `pot`, `fund`, `pay` or `back`
  /// @param form the same one is done once
  /// @param amount cents, minutes, hours or a quotient, as the act is
  record Form(
      @Nullable String act,
      @Nullable String form,
      @Nullable String reference,
      @Nullable String type,
      @Nullable String amount,
      @Nullable String months,
      @Nullable String booking,
      @Nullable String receipt,
      @Nullable String why) {
    static Form of(String reference) {
      return new Form("", "", reference, "", "", "", "", "", "");
    }
  }

  /// A booking with what it costs, or what was paid for it.
  record Row(Booking booking, Quote quote, boolean paid) {}

  /// What the page shows.
  ///
  /// @param prices cents an hour by the code of the kind
  /// @param told the key of words; empty: nothing was done
  record View(
      List<MachineType> types,
      Map<String, Integer> prices,
      int pot,
      String sought,
      Optional<Member> member,
      Optional<Credit.Holding> holding,
      List<Row> rows,
      List<Due> due,
      String form,
      Told told) {
    String title(String type, Language reader) {
      return types.stream()
          .filter(one -> one.code().equals(type))
          .findFirst()
          .map(one -> one.title().in(reader))
          .orElse(type);
    }
  }

  /// Money that waits for somebody at the counter.
  record Due(String reference, String type, Instant begins, int cents) {}

  /// What came of an act.
  record Told(String words, boolean good) {
    static final Told NOTHING = new Told("", true);

    static Told done() {
      return new Told("fablab.credit.done", true);
    }

    static Told no(String words) {
      return new Told("fablab.credit.problem." + words, false);
    }
  }

  @GetMapping
  ModelAndView list(@Nullable String reference) {
    return page(Plain.line(reference), Told.NOTHING);
  }

  @PostMapping
  ModelAndView act(Form form, SignedIn who) {
    var by = Actor.of(who);
    var id = Plain.formName(form.form());
    var told =
        switch (Plain.line(form.act())) {
          case "price" -> price(form, by);
          case "fund" ->
              amount(form, 1, MOST_HOURS).map(some -> moved(time.fund(id, some, by))).orElse(odd());
          case "seen", "give", "pot" ->
              member(form)
                  .map(one -> ofMember(form, one, id, by))
                  .orElseGet(() -> Told.no("member"));
          case "pay", "back" ->
              member(form)
                  .flatMap(one -> booking(form, one))
                  .map(one -> ofBooking(form, one, id, by))
                  .orElseGet(() -> Told.no("booking"));
          default -> Told.NOTHING;
        };
    return page(Plain.line(form.reference()), told);
  }

  private static Told odd() {
    return Told.no("amount");
  }

  private Told price(Form form, Actor by) {
    var type = machines.findType(Plain.line(form.type()));
    var cents = amount(form, 0, MOST_CENTS);
    if (type.isEmpty() || cents.isEmpty()) {
      return odd();
    }
    credit.price(by, type.get().code(), cents.get());
    return Told.done();
  }

  private Told ofMember(Form form, Member member, UUID id, Actor by) {
    return switch (Plain.line(form.act())) {
      case "seen" -> seen(form, member, id, by);
      case "give" ->
          amount(form, 1, MOST_minutes)
              .map(some -> moved(time.contributed(id, member.id(), some, by)))
              .orElse(odd());
      default ->
          amount(form, 1, MOST_minutes)
              .map(some -> moved(time.fromPot(id, member.id(), some, by)))
              .orElse(odd());
    };
  }

  private Told seen(Form form, Member member, UUID id, Actor by) {
    var quotient = amount(form, 0, MOST_QUOTIENT);
    var months = number(form.months(), 1, MOST_MONTHS);
    if (quotient.isEmpty() || months.isEmpty()) {
      return odd();
    }
    LocalDate until = date.today().plusMonths(months.get());
    credit.seen(id, member.id(), quotient.get(), until, by);
    return Told.done();
  }

  private Told ofBooking(Form form, Booking booking, UUID id, Actor by) {
    if ("pay".equals(Plain.line(form.act()))) {
      var receipt = Optional.of(Plain.line(form.receipt())).filter(line -> !line.isEmpty());
      var payment =
          new Payment(
              booking.id(),
              booking.member(),
              booking.type(),
              minutes(booking),
              booking.span().from(),
              receipt.map(line -> line.substring(0, Math.min(60, line.length()))));
      return switch (credit.pay(payment, by)) {
        case Paid.Done _, Paid.SentBefore _ -> Told.done();
        case Paid.Unknown _ -> Told.no("booking");
        case Paid.ReceiptMissing _ -> Told.no("receipt");
      };
    }
    return why(form)
        .map(why ->
            switch (credit.refund(id, booking.id(), why, by)) {
              case Refunded.Done _, Refunded.SentBefore _ -> Told.done();
              case Refunded.Unknown _, Refunded.MoreThanPaid _ -> Told.no("booking");
            })
        .orElseGet(() -> Told.no("booking"));
  }

  private static Optional<Refunded.Why> why(Form form) {
    return List.of(Refunded.Why.values()).stream()
        .filter(one -> one.name().equals(Plain.line(form.why())))
        .findFirst();
  }

  private static int minutes(Booking booking) {
    return (int) Duration.between(booking.span().from(), booking.span().until()).toMinutes();
  }

  private static Told moved(Moved moved) {
    return switch (moved) {
      case DONE, SENT_BEFORE -> Told.done();
      case TOO_FEW -> Told.no("too-few");
      case UNKNOWN -> Told.no("member");
    };
  }

  private static Optional<Integer> amount(Form form, int least, int most) {
    return number(form.amount(), least, most);
  }

  private static Optional<Integer> number(@Nullable String typed, int least, int most) {
    var fields = new Fields();
    int number = fields.number("amount", typed, least, most, "fablab.credit.problem.amount");
    return fields.good() ? Optional.of(number) : Optional.empty();
  }

  private Optional<Member> member(Form form) {
    return Reference.read(Plain.line(form.reference())).flatMap(members::findAtTheCounter);
  }

  private Optional<Booking> booking(Form form, Member member) {
    return bookings.listOf(member.id(), BACK).stream()
        .filter(one -> one.id().toString().equals(Plain.line(form.booking())))
        .findFirst();
  }

  private List<Due> due() {
    return credit.toHandOut().stream()
        .flatMap(open ->
            members
                .find(open.member())
                .map(one ->
                    new Due(one.reference().toString(), open.type(), open.begins(), open.cents()))
                .stream())
        .toList();
  }

  private ModelAndView page(String sought, Told told) {
    var member = member(Form.of(sought));
    var rows =
        member.map(one -> bookings.listOf(one.id(), BACK)).orElse(List.of()).stream()
            .map(one -> {
              var paid = credit.paid(one.id());
              var quote =
                  paid.orElseGet(() ->
                      credit.quote(one.member(), one.type(), minutes(one), one.span().from()));
              return new Row(one, quote, paid.isPresent());
            })
            .filter(row -> row.paid() || row.booking().state().holds())
            .toList();
    var types = machines.listTypes();
    var prices = new java.util.HashMap<String, Integer>();
    types.forEach(type -> prices.put(type.code(), credit.price(type.code())));
    var view =
        new View(
            types,
            prices,
            time.pot(),
            sought,
            member,
            member.map(one -> credit.holding(one.id())),
            rows,
            due(),
            UUID.randomUUID().toString(),
            told);
    var status = told.good() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    return new ModelAndView("fablab/credit/desk", status).addObject("view", view);
  }
}
