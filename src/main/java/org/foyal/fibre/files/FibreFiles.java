package org.foyal.fibre.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.foyal.fibre.files.Delivered.Applied;
import org.foyal.fibre.files.Delivered.Busy;
import org.foyal.fibre.files.Delivered.Cause;
import org.foyal.fibre.files.Delivered.HeldBack;
import org.foyal.fibre.files.Delivered.Hold;
import org.foyal.fibre.files.Delivered.NothingNew;
import org.foyal.fibre.files.Delivered.Tried;
import org.foyal.fibre.files.Delivered.Unfit;
import org.foyal.fibre.files.Delivered.Unreadable;
import org.foyal.fibre.files.reading.Days;
import org.foyal.fibre.files.reading.FileName;
import org.foyal.fibre.files.reading.Ground;
import org.foyal.fibre.files.reading.Invented;
import org.foyal.fibre.files.reading.Layout;
import org.foyal.fibre.files.reading.Row.Refused;
import org.foyal.fibre.files.reading.Rows;
import org.foyal.fibre.files.reading.Why;
import org.foyal.people.Actor;
import org.foyal.territory.Territory;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.Refusal;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.SourceText;
import org.foyal.territory.files.reading.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/// The façade of files: brings what operators and the regulator deliver in, and takes it back.
@Service
public class FibreFiles {
  private static final Pattern OPERATOR = Pattern.compile("[A-Z0-9]{2,8}");
  private static final Pattern COMMUNE = Pattern.compile("[0-9A-Z]{5}");
  private static final int SHOWN = 200;

  private final Territory territory;
  private final IncomingStore incoming;
  private final Comparison comparison;
  private final Records records;
  private final TransactionOperations transaction;
  private final Surroundings around;

  FibreFiles(
      Territory territory,
      IncomingStore incoming,
      Comparison comparison,
      Records records,
      TransactionOperations transaction,
      Surroundings around) {
    this.territory = territory;
    this.incoming = incoming;
    this.comparison = comparison;
    this.records = records;
    this.transaction = transaction;
    this.around = around;
  }

  /// Reads a file, compares it with what stands and, unless it is a trial, makes it stand: all in
  /// one transaction, so that a file that stops in the middle leaves nothing.
  public Delivered bring(FileOrder order, Actor by) {
    if (order.communes().stream().anyMatch(code -> !COMMUNE.matcher(code).matches())) {
      return new Unfit(Cause.BAD_COMMUNE, List.copyOf(order.communes()));
    }
    try {
      var text = SourceText.examine(order.file());
      if (text.drawn()) {
        return new Unreadable(refused(new RowRefused(Reason.NOT_A_TABLE).at(0, "")));
      }
      try (var units = Units.of(text)) {
        var layout = Layout.of(units.columns());
        return switch (recognise(order, text, layout)) {
          case Recognised.As(var reading) -> bring(reading, units, by);
          case Recognised.Not(var unfit) -> unfit;
        };
      }
    } catch (RowRefused refused) {
      return new Unreadable(refused(refused.at(0, "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Refused refused(Refusal refusal) {
    return new Refused(
        refusal.line(), refusal.reason().words(), refusal.arguments(), refusal.excerpt());
  }

  private sealed interface Recognised {
    record As(Reading reading) implements Recognised {}

    record Not(Unfit unfit) implements Recognised {}
  }

  private static Recognised not(Cause cause, String... arguments) {
    return new Recognised.Not(new Unfit(cause, List.of(arguments)));
  }

  /// Whose file it is, and of which day.
  private Recognised recognise(FileOrder order, SourceText text, Layout layout) {
    var name = FileName.of(order.fileName());
    var terms = order.terms();
    var operator =
        layout == Layout.IPE
            ? terms.operator().or(name::operator).or(terms::restrictedTo)
            : Optional.<String>empty();
    if (layout == Layout.IPE && operator.isEmpty()) {
      return not(Cause.NO_OPERATOR);
    }
    if (operator.filter(code -> !OPERATOR.matcher(code).matches()).isPresent()) {
      return not(Cause.BAD_OPERATOR, operator.get());
    }
    if (terms.restrictedTo().isPresent()) {
      var mine = terms.restrictedTo();
      if (layout != Layout.IPE) {
        return not(Cause.REGULATORS);
      }
      var other = name.operator().or(() -> operator).filter(one -> !mine.equals(Optional.of(one)));
      if (other.isPresent() || !operator.equals(mine)) {
        return not(Cause.OTHER_OPERATOR, other.or(() -> operator).orElse(""), mine.get());
      }
    }
    var marked =
        operator.filter(around.invented()::contains).isPresent()
            ? order.with(terms.asExample())
            : order;
    return recognise(new Reading(marked, text, layout, operator, LocalDate.MIN), name);
  }

  private Recognised recognise(Reading reading, FileName name) {
    var today = around.today();
    var stated = reading.order().terms().asOf().or(name::day);
    var day =
        reading.layout() == Layout.ARCEP_COMMUNES ? Optional.of(stated.orElse(today)) : stated;
    if (day.isEmpty()) {
      return not(Cause.NO_DAY);
    }
    if (!Days.canBe(day.get())) {
      return not(Cause.BAD_DAY, day.get().toString());
    }
    return day.get().isAfter(today)
        ? not(Cause.FUTURE, day.get().toString())
        : new Recognised.As(reading.on(day.get()));
  }

  private Delivered bring(Reading reading, Units units, Actor by) {
    var terms = reading.order().terms();
    var ground =
        Ground.of(
            territory,
            reading.order().communes(),
            terms.projection(),
            reading.operator(),
            terms.restrictedTo().isPresent(),
            new Invented(terms.example(), around.invented()));
    var rows = Rows.of(reading.layout(), units.columns(), ground, around.words());
    return transaction.execute(status -> inOneTransaction(reading, units, rows, by, status));
  }

  private Delivered inOneTransaction(
      Reading reading, Units units, Rows rows, Actor by, TransactionStatus status) {
    if (!incoming.takeTurn()) {
      status.setRollbackOnly();
      return new Busy();
    }
    var latest =
        reading.layout() == Layout.ARCEP_COMMUNES
            ? Optional.<LocalDate>empty()
            : records.latest(reading);
    if (latest.isPresent() && latest.get().isAfter(reading.asOf())) {
      status.setRollbackOnly();
      return new Unfit(Cause.OLDER, List.of(reading.asOf().toString(), latest.get().toString()));
    }
    var pouring = new Pouring();
    try (var copying = incoming.copyInto(reading.layout())) {
      pouring.pour(units, rows, copying);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var found = comparison.compare(reading, pouring);
    var outcome = decide(reading, found, pouring, by);
    if (!(outcome instanceof Applied)) {
      status.setRollbackOnly();
    }
    return outcome;
  }

  private Delivered decide(Reading reading, Comparison.Found found, Pouring pouring, Actor by) {
    var report = found.report();
    var order = reading.order();
    var hold = hold(order, report, pouring);
    if (order.trial()) {
      return new Tried(report, hold);
    }
    if (hold.isPresent()) {
      return new HeldBack(report, hold.get());
    }
    if (!report.counts().changesSomething() && !found.moves()) {
      return new NothingNew(report);
    }
    var now = around.now();
    long id = records.add(reading, report, by, now);
    comparison.apply(reading, report, id, now);
    return new Applied(id, report);
  }

  /// What keeps a file from being applied, also shown by a trial.
  private static Optional<Hold> hold(FileOrder order, Report report, Pouring pouring) {
    if (pouring.read() == 0) {
      return Optional.of(Hold.EMPTY);
    }
    if (pouring.refused(Why.WRONG_DATUM) > 0 && order.terms().projection().isEmpty()) {
      return Optional.of(Hold.DATUM);
    }
    if (pouring.refused() == pouring.read()) {
      return Optional.of(Hold.ALL_REFUSED);
    }
    long gone = report.counts().gone();
    return gone > 0 && !order.goneConfirmed().equals(OptionalLong.of(gone))
        ? Optional.of(Hold.GONE)
        : Optional.empty();
  }

  /// Takes a delivery back: what it brought is held no longer, what it replaced is held again from
  /// now on, and what was known in between stays known.
  ///
  /// @param restrictedTo the operator for whom whoever asks may speak; empty: for all
  public Undoing undo(long delivery, Optional<String> restrictedTo, Actor by) {
    return transaction.execute(status -> {
      if (!incoming.takeTurn()) {
        status.setRollbackOnly(); // the wait that was given up has spoilt it
        return new Undoing.Busy();
      }
      return records.undo(delivery, restrictedTo, by, around.now());
    });
  }

  /// The latest 200 deliveries, the newest first.
  ///
  /// @param operator whose; empty: everybody's
  public List<Delivery> listDeliveries(Optional<String> operator) {
    return records.list(operator, SHOWN);
  }

  /// Whether a file of that name was ever delivered, also one that was taken back.
  public boolean wasDelivered(String fileName) {
    return records.has(fileName);
  }

  /// The delivery of that number, if there is one.
  public Optional<Delivery> findDelivery(long delivery) {
    return records.find(delivery);
  }

  /// The rows that a delivery refused, at most 10,000.
  public List<Refused> listRefused(long delivery) {
    return records.refusedBy(delivery);
  }
}
