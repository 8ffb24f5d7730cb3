package org.foyal.territory.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads text the way people mean it: without accents, case, hyphens, apostrophes or signs.
final class Wording {
  /// The longest text that is read; whatever follows is left out.
  static final int MOST_LETTERS = 200;

  /// Most words that are read, and the letters of each: a name never has more.
  static final int MOST_WORDS = 12;

  private static final int MOST_LETTERS_OF_A_WORD = 40;

  private static final Pattern INITIALS =
      Pattern.compile("(\\p{L}\\.){2,}\\p{L}?|\\p{L}(\\.\\p{L})+");

  private Wording() {}

  /// The words of a text in order: lower-case letters and digits, at most [#MOST_WORDS] of them.
  static List<String> words(String text) {
    var kept = text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) : text;
    var words = split(fold(kept));
    return words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words;
  }

  /// The words of a name as it is kept: articles left out, abbreviations written in full.
  static List<String> ofName(String name) {
    var words = new ArrayList<String>();
    for (var word : words(name)) {
      var meanings = Abbreviations.meanings(word);
      words.add(meanings.isEmpty() || word.length() == 1 ? word : meanings.getFirst());
    }
    var telling = words.stream().filter(word -> !Abbreviations.isArticle(word)).toList();
    return telling.isEmpty() ? List.copyOf(words) : telling;
  }

  /// Lower case without accents; every sign becomes a space, except a dot, which [#split] judges.
  private static String fold(String text) {
    var numbered = text.replace("n°", " ").replace("N°", " ").replace("nº", " ").replace("№", " ");
    var plain = Normalizer.normalize(numbered, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    var folded = new StringBuilder(plain.length());
    plain
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case 'œ' -> folded.append("oe");
            case 'æ' -> folded.append("ae");
            case 'ø' -> folded.append('o');
            case 'ß' -> folded.append("ss");
            case '.' -> folded.append('.');
            default -> keep(c, folded);
          }
        });
    return folded.toString();
  }

  private static void keep(int c, StringBuilder folded) {
    int type = Character.getType(c);
    if (Character.isLetterOrDigit(c)) {
      folded.appendCodePoint(c);
    } else if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
      folded.append(' ');
    }
  }

  /// A dot parts words, except between single letters: « T.S.F. » is one word.
  private static List<String> split(String folded) {
    var words = new ArrayList<String>();
    for (var piece : folded.split(" +", -1)) {
      if (INITIALS.matcher(piece).matches()) {
        add(piece.replace(".", ""), words);
      } else {
        for (var word : piece.split("\\.+", -1)) {
          add(word, words);
        }
      }
    }
    return words;
  }

  private static void add(String word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(
          word.length() > MOST_LETTERS_OF_A_WORD
              ? word.substring(0, MOST_LETTERS_OF_A_WORD)
              : word);
    }
  }
}
