package org.foyal.territory.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyal.shell.guard.SignedIn;
import org.foyal.territory.Territory;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.foyal.territory.files.ImportOutcome.Busy;
import org.foyal.territory.files.ImportOutcome.HeldBack;
import org.foyal.territory.files.ImportOutcome.NothingNew;
import org.foyal.territory.files.ImportOutcome.Tried;
import org.foyal.territory.files.ImportOutcome.Unreadable;
import org.foyal.territory.files.reading.Reason;
import org.foyal.territory.files.reading.Refusal;
import org.foyal.territory.files.reading.RowRefused;
import org.foyal.territory.files.reading.SourceText;
import org.foyal.territory.files.reading.Unit;
import org.foyal.territory.files.reading.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/// The room's façade: brings files into the territory, and takes them back.
@Service
public class TerritoryFiles {
  private final Territory territory;
  private final StagingStore staging;
  private final ImportStore imports;
  private final TransactionOperations transaction;
  private final Aftermath aftermath;
  private final Clock clock;

  TerritoryFiles(
      Territory territory,
      StagingStore staging,
      ImportStore imports,
      TransactionOperations transaction,
      Aftermath aftermath,
      Clock clock) {
    this.territory = territory;
    this.staging = staging;
    this.imports = imports;
    this.transaction = transaction;
    this.aftermath = aftermath;
    this.clock = clock;
  }

  /// Brings a file in as the machine's own engineer does.
  public ImportOutcome bring(ImportOrder order) {
    return bring(order, null);
  }

  /// Reads a file, compares it with what stands and, unless it is a trial, makes it stand: all in
  /// one transaction with its line in the audit trail, so that a file that stops in the middle
  /// leaves nothing.
  ///
  /// @param who asks; nobody at the console
  public ImportOutcome bring(ImportOrder order, @Nullable SignedIn who) {
    try {
      var text = SourceText.examine(order.file());
      try (var units = Units.of(text)) {
        return bring(order, who, text, units);
      }
    } catch (RowRefused refused) {
      return new Unreadable(refused.at(0, order.fileName()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ImportOutcome bring(
      ImportOrder order, @Nullable SignedIn who, SourceText text, Units units) throws RowRefused {
    if (units.columns().isEmpty()) {
      return unreadable(units);
    }
    var format = Format.of(units.columns(), text.drawn());
    var ground = Ground.of(territory, order.communes());
    var reading =
        new Reading(order, who, text, format, Rows.reading(format, ground, order.period()));
    return transaction.execute(status -> inOneTransaction(reading, units, status));
  }

  /// The first thing of the file is already the refusal.
  private static ImportOutcome unreadable(Units units) throws RowRefused {
    try {
      if (units.next() instanceof Unit.Bad bad) {
        return new Unreadable(bad.refusal());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new RowRefused(Reason.UNKNOWN_COLUMNS, "");
  }

  private record Reading(
      ImportOrder order, @Nullable SignedIn who, SourceText text, Format format, Rows rows) {}

  private ImportOutcome inOneTransaction(Reading reading, Units units, TransactionStatus status) {
    if (!staging.takeTurn()) {
      status.setRollbackOnly();
      return new Busy();
    }
    var outcome = compare(reading, units);
    if (!(outcome instanceof Applied(var importId, _))) {
      status.setRollbackOnly();
    } else {
      var order = reading.order();
      aftermath.applied(
          new Aftermath.Deed(importId, order.fileName(), reading.who(), order.by()),
          reading.format().target());
    }
    return outcome;
  }

  private ImportOutcome compare(Reading reading, Units units) {
    var target = reading.format().target();
    var tally = new Tally();
    try (var copying = staging.copyInto(target)) {
      tally.pour(units, reading.rows(), copying);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var repeated = staging.takeOutDuplicates(target, Tally.MOST_KEPT);
    tally.refuseUnnamed(repeated.lines() - repeated.first().size());
    for (var again : repeated.first()) {
      tally.refuse(
          new Refusal(
              again.line(),
              Reason.DUPLICATE,
              List.of(again.key(), Long.toString(again.firstLine())),
              again.key()));
    }
    staging.keepWhatTheFileLeavesOpen(reading.format());
    boolean complete = reading.order().complete() && tally.refused() == 0;
    var counts = staging.compare(target, complete);
    var report = report(reading, units, tally.with(counts), tally.kept(), staging.examples(target));
    return decide(reading, target, report);
  }

  private ImportOutcome decide(Reading reading, Target target, ImportReport report) {
    var counts = report.counts();
    if (reading.order().trial()) {
      return new Tried(report);
    }
    if (counts.refused() > 0 && !reading.order().keepGoodRows()) {
      return new HeldBack(report);
    }
    if (counts.added() + counts.changed() + counts.gone() == 0) {
      return new NothingNew(report);
    }
    long id = imports.add(reading.order(), report, reading.text().sha256(), clock.instant());
    staging.apply(target, id);
    imports.keep(id, report.refused());
    return new Applied(id, report);
  }

  private static ImportReport report(
      Reading reading,
      Units units,
      ImportReport.Counts counts,
      List<Refusal> refused,
      List<ImportReport.Change> changes) {
    var order = reading.order();
    var format = reading.format();
    return new ImportReport(
        order.fileName(),
        format.target().kind(),
        format.name(),
        reading.text().charset().name(),
        firstOf(order.source(), units.says("source"), format.source()),
        firstOf(order.licence(), units.says("licence"), format.licence()),
        units.says("avertissement"),
        counts,
        refused,
        changes);
  }

  private static String firstOf(String... texts) {
    for (var text : texts) {
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return "";
  }

  /// Takes an import back as the machine's own engineer does.
  public Undoing undo(long importId, String by) {
    return undo(importId, null, by);
  }

  /// Takes an import back, and says so in the audit trail in the same transaction.
  public Undoing undo(long importId, SignedIn who) {
    return undo(importId, who, who.displayName());
  }

  /// What it brought goes, what it replaced stands again, to the letter.
  private Undoing undo(long importId, @Nullable SignedIn who, String by) {
    return transaction.execute(status -> {
      if (!staging.takeTurn()) {
        status.setRollbackOnly(); // the wait that was given up has spoilt it
        return new Undoing.Busy();
      }
      var found = imports.find(importId).filter(past -> past.undoneAt() == null);
      if (found.isEmpty()) {
        return new Undoing.NothingToUndo();
      }
      if (imports.somethingStandsOn(importId)) {
        return new Undoing.StoodUpon(found.get());
      }
      long scores = imports.scoresStandingOn(importId);
      if (scores > 0) {
        return new Undoing.ScoresStand(found.get(), scores);
      }
      imports.undo(importId, by, clock.instant());
      aftermath.undone(new Aftermath.Deed(importId, found.get().fileName(), who, by));
      return new Undoing.Undone(found.get());
    });
  }

  /// Takes the last import back that still stands.
  public Undoing undoLast(String by) {
    return imports
        .findLast()
        .map(last -> undo(last.id(), by))
        .orElseGet(Undoing.NothingToUndo::new);
  }

  /// The latest 200 imports, the newest first.
  public List<ImportRecord> listImports() {
    return imports.list();
  }

  /// The import of that number, if there is one.
  public Optional<ImportRecord> findImport(long importId) {
    return imports.find(importId);
  }

  /// The rows that an import refused, at most 10,000.
  public List<Refusal> listRefused(long importId) {
    return new ArrayList<>(imports.refusedBy(importId));
  }

  /// What is owed to the producers of the data in force, for the legal page, maps and open data.
  public List<Notice> listNotices() {
    return imports.notices();
  }
}
