package org.foyal.learning.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.foyal.kernel.Period;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.progress.Progress.Around;
import org.springframework.stereotype.Component;

/// Counts what people say of a course once a quarter, and keeps it as it was told first: whoever
/// read it yesterday reads the same today, and can take nothing from it.
@Component
class ProgressRegister {
  private final ProgressFigureStore counts;
  private final ProgressPublicationStore published;
  private final Around around;

  ProgressRegister(
      ProgressFigureStore counts, ProgressPublicationStore published, Around around) {
    this.counts = counts;
    this.published = published;
    this.around = around;
  }

  /// What was published; what nobody has read yet is counted and published now. Where nobody came
  /// there is nothing to keep.
  ///
  /// @param asked what the course asks about now
  /// @param others the words of what it asked about before
  ProgressFigures of(
      String course, Period quarter, List<CanDo> asked, Function<Competence, CanDo> others) {
    return published
        .find(course, quarter, one -> words(asked, others, one))
        .orElseGet(() -> publish(course, quarter, asked, others));
  }

  private ProgressFigures publish(
      String course, Period quarter, List<CanDo> asked, Function<Competence, CanDo> others) {
    var from = around.start(quarter.from());
    var until = around.start(quarter.to().plusDays(1));
    var said = counts.said(course, from, until);
    var all = new ArrayList<>(asked);
    for (var one : Competence.values()) {
      if (said.containsKey(one.code()) && asked.stream().noneMatch(of -> of.competence() == one)) {
        all.add(others.apply(one));
      }
    }
    long people = counts.people(course, from, until);
    var made = ProgressFigures.of(quarter, around.today(), people, all, said);
    if (people == 0) {
      return made;
    }
    published.add(course, made);
    return published.find(course, quarter, one -> words(asked, others, one)).orElseThrow();
  }

  private static CanDo words(
      List<CanDo> asked, Function<Competence, CanDo> others, Competence one) {
    return asked.stream()
        .filter(of -> of.competence() == one)
        .findFirst()
        .orElseGet(() -> others.apply(one));
  }
}
