package org.foyal.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.foyal.shell.uploads.SafeUploads;
import org.foyal.shell.uploads.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// The pictures of a form, made anew, for the doors at which people report.
@Component
public class Pictures {
  /// The most that a form with pictures may hold.
  public static final long MOST_bytes = 60_000_000;

  private final SafeUploads uploads;

  Pictures(SafeUploads uploads) {
    this.uploads = uploads;
  }

  /// The files of a form that hold anything.
  public static List<MultipartFile> some(@Nullable List<MultipartFile> photos) {
    return photos == null ? List.of() : photos.stream().filter(photo -> !photo.isEmpty()).toList();
  }

  /// Makes them anew.
  ///
  /// @param problems gets the key of the words that say what can't be taken; then nothing is filed
  public List<Draft.Photo> take(List<MultipartFile> sent, Map<String, String> problems) {
    if (sent.size() > Draft.MOST_PHOTOS) {
      problems.put("photo", "requests.problem.photos");
      return List.of();
    }
    var kept = new ArrayList<Draft.Photo>();
    for (var photo : sent) {
      switch (uploads.takePicture(photo)) {
        case Taken.Picture picture ->
            kept.add(new Draft.Photo(picture.content(), picture.mediaType()));
        case Taken.Document _ -> problems.put("photo", Taken.Reason.NO_PICTURE.words());
        case Taken.Refused(Taken.Reason reason) -> problems.put("photo", reason.words());
      }
    }
    return kept;
  }
}
