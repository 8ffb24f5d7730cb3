package org.foyal.learning.enrolment;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.enrolment.Participation.Need;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;

/// What somebody gives to come to a session.
///
/// @param form names the form that was sent: the same one is done once
/// @param takenBy the account of whoever wrote it down for them
public record Draft(
    UUID form, UUID session, Person person, Wish wish, Channel channel, @Nullable UUID takenBy) {
  /// How it reached us.
  public enum Channel {
    /// The city's own pages.
    WEB,
    /// In person.
    COUNTER,
    /// By telephone.
    PHONE
  }

  /// Who comes.
  ///
  /// @param email,phone one of them at least, but at the counter
  /// @param birthYear a year and no date, where they say it
  /// @param area the code of the neighbourhood, where they say it
  public record Person(
      String name,
      Optional<String> email,
      Optional<String> phone,
      Optional<Integer> birthYear,
      Optional<String> area,
      Language language) {}

  /// What they say about this session.
  ///
  /// @param target whether a kept seat is meant for them
  /// @param earlier an earlier place of theirs, by which they show who they are
  public record Wish(boolean target, Set<Need> needs, Optional<Earlier> earlier) {
    /// What they say without an earlier place.
    public Wish(boolean target, Set<Need> needs) {
      this(target, needs, Optional.empty());
    }
  }

  /// The reference and the code of an earlier place, as typed.
  public record Earlier(String reference, String code) {}
}
