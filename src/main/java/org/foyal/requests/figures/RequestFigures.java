package org.foyal.requests.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.foyal.cases.Cases;
import org.foyal.cases.figures.CaseFigures;
import org.foyal.cases.figures.CaseFigures.Asked;
import org.foyal.cases.figures.CaseFigures.Counted;
import org.foyal.cases.figures.CaseFigures.Dimension;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;

/// The façade of the room's figures: what reports add up to, for its own page and for the rooms
/// that ask every room.
@Service
public class RequestFigures implements Figures {
  private static final String KIND = "requests";

  private final CaseFigures figures;
  private final Territory territory;
  private final Cases cases;

  RequestFigures(CaseFigures figures, Territory territory, Cases cases) {
    this.figures = figures;
    this.territory = territory;
    this.cases = cases;
  }

  /// Which reports are counted.
  ///
  /// @param period the days of filing
  record Choice(Period period, Optional<String> category, Optional<String> area) {
    private Asked asked() {
      return new Asked(KIND, period, category, area);
    }
  }

  /// By area and for the whole city: `requests.filed`, how many; `requests.in-time`, how many were
  /// answered by the promised day, of those that were answered or are past it.
  @Override
  public List<Figure> figures(Period period) {
    var choice = new Choice(period, Optional.empty(), Optional.empty());
    var asOf = cases.today();
    var told = new ArrayList<Figure>();
    for (var counted : by(choice, Dimension.AREA)) {
      counted.key().ifPresent(area -> tell(area, counted, asOf, told));
    }
    territory.city().ifPresent(city -> tell(city.code(), all(choice), asOf, told));
    return told;
  }

  private static void tell(String area, Counted counted, LocalDate asOf, List<Figure> told) {
    told.add(
        new Figure("requests.filed", area, counted.asked(), OptionalLong.empty(), asOf, false));
    if (counted.due() > 0) {
      told.add(
          new Figure(
              "requests.in-time",
              area,
              counted.due() - counted.late(),
              OptionalLong.of(counted.due()),
              asOf,
              false));
    }
  }

  /// What they add up to.
  Counted all(Choice choice) {
    return figures.all(choice.asked());
  }

  /// What they add up to, by a dimension.
  List<Counted> by(Choice choice, Dimension dimension) {
    return figures.by(choice.asked(), dimension);
  }

  /// Whether some way waits longer than the web.
  List<CaseFigures.Compared> channels(Choice choice) {
    return figures.channels(choice.asked());
  }

  /// The neighbourhoods from which fewer reports came than their residents let expect.
  List<Quiet> quiet(Choice choice) {
    Map<String, Long> seen =
        by(choice, Dimension.AREA).stream()
            .filter(counted -> counted.key().isPresent())
            .collect(Collectors.toMap(counted -> counted.key().orElseThrow(), Counted::asked));
    return Quiet.among(territory.listAreas(Area.Kind.IRIS), seen);
  }
}
