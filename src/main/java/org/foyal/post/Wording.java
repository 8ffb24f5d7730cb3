package org.foyal.post;

import java.util.Optional;
import org.foyal.post.Queueing.Reason;

/// What a letter may be made of. Pure rules: signs that steer a terminal, a mail header or the
/// direction of writing are refused, because they make a letter say what nobody wrote.
final class Wording {
  static final int LONGEST_SUBJECT = 200;
  static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_KEY = 200;

  private Wording() {}

  /// Why the words of this letter can't be carried, if so.
  static Optional<Reason> fault(Letter letter) {
    if (!isLine(letter.key(), LONGEST_KEY)) {
      return Optional.of(Reason.KEY);
    }
    if (!isLine(letter.subject(), LONGEST_SUBJECT)) {
      return Optional.of(Reason.SUBJECT);
    }
    if (letter.text().length() > LONGEST_TEXT) {
      return Optional.of(Reason.TOO_LONG);
    }
    return isText(letter.text()) ? Optional.empty() : Optional.of(Reason.TEXT);
  }

  private static boolean isLine(String line, int longest) {
    return !line.isBlank()
        && line.length() <= longest
        && line.codePoints().allMatch(Wording::isSign);
  }

  private static boolean isText(String text) {
    return !text.isBlank()
        && text.codePoints().allMatch(sign -> sign == '\n' || sign == '\t' || isSign(sign));
  }

  private static boolean isSign(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> !isSteering(sign);
    };
  }

  /// The marks, embeddings, overrides and isolates of the bidirectional algorithm, the byte order
  /// mark and the tag characters.
  private static boolean isSteering(int sign) {
    return sign == 0x061C
        || sign == 0x200E
        || sign == 0x200F
        || (sign >= 0x202A && sign <= 0x202E)
        || (sign >= 0x2066 && sign <= 0x2069)
        || sign == 0xFEFF
        || (sign >= 0xFFF9 && sign <= 0xFFFB)
        || (sign >= 0xE0000 && sign <= 0xE007F);
  }

  /// One line for people of what a mail server said.
  static String reason(String said) {
    var line = new StringBuilder();
    said.codePoints().limit(300).forEach(sign -> line.appendCodePoint(isSign(sign) ? sign : ' '));
    return line.toString().strip();
  }
}
