package org.foyal.participation.published;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.foyal.cases.Cases;
import org.foyal.participation.Questions;
import org.foyal.participation.published.AnswerCountStore.Counted;
import org.foyal.participation.published.Statistic.Row;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who answers in what time. Counted at most once a minute.
@Service
class AnswerFigures {
  private final AnswerCountStore store;
  private final Cases cases;
  private final Cache<LocalDate, List<Row>> kept =
      Caffeine.newBuilder().maximumSize(2).expireAfterWrite(Duration.ofMinutes(1)).build();

  AnswerFigures(AnswerCountStore store, Cases cases) {
    this.store = store;
    this.cases = cases;
  }

  /// The figures of the questions that a rule picks.
  @Transactional(readOnly = true)
  Statistic of(Predicate<Row> which) {
    var today = cases.today();
    return Statistic.of(kept.get(today, _ -> count()).stream().filter(which).toList(), today);
  }

  /// What whoever asked took back before an answer is no official's debt.
  private List<Row> count() {
    var all = store.list();
    var open =
        all.stream().filter(one -> one.row().answeredOn().isEmpty()).map(Counted::caseId).toList();
    var asked = cases.list(open);
    return all.stream()
        .filter(one -> {
          var now = asked.get(one.caseId());
          return now == null || !Questions.isTakenBack(now);
        })
        .map(Counted::row)
        .toList();
  }

  /// Forgets what was counted.
  void refresh() {
    kept.invalidateAll();
  }
}
