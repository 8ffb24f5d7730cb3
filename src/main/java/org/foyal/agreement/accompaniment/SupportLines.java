package org.foyal.agreement.accompaniment;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.foyal.agreement.Change.Kind;
import org.foyal.agreement.Day;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Source;
import org.foyal.agreement.Writer;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Says in the history what became of support: in the promise's that it helps to keep, else in the
/// agreement's.
@Component
class SupportLines {
  private static final int LONGEST = 2000;

  private final Signing signing;
  private final Words words;

  SupportLines(Signing signing, Words words) {
    this.signing = signing;
    this.words = words;
  }

  /// Says what it is and how far it is now.
  void stands(Writer by, Support support) {
    write(by, support, support, false);
  }

  /// Says what it is now and what was changed, old before new.
  void edited(Writer by, Support before, Support after) {
    boolean undone = before.progress().giverConfirmed() || before.progress().receiverConfirmed();
    write(by, before, after, undone);
  }

  private void write(Writer by, Support before, Support after, boolean undone) {
    var texts = new EnumMap<Language, String>(Language.class);
    for (var language : Language.values()) {
      texts.put(language, line(language, before, after, undone));
    }
    after
        .commitment()
        .ifPresentOrElse(
            promise -> signing.noteOfPromise(by, promise, Kind.SUPPORT, new Told(texts)),
            () -> signing.note(by, after.agreement(), Kind.SUPPORT, new Told(texts)));
  }

  private String line(Language language, Support before, Support after, boolean undone) {
    var state = words.say(language, after.progress().words());
    var line =
        new StringBuilder(
            words.say(language, "accompaniment.line", after.title().in(language), state));
    if (undone) {
      line.append(" · ").append(words.say(language, "accompaniment.unconfirmed"));
    }
    var old = shown(before, language);
    shown(after, language)
        .forEach((field, text) -> {
          if (!text.equals(old.get(field))) {
            line.append(" · ")
                .append(
                    words.say(
                        language,
                        "agreement.pair",
                        words.say(language, "agreement.field." + field),
                        old.get(field) + " → " + text));
          }
        });
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line.toString();
  }

  /// What a reader compares, by the field's name; a dash where nothing is known.
  private static Map<String, String> shown(Support support, Language language) {
    var shown = new LinkedHashMap<String, String>();
    shown.put("title", support.title().in(language));
    shown.put("planned", or(support.progress().planned().map(Day::typed)));
    shown.put("doneOn", or(Accompaniment.doneOn(support).map(Object::toString)));
    shown.put("hours", or(support.hours().map(SupportLines::number)));
    shown.put("value", or(support.value_cents().map(cents -> number(euros(cents)))));
    shown.put("next", or(support.nextStep().map(told -> told.in(language))));
    shown.put("sourceTitle", or(support.source().map(Source::title)));
    return shown;
  }

  private static String or(Optional<String> text) {
    return text.orElse("–");
  }

  /// A value in euros.
  static BigDecimal euros(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }

  /// A number as it is typed: « 12.5 ».
  static String number(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
