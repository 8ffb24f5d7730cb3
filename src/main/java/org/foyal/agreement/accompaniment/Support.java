package org.foyal.agreement.accompaniment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.foyal.agreement.Day;
import org.foyal.agreement.Party;
import org.foyal.agreement.Source;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// Something that one party does for another under an agreement.
///
/// @param commitment the promise that it helps to keep, by its code
/// @param hours how many hours it takes, if known
/// @param value_cents what it is worth in cents of a euro, if known
/// @param example whether a demonstration invented it
/// @param version of the row, for two people who write at once
public record Support(
    long id,
    String agreement,
    Optional<String> commitment,
    Party giver,
    Party receiver,
    Kind kind,
    Told title,
    Optional<Told> nextStep,
    Progress progress,
    Optional<BigDecimal> hours,
    Optional<Long> value_cents,
    Optional<Source> source,
    boolean example,
    int version) {

  /// What is given.
  public enum Kind {
    /// Days of a person's time.
    DAYS,
    /// A trial.
    PILOT,
    /// A workshop.
    WORKSHOP,
    /// Equipment.
    EQUIPMENT,
    /// A meeting of both.
    MEETING,
    /// Advice.
    ADVICE,
    /// Money.
    FUNDING,
    /// Support of a kind that is not known.
    OTHER
  }

  /// How far somebody has said it to be.
  public enum State {
    /// Somebody has asked for it.
    ASKED,
    /// It is planned.
    PLANNED,
    /// One side says that it is done.
    DONE,
    /// It won't be done.
    DROPPED
  }

  /// How far it is.
  ///
  /// @param giverConfirmed whether the giver has said that it was done
  /// @param receiverConfirmed whether the receiver has
  public record Progress(
      State state,
      Optional<Day> planned,
      @Nullable LocalDate doneOn,
      boolean giverConfirmed,
      boolean receiverConfirmed) {
    /// Whether both sides say that it was done.
    public boolean confirmed() {
      return giverConfirmed && receiverConfirmed;
    }

    /// The key of the words that say how far it is.
    public String words() {
      return "accompaniment.state." + (confirmed() ? "CONFIRMED" : state.name());
    }

    /// Whether it was planned for a day that has passed.
    public boolean late(LocalDate today) {
      return (state == State.ASKED || state == State.PLANNED)
          && planned.filter(day -> day.on().isBefore(today)).isPresent();
    }
  }
}
