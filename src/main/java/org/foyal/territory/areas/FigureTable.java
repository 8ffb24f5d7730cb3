package org.foyal.territory.areas;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.foyal.territory.PublishedFigure;

/// The published figures of a commune by subject, each with the whole it is a part of, if that was
/// published for the same territory and period: never a part of one date over a whole of another.
record FigureTable(Map<Subject, List<Line>> lines) {
  /// What figures speak of; the order is the page's.
  enum Subject {
    POPULATION,
    HOMES,
    FIBRE,
    PRIORITY,
    LARGER
  }

  /// A figure and, if one fits, its whole.
  record Line(PublishedFigure figure, Optional<PublishedFigure> whole) {
    /// The part in per cent.
    OptionalDouble share_pct() {
      return whole.isPresent() && whole.get().value().signum() > 0
          ? OptionalDouble.of(
              100 * figure.value().doubleValue() / whole.get().value().doubleValue())
          : OptionalDouble.empty();
    }
  }

  static FigureTable of(String code, List<PublishedFigure> figures) {
    var lines = new EnumMap<Subject, List<Line>>(Subject.class);
    for (var figure : figures) {
      var subject = figure.territory().equals(code) ? subject(figure.indicator()) : Subject.LARGER;
      lines
          .computeIfAbsent(subject, _ -> new ArrayList<>())
          .add(new Line(figure, whole(figure, figures)));
    }
    return new FigureTable(lines);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /// The figure of that name, the latest one, if it was published for the area itself.
  Optional<Line> find(Subject subject, String indicator) {
    return lines.getOrDefault(subject, List.of()).stream()
        .filter(line -> line.figure().indicator().equals(indicator))
        .reduce((_, later) -> later);
  }

  private static Subject subject(String indicator) {
    return indicator.startsWith("population_")
        ? Subject.POPULATION
        : indicator.startsWith("residences_")
            ? Subject.HOMES
            : indicator.startsWith("qpv_") ? Subject.PRIORITY : Subject.FIBRE;
  }

  private static Optional<PublishedFigure> whole(
      PublishedFigure part, List<PublishedFigure> figures) {
    var whole = wholeOf(part.indicator());
    return figures.stream()
        .filter(figure -> figure.indicator().equals(whole) && !figure.equals(part))
        .filter(figure -> figure.territory().equals(part.territory()))
        .filter(figure -> figure.period().equals(part.period()))
        .filter(figure -> figure.unit().equals(part.unit()))
        .findFirst();
  }

  private static String wholeOf(String indicator) {
    if (indicator.startsWith("population_")) {
      return "population_totale";
    }
    if (indicator.startsWith("residences_principales_")) {
      return "residences_principales";
    }
    return indicator.equals("logements_couverts_fibre") ? "logements_total_point_etape_fibre" : "";
  }
}
