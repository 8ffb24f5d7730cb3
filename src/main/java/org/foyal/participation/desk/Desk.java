package org.foyal.participation.desk;

import java.util.List;
import java.util.Optional;
import org.foyal.kernel.Reference;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.shell.guard.SignedIn;
import org.springframework.stereotype.Component;

/// What somebody signed in may answer: what is put to the mandates that name their account, while
/// these run; an administrator sees all of it.
@Component
class Desk {
  private final Council council;
  private final Questions questions;

  Desk(Council council, Questions questions) {
    this.council = council;
    this.questions = questions;
  }

  List<Mandate> mandates(SignedIn who) {
    return who.administrator()
        ? council.mandates()
        : council.mandatesOf(who.id()).stream().filter(one -> one.runs(questions.today())).toList();
  }

  /// A published question that this person may answer.
  record Open(Question question, Mandate mandate) {}

  Optional<Open> open(String reference, SignedIn who) {
    return Reference.read(reference)
        .flatMap(questions::find)
        .filter(Question::open)
        .flatMap(question ->
            mandates(who).stream()
                .filter(one -> one.code().equals(question.mandate()))
                .findFirst()
                .map(one -> new Open(question, one)));
  }
}
