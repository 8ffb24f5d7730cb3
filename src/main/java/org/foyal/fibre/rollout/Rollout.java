package org.foyal.fibre.rollout;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.AsOf;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the roll-out: what stands, what was promised and what was published, each asked
/// for by its two times ([AsOf]).
@Service
public class Rollout {
  private static final int AT_ONCE = 2_000;

  private final CabinetStore cabinets;
  private final PlanStore plan;
  private final Territory territory;

  Rollout(CabinetStore cabinets, PlanStore plan, Territory territory) {
    this.cabinets = cabinets;
    this.plan = plan;
    this.territory = territory;
  }

  /// All cabinets; where two sources tell of one, both.
  @Transactional(readOnly = true)
  public List<Cabinet> listCabinets(AsOf at) {
    return cabinets.list(at);
  }

  /// A cabinet, as the source has it that spoke of it last.
  @Transactional(readOnly = true)
  public Optional<Cabinet> findCabinet(String ref, AsOf at) {
    return cabinets.find(List.of(ref), at).stream().findFirst();
  }

  /// Some cabinets; where two sources tell of one, both, the later first.
  @Transactional(readOnly = true)
  public List<Cabinet> listCabinets(Collection<String> refs, AsOf at) {
    return cabinets.find(refs, at);
  }

  /// Every version of a cabinet, also those that are no longer held, the latest learned first.
  @Transactional(readOnly = true)
  public List<Cabinet> listVersions(String ref) {
    return cabinets.versions(ref);
  }

  /// The exchanges.
  @Transactional(readOnly = true)
  public List<Exchange> listExchanges(AsOf at) {
    return plan.exchanges(at);
  }

  /// The zones behind cabinets.
  @Transactional(readOnly = true)
  public List<Zone> listZones(AsOf at) {
    return plan.zones(at);
  }

  /// What was signed and still held, the first signed first.
  @Transactional(readOnly = true)
  public List<Instrument> listInstruments(AsOf at) {
    return plan.instruments(at);
  }

  /// What was promised, the first due first; a promise that another replaced is no longer among
  /// them from that day.
  @Transactional(readOnly = true)
  public List<Commitment> listCommitments(AsOf at) {
    return plan.commitments(at);
  }

  /// What was promised up to a day, also what another promise replaced since: a missed day stays in
  /// sight.
  @Transactional(readOnly = true)
  public List<Commitment> listCommitmentsSoFar(AsOf at) {
    return plan.commitmentsSoFar(at);
  }

  /// What was published about days up to the one that is asked about, in the order of those days.
  @Transactional(readOnly = true)
  public List<Fact> listFacts(AsOf at) {
    return plan.facts(at);
  }

  /// Counts of the whole city, in the order of their days: each with its own denominator.
  @Transactional(readOnly = true)
  public List<Fact> listCounts(AsOf at) {
    return plan.facts(at).stream()
        .filter(fact -> fact.kind() == Fact.Kind.COUNT && fact.area().isEmpty())
        .toList();
  }

  /// Works out anew in which area each cabinet stands.
  @Transactional
  void resettle() {
    var some = cabinets.settledAfter("", AT_ONCE);
    while (!some.isEmpty()) {
      for (var one : some) {
        var area = territory.areaAt(one.where(), Kind.IRIS).map(Area::code);
        if (!area.equals(one.area())) {
          cabinets.settle(new CabinetStore.Settled(one.ref(), one.where(), area));
        }
      }
      some = cabinets.settledAfter(some.getLast().ref(), AT_ONCE);
    }
  }
}
