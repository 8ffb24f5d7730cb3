package org.foyal.things.query.asked;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.foyal.things.query.asked.Token.Kind;

/// The text of an option as its smallest parts, read from the left.
final class Tokens {
  /// The sign of an offset may have come as a space: « + » means a space in a query.
  private static final String TIME =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:Z|z|[+ -]\\d\\d(?::?\\d\\d)?)?";

  private static final Pattern SPAN = Pattern.compile(TIME + "/" + TIME);
  private static final Pattern MOMENT = Pattern.compile(TIME);
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d(?![\\dT])");
  private static final Pattern HOUR = Pattern.compile("\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,9})?)?");
  private static final Pattern NUMBER =
      Pattern.compile("\\d{1,40}(?:\\.\\d{1,40})?(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern WORD =
      Pattern.compile("[\\p{L}_$@][\\p{L}\\p{N}_.$@]*(?:-[\\p{L}\\p{N}_.]+)*");
  private static final String SIGNS = "(),/:;=-[]*";

  private final String text;
  private final List<Token> tokens;
  private int next;

  private Tokens(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  static Tokens of(String option, String text, Limits limits) {
    if (text.length() > limits.length()) {
      throw new NotUnderstood(
          option + " is longer than " + limits.length() + " characters: ask for less at once.");
    }
    var tokens = new ArrayList<Token>();
    int at = 0;
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        tokens.add(new Token(Kind.END, "", at));
        return new Tokens(text, tokens);
      }
      at = read(text, at, tokens);
    }
  }

  private static int read(String text, int at, List<Token> tokens) {
    char first = text.charAt(at);
    if (first == '\'') {
      return quoted(text, at, Kind.TEXT, at, tokens);
    }
    if (SIGNS.indexOf(first) >= 0) {
      tokens.add(new Token(Kind.SIGN, String.valueOf(first), at));
      return at + 1;
    }
    if (first >= '0' && first <= '9') {
      return numeric(text, at, tokens);
    }
    var word = WORD.matcher(text).region(at, text.length());
    if (!word.lookingAt()) {
      throw NotUnderstood.at(at, "« " + first + " » means nothing here");
    }
    int end = word.end();
    if (end < text.length() && text.charAt(end) == '\'') {
      return switch (word.group()) {
        case "geography", "geometry" -> quoted(text, end, Kind.SHAPE, at, tokens);
        case "duration" -> quoted(text, end, Kind.DURATION, at, tokens);
        default ->
            throw NotUnderstood.at(
                at, "before a quote stand geography, geometry or duration, or nothing");
      };
    }
    tokens.add(new Token(Kind.WORD, word.group(), at));
    return end;
  }

  private static int numeric(String text, int at, List<Token> tokens) {
    record Form(Kind kind, Pattern pattern) {}
    var forms =
        List.of(
            new Form(Kind.SPAN, SPAN),
            new Form(Kind.MOMENT, MOMENT),
            new Form(Kind.DAY, DAY),
            new Form(Kind.HOUR, HOUR),
            new Form(Kind.NUMBER, NUMBER));
    for (var form : forms) {
      var found = form.pattern.matcher(text).region(at, text.length());
      if (found.lookingAt()) {
        tokens.add(new Token(form.kind, found.group(), at));
        return found.end();
      }
    }
    throw NotUnderstood.at(at, "a number or a time begins here that can't be read");
  }

  /// A quote within is written twice.
  private static int quoted(String text, int quote, Kind kind, int start, List<Token> tokens) {
    var value = new StringBuilder();
    for (int at = quote + 1; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one != '\'') {
        value.append(one);
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
        value.append(one);
        at++;
      } else {
        tokens.add(new Token(kind, value.toString(), start));
        return at + 1;
      }
    }
    throw NotUnderstood.at(quote, "the quote that opens here is never closed");
  }

  /// What stands from a position on to where reading has come.
  String since(int at) {
    return text.substring(at, peek().at()).strip();
  }

  Token peek() {
    return tokens.get(next);
  }

  Token peekSecond() {
    return tokens.get(Math.min(next + 1, tokens.size() - 1));
  }

  Token take() {
    var token = tokens.get(next);
    if (next < tokens.size() - 1) {
      next++;
    }
    return token;
  }

  boolean takeSign(String sign) {
    boolean there = peek().is(sign);
    if (there) {
      take();
    }
    return there;
  }

  boolean takeWord(String word) {
    boolean there = peek().word(word);
    if (there) {
      take();
    }
    return there;
  }

  void expectSign(String sign) {
    if (!takeSign(sign)) {
      throw NotUnderstood.at(
          peek().at(), "« " + sign + " » is expected rather than " + peek().shown());
    }
  }

  Token expectWord(String what) {
    if (peek().kind() != Kind.WORD) {
      throw NotUnderstood.at(peek().at(), what + " is expected rather than " + peek().shown());
    }
    return take();
  }

  void expectEnd() {
    if (peek().kind() != Kind.END) {
      throw NotUnderstood.at(peek().at(), peek().shown() + " is one word too many");
    }
  }
}
