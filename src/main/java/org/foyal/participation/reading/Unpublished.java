package org.foyal.participation.reading;

import java.time.Clock;
import java.time.Duration;
import org.foyal.cases.Case;
import org.foyal.cases.ledger.Ledger;
import org.foyal.participation.ParticipationSettings;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Erases, some time after, what was said in questions that are not published: their words, their
/// thread, the appeals. That there was one, the rule and the decisions stay.
///
/// What nobody has read yet is owed to whoever asked, and an appeal that waits as well: both are
/// kept until somebody has decided, or the question was taken back.
@Component
class Unpublished {
  private final Questions questions;
  private final Ledger ledger;
  private final ParticipationSettings settings;
  private final Clock clock;

  Unpublished(Questions questions, Ledger ledger, ParticipationSettings settings, Clock clock) {
    this.questions = questions;
    this.ledger = ledger;
    this.settings = settings;
    this.clock = clock;
  }

  @Transactional
  int forget() {
    var before = clock.instant().minus(Duration.ofDays(settings.keepUnpublishedDays()));
    int erased = 0;
    for (var found : questions.unpublished(before)) {
      var question = questions.lock(found.reference());
      if (question.filter(this::ended).isPresent()) {
        questions.erase(question.get());
        ledger.forget(question.get().caseId());
        erased++;
      }
    }
    return erased;
  }

  private boolean ended(Question question) {
    return !question.open()
        && questions.latest(question).filter(Case::closed).isPresent()
        && ledger.openAppeal(question.caseId()).isEmpty();
  }
}
