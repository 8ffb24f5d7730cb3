package org.foyal.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Runs one [ConsoleCommand] instead of opening the house.
///
/// While Foyal runs on the data folder, the command joins its database; else it starts the database
/// for as long as it needs it.
public final class Console {
  /// Set to true while a command runs: the data folder may then be shared.
  public static final String MODE = "org.foyal.console";

  private Console() {}

  /// Whether the program was asked for a command: its first word is not an option.
  public static boolean isAsked(String... words) {
    return words.length > 0 && !words[0].startsWith("-");
  }

  /// Does what the words ask and returns the exit code. `--data FOLDER` and `--foyal.…=…` are the
  /// house's own, the rest is the command's.
  ///
  /// @param house the program's class
  public static int run(Class<?> house, List<String> words, PrintStream out, PrintStream err) {
    var settings = new ArrayList<String>();
    settings.add("--logging.level.org.foyal=warn"); // the command's own words are enough
    var rest = new ArrayList<String>();
    for (int i = 1; i < words.size(); i++) {
      var word = words.get(i);
      if (word.equals("--data") && i + 1 < words.size()) {
        i++;
        settings.removeIf(
            setting -> setting.startsWith("--foyal.shell.data=")); // the last one wins
        settings.add("--foyal.shell.data=" + words.get(i));
      } else if (word.matches("--(foyal|spring)\\..+=.*")) {
        settings.add(word);
      } else {
        rest.add(word);
      }
    }
    try (var context = program(house).run(settings.toArray(String[]::new))) {
      return find(context, words.getFirst()).run(rest, out);
    } catch (StartRefused refused) {
      err.println(refused.getMessage());
      err.println("What to do: " + refused.cure());
      return 2;
    }
  }

  private static SpringApplicationBuilder program(Class<?> house) {
    return new SpringApplicationBuilder(house)
        .web(WebApplicationType.NONE)
        .properties(
            Map.of(
                MODE,
                "true",
                "spring.main.lazy-initialization",
                "true",
                "logging.level.org.foyal",
                "warn"));
  }

  private static ConsoleCommand find(ConfigurableApplicationContext context, String word) {
    return context.getBeansOfType(ConsoleCommand.class).values().stream()
        .filter(command -> command.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new StartRefused(
                "Foyal has no command « " + word + " ».", "bin/help lists what can be asked."));
  }
}
