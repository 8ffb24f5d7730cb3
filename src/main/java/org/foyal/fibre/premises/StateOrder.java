package org.foyal.fibre.premises;

import static org.foyal.fibre.premises.BuildingState.ABANDONED;
import static org.foyal.fibre.premises.BuildingState.DEPLOYED;
import static org.foyal.fibre.premises.BuildingState.ON_DEMAND;
import static org.foyal.fibre.premises.BuildingState.SIGNED;
import static org.foyal.fibre.premises.BuildingState.UNDER_WAY;

import java.util.Optional;

/// Which state of a building may follow which, between two files.
///
/// With the consent of a manager: targeted → signed → under way → deployed; without: targeted →
/// under way → deployed. On demand is reached from any state before deployed, and goes on to its
/// order, to building or to deployed. Abandoned is reached from any state, and left by none. A file
/// comes every two weeks: states in between may be passed over, all but a signature that is needed.
public final class StateOrder {
  private StateOrder() {}

  /// What can be said of a change.
  public sealed interface Change {
    /// It stays where it was.
    record None() implements Change {}

    /// It goes forward, or is given up.
    record Possible() implements Change {}

    /// It can't be: the operator is asked.
    record Impossible(Reason reason) implements Change {}
  }

  /// Why a change can't be.
  public enum Reason {
    /// It goes back.
    BACKWARD,
    /// What was abandoned returns.
    RETURNED,
    /// A convention is said to be signed where none is needed.
    NEEDLESS_SIGNATURE,
    /// Work goes on where the manager's signature is needed and none is told.
    UNSIGNED
  }

  /// What a manager's consent has to do with it.
  ///
  /// @param needed what the standard's field says; empty where it says nothing, which rules nothing
  ///   out
  /// @param signed whether a day of signature is told
  public record Consent(Optional<Boolean> needed, boolean signed) {}

  /// Judges a change between two files.
  public static Change judge(BuildingState from, BuildingState to, Consent consent) {
    if (from == to) {
      return new Change.None();
    }
    if (to == ABANDONED) {
      return new Change.Possible();
    }
    if (from == ABANDONED) {
      return new Change.Impossible(Reason.RETURNED);
    }
    if (rank(to) < rank(from) && !(to == ON_DEMAND && from == UNDER_WAY)) {
      return new Change.Impossible(Reason.BACKWARD);
    }
    if (to == SIGNED && consent.needed().equals(Optional.of(false))) {
      return new Change.Impossible(Reason.NEEDLESS_SIGNATURE);
    }
    boolean works = to == UNDER_WAY || to == DEPLOYED;
    // whoever waits on demand has not signed by that: on demand is reached from any state
    boolean signed = consent.signed() || from == SIGNED || from == UNDER_WAY;
    return works && consent.needed().orElse(false) && !signed
        ? new Change.Impossible(Reason.UNSIGNED)
        : new Change.Possible();
  }

  /// How far a state is on its way; on demand stands between signing and building.
  private static int rank(BuildingState state) {
    return switch (state) {
      case TARGETED -> 0;
      case SIGNED -> 1;
      case ON_DEMAND -> 2;
      case ON_DEMAND_UNDER_WAY, UNDER_WAY -> 3;
      case DEPLOYED -> 4;
      case ABANDONED -> 5;
    };
  }
}
