package org.foyal.post;

import java.util.Optional;
import org.foyal.shell.language.Language;

/// A letter that a room wants to reach a person: plain text, because bytes are people's money.
///
/// It may hold anything that people typed; [Post#queue] refuses what can't be carried.
///
/// @param key names the act that causes the letter, for example `people.invitation.42`; the same
///   key never queues two letters
/// @param to e-mail address of the person
/// @param language the language it is written in
/// @param kind why it is written, which decides whether the person may stop it
/// @param subject one line
/// @param text the letter; lines end with `\n`
/// @param replyTo where an answer goes, when it isn't the sender of all letters
public record Letter(
    String key,
    String to,
    Language language,
    Kind kind,
    String subject,
    String text,
    Optional<String> replyTo) {

  /// A letter whose answers go to the sender of all letters.
  public Letter(String key, String to, Language language, Kind kind, String subject, String text) {
    this(key, to, language, kind, subject, text, Optional.empty());
  }

  /// Why a letter is written.
  public enum Kind {
    /// Proof of what the person has just done; never capped.
    RECEIPT,
    /// What the person asked for or must know; never capped.
    ANSWER,
    /// What the person may like to know: carries a link to stop, shares one weekly budget.
    OPTIONAL
  }
}
