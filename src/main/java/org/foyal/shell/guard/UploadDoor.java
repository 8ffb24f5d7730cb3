package org.foyal.shell.guard;

/// A door that takes files: a bean of the room that has it. Public doors without one take none;
/// staff doors without one take what the frame's own limit allows, from whoever is signed in.
///
/// @param path the pattern of its address with the language, for example
///   `/{readersLanguage}/reports/{id}`
/// @param most_bytes the most that one request may hold, its other fields included
public record UploadDoor(String path, long most_bytes) {
  /// Checks that the door takes something.
  public UploadDoor {
    if (!path.startsWith("/") || most_bytes <= 0) {
      throw new IllegalArgumentException("no door that takes files: " + path);
    }
  }
}
