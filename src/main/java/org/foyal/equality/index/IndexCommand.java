package org.foyal.equality.index;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.foyal.equality.registry.Feeding;
import org.foyal.equality.registry.Refused;
import org.foyal.equality.registry.Registry;
import org.foyal.equality.registry.ValuesFile;
import org.foyal.shell.ConsoleCommand;
import org.foyal.shell.StartRefused;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// The engineer’s door: `bin/index` makes the index of tonight, makes all nights again, or brings a
/// file of values in.
@Component
class IndexCommand implements ConsoleCommand {
  private static final String USAGE = "bin/index make | verify | import FILE [--data var]";

  private final Indexing indexing;
  private final Feeding feeding;
  private final Registry registry;
  private final Words words;

  IndexCommand(Indexing indexing, Feeding feeding, Registry registry, Words words) {
    this.indexing = indexing;
    this.feeding = feeding;
    this.registry = registry;
    this.words = words;
  }

  @Override
  public String word() {
    return "index";
  }

  @Override
  public int run(List<String> asked, PrintStream out) {
    if (asked.equals(List.of("make"))) {
      feeding.feed();
      var made = indexing.make();
      out.println(
          words.say(ConsoleCommand.language(), "equality.index.made", made.areas(), made.scored()));
      return 0;
    }
    if (asked.equals(List.of("verify"))) {
      var found = indexing.verify();
      out.println(
          words.say(
              ConsoleCommand.language(),
              "equality.index.verified",
              found.runs(),
              found.different().size()));
      found.different().forEach(out::println);
      return found.different().isEmpty() ? 0 : 1;
    }
    if (asked.size() == 2 && asked.getFirst().equals("import")) {
      return bring(asked.getLast(), out);
    }
    throw new StartRefused("« " + String.join(" ", asked) + " » is not understood.", USAGE);
  }

  private int bring(String name, PrintStream out) {
    var language = ConsoleCommand.language();
    try {
      var read = ValuesFile.of(ConsoleCommand.file(name, USAGE));
      var kept = registry.keep(read.readings());
      out.println(
          words.say(
              language, "equality.index.brought", kept.added(), kept.corrected(), kept.same()));
      var refused = new ArrayList<Refused>(read.refused());
      refused.addAll(kept.refused());
      for (var one : refused) {
        out.println(
            words.say(language, "equality.index.refused", Integer.toString(one.line()))
                + " "
                + words.say(language, one.reason().words())
                + " ("
                + one.detail()
                + ")");
      }
      return refused.isEmpty() ? 0 : 1;
    } catch (IOException unreadable) {
      throw new StartRefused("The file " + name + " can't be read.", "Check its rights.");
    }
  }
}
