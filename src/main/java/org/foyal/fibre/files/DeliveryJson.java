package org.foyal.fibre.files;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.foyal.fibre.files.Delivered.Applied;
import org.foyal.fibre.files.Delivered.HeldBack;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Component;

/// What came of a delivery, as programs are told.
@Component
class DeliveryJson {
  private static final int SHOWN = 500;

  private final ReportWords words;

  DeliveryJson(ReportWords words) {
    this.words = words;
  }

  String sentence(Language language, Delivered delivered) {
    return words.sentence(language, delivered);
  }

  String sentence(Language language, Undoing undoing) {
    return words.undoing(language, undoing);
  }

  Map<String, Object> told(Language language, Delivered delivered) {
    var told = new LinkedHashMap<String, Object>();
    told.put("outcome", outcome(delivered));
    if (delivered instanceof Applied(var id, var _)) {
      told.put("delivery", id);
    }
    if (delivered instanceof HeldBack(var _, var hold)) {
      told.put("hold", hold.name().toLowerCase(Locale.ROOT));
    }
    if (delivered instanceof Delivered.Tried(var _, var hold) && hold.isPresent()) {
      told.put("hold", hold.get().name().toLowerCase(Locale.ROOT));
    }
    told.put("sentence", words.sentence(language, delivered));
    ReportWords.report(delivered).ifPresent(report -> add(language, report, told));
    return told;
  }

  private static String outcome(Delivered delivered) {
    return switch (delivered) {
      case Applied _ -> "applied";
      case Delivered.Tried _ -> "tried";
      case Delivered.NothingNew _ -> "nothing_new";
      case HeldBack _ -> "held_back";
      case Delivered.Unreadable _ -> "unreadable";
      case Delivered.Unfit _ -> "unfit";
      case Delivered.Busy _ -> "busy";
    };
  }

  private void add(Language language, Report report, Map<String, Object> told) {
    told.put("kind", report.layout().name());
    report.operator().ifPresent(operator -> told.put("operator", operator));
    told.put("as_of", report.asOf().toString());
    told.put("encoding", report.encoding());
    told.put("counts", counts(report.counts()));
    told.put("refused_by_reason", report.reasons());
    told.put(
        "refused",
        report.refused().stream()
            .limit(SHOWN)
            .map(one ->
                Map.of(
                    "line", one.line(),
                    "reason", one.reason(),
                    "words", words.reason(language, one),
                    "cure", words.cure(language, one),
                    "excerpt", one.excerpt()))
            .toList());
    told.put(
        "asked",
        report.asked().stream()
            .map(one ->
                Map.of(
                    "kind", one.kind(),
                    "ref", one.ref(),
                    "line", one.line(),
                    "held_back", one.holdsBack(),
                    "words", words.asked(language, one.reason(), one.arguments())))
            .toList());
  }

  private static Map<String, Object> counts(Report.Counts counts) {
    var all = new LinkedHashMap<String, Object>();
    all.put("read", counts.read());
    all.put("added", counts.added());
    all.put("changed", counts.changed());
    all.put("gone", counts.gone());
    all.put("same", counts.same());
    all.put("aside", counts.aside());
    all.put("questioned", counts.questioned());
    all.put("refused", counts.refused());
    all.put("cabinets", counts.cabinets());
    return all;
  }

  /// A delivery of the list.
  static Map<String, Object> told(Delivery one) {
    var told = new LinkedHashMap<String, Object>();
    told.put("delivery", one.id());
    told.put("kind", one.layout().name());
    told.put("file", one.fileName());
    told.put("as_of", one.asOf().toString());
    told.put("learned_at", one.learned().toString());
    told.put("by", one.by());
    told.put("counts", counts(one.counts()));
    told.put("example", one.example());
    one.undone().ifPresent(undone -> told.put("undone_at", undone.at().toString()));
    return told;
  }
}
