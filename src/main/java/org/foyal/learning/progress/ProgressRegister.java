package org.foyal.learning.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.foyal.kernel.Period;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.progress.Progress.Around;
import org.foyal.learning.progress.ProgressPublicationStore.Wording;
import org.springframework.stereotype.Component;

/// Counts what people say of a course once a quarter, and keeps it as it was told first: whoever
/// read it yesterday reads the same today, and can take nothing from it.
@Component
class ProgressRegister {
  private final ProgressFigureStore counts;
  private final ProgressPublicationStore published;
  private final Around around;

  ProgressRegister(ProgressFigureStore counts, ProgressPublicationStore published, Around around) {
    this.counts = counts;
    this.published = published;
    this.around = around;
  }

  /// What a course asks about.
  ///
  /// @param now the sentences that it asks now
  /// @param latest the latest words of any sentence, also of one that it asked before
  /// @param wording the words that a sentence had
  record Asked(List<CanDo> now, Function<Competence, CanDo> latest, Wording wording) {
    /// Those that people said something of, or are asked now.
    List<CanDo> of(Set<String> said) {
      var all = new ArrayList<>(now);
      for (var one : Competence.values()) {
        if (said.contains(one.code()) && now.stream().noneMatch(of -> of.competence() == one)) {
          all.add(latest.apply(one));
        }
      }
      return all;
    }
  }

  /// What was published; what nobody has read yet is counted and published now. Where nobody came
  /// there is nothing to keep.
  ProgressFigures of(String course, Period quarter, Asked asked) {
    return published
        .find(course, quarter, asked.wording())
        .orElseGet(() -> publish(course, quarter, asked));
  }

  private ProgressFigures publish(String course, Period quarter, Asked asked) {
    var from = around.start(quarter.from());
    var until = around.start(quarter.to().plusDays(1));
    var said = counts.said(course, from, until);
    long people = counts.people(course, from, until);
    var made = ProgressFigures.of(quarter, around.today(), people, asked.of(said.keySet()), said);
    if (people == 0) {
      return made;
    }
    published.add(course, made);
    return published.find(course, quarter, asked.wording()).orElseThrow();
  }
}
