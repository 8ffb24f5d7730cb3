package org.foyal.fablab.machines;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// A kind of machine: the ladder, its dangers and its rules are the kind’s, not the single
/// machine’s.
///
/// @param code its name in addresses
/// @param active whether it is shown and can be used
/// @param version of the row, for two people who write at once
public record MachineType(
    String code,
    Told title,
    Told about,
    Dangers dangers,
    Rules rules,
    Teaching teaching,
    Times times,
    boolean active,
    boolean example,
    int version) {

  /// What can hurt at it.
  public enum Hazard {
    /// A beam that blinds.
    LASER,
    /// A blade or a cutter.
    CUTTING,
    /// What burns.
    HEAT,
    /// What is not to be breathed.
    FUMES,
    /// Cells that catch fire.
    BATTERY,
    /// What deafens.
    NOISE,
    /// What is not to be breathed either.
    DUST,
    /// Current.
    VOLTAGE
  }

  /// What is worn at it.
  public enum Protection {
    /// Over the eyes.
    GLASSES,
    /// On the hands.
    GLOVES,
    /// Over the ears.
    EARS,
    /// Over nose and mouth.
    MASK,
    /// Nothing that hangs down.
    HAIR_TIED,
    /// On the feet.
    CLOSED_SHOES
  }

  /// What can hurt, and what keeps from it.
  ///
  /// @param fumeExtraction whether it runs only while the extraction does
  public record Dangers(Set<Hazard> hazards, Set<Protection> protection, boolean fumeExtraction) {
    /// Keeps the sets as they are, in the order of their kinds.
    public Dangers {
      hazards = sorted(hazards, Hazard.class);
      protection = sorted(protection, Protection.class);
    }

    private static <E extends Enum<E>> Set<E> sorted(Set<E> some, Class<E> kind) {
      var all = EnumSet.noneOf(kind);
      all.addAll(some);
      return Collections.unmodifiableSet(all);
    }
  }

  /// Who may work at it.
  ///
  /// @param youngest_years the age from which on; in the year in which one reaches it
  /// @param peopleAtLeast how many must be there: two where nobody may be alone
  /// @param perSupervisor how many people one of the staff supervises at once
  /// @param levelToBook the level of the ladder that one needs to book it
  /// @param needs what one must be granted at other kinds before
  public record Rules(
      int youngest_years, int peopleAtLeast, int perSupervisor, int levelToBook, List<Need> needs) {
    /// Keeps the list as it is.
    public Rules {
      needs = List.copyOf(needs);
    }
  }

  /// What one must be granted at another kind of machine before.
  public record Need(String type, int level) {}

  /// How one learns it, and how long what is granted holds.
  ///
  /// @param course the code of the course of `learning` that teaches it
  /// @param courseLevel what whoever attended it may be granted
  /// @param checks what is looked at, one by one, before somebody is granted it
  /// @param valid_months how long what is granted holds
  /// @param recent_months without use for longer: one level less
  public record Teaching(
      Optional<String> course,
      int courseLevel,
      List<Told> checks,
      int valid_months,
      Optional<Integer> recent_months) {
    /// Keeps the list as it is.
    public Teaching {
      checks = List.copyOf(checks);
    }

    /// How many lines of the check-list a form says were looked at, by their places.
    public int looked(@Nullable List<String> typed) {
      return typed == null
          ? 0
          : (int)
              IntStream.range(0, checks.size())
                  .filter(place -> typed.contains(Integer.toString(place)))
                  .count();
    }
  }

  /// How long it is used.
  ///
  /// @param notice_minutes how long before its start a booking is made at the latest
  /// @param scarce whether whoever booked says again, the day before, that they come
  public record Times(
      int shortest_minutes,
      int longest_minutes,
      int setUp_minutes,
      int cleanUp_minutes,
      int notice_minutes,
      boolean scarce) {
    /// Refuses what can’t be.
    ///
    /// @throws IllegalArgumentException where the longest is shorter than the shortest
    public Times {
      if (longest_minutes < shortest_minutes) {
        throw new IllegalArgumentException(
            longest_minutes + " is shorter than " + shortest_minutes);
      }
    }
  }
}
