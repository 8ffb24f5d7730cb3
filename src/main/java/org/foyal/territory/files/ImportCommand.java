package org.foyal.territory.files;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.foyal.shell.ConsoleCommand;
import org.foyal.shell.StartRefused;
import org.foyal.territory.TerritorySettings;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.foyal.territory.files.ImportOutcome.HeldBack;
import org.foyal.territory.files.ImportOutcome.Unreadable;
import org.springframework.stereotype.Component;

/// The engineer's door: `bin/import` brings files in, tries them, or takes the last import back.
@Component
class ImportCommand implements ConsoleCommand {
  private static final String USAGE =
      "bin/import FILE… [--dry-run] [--all-or-nothing] [--complete] [--commune CODES] [--source"
          + " WORDS] [--licence WORDS] [--period YEAR] [--data var], or bin/import --undo [--data var]";

  private final TerritoryFiles files;
  private final TerritorySettings settings;
  private final ReportText text;

  ImportCommand(TerritoryFiles files, TerritorySettings settings, ReportText text) {
    this.files = files;
    this.settings = settings;
    this.text = text;
  }

  @Override
  public String word() {
    return "import";
  }

  /// What was asked, word by word.
  private static final class Asked {
    private final List<Path> files = new ArrayList<>();
    private final Set<String> communes = new TreeSet<>();
    private boolean dryRun;
    private boolean allOrNothing;
    private boolean complete;
    private boolean undo;
    private String source = "";
    private String licence = "";
    private String period = "";

    private Asked(List<String> words) {
      var rest = new ArrayList<>(words);
      while (!rest.isEmpty()) {
        var word = rest.removeFirst();
        switch (word) {
          case "--dry-run" -> dryRun = true;
          case "--all-or-nothing" -> allOrNothing = true;
          case "--complete" -> complete = true;
          case "--undo" -> undo = true;
          case "--source" -> source = ConsoleCommand.value(word, rest, USAGE);
          case "--licence" -> licence = ConsoleCommand.value(word, rest, USAGE);
          case "--period" -> period = ConsoleCommand.value(word, rest, USAGE);
          case "--commune" ->
              communes.addAll(List.of(ConsoleCommand.value(word, rest, USAGE).split("[, ]+")));
          default -> files.add(ConsoleCommand.file(word, USAGE));
        }
      }
      if (undo != files.isEmpty()) {
        throw new StartRefused("Name the files to bring in, or --undo, not both.", USAGE);
      }
    }

    private ImportOrder order(Path file, Set<String> asked) {
      return new ImportOrder(
          file,
          String.valueOf(file.getFileName()),
          "bin/import (" + System.getProperty("user.name", "?") + ")",
          source,
          licence,
          period,
          asked,
          !allOrNothing,
          complete,
          dryRun);
    }
  }

  @Override
  public int run(List<String> words, PrintStream out) {
    var asked = new Asked(words);
    var language = ConsoleCommand.language();
    if (asked.undo) {
      var undoing = files.undoLast("bin/import");
      out.println(text.undoing(language, undoing));
      return undoing instanceof Undoing.Undone ? 0 : 1;
    }
    var communes = new TreeSet<>(asked.communes);
    if (communes.isEmpty() && !settings.commune().isEmpty()) {
      communes.add(settings.commune());
    }
    int code = 0;
    for (var file : asked.files) {
      var outcome = files.bring(asked.order(file, communes));
      text.lines(language, String.valueOf(file.getFileName()), outcome).forEach(out::println);
      code = Math.max(code, code(outcome));
    }
    return code;
  }

  private static int code(ImportOutcome outcome) {
    return switch (outcome) {
      case Applied(var _, var report) -> report.counts().refused() > 0 ? 1 : 0;
      case ImportOutcome.Tried(var report) -> report.counts().refused() > 0 ? 1 : 0;
      case ImportOutcome.NothingNew(var report) -> report.counts().refused() > 0 ? 1 : 0;
      case HeldBack _, Unreadable _, ImportOutcome.Busy _ -> 1;
    };
  }
}
