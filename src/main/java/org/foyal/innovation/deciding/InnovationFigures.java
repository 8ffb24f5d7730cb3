package org.foyal.innovation.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.foyal.innovation.deciding.DecisionStore.Count;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.PeopleGate;
import org.foyal.kernel.PeopleTable;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.kernel.ShownTable;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the room's figures, for the rooms that ask every room.
@Service
public class InnovationFigures implements Figures {
  static final String APPLICATIONS = "innovation.applications";

  private static final Logger LOG = LoggerFactory.getLogger(InnovationFigures.class);

  private final DecisionStore store;
  private final Decisions decisions;
  private final Territory territory;
  private final Decisions.Frame frame;
  private final PeopleGate gate;

  InnovationFigures(
      DecisionStore store,
      Decisions decisions,
      Territory territory,
      Decisions.Frame frame,
      PeopleGate gate) {
    this.gate = gate;
    this.store = store;
    this.decisions = decisions;
    this.territory = territory;
    this.frame = frame;
  }

  /// Of the whole city `innovation.calls`, how many opened, and `innovation.funded`, how many were
  /// funded; the latter by neighbourhood too, where it is known, as it is public. And
  /// `innovation.applications`, how many were sent: those are people, so that it is told as far as
  /// it was released for the quarters that lie in the period. What a demonstration invented is in
  /// none.
  @Override
  @Transactional(readOnly = true)
  public List<Figure> figures(Period period) {
    var today = decisions.today();
    var last = period.to().isBefore(today) ? period.to() : today;
    var told = new ArrayList<Figure>();
    if (last.isBefore(period.from())) {
      return told;
    }
    var from = begins(period.from());
    var until = begins(last.plusDays(1));
    var counts = store.counts(from, until);
    for (var count : counts) {
      count
          .area()
          .ifPresent(area -> {
            if (count.funded() > 0) {
              told.add(figure("innovation.funded", area, count.funded(), last));
            }
          });
    }
    var whole = territory.city().map(Area::code);
    told.addAll(ShownTable.figures(gate.list(APPLICATIONS, period), whole));
    whole.ifPresent(city -> {
      long funded = counts.stream().mapToLong(Count::funded).sum();
      told.add(figure("innovation.calls", city, store.calls(from, until), last));
      told.add(figure("innovation.funded", city, funded, last));
    });
    return told;
  }

  /// Lets out how many applied, of the quarters that are over.
  @Transactional
  public void release() {
    gate.releaseDue(APPLICATIONS, decisions.today(), this::sent)
        .forEach(
            held -> LOG.info("Applications of {} are not told, or not anew: too few", held.code()));
  }

  private Map<String, Long> sent(Quarter quarter) {
    var zone = frame.city().timeZone();
    return store.counts(quarter.from(zone), quarter.until(zone)).stream()
        .filter(one -> one.sent() > 0)
        .collect(
            Collectors.toMap(
                one -> one.area().orElse(PeopleTable.ELSEWHERE), Count::sent, Long::sum));
  }

  private Instant begins(LocalDate day) {
    return day.atStartOfDay(frame.city().timeZone()).toInstant();
  }

  private static Figure figure(String key, String area, long count, LocalDate asOf) {
    return new Figure(key, area, count, OptionalLong.empty(), asOf, false);
  }
}
