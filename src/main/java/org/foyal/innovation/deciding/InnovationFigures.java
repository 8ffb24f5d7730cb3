package org.foyal.innovation.deciding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.foyal.innovation.deciding.DecisionStore.Count;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of the room's figures, for the rooms that ask every room.
@Service
public class InnovationFigures implements Figures {
  /// Fewer applicants of one neighbourhood than this are told for the city only: they are people.
  private static final int LEAST = 11;

  private final DecisionStore store;
  private final Decisions decisions;
  private final Territory territory;
  private final Decisions.Frame frame;

  InnovationFigures(
      DecisionStore store, Decisions decisions, Territory territory, Decisions.Frame frame) {
    this.store = store;
    this.decisions = decisions;
    this.territory = territory;
    this.frame = frame;
  }

  /// Of the whole city `innovation.calls`, how many opened, `innovation.applications`, how many
  /// were sent, and `innovation.funded`, how many were funded; the last by neighbourhood too, where
  /// it is known, as it is public, and the one before where at least 11 came from there. What a
  /// demonstration invented is in none.
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
            if (count.sent() >= LEAST) {
              told.add(figure("innovation.applications", area, count.sent(), last));
            }
            if (count.funded() > 0) {
              told.add(figure("innovation.funded", area, count.funded(), last));
            }
          });
    }
    territory
        .city()
        .map(Area::code)
        .ifPresent(city -> {
          long sent = counts.stream().mapToLong(Count::sent).sum();
          long funded = counts.stream().mapToLong(Count::funded).sum();
          told.add(figure("innovation.calls", city, store.calls(from, until), last));
          told.add(figure("innovation.applications", city, sent, last));
          told.add(figure("innovation.funded", city, funded, last));
        });
    return told;
  }

  private Instant begins(LocalDate day) {
    return day.atStartOfDay(frame.city().timeZone()).toInstant();
  }

  private static Figure figure(String key, String area, long count, LocalDate asOf) {
    return new Figure(key, area, count, OptionalLong.empty(), asOf, false);
  }
}
