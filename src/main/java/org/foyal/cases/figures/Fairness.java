package org.foyal.cases.figures;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.foyal.cases.figures.Waiting.Step;
import org.foyal.kernel.Interval;

/// Whether those who came one way wait as long as those who came another: the log-rank test (Mantel
/// 1966, Cancer Chemother. Rep. 50, 163–170), one stratum a topic, so that a counter where harder
/// things are asked is not called slow for it.
public enum Fairness {
  /// They wait longer.
  LONGER,
  /// They are answered sooner.
  SOONER,
  /// No difference can be seen.
  AS_LONG,
  /// Too few for a word.
  TOO_FEW;

  /// Fewer answers than these in the topics that both groups have allow no word.
  static final int FEWEST = 10;

  /// Compares two groups, each by topic.
  static Fairness of(Map<String, Waiting> these, Map<String, Waiting> others) {
    var shared = new TreeSet<>(these.keySet());
    shared.retainAll(others.keySet());
    if (answered(these, shared) < FEWEST || answered(others, shared) < FEWEST) {
      return TOO_FEW;
    }
    double z = z(these, others);
    return Math.abs(z) < Interval.Z ? AS_LONG : z < 0 ? LONGER : SOONER;
  }

  /// How many answers a group has in the topics that both have; nothing else is compared.
  private static long answered(Map<String, Waiting> group, Set<String> shared) {
    return group.entrySet().stream()
        .filter(one -> shared.contains(one.getKey()))
        .flatMap(one -> one.getValue().steps().stream())
        .mapToLong(Step::answered)
        .sum();
  }

  /// How many standard errors more of these were answered than if both waited alike.
  static double z(Map<String, Waiting> these, Map<String, Waiting> others) {
    double difference = 0;
    double variance = 0;
    for (var topic : these.keySet()) {
      var other = others.get(topic);
      if (other != null) {
        var stratum = new Stratum();
        var one = these.getOrDefault(topic, new Waiting(List.of()));
        one.steps().forEach(step -> stratum.add(step, true));
        other.steps().forEach(step -> stratum.add(step, false));
        stratum.walk();
        difference += stratum.difference;
        variance += stratum.variance;
      }
    }
    return variance == 0 ? 0 : difference / Math.sqrt(variance);
  }

  /// One topic: day by day, how many of both groups were left and how many were answered.
  private static final class Stratum {
    private final TreeMap<Integer, Day> days = new TreeMap<>();
    private double difference;
    private double variance;

    private record Day(long answered, long left, long answeredOfAll, long leftOfAll) {
      static final Day NOTHING = new Day(0, 0, 0, 0);

      Day and(Step step, boolean these) {
        long gone = step.answered() + step.waiting();
        return new Day(
            answered + (these ? step.answered() : 0),
            left + (these ? gone : 0),
            answeredOfAll + step.answered(),
            leftOfAll + gone);
      }
    }

    void add(Step step, boolean these) {
      days.merge(step.days(), Day.NOTHING.and(step, these), (before, _) -> before.and(step, these));
    }

    void walk() {
      double left = days.values().stream().mapToLong(Day::left).sum();
      double all = days.values().stream().mapToLong(Day::leftOfAll).sum();
      for (var day : days.values()) {
        double events = day.answeredOfAll();
        difference += day.answered() - events * left / all;
        if (all > 1) {
          variance += events * (left / all) * (1 - left / all) * (all - events) / (all - 1);
        }
        left -= day.left();
        all -= day.leftOfAll();
      }
    }
  }
}
