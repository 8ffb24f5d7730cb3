package org.foyal.participation.answers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.foyal.participation.answers.Answer.Author;

/// An answer about to be given.
///
/// @param form names the form that was sent; the same one answers once
/// @param seen how many answers stood there when it was written
public record Reply(UUID form, int seen, String words, Author author, List<Promised> pledges) {
  /// Most signs of an answer.
  public static final int LONGEST_WORDS = 3500;

  /// Most things that one answer commits to.
  public static final int MOST_PLEDGES = 3;

  /// Most signs of one of them.
  public static final int LONGEST_PLEDGE = 300;

  /// What it commits to, by when.
  public record Promised(String what, LocalDate dueOn) {}

  /// Keeps the list as it is.
  public Reply {
    pledges = List.copyOf(pledges);
  }
}
