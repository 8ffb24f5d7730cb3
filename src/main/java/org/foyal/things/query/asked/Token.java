package org.foyal.things.query.asked;

/// The smallest part of an option's text.
///
/// @param text the value of it: of a text without quotes, of a word as it stands
record Token(Kind kind, String text, int at) {
  enum Kind {
    WORD,
    TEXT,
    NUMBER,
    MOMENT,
    SPAN,
    DAY,
    HOUR,
    DURATION,
    SHAPE,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean word(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /// As whoever asked wrote it, for messages.
  String shown() {
    return kind == Kind.END
        ? "the end"
        : "« " + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + " »";
  }
}
