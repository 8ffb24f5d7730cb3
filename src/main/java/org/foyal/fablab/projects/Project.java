package org.foyal.fablab.projects;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.shell.language.Language;

/// What somebody made and shows to others.
///
/// @param words of the staff, why it came back
/// @param publishedAt when it was published first
public record Project(
    UUID id,
    UUID member,
    Told told,
    State state,
    Optional<String> words,
    Instant changedAt,
    Optional<Instant> publishedAt,
    List<File> files,
    boolean example) {
  /// A copy of its own.
  public Project {
    files = List.copyOf(files);
  }

  /// What is told of it.
  ///
  /// @param purpose what it is for
  /// @param author as they choose to be named
  /// @param language in which it is written
  public record Told(
      String title,
      String purpose,
      String author,
      Licence licence,
      Language language,
      List<String> steps,
      List<String> materials) {
    /// Checks that it says what it is, and keeps the lists as they are.
    public Told {
      steps = List.copyOf(steps);
      materials = List.copyOf(materials);
      if (title.isBlank() || purpose.isBlank() || author.isBlank()) {
        throw new IllegalArgumentException("a project says what it is");
      }
    }
  }

  /// A file of it, without its bytes.
  public record File(long id, String name, String type, int size_bytes) {
    /// Whether it is a picture.
    public boolean picture() {
      return type.startsWith("image/");
    }
  }

  /// How it stands.
  public enum State {
    /// The maker writes.
    DRAFT,
    /// The staff look at it.
    SENT,
    /// Everybody sees it.
    PUBLISHED,
    /// It came back, with words.
    RETURNED;

    /// The key of its words.
    public String words() {
      return "fablab.projects.state." + name();
    }

    /// Whether the maker may write.
    public boolean open() {
      return this == DRAFT || this == RETURNED;
    }
  }

  /// Its first picture.
  public Optional<File> cover() {
    return files.stream().filter(File::picture).findFirst();
  }
}
