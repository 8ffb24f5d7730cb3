package org.foyal.cases.figures;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.foyal.kernel.Interval;

/// How long people wait, from asking to the answer that stood. Those who still wait count: they
/// have waited at least so long (Kaplan & Meier 1958, JASA 53, 457–481). A mean over what is closed
/// would look the better the more was left lying.
///
/// @param steps by days, ascending
public record Waiting(List<Step> steps) {
  /// What happened to those who had waited so many days.
  ///
  /// @param days from asking on
  /// @param answered how many were answered for good that day
  /// @param waiting how many had waited so long and no longer: who still wait, or took it back
  public record Step(int days, long answered, long waiting) {}

  /// The days until a share was answered, with their interval.
  ///
  /// @param from the first day on which the share may be reached
  /// @param to the last one; nothing where so many were not seen yet
  public record Wait(int days, int from, OptionalInt to) {}

  /// Puts the steps in their order.
  public Waiting {
    steps = steps.stream().sorted(Comparator.comparingInt(Step::days)).toList();
  }

  /// The waiting of several groups as one.
  public static Waiting of(Collection<Step> steps) {
    return new Waiting(List.copyOf(steps));
  }

  /// How many asked.
  public long asked() {
    return steps.stream().mapToLong(step -> step.answered() + step.waiting()).sum();
  }

  /// After how many days half of those who asked have their answer.
  public Optional<Wait> median() {
    return wait(0.5);
  }

  /// After how many days nine in ten of those who asked have their answer.
  public Optional<Wait> ninth() {
    return wait(0.9);
  }

  /// The first day on which at least a share is answered; nothing where so many are not answered
  /// yet. The interval is where the limits of the curve (Greenwood's variance, on the logarithm)
  /// cross the same share (Brookmeyer & Crowley 1982, Biometrics 38, 29–41).
  private Optional<Wait> wait(double share) {
    double still = 1 - share + 1e-12;
    var days = crossing(still, 0);
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Wait(
                days.getAsInt(),
                crossing(still, -Interval.Z).orElse(days.getAsInt()),
                crossing(still, Interval.Z)));
  }

  /// The first day on which the curve, so many standard errors off, is no higher than a share.
  private OptionalInt crossing(double still, double errors) {
    long left = asked();
    double curve = 1;
    double variance = 0;
    for (int i = 0; i < steps.size(); i++) {
      var step = steps.get(i);
      long answered = step.answered();
      long stopped = step.waiting();
      while (i + 1 < steps.size() && steps.get(i + 1).days() == step.days()) {
        i++;
        answered += steps.get(i).answered();
        stopped += steps.get(i).waiting();
      }
      if (answered > 0) {
        curve *= 1 - (double) answered / left;
        variance += left == answered ? 0 : (double) answered / (left * (double) (left - answered));
        if (curve * Math.exp(errors * Math.sqrt(variance)) <= still) {
          return OptionalInt.of(step.days());
        }
      }
      left -= answered + stopped;
    }
    return OptionalInt.empty();
  }
}
