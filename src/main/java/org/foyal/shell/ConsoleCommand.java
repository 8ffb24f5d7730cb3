package org.foyal.shell;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.foyal.shell.language.Language;

/// Something that the city's engineer asks of the house at the console, `bin/import` for example; a
/// bean of the room that does it. The house is not opened to the street meanwhile.
public interface ConsoleCommand {
  /// The first word after the program's name.
  String word();

  /// Does what the words say, and answers the exit code: 0 when all of it was done.
  ///
  /// @param out where the report goes, in plain text
  /// @throws StartRefused when the words are not understood, with how to write them
  int run(List<String> words, PrintStream out);

  /// The value that follows a word, which is taken from the rest.
  ///
  /// @param usage how to write it
  static String value(String word, List<String> rest, String usage) {
    if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
      throw new StartRefused(word + " needs a value.", usage);
    }
    return rest.removeFirst();
  }

  /// A file that is there to be read.
  ///
  /// @param usage how to write it, where the word is none of the command's
  static Path file(String word, String usage) {
    if (word.startsWith("--")) {
      throw new StartRefused("« " + word + " » is not understood.", usage);
    }
    var path = Path.of(word);
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new StartRefused("There is no readable file " + word + ".", "Check its name.");
    }
    return path;
  }

  /// The console speaks English, as its verbs do, unless the machine speaks French.
  static Language language() {
    return Locale.getDefault().getLanguage().equals("fr") ? Language.FR : Language.EN;
  }
}
