package org.foyal.innovation;

import org.foyal.innovation.voice.Tongue;
import org.foyal.innovation.voice.Voice;
import org.foyal.innovation.voice.Voices;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.post.Queueing;
import org.foyal.shell.SiteAddress;
import org.springframework.stereotype.Component;

/// Writes this room's letters. One in Spanish goes on in French below, as the post writes in the
/// languages of the house.
@Component
public class RoomLetters {
  private static final String RULE = "\n\n----------\n\n";

  private final Post post;
  private final Voices voices;
  private final SiteAddress site;

  RoomLetters(Post post, Voices voices, SiteAddress site) {
    this.post = post;
    this.voices = voices;
    this.site = site;
  }

  /// A letter to be written.
  ///
  /// @param key names the act that causes it
  /// @param words the key of its words, where `.subject` and `.text` stand
  public record Note(String key, String to, Tongue tongue, Letter.Kind kind, String words) {}

  /// Queues it in the caller's transaction. False: there is no address, or none that a letter can
  /// go to.
  public boolean queue(Note note, Object... arguments) {
    if (note.to().isEmpty()) {
      return false;
    }
    var text = voices.say(note.tongue(), note.words() + ".text", arguments);
    var whole =
        note.tongue() == Tongue.ES
            ? text + RULE + voices.say(Tongue.FR, note.words() + ".text", arguments)
            : text;
    var letter =
        new Letter(
            note.key(),
            note.to(),
            note.tongue().house(),
            note.kind(),
            voices.say(note.tongue(), note.words() + ".subject", arguments),
            whole);
    return switch (post.queue(letter)) {
      case Queueing.Queued _, Queueing.AlreadyQueued _ -> true;
      case Queueing.Refused _, Queueing.OverBudget _, Queueing.Stopped _ -> false;
    };
  }

  /// Whether a letter can go to an address.
  public boolean reaches(String address) {
    return post.address(address).isPresent();
  }

  /// The whole address of a page of the house, for a letter.
  public String address(Tongue tongue, String pathBelowLanguage) {
    return site.get()
        + "/"
        + tongue.house().code()
        + pathBelowLanguage
        + (tongue == Tongue.ES ? "?" + Voice.ASKED + "=es" : "");
  }
}
