package org.foyal.learning.courses;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyal.shell.language.Told;

/// What is taught in a session.
///
/// @param code its name in addresses
/// @param bring what to bring; nothing: bring nothing
/// @param price what it costs, in words; nothing: it is free
/// @param minutes how long a session of it usually is
/// @param audiences whom it is for; none named: everybody
/// @param needs the codes of the needs that it answers
/// @param active whether sessions of it are planned
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Course(
    String code,
    Told title,
    Told description,
    Optional<Told> bring,
    Optional<Told> price,
    Level level,
    int minutes,
    Set<Audience> audiences,
    Set<Competence> competences,
    List<String> needs,
    boolean active,
    boolean example,
    int version) {
  /// Keeps the sets as they are, in the order of their kinds.
  public Course {
    audiences = sorted(audiences, Audience.class);
    competences = sorted(competences, Competence.class);
    needs = needs.stream().distinct().sorted().toList();
  }

  private static <E extends Enum<E>> Set<E> sorted(Set<E> some, Class<E> kind) {
    var all = EnumSet.noneOf(kind);
    all.addAll(some);
    return Collections.unmodifiableSet(all);
  }

  /// What one should know before; the words of the national report of activity.
  public enum Level {
    /// Nothing.
    BEGINNER,
    /// The first gestures.
    INTERMEDIATE,
    /// Daily use.
    ADVANCED
  }

  /// Whom the agreement of the city names.
  public enum Audience {
    /// Young people and women at risk of exclusion.
    YOUNG_AND_WOMEN,
    /// Young project holders.
    PROJECT_HOLDERS,
    /// The general public.
    EVERYBODY,
    /// Companies.
    COMPANIES
  }
}
