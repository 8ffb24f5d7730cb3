package org.foyal.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.shell.language.Told;
import org.foyal.shell.uploads.Content;
import org.jspecify.annotations.Nullable;

/// One promise of an agreement, as it stands; immutable, so each change is a new value.
///
/// @param code its part of the address
/// @param agreement the code of the agreement that it is part of
/// @param party who owes it
/// @param owner the account that looks after it
/// @param said what whoever owes it has put in writing
/// @param latest what was last said of it
/// @param measure the figure of a room that decides, once it can be counted
/// @param place where it stands among the others of its agreement
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who edit at once
public record Commitment(
    long id,
    String code,
    String agreement,
    Told agreementTitle,
    Party party,
    Optional<UUID> owner,
    Said said,
    Latest latest,
    Optional<Measure> measure,
    int place,
    boolean example,
    int version,
    Instant changedAt) {

  /// What a promise is about.
  public enum Theme {
    /// Better relations with residents through new services.
    RELATIONS,
    /// Elected officials closer to citizens.
    DEMOCRACY,
    /// Fibre to every home.
    FIBRE,
    /// Digital culture: awareness, education, training.
    TRAINING,
    /// Robotics, connected objects, making.
    MAKING,
    /// The smart and connected city.
    CONNECTED_CITY,
    /// The digital economy.
    ECONOMY,
    /// Social cohesion through equal access.
    COHESION;

    /// The word for it in addresses and files.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The theme of that word, if it is one.
    public static Optional<Theme> find(String code) {
      return Stream.of(values()).filter(theme -> theme.code().equals(code)).findFirst();
    }
  }

  /// Whom a promise is for.
  public enum Audience {
    /// The general public.
    EVERYBODY,
    /// Young people at risk of exclusion.
    YOUNG,
    /// Women at risk of exclusion.
    WOMEN,
    /// Young project holders.
    PROJECT_HOLDERS,
    /// Companies.
    COMPANIES;

    /// The word for it in addresses and files.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The audience of that word, if it is one.
    public static Optional<Audience> find(String code) {
      return Stream.of(values()).filter(audience -> audience.code().equals(code)).findFirst();
    }
  }

  /// What whoever answers for a promise can say of it.
  public enum Declared {
    /// It was promised.
    ANNOUNCED,
    /// It has begun.
    UNDER_WAY,
    /// It was kept.
    KEPT,
    /// It will not be kept, or was not by its day.
    MISSED,
    /// We do not know.
    UNKNOWN
  }

  /// Whether somebody said it or a room counted it.
  public enum Basis {
    /// Somebody said it, with proof.
    DECLARED,
    /// Counted from a room's figures.
    LIVE
  }

  /// What was put in writing.
  ///
  /// @param terms the source's own words, in French
  /// @param plain the same in plain words
  /// @param door the page below the language where the promise is at work, once there is one
  public record Said(
      Told title,
      Optional<String> terms,
      Optional<Told> plain,
      Theme theme,
      Set<Audience> audiences,
      Day announced,
      Optional<Day> due,
      Source source,
      Optional<String> door) {}

  /// What was last said of it.
  ///
  /// @param known the day that this speaks of, or the month or year that is all we know of it
  public record Latest(Declared declared, Day known, Optional<LocalDate> keptOn, Basis basis) {
    /// Said of a day.
    public Latest(Declared declared, LocalDate knownOn, Optional<LocalDate> keptOn, Basis basis) {
      this(declared, Day.exactly(knownOn), keptOn, basis);
    }

    /// The last day that this speaks of.
    public LocalDate knownOn() {
      return known.on();
    }
  }

  /// The figure that decides whether a promise is kept.
  ///
  /// @param key what is counted, as a room names it
  /// @param areaCode for which area
  /// @param target from what on it is kept: a share in percent where the figure is a share, else a
  ///   count; nothing where its text sets none, so that the figure never says that it is kept
  public record Measure(String key, String areaCode, OptionalDouble target) {
    /// With a target.
    public Measure(String key, String areaCode, double target) {
      this(key, areaCode, OptionalDouble.of(target));
    }

    /// The key of the name that readers meet, if the house has one.
    public String words() {
      return "agreement.figure." + key;
    }
  }

  /// A step of a promise.
  ///
  /// @param owner who answers for it
  public record Milestone(
      long id,
      Party owner,
      Told title,
      Optional<Day> due,
      Optional<LocalDate> reachedOn,
      Optional<Source> source) {
    /// When it is due, or was reached: the day by which steps stand in line.
    public LocalDate on() {
      return due.map(Day::on).or(() -> reachedOn).orElseThrow();
    }

    /// Where it stands; a step that nobody has said to be reached is open.
    public Standing standing(LocalDate today) {
      return Standing.of(
          reachedOn.isPresent() ? Declared.KEPT : Declared.UNDER_WAY,
          reachedOn.orElse(today),
          reachedOn,
          due.map(Day::on),
          today);
    }
  }

  /// What proves or shows something.
  ///
  /// @param dated the day that it speaks of
  /// @param address where a link leads; a file, or a source that is only named, has none
  /// @param mediaType what kind of file it is; a link has none
  /// @param withdrawn why it was taken back, if it was; its link or bytes are gone
  public record Evidence(
      long id,
      Told title,
      Optional<LocalDate> dated,
      @Nullable String address,
      @Nullable String mediaType,
      Optional<Told> withdrawn) {}

  /// A file that proves or shows something, as the frame made it safe.
  public record EvidenceFile(String mediaType, Content content) {}

  /// Where it stands on a day.
  public Standing standing(LocalDate today) {
    return Standing.of(
        latest.declared(), latest.knownOn(), latest.keptOn(), said.due().map(Day::on), today);
  }
}
