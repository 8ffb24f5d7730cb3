package org.foyal.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.kernel.Position;
import org.foyal.shell.uploads.Content;
import org.jspecify.annotations.Nullable;

/// What somebody reports, for [Requests#file].
///
/// @param form names the form that was sent; the same form files one report however often it comes
/// @param category its code
/// @param place in words, or nothing where the position says it; without one it is all we know
/// @param answers to what the category asks, by the code of the question, as typed
/// @param takenBy the account that wrote it down for somebody else
/// @param receivedOn the day on which it came to the city, where that is not today
public record Draft(
    UUID form,
    String category,
    Optional<Position> where,
    String place,
    String words,
    Map<String, List<String>> answers,
    List<Photo> photos,
    Channel channel,
    Asker asker,
    @Nullable UUID takenBy,
    boolean example,
    Optional<LocalDate> receivedOn) {
  /// Most pictures of a report.
  public static final int MOST_PHOTOS = 5;

  /// Most signs of its words.
  public static final int LONGEST_WORDS = 4000;

  /// A picture, made anew by the frame.
  public record Photo(Content content, String mediaType) {}

  /// Keeps the answers and the pictures as they are.
  public Draft {
    answers = Map.copyOf(answers);
    photos = List.copyOf(photos);
  }

  /// The same with a place in words.
  public Draft at(String named) {
    return new Draft(
        form,
        category,
        where,
        named,
        words,
        answers,
        photos,
        channel,
        asker,
        takenBy,
        example,
        receivedOn);
  }

  /// The same at another point.
  public Draft standing(Position point) {
    return new Draft(
        form,
        category,
        Optional.of(point),
        place,
        words,
        answers,
        photos,
        channel,
        asker,
        takenBy,
        example,
        receivedOn);
  }

  /// The same of a form with another name.
  public Draft named(UUID name) {
    return new Draft(
        name,
        category,
        where,
        place,
        words,
        answers,
        photos,
        channel,
        asker,
        takenBy,
        example,
        receivedOn);
  }

  /// The same with these pictures.
  public Draft with(List<Photo> kept) {
    return new Draft(
        form,
        category,
        where,
        place,
        words,
        answers,
        kept,
        channel,
        asker,
        takenBy,
        example,
        receivedOn);
  }
}
