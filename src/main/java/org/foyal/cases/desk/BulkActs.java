package org.foyal.cases.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Moving;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Does one thing with several cases, each by itself: what somebody else changed in the meantime is
/// told, the others go through.
@Component
class BulkActs {
  /// So many at once.
  static final int MOST = 50;

  private final CaseWork work;
  private final DeskActs acts;

  BulkActs(CaseWork work, DeskActs acts) {
    this.work = work;
    this.acts = acts;
  }

  /// What is done with them.
  enum Act {
    /// Whoever does it looks after them.
    ASSIGN,
    /// Another agent looks after them.
    GIVE,
    /// Another department has them.
    HAND_OVER,
    /// Somebody works on them.
    UNDER_WAY;

    /// As a form names it.
    static Optional<Act> read(@Nullable String typed) {
      return Stream.of(values()).filter(act -> act.name().equals(typed)).findFirst();
    }
  }

  /// A case that was ticked.
  ///
  /// @param version as it stood on the page
  record Pick(Reference reference, int version) {
    /// As the form carries it.
    @Override
    public String toString() {
      return reference.signs() + "." + version;
    }

    private static Stream<Pick> read(String typed) {
      var parts = typed.split("\\.", 2);
      return parts.length == 2 && parts[1].matches("\\d{1,9}")
          ? Reference.read(parts[0]).stream()
              .map(reference -> new Pick(reference, Integer.parseInt(parts[1])))
          : Stream.empty();
    }

    /// Those of a form, each case once.
    static List<Pick> read(List<String> typed) {
      var picks = new LinkedHashMap<Reference, Pick>();
      typed.stream()
          .limit(2L * MOST)
          .flatMap(Pick::read)
          .forEach(pick -> picks.putIfAbsent(pick.reference(), pick));
      return List.copyOf(picks.values());
    }
  }

  /// What may not be.
  record Refusal(Reference reference, String problem) {}

  /// What came of it.
  record Outcome(int done, List<Reference> overtaken, List<Refusal> refused) {}

  /// @param to the code of a department, or the number of an agent's account
  Outcome all(Actor by, Act act, String to, List<Pick> picks) {
    int done = 0;
    var overtaken = new ArrayList<Reference>();
    var refused = new ArrayList<Refusal>();
    for (var pick : picks) {
      switch (one(by, act, to, pick)) {
        case Moving.Moved(var _) -> done++;
        case Moving.Overtaken(var now) -> overtaken.add(now.reference());
        case Moving.Refused(String _, String problem) ->
            refused.add(new Refusal(pick.reference(), problem));
        case Moving.NotThere() ->
            refused.add(new Refusal(pick.reference(), "cases.problem.not-there"));
      }
    }
    return new Outcome(done, overtaken, refused);
  }

  private Moving one(Actor by, Act act, String to, Pick pick) {
    return switch (act) {
      case ASSIGN -> work.assign(by, pick.reference(), pick.version(), true);
      case GIVE -> acts.giveTo(by, pick.reference(), pick.version(), to);
      case HAND_OVER -> acts.handOver(by, pick.reference(), pick.version(), to, "");
      case UNDER_WAY ->
          acts.move(by, pick.reference(), pick.version(), State.UNDER_WAY, Optional.empty(), "");
    };
  }
}
