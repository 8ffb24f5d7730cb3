package org.foyal.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.agreement.Commitment.Basis;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.Commitment.Measure;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Figures;
import org.foyal.kernel.Period;
import org.foyal.shell.language.Told;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Lets the figures of rooms say where promises stand: what can be counted is not declared.
///
/// A figure that is gone says nothing: what somebody declared holds again, and the history says
/// why. What a demonstration invented never speaks of a real promise.
@Component
class Measuring {
  /// Figures are asked for as of today; rooms that know no earlier day give what they have.
  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

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
    var figures = rooms.stream().flatMap(room -> room.figures(period).stream()).toList();
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

  /// The newest figure of that name for that area.
  private static Optional<Figure> figure(List<Figure> figures, Measure measure) {
    return figures.stream()
        .filter(figure -> figure.key().equals(measure.key()))
        .filter(figure -> figure.areaCode().equals(measure.areaCode()))
        .max(java.util.Comparator.comparing(Figure::asOf));
  }

  /// Kept from the first day on which the figure reached its target; a promise once kept so stays
  /// kept on that day while the figure holds.
  private static Change.State state(Commitment commitment, Figure figure, Measure measure) {
    boolean reached = value(figure) >= measure.target();
    var earlier = commitment.latest();
    var keptOn =
        reached && earlier.basis() == Basis.LIVE
            ? earlier.keptOn().or(() -> Optional.of(figure.asOf()))
            : Optional.of(figure.asOf()).filter(_ -> reached);
    return new Change.State(reached ? Declared.KEPT : Declared.UNDER_WAY, figure.asOf(), keptOn);
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
