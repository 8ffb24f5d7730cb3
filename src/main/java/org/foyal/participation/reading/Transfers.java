package org.foyal.participation.reading;

import java.util.List;
import org.foyal.kernel.Reference;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.participation.reading.Ruling.Done;
import org.foyal.participation.reading.Ruling.NotThere;
import org.foyal.participation.reading.Ruling.Refused;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts a question to another official: the mandate has ended, or somebody else has the portfolio.
/// The other one's time begins anew; whom it was put to before stays on its page.
@Service
class Transfers {
  private static final int MOST = 200;

  private final Questions questions;
  private final Council council;
  private final PublicationLetters letters;
  private final Trail trail;

  Transfers(Questions questions, Council council, PublicationLetters letters, Trail trail) {
    this.questions = questions;
    this.council = council;
    this.letters = letters;
    this.trail = trail;
  }

  /// To whom a question can be put.
  @Transactional(readOnly = true)
  List<Mandate> others(Question question) {
    return council.running(questions.today()).stream()
        .filter(one -> !one.code().equals(question.mandate()))
        .toList();
  }

  /// The published questions that nobody answers, since the mandate has ended.
  @Transactional(readOnly = true)
  List<Question> stranded() {
    var ended =
        council.mandates().stream()
            .filter(one -> !one.runs(questions.today()))
            .map(Mandate::code)
            .toList();
    return questions.owed(ended, MOST);
  }

  /// Puts it to another one.
  ///
  /// @param to the code of the mandate
  @Transactional
  Ruling transfer(Actor by, Reference reference, String to) {
    var found = questions.lock(reference);
    var asked = found.flatMap(questions::latest);
    if (found.isEmpty() || asked.isEmpty()) {
      return new NotThere();
    }
    var question = found.get();
    var mandate = others(question).stream().filter(one -> one.code().equals(to)).findFirst();
    if (mandate.isEmpty()) {
      return new Refused("participation.problem.to");
    }
    if (question.erased()) {
      return new Refused("participation.problem.erased");
    }
    if (question.answered()) {
      return new Refused("participation.problem.answered");
    }
    if (Questions.isTakenBack(asked.get())) {
      return new Refused("participation.problem.taken-back");
    }
    var put = questions.transfer(question, mandate.get(), by.id());
    if (put.open()) {
      letters.transferred(by, put, asked.get(), mandate.get());
      letters.tellOfficial(put, mandate.get(), questions.transfers(put).size());
    }
    trail.append(by.did("participation.act.transferred", question.reference().toString()));
    return new Done();
  }
}
