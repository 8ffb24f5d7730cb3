package org.foyal.requests;

import java.util.List;
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
/// @param place the place in words; with no position it is all we know
/// @param takenBy the account that wrote it down for somebody else
public record Draft(
    UUID form,
    String category,
    Optional<Position> where,
    String place,
    String words,
    List<Photo> photos,
    Channel channel,
    Asker asker,
    @Nullable UUID takenBy,
    boolean example) {
  /// Most pictures of a report.
  public static final int MOST_PHOTOS = 5;

  /// A picture, made anew by the frame.
  public record Photo(Content content, String mediaType) {}

  /// Keeps the pictures as they are.
  public Draft {
    photos = List.copyOf(photos);
  }
}
