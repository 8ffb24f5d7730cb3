package org.foyal.participation;

import java.util.UUID;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.jspecify.annotations.Nullable;

/// What somebody asks, for [Questions].
///
/// @param form names the form that was sent; the same form asks once however often it comes
/// @param mandate the code of whom it is put to
/// @param theme the code of what it is about, or nothing
/// @param area the code of a neighbourhood, or nothing
/// @param takenBy the account that wrote it down for somebody else
public record Draft(
    UUID form,
    String mandate,
    String theme,
    String area,
    String title,
    String words,
    Channel channel,
    Asker asker,
    @Nullable UUID takenBy) {
  /// Fewest signs of the question in one line.
  public static final int SHORTEST_TITLE = 5;

  /// Most signs of the question in one line.
  public static final int LONGEST_TITLE = 150;

  /// Most signs of its words.
  public static final int LONGEST_WORDS = 3500;

  /// The same, by another name of its form.
  Draft named(UUID form) {
    return new Draft(form, mandate, theme, area, title, words, channel, asker, takenBy);
  }
}
