package org.foyal.shell;

/// A way into a room that works today; rooms offer theirs as beans, the layout and the home page
/// show them. Nothing that leads nowhere is offered.
///
/// @param path the address below the language, for example `/areas`
/// @param words the key of its name; the key followed by `.about` is its one sentence
/// @param order where it stands among the others, smallest first
/// @param audience who is shown it
public record Door(String path, String words, int order, Audience audience) {
  /// Who is shown a door.
  public enum Audience {
    /// Everybody, on every public page.
    EVERYBODY,
    /// Whoever is signed in.
    STAFF,
    /// Signed-in administrators.
    ADMINISTRATOR
  }
}
