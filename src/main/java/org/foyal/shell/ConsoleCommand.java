package org.foyal.shell;

import java.io.PrintStream;
import java.util.List;

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
}
