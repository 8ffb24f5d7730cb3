package org.foyal.participation.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.participation.answers.Answer.Author;
import org.foyal.participation.answers.Reply.Promised;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// An answer as typed.
///
/// @param seen how many answers stood there
/// @param act `preview`, `publish`, or nothing
record AnswerForm(
    @Nullable String form,
    @Nullable String seen,
    @Nullable String act,
    @Nullable String words,
    @Nullable String author,
    @Nullable String what1,
    @Nullable String due1,
    @Nullable String what2,
    @Nullable String due2,
    @Nullable String what3,
    @Nullable String due3) {
  static AnswerForm fresh(int seen) {
    var name = UUID.randomUUID().toString();
    return new AnswerForm(name, Integer.toString(seen), "", "", "", "", "", "", "", "", "");
  }

  /// The same, written by somebody who has seen so many answers.
  AnswerForm seeing(int answers) {
    var now = Integer.toString(answers);
    return new AnswerForm(form, now, "", words, author, what1, due1, what2, due2, what3, due3);
  }

  Optional<Author> by() {
    return Stream.of(Author.values()).filter(one -> one.name().equals(author)).findFirst();
  }

  int count() {
    return seen != null && seen.matches("\\d{1,4}") ? Integer.parseInt(seen) : -1;
  }

  /// The lines of what it commits to, typed or not.
  List<Line> lines() {
    return List.of(new Line(what1, due1), new Line(what2, due2), new Line(what3, due3));
  }

  /// What it commits to; nothing when a line can't stand.
  Optional<List<Promised>> promised() {
    var promised = new ArrayList<Promised>();
    for (var line : lines()) {
      var read = line.read();
      if (read.isEmpty() && !line.empty()) {
        return Optional.empty();
      }
      read.ifPresent(promised::add);
    }
    return Optional.of(promised);
  }

  /// A line of what an answer commits to, as typed.
  record Line(@Nullable String what, @Nullable String due) {
    boolean empty() {
      return Plain.line(what).isEmpty() && Plain.line(due).isEmpty();
    }

    Optional<Promised> read() {
      return day(due)
          .filter(_ -> !Plain.line(what).isEmpty())
          .map(on -> new Promised(Plain.line(what), on));
    }
  }

  /// A day as browsers send it.
  static Optional<LocalDate> day(@Nullable String typed) {
    try {
      var day = LocalDate.parse(Plain.line(typed));
      return day.getYear() >= 1900 && day.getYear() < 2200 ? Optional.of(day) : Optional.empty();
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }
}
