package org.foyal.fibre.files;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.foyal.fibre.files.reading.Projection;
import org.foyal.people.Actor;
import org.foyal.shell.ConsoleCommand;
import org.foyal.shell.StartRefused;
import org.foyal.shell.language.Plain;
import org.foyal.territory.TerritorySettings;
import org.springframework.stereotype.Component;

/// The engineer's door: `bin/import --fibre` brings fibre files in, tries them, or takes a delivery
/// back.
@Component
class FibreCommand implements ConsoleCommand {
  private static final String USAGE =
      "bin/import --fibre FILE… [--dry-run] [--complete [--gone NUMBER]] [--operator CODE]"
          + " [--as-of YYYY-MM-DD] [--projection EPSG:…] [--commune CODES] [--example] [--data var],"
          + " or bin/import --fibre --undo NUMBER [--data var]";

  private final FibreFiles files;
  private final TerritorySettings settings;
  private final ReportWords words;

  FibreCommand(FibreFiles files, TerritorySettings settings, ReportWords words) {
    this.files = files;
    this.settings = settings;
    this.words = words;
  }

  @Override
  public String word() {
    return "fibre";
  }

  /// What was asked, word by word.
  private static final class Asked {
    private final List<Path> files = new ArrayList<>();
    private final Set<String> communes = new TreeSet<>();
    private boolean dryRun;
    private boolean complete;
    private boolean example;
    private OptionalLong gone = OptionalLong.empty();
    private OptionalLong undo = OptionalLong.empty();
    private Optional<String> operator = Optional.empty();
    private Optional<java.time.LocalDate> asOf = Optional.empty();
    private Optional<Projection> projection = Optional.empty();

    private Asked(List<String> words) {
      var rest = new ArrayList<>(words);
      while (!rest.isEmpty()) {
        var word = rest.removeFirst();
        switch (word) {
          case "--dry-run" -> dryRun = true;
          case "--complete" -> complete = true;
          case "--example" -> example = true;
          case "--gone" -> gone = number(word, rest);
          case "--undo" -> undo = number(word, rest);
          case "--operator" -> operator = Optional.of(ConsoleCommand.value(word, rest, USAGE));
          case "--as-of" -> asOf = known(word, Plain.day(ConsoleCommand.value(word, rest, USAGE)));
          case "--projection" ->
              projection = known(word, Projection.find(ConsoleCommand.value(word, rest, USAGE)));
          case "--commune" ->
              communes.addAll(List.of(ConsoleCommand.value(word, rest, USAGE).split("[, ]+")));
          default -> files.add(ConsoleCommand.file(word, USAGE));
        }
      }
      if (undo.isPresent() != files.isEmpty()) {
        throw new StartRefused("Name the files to bring in, or --undo, not both.", USAGE);
      }
    }

    private static OptionalLong number(String word, List<String> rest) {
      var value = ConsoleCommand.value(word, rest, USAGE);
      if (!value.matches("\\d{1,15}")) {
        throw new StartRefused(word + " needs a number.", USAGE);
      }
      return OptionalLong.of(Long.parseLong(value));
    }

    private static <T> Optional<T> known(String word, Optional<T> value) {
      if (value.isEmpty()) {
        throw new StartRefused(word + " has a value that is not known.", USAGE);
      }
      return value;
    }

    private FileOrder order(Path file, Set<String> some) {
      return new FileOrder(
          file,
          String.valueOf(file.getFileName()),
          new FileOrder.Terms(operator, asOf, projection, Optional.empty(), example),
          some,
          complete,
          gone,
          dryRun);
    }
  }

  @Override
  public int run(List<String> said, PrintStream out) {
    var asked = new Asked(said);
    var language = ConsoleCommand.language();
    if (asked.undo.isPresent()) {
      var undoing = files.undo(asked.undo.getAsLong(), Optional.empty(), Actor.CONSOLE);
      out.println(words.undoing(language, undoing));
      return undoing instanceof Undoing.Undone ? 0 : 1;
    }
    var communes = new TreeSet<>(asked.communes);
    if (communes.isEmpty() && !settings.commune().isEmpty()) {
      communes.add(settings.commune());
    }
    int code = 0;
    for (var file : asked.files) {
      var delivered = files.bring(asked.order(file, communes), Actor.CONSOLE);
      words.lines(language, String.valueOf(file.getFileName()), delivered).forEach(out::println);
      code = Math.max(code, code(delivered));
    }
    return code;
  }

  private static int code(Delivered delivered) {
    return switch (delivered) {
      case Delivered.Applied(var _, var report) -> report.counts().refused() > 0 ? 1 : 0;
      case Delivered.NothingNew(var report) -> report.counts().refused() > 0 ? 1 : 0;
      case Delivered.Tried(var report, var hold) ->
          report.counts().refused() > 0 || hold.isPresent() ? 1 : 0;
      case Delivered.HeldBack _, Delivered.Unreadable _, Delivered.Unfit _, Delivered.Busy _ -> 1;
    };
  }
}
