package org.foyal.requests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.Question.Delay;
import org.foyal.kernel.Position;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;

/// A category of its own, and reports in it, through the room's façades.
public record Filed(Requests requests, Categories categories, String category) {
  public static Filed in(Requests requests, Categories categories) {
    var code = "f" + UUID.randomUUID().toString().substring(0, 8);
    categories.add(
        Actor.CONSOLE,
        new Category(
            code,
            Told.inFrench("Rues"),
            Told.inFrench("Trou " + code),
            "",
            Optional.empty(),
            new Delay(5, false, Silence.NOTHING),
            0,
            true,
            false,
            1));
    return new Filed(requests, categories, code);
  }

  /// A report that was filed, with the code that opens its case.
  public record Keys(Reference reference, String code) {}

  public Keys report(String words, Optional<Position> where) {
    return file(words, where, false);
  }

  /// A report that a demonstration invented.
  public Keys example(String words) {
    return file(words, Optional.empty(), true);
  }

  private Keys file(String words, Optional<Position> where, boolean example) {
    var draft =
        new Draft(
            UUID.randomUUID(),
            category,
            where,
            "devant l’école",
            words,
            Map.of(),
            List.of(),
            Channel.WEB,
            Asker.unknown(Language.FR),
            null,
            example,
            Optional.empty());
    if (requests.file(draft) instanceof Filing.Filed(var opened, String code, boolean _)) {
      return new Keys(opened.reference(), code);
    }
    throw new AssertionError("it was not filed");
  }

  public Keys report(String words) {
    return report(words, Optional.empty());
  }
}
