package org.foyal.learning.enrolment.counter;

import java.util.Locale;
import java.util.stream.Stream;
import org.foyal.learning.enrolment.Acting;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Attendance.Answer;
import org.foyal.learning.enrolment.Participation;
import org.foyal.people.Actor;
import org.jspecify.annotations.Nullable;

/// What the desk writes down for somebody, by the button that was pressed.
final class Written {
  private static final String DESK = "learning.enrolment.desk.";

  private Written() {}

  /// Writes an answer down.
  ///
  /// @param typed `told`, `accept`, `decline` or `confirm`; anything else does nothing
  /// @return the key of the words that say what was done, or why not
  static String down(Attendance attendance, Actor by, Participation place, @Nullable String typed) {
    var answer =
        Stream.of(Answer.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(typed))
            .findFirst();
    if (answer.isEmpty()) {
      return "";
    }
    return switch (attendance.answer(by, place.id(), answer.get())) {
      case Acting.Done _ -> DESK + "done." + typed;
      case Acting.Not(var _, String problem) ->
          DESK + "not." + problem.substring(problem.lastIndexOf('.') + 1);
      case Acting.NotThere() -> DESK + "not.over";
    };
  }

  static boolean isProblem(String key) {
    return key.startsWith(DESK + "not.");
  }
}
