package org.foyal.shell.install;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/// The two steps of an installation that the program itself does: `unseal LIBRARIES`, then
/// `rehearse DATA` on a folder that `prepare` has made.
public final class InstallCommand {
  private InstallCommand() {}

  /// Whether a first argument is one of ours.
  public static boolean isOne(String word) {
    return word.equals("unseal") || word.equals("rehearse");
  }

  /// Does what the arguments say and returns the exit code: 0, or 1 after a sentence.
  ///
  /// @param house the program's class
  public static int run(Class<?> house, List<String> arguments, PrintStream out) {
    if (arguments.size() != 2) {
      out.println("Write: unseal LIBRARIES or rehearse DATA; ops/unpack does both.");
      return 1;
    }
    var folder = Path.of(arguments.getLast());
    try {
      if (arguments.getFirst().equals("unseal")) {
        out.println("Without their seal: " + String.join(", ", Seals.removeIn(folder)));
      } else {
        out.println("Rehearsed: " + Rehearsal.open(house, folder) + " answers.");
      }
      return 0;
    } catch (IOException e) {
      out.println("That did not work: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      out.println("It was interrupted.");
    }
    return 1;
  }
}
