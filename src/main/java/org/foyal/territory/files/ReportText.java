package org.foyal.territory.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.foyal.territory.files.ImportOutcome.Busy;
import org.foyal.territory.files.ImportOutcome.HeldBack;
import org.foyal.territory.files.ImportOutcome.NothingNew;
import org.foyal.territory.files.ImportOutcome.Tried;
import org.foyal.territory.files.ImportOutcome.Unreadable;
import org.foyal.territory.files.reading.Refusal;
import org.springframework.stereotype.Component;

/// Says what came of an import in words: the console, the pages and the table of refused rows say
/// the same.
@Component
class ReportText {
  private static final int SHOWN = 20;
  private static final Pattern FORMULA = Pattern.compile("^[=+@\\t\\r-]");

  private final Words words;

  ReportText(Words words) {
    this.words = words;
  }

  /// Why a row was refused.
  String reason(Language language, Refusal refusal) {
    return say(language, refusal.reason().words(), refusal);
  }

  /// What to do about it.
  String cure(Language language, Refusal refusal) {
    return say(language, refusal.reason().words() + ".cure", refusal);
  }

  /// Patterns may speak of more than an older refusal has kept.
  private String say(Language language, String key, Refusal refusal) {
    var arguments = new ArrayList<Object>(refusal.arguments());
    while (arguments.size() < 3) {
      arguments.add("");
    }
    return words.say(language, key, arguments.toArray());
  }

  /// The refused rows as a table that spreadsheets open; no cell can be taken for a formula.
  String table(Language language, List<Refusal> refused) {
    var text = new StringWriter();
    text.append('\uFEFF');
    try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
      csv.writeRecord(
          words.say(language, "files.refused.line"),
          words.say(language, "files.refused.reason"),
          words.say(language, "files.refused.cure"),
          words.say(language, "files.refused.excerpt"));
      for (var refusal : refused) {
        csv.writeRecord(
            Long.toString(refusal.line()),
            reason(language, refusal),
            cure(language, refusal),
            FORMULA.matcher(refusal.excerpt()).find()
                ? "'" + refusal.excerpt()
                : refusal.excerpt());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// What came of it in one sentence.
  String sentence(Language language, ImportOutcome outcome) {
    return switch (outcome) {
      case Applied(var id, var _) -> words.say(language, "files.outcome.applied", id);
      case Tried _ -> words.say(language, "files.outcome.tried");
      case NothingNew(var report) ->
          words.say(
              language,
              report.counts().refused() > 0 ? "files.outcome.none" : "files.outcome.nothing");
      case HeldBack _ -> words.say(language, "files.outcome.held");
      case Unreadable _ -> words.say(language, "files.outcome.unreadable");
      case Busy _ -> words.say(language, "files.outcome.busy");
    };
  }

  /// What came of taking one back.
  String undoing(Language language, Undoing undoing) {
    return switch (undoing) {
      case Undoing.Undone(var what) ->
          words.say(language, "files.undone", what.id(), what.fileName());
      case Undoing.StoodUpon(var what) ->
          words.say(language, "files.stood", what.id(), what.fileName());
      case Undoing.ScoresStand(var what, var scores) ->
          words.say(language, "files.scores_stand", what.id(), what.fileName(), scores);
      case Undoing.NothingToUndo _ -> words.say(language, "files.nothing_to_undo");
      case Undoing.Busy _ -> words.say(language, "files.outcome.busy");
    };
  }

  /// The whole report in plain text.
  List<String> lines(Language language, String file, ImportOutcome outcome) {
    var lines = new ArrayList<String>();
    lines.add(file + " – " + sentence(language, outcome));
    switch (outcome) {
      case Applied(var _, var report) -> add(language, report, lines);
      case Tried(var report) -> add(language, report, lines);
      case NothingNew(var report) -> add(language, report, lines);
      case HeldBack(var report) -> add(language, report, lines);
      case Unreadable(var refusal) -> add(language, refusal, lines);
      case Busy _ -> {}
    }
    return lines;
  }

  private void add(Language language, ImportReport report, List<String> lines) {
    var counts = report.counts();
    lines.add(
        "  " + words.say(language, "files.format." + report.format()) + "; " + report.encoding());
    lines.add("  " + report.source() + " — " + report.licence());
    lines.add(
        "  "
            + words.say(
                language,
                "files.counts",
                counts.read(),
                counts.added(),
                counts.changed(),
                counts.gone(),
                counts.same(),
                counts.aside(),
                counts.refused()));
    for (var change : report.changes()) {
      lines.add(
          "  "
              + words.say(language, "files.change." + change.what())
              + " "
              + change.key()
              + " "
              + change.name());
      for (var field : change.fields()) {
        lines.add("    " + field.column() + " : " + field.before() + " → " + field.after());
      }
    }
    report.refused().stream().limit(SHOWN).forEach(refusal -> add(language, refusal, lines));
    if (counts.refused() > SHOWN) {
      lines.add("  " + words.say(language, "files.more_refused", counts.refused() - SHOWN));
    }
  }

  private void add(Language language, Refusal refusal, List<String> lines) {
    var where =
        refusal.line() == 0 ? "" : words.say(language, "files.line", refusal.line()) + " : ";
    lines.add("  " + where + reason(language, refusal) + " " + cure(language, refusal));
    if (!refusal.excerpt().isEmpty() && refusal.line() > 0) {
      lines.add("    « " + refusal.excerpt() + " »");
    }
  }
}
