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
///
/// A question counts once in all, from its publication on; and once for each official that it was
/// put to, for as long as it was theirs: passing it on wipes nothing out.
@Service
class AnswerFigures {
  private final AnswerCountStore store;
  private final Cases cases;
  private final Cache<LocalDate, Rows> kept =
      Caffeine.newBuilder().maximumSize(2).expireAfterWrite(Duration.ofMinutes(1)).build();

  AnswerFigures(AnswerCountStore store, Cases cases) {
    this.store = store;
    this.cases = cases;
  }

  private record Rows(List<Row> questions, List<Row> stints) {}

  /// The figures of the questions that a rule picks.
  @Transactional(readOnly = true)
  Statistic of(Predicate<Row> which) {
    var today = cases.today();
    return Statistic.of(rows(today).questions().stream().filter(which).toList(), today);
  }

  /// The figures of an official.
  ///
  /// @param mandate its code
  @Transactional(readOnly = true)
  Statistic ofOfficial(String mandate) {
    var today = cases.today();
    var theirs =
        rows(today).stints().stream().filter(row -> row.mandate().equals(mandate)).toList();
    return Statistic.of(theirs, today);
  }

  private Rows rows(LocalDate today) {
    return kept.get(today, _ -> new Rows(owed(store.questions()), owed(store.stints())));
  }

  /// What whoever asked took back before an answer is no official's debt.
  private List<Row> owed(List<Counted> all) {
    var open =
        all.stream()
            .filter(one -> one.row().answeredOn().isEmpty())
            .map(Counted::caseId)
            .distinct()
            .toList();
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
