package org.foyal.participation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.foyal.cases.Question.Asker;
import org.foyal.post.Post;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Component;

/// What a question may hold, by whichever door it comes.
@Component
class Admitting {
  private static final int LONGEST_NAME = 200;

  private final Council council;
  private final Post post;
  private final Territory territory;

  Admitting(Council council, Post post, Territory territory) {
    this.council = council;
    this.post = post;
    this.territory = territory;
  }

  /// The keys of the words that say what stands against it, by field.
  Map<String, String> check(Draft draft, LocalDate today) {
    var problems = new LinkedHashMap<String, String>();
    if (council.findMandate(draft.mandate()).filter(one -> one.runs(today)).isEmpty()) {
      problems.put("to", "participation.problem.to");
    }
    if (draft.title().length() < Draft.SHORTEST_TITLE) {
      problems.put("title", "participation.problem.title");
    } else if (draft.title().length() > Draft.LONGEST_TITLE) {
      problems.put("title", "shell.problem.long");
    }
    if (draft.words().isEmpty()) {
      problems.put("words", "participation.problem.words");
    } else if (draft.words().length() > Draft.LONGEST_WORDS) {
      problems.put("words", "shell.problem.long");
    }
    if (!draft.theme().isEmpty()
        && council.findTheme(draft.theme()).filter(Theme::active).isEmpty()) {
      problems.put("theme", "participation.problem.theme");
    }
    if (!draft.area().isEmpty() && territory.findArea(draft.area()).isEmpty()) {
      problems.put("area", "participation.problem.area");
    }
    check(draft.asker(), problems);
    return problems;
  }

  private void check(Asker asker, Map<String, String> problems) {
    if (asker.name().filter(name -> name.length() > LONGEST_NAME).isPresent()) {
      problems.put("name", "shell.problem.long");
    }
    if (asker.email().filter(email -> post.address(email).isEmpty()).isPresent()) {
      problems.put("email", "participation.problem.email");
    }
    if (asker.phone().filter(number -> !number.matches("[+0-9][0-9 .()-]{5,39}")).isPresent()) {
      problems.put("phone", "participation.problem.phone");
    }
  }

  Mandate mandate(String code) {
    return council.findMandate(code).orElseThrow();
  }
}
