package org.foyal.fibre.asking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.Eligibility;
import org.foyal.fibre.premises.Eligibility.Eligible;
import org.foyal.fibre.premises.Eligibility.Frozen;
import org.foyal.fibre.premises.Eligibility.Network;
import org.foyal.fibre.premises.Eligibility.NotEligible;
import org.foyal.fibre.premises.Ordering;

/// What whoever lives at a building is told. Nothing in it is invented: a day stands there only
/// where a file or a law says it.
public sealed interface Answer {
  /// One can order now.
  ///
  /// @param since from when; empty where no day is told
  record Connectable(Optional<LocalDate> since, Sellers sellers) implements Answer {}

  /// All is built; one can order from that day on.
  record OrderableFrom(LocalDate day) implements Answer {}

  /// The last box is laid once somebody orders.
  ///
  /// @param from before that day nobody can; empty: now
  record OnDemand(Optional<LocalDate> from, Sellers sellers) implements Answer {}

  /// Somebody has ordered, and the last box is on its way.
  record OrderUnderWay(Forecast when) implements Answer {}

  /// An operator has it in its plan.
  ///
  /// @param cabledBy by when the law wants it cabled, six months after the manager signed
  record Planned(Step step, Forecast when, Optional<LocalDate> cabledBy) implements Answer {}

  /// No operator has it in its plan.
  record NotPlanned(Why why) implements Answer {}

  /// Something stands in the way.
  record Blocked(Reason reason) implements Answer {}

  /// What is known does not say.
  record NotKnown(Gap gap) implements Answer {}

  /// Who sells here.
  sealed interface Sellers {
    /// These operators, by the regulator's rule.
    ///
    /// @param codes as the regulator writes them
    record Declared(List<String> codes) implements Sellers {}

    /// The regulator's file tells of this building, and no operator can serve it.
    record NoneDeclared() implements Sellers {}

    /// The regulator's file tells nothing of this building.
    record NotTold() implements Sellers {}
  }

  /// When, as the operator foresees it.
  sealed interface Forecast {
    /// From that day on.
    record Day(LocalDate day) implements Forecast {}

    /// Not before that day.
    record NotBefore(LocalDate day) implements Forecast {}

    /// The day that was foreseen has passed, and nothing newer is said.
    record Lapsed(LocalDate day) implements Forecast {}

    /// No day is said.
    record Undated() implements Forecast {}
  }

  /// How far the work is.
  enum Step {
    /// It lies behind a cabinet of the plan.
    TARGETED,
    /// Its manager has signed.
    SIGNED,
    /// It is being built.
    UNDER_WAY,
    /// It is ready; its cabinet is not.
    CABINET
  }

  /// Why it is in no plan.
  enum Why {
    /// The network's files tell of its neighbours, and not of it.
    IN_NO_FILE,
    /// It was in a file, and is no longer.
    GONE
  }

  /// What stands in the way.
  enum Reason {
    /// The manager's consent is needed and no signature is told.
    CONSENT,
    /// The operator gave the building up.
    ABANDONED,
    /// The operator gave its cabinet up.
    CABINET_ABANDONED
  }

  /// What is missing in what is known.
  enum Gap {
    /// The building is known; no network has told of this part of the city.
    NO_NETWORK,
    /// The building is ready, and nothing is known of its cabinet.
    NO_CABINET,
    /// Nothing is known at that address.
    NO_BUILDING
  }

  /// How certain an answer is.
  enum Certainty {
    /// Its operator has written it as done.
    SAID,
    /// Its operator foresees it.
    FORESEEN,
    /// Part of it is foreseen, the rest is open.
    PARTLY,
    /// It is not known.
    OPEN
  }

  /// Whether one can order today: whoever waits is told then.
  default boolean orderable() {
    return switch (this) {
      case Connectable _ -> true;
      case OnDemand(var from, var _) -> from.isEmpty();
      case OrderableFrom _, OrderUnderWay _, Planned _, NotPlanned _, Blocked _, NotKnown _ ->
          false;
    };
  }

  /// How certain it is.
  default Certainty certainty() {
    return switch (this) {
      case Connectable _, OnDemand _, Blocked _ -> Certainty.SAID;
      case OrderableFrom _ -> Certainty.FORESEEN;
      case OrderUnderWay(var when) -> certainty(when);
      case Planned(var _, var when, var _) -> certainty(when);
      case NotPlanned _, NotKnown _ -> Certainty.OPEN;
    };
  }

  private static Certainty certainty(Forecast when) {
    return switch (when) {
      case Forecast.Day _ -> Certainty.FORESEEN;
      case Forecast.NotBefore _ -> Certainty.PARTLY;
      case Forecast.Lapsed _, Forecast.Undated _ -> Certainty.OPEN;
    };
  }

  /// The answer to a situation.
  static Answer of(Situation now) {
    if (now.state().isEmpty()) {
      return now.networkTold() ? new NotPlanned(Why.IN_NO_FILE) : new NotKnown(Gap.NO_NETWORK);
    }
    var state = now.state().get();
    return switch (anybody(state, now)) {
      case Eligible(boolean onDemand) ->
          onDemand ? new OnDemand(Optional.empty(), sellers(state, now)) : ready(state, now);
      case Frozen(var until, boolean onDemand) ->
          onDemand ? new OnDemand(Optional.of(until), sellers(state, now)) : ready(state, now);
      case NotEligible refused ->
          switch (refused.why()) {
            case ABANDONED ->
                new Blocked(
                    state == BuildingState.ABANDONED ? Reason.ABANDONED : Reason.CABINET_ABANDONED);
            case NO_CABINET -> new NotKnown(Gap.NO_CABINET);
            case CABINET -> new Planned(Step.CABINET, forecast(state, now), Optional.empty());
            case BUILDING -> notReady(state, now);
            case OPERATOR, WITHOUT_SERVICE -> throw new IllegalStateException(refused.toString());
          };
    };
  }

  /// The regulator's rule for an operator that is there and serves all: what is left of it is what
  /// the network itself allows.
  private static Eligibility anybody(BuildingState state, Situation now) {
    return Eligibility.of(
        "*", network(state, now), new Eligibility.Operators(Set.of("*"), Set.of()), now.today());
  }

  private static Network network(BuildingState state, Situation now) {
    return new Network(state, now.cabinet(), now.opens());
  }

  /// Building and cabinet are deployed: now, or from the later of their two days.
  private static Answer ready(BuildingState state, Situation now) {
    return switch (Ordering.of(state, now.cabinet(), now.cabled(), now.opens())) {
      case Ordering.Since(var day) ->
          day.isAfter(now.today())
              ? new OrderableFrom(day)
              : new Connectable(Optional.of(day), sellers(state, now));
      case Ordering.Done _,
          Ordering.Expected _,
          Ordering.NotBefore _,
          Ordering.Undated _,
          Ordering.Never _ ->
          new Connectable(Optional.empty(), sellers(state, now));
    };
  }

  private static Answer notReady(BuildingState state, Situation now) {
    var when = forecast(state, now);
    return switch (state) {
      case TARGETED ->
          now.consent().needed().orElse(false) && now.consent().signed().isEmpty()
              ? new Blocked(Reason.CONSENT)
              : new Planned(Step.TARGETED, when, Optional.empty());
      case SIGNED ->
          new Planned(Step.SIGNED, when, now.consent().signed().map(day -> day.plusMonths(6)));
      case UNDER_WAY -> new Planned(Step.UNDER_WAY, when, Optional.empty());
      case ON_DEMAND_UNDER_WAY -> new OrderUnderWay(when);
      case ON_DEMAND, DEPLOYED, ABANDONED -> throw new IllegalStateException(state.name());
    };
  }

  private static Forecast forecast(BuildingState state, Situation now) {
    return switch (Ordering.of(state, now.cabinet(), now.cabled(), now.opens())) {
      case Ordering.Expected(var day) ->
          day.isAfter(now.today()) ? new Forecast.Day(day) : new Forecast.Lapsed(day);
      case Ordering.NotBefore(var day) ->
          day.isAfter(now.today()) ? new Forecast.NotBefore(day) : new Forecast.Undated();
      case Ordering.Since _, Ordering.Done _, Ordering.Undated _, Ordering.Never _ ->
          new Forecast.Undated();
    };
  }

  private static Sellers sellers(BuildingState state, Situation now) {
    if (now.sellers().isEmpty()) {
      return new Sellers.NotTold();
    }
    var operators = now.sellers().get();
    var able =
        operators.atCabinet().stream()
            .filter(one ->
                Eligibility.of(one, network(state, now), operators, now.today())
                    instanceof Eligible)
            .sorted()
            .toList();
    return able.isEmpty() ? new Sellers.NoneDeclared() : new Sellers.Declared(able);
  }
}
