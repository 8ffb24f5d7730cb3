package org.foyal.innovation.applying;

import java.util.List;
import java.util.stream.Collectors;
import org.foyal.innovation.voice.Voice;

/// A rule of a call, and whether an application meets it.
///
/// @param names keys of words that its sentence lists
/// @param numbers what its sentence says
public record Rule(Kind kind, Verdict verdict, List<String> names, List<Integer> numbers) {
  /// Keeps what the sentence says as it is.
  public Rule {
    names = List.copyOf(names);
    numbers = List.copyOf(numbers);
  }

  /// What a rule is about.
  public enum Kind {
    /// Who holds the project.
    HOLDER,
    /// Where they are.
    ORIGIN,
    /// At least so old.
    YOUNGEST,
    /// At most so old.
    OLDEST,
    /// The number of a register.
    REGISTRATION,
    /// At most so many euros.
    EUROS,
    /// A name, and a way to be reached.
    CONTACT,
    /// A title and a summary.
    PROJECT,
    /// Each question has its answer.
    ANSWERS
  }

  /// Whether it is met.
  public enum Verdict {
    /// It is.
    MET,
    /// It is not.
    UNMET,
    /// Nobody has said yet.
    MISSING;

    /// The key of its name.
    public String words() {
      return "innovation.verdict." + name();
    }
  }

  /// Whether it is met.
  public boolean met() {
    return verdict == Verdict.MET;
  }

  /// The rule in plain words.
  public String sentence(Voice voice) {
    var listed = names.stream().map(voice::say).collect(Collectors.joining(", "));
    var first = numbers.isEmpty() ? (Object) listed : numbers.getFirst();
    return kind == Kind.EUROS
        ? voice.say("innovation.rule.EUROS", voice.euros(numbers.getFirst()))
        : voice.say(
            "innovation.rule." + kind.name(), first, numbers.size() > 1 ? numbers.get(1) : 0);
  }
}
