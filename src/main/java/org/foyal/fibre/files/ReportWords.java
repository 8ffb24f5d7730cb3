package org.foyal.fibre.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.files.Delivered.Applied;
import org.foyal.fibre.files.Delivered.Busy;
import org.foyal.fibre.files.Delivered.HeldBack;
import org.foyal.fibre.files.Delivered.NothingNew;
import org.foyal.fibre.files.Delivered.Tried;
import org.foyal.fibre.files.Delivered.Unfit;
import org.foyal.fibre.files.Delivered.Unreadable;
import org.foyal.fibre.files.reading.Row.Refused;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Says what came of a delivery in words: the console, the pages, the table of refused rows and the
/// programs of operators are told the same.
@Component
class ReportWords {
  private static final int SHOWN = 20;

  private final Words words;

  ReportWords(Words words) {
    this.words = words;
  }

  /// Why a row was refused.
  String reason(Language language, Refused refused) {
    return say(language, refused.reason(), refused.arguments());
  }

  /// What to do about it.
  String cure(Language language, Refused refused) {
    return say(language, refused.reason() + ".cure", refused.arguments());
  }

  /// A reason in few words, for a list of counts.
  String briefly(Language language, String reason) {
    var key = "fibre.files.short." + reason.replaceFirst(".*\\.", "");
    return words.say(language, words.has(language, key) ? key : "fibre.files.short.OTHER");
  }

  /// What the operator is asked; states stand in the words of the standard.
  String asked(Language language, String reason, List<String> arguments) {
    return say(language, reason, arguments.stream().map(ReportWords::standard).toList());
  }

  private static String standard(String word) {
    for (var state : BuildingState.values()) {
      if (state.name().equals(word)) {
        return state.standard();
      }
    }
    return word;
  }

  /// Patterns may speak of more than an older refusal has kept.
  private String say(Language language, String key, List<String> told) {
    var arguments = new ArrayList<Object>(told);
    while (arguments.size() < 3) {
      arguments.add("");
    }
    return words.say(language, key, arguments.toArray());
  }

  /// What came of it in one sentence.
  String sentence(Language language, Delivered delivered) {
    return switch (delivered) {
      case Applied(var id, var _) -> words.say(language, "fibre.files.outcome.applied", id);
      case Tried(var report, var hold) ->
          hold.isEmpty()
              ? words.say(language, "fibre.files.outcome.tried")
              : hold(language, hold.get(), report);
      case NothingNew(var report) -> nothing(language, report.counts());
      case HeldBack(var report, var hold) -> hold(language, hold, report);
      case Unreadable(var refused) -> reason(language, refused) + " " + cure(language, refused);
      case Unfit(var cause, var arguments) -> say(language, cause.words(), arguments);
      case Busy _ -> words.say(language, "fibre.files.outcome.busy");
    };
  }

  /// Only a file of which every row stands already is all there.
  private String nothing(Language language, Report.Counts counts) {
    return counts.same() == counts.read()
        ? words.say(language, "fibre.files.outcome.nothing")
        : words.say(
            language,
            "fibre.files.outcome.nothing-new",
            counts.same(),
            counts.aside(),
            counts.refused(),
            counts.questioned());
  }

  private String hold(Language language, Delivered.Hold hold, Report report) {
    return words.say(language, hold.words(), report.counts().gone());
  }

  /// What came of taking one back.
  String undoing(Language language, Undoing undoing) {
    return switch (undoing) {
      case Undoing.Undone(var what) ->
          words.say(language, "fibre.files.undone", what.id(), what.fileName());
      case Undoing.StoodUpon(var what, var later) ->
          later == 0
              ? words.say(language, "fibre.files.stood-by-hand", what.id())
              : words.say(language, "fibre.files.stood", what.id(), later);
      case Undoing.NothingToUndo _ -> words.say(language, "fibre.files.nothing-to-undo");
      case Undoing.NotYours _ -> words.say(language, "fibre.files.not-yours");
      case Undoing.Busy _ -> words.say(language, "fibre.files.outcome.busy");
    };
  }

  /// The refused rows as a table that spreadsheets open; no cell can be taken for a formula.
  String table(Language language, List<Refused> refused) {
    var text = new StringWriter();
    text.append('\uFEFF');
    try (var csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
      csv.writeRecord(
          words.say(language, "fibre.files.line"),
          words.say(language, "fibre.files.why"),
          words.say(language, "fibre.files.cure"),
          words.say(language, "fibre.files.excerpt"));
      for (var one : refused) {
        csv.writeRecord(
            Long.toString(one.line()),
            reason(language, one),
            cure(language, one),
            Plain.cell(one.excerpt()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /// The whole report in plain text.
  List<String> lines(Language language, String file, Delivered delivered) {
    var lines = new ArrayList<String>();
    lines.add(file + " – " + sentence(language, delivered));
    report(delivered).ifPresent(report -> add(language, report, lines));
    return lines;
  }

  /// The report of what could be read.
  static Optional<Report> report(Delivered delivered) {
    return switch (delivered) {
      case Applied(var _, var report) -> Optional.of(report);
      case Tried(var report, var _) -> Optional.of(report);
      case NothingNew(var report) -> Optional.of(report);
      case HeldBack(var report, var _) -> Optional.of(report);
      case Unreadable _, Unfit _, Busy _ -> Optional.empty();
    };
  }

  private void add(Language language, Report report, List<String> lines) {
    var layout = words.say(language, "fibre.files.layout." + report.layout());
    var operator = report.operator().map(code -> code + "; ").orElse("");
    lines.add("  " + layout + "; " + report.encoding() + "; " + operator + report.asOf());
    report
        .counts()
        .told()
        .forEach((what, count) ->
            lines.add("  " + words.say(language, "fibre.files.count." + what) + ": " + count));
    report.reasons().forEach((reason, count) -> lines.add("  " + counted(language, reason, count)));
    report.refused().stream()
        .limit(SHOWN)
        .forEach(refused -> lines.add("  " + line(language, refused)));
    report.asked().stream().limit(SHOWN).forEach(one -> lines.add("  " + line(language, one)));
  }

  private String counted(Language language, String reason, long count) {
    return words.say(language, "fibre.files.reason-count", count, briefly(language, reason));
  }

  private String line(Language language, Refused refused) {
    var where = words.say(language, "fibre.files.line") + " " + refused.line() + ": ";
    return where + reason(language, refused) + " " + cure(language, refused);
  }

  private String line(Language language, Report.Asked one) {
    var about = words.say(language, "fibre.files.asks") + " " + one.ref() + ": ";
    return about + asked(language, one.reason(), one.arguments());
  }
}
