package org.foyal.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.Commitment.Measure;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.shell.language.Told;
import org.foyal.shell.language.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Lets the figures of rooms say where promises stand: what can be counted is not declared.
///
/// A figure that is gone says nothing: what somebody declared holds again, and the history says
/// why. What a demonstration invented never speaks of a real promise.
@Component
class Measuring {
  /// Figures are asked for as of today; rooms that know no earlier day give what they have.
  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  private static final Logger LOG = LoggerFactory.getLogger(Measuring.class);

  private final Agreements agreements;
  private final Register register;
  private final List<Figures> rooms;
  private final Words words;

  Measuring(Agreements agreements, Register register, List<Figures> rooms, Words words) {
    this.agreements = agreements;
    this.register = register;
    this.rooms = rooms;
    this.words = words;
  }

  /// Asks every room once, and writes what its figures say of the promises that they decide.
  void measure() {
    var measured = agreements.listMeasured();
    if (measured.isEmpty()) {
      return;
    }
    var period = new Period(BEGINNING, agreements.today());
    var figures = rooms.stream().flatMap(room -> figures(room, period)).toList();
    for (var commitment : measured) {
      var measure = commitment.measure().orElseThrow();
      figure(figures, measure)
          .filter(figure -> commitment.example() || !figure.synthetic())
          .ifPresentOrElse(
              figure ->
                  register.stand(commitment, state(commitment, figure, measure), about(figure)),
              () -> register.fallBack(commitment, words.everywhere("agreement.fell-back")));
    }
  }

  /// A room whose database does not answer tonight has no figures tonight; the others are heard.
  private static Stream<Figure> figures(Figures room, Period period) {
    try {
      return room.figures(period).stream();
    } catch (DataAccessException silent) {
      LOG.warn(
          "{} gave no figures; its promises fall back", room.getClass().getSimpleName(), silent);
      return Stream.empty();
    }
  }

  /// The newest figure of that name for that area.
  private static Optional<Figure> figure(List<Figure> figures, Measure measure) {
    return figures.stream()
        .filter(figure -> figure.key().equals(measure.key()))
        .filter(figure -> figure.areaCode().equals(measure.areaCode()))
        .max(java.util.Comparator.comparing(Figure::asOf));
  }

  /// Kept from the first day on which the figure reached its target, or from the day on which
  /// somebody had said and proved it; what was declared missed stays so until the target is
  /// reached. Without a target it is under way, whatever is counted.
  private static Change.State state(Commitment commitment, Figure figure, Measure measure) {
    boolean reached = value(figure) >= measure.target().orElse(Double.POSITIVE_INFINITY);
    var earlier = commitment.latest();
    if (reached) {
      return new Change.State(
          Declared.KEPT, figure.asOf(), earlier.keptOn().or(() -> Optional.of(figure.asOf())));
    }
    var open = earlier.declared() == Declared.MISSED ? Declared.MISSED : Declared.UNDER_WAY;
    return new Change.State(open, figure.asOf(), Optional.empty());
  }

  /// A share in percent, else the count.
  private static double value(Figure figure) {
    return figure.of().isPresent()
        ? 100.0 * figure.count() / figure.of().getAsLong()
        : figure.count();
  }

  private Told about(Figure figure) {
    return figure.of().isPresent()
        ? words.everywhere(
            "agreement.measured.share",
            figure.count(),
            figure.of().getAsLong(),
            value(figure) / 100)
        : words.everywhere("agreement.measured.count", figure.count());
  }
}
