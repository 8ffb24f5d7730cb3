package org.foyal.participation.answers;

import java.util.stream.Stream;
import org.foyal.participation.Council;
import org.foyal.participation.Mandate;
import org.foyal.participation.Question;
import org.foyal.participation.Questions;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Role;
import org.springframework.stereotype.Component;

/// Whoever answers for an official, as long as the mandate runs.
@Component
class Officials {
  private final Council council;
  private final Accounts accounts;
  private final Questions questions;

  Officials(Council council, Accounts accounts, Questions questions) {
    this.council = council;
    this.accounts = accounts;
    this.questions = questions;
  }

  /// Whom a question is put to.
  Mandate of(Question question) {
    return council.findMandate(question.mandate()).orElseThrow();
  }

  /// Whether somebody may answer: an account of the mandate while it runs, an administrator always.
  boolean may(Actor by, Question question) {
    if (by.id() == null) {
      return false;
    }
    var to = of(question);
    return (to.runs(questions.today()) && to.accounts().contains(by.id()))
        || accounts
            .find(by.id())
            .filter(account -> account.status() == Account.Status.ACTIVE)
            .filter(account -> account.roles().contains(Role.ADMIN))
            .isPresent();
  }

  /// To whom letters go; a demonstration writes to nobody.
  Stream<Account> answering(Question question) {
    var to = of(question);
    return question.example() || !to.runs(questions.today())
        ? Stream.empty()
        : to.accounts().stream()
            .flatMap(account -> accounts.find(account).stream())
            .filter(account -> account.status() == Account.Status.ACTIVE);
  }
}
