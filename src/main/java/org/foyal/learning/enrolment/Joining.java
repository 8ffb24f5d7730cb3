package org.foyal.learning.enrolment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.post.Post;
import org.foyal.shell.ShellSettings;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Component;

/// What a wish to come must hold.
@Component
class Joining {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_FOLDED = 200;
  private static final int OLDEST_years = 120;
  private static final int YOUNGEST_years = 5;
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{6,15}");

  private final Post post;
  private final Territory territory;
  private final ShellSettings city;
  private final Clock clock;

  Joining(Post post, Territory territory, ShellSettings city, Clock clock) {
    this.post = post;
    this.territory = territory;
    this.city = city;
    this.clock = clock;
  }

  /// A telephone number as it is kept: digits, with a plus before those of other countries.
  static String phone(String typed) {
    var digits = typed.replaceAll("[\\s.\\-‐‑–/()\u00a0\u202f]", "");
    return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
  }

  /// The key of the words that say what is wrong, by field.
  Map<String, String> check(Draft draft) {
    var problems = new LinkedHashMap<String, String>();
    var person = draft.person();
    if (LearnerStore.folded(person.name()).isEmpty()) {
      problems.put("name", "learning.enrolment.problem.name");
    } else if (person.name().length() > LONGEST_NAME
        || LearnerStore.folded(person.name()).length() > LONGEST_FOLDED) {
      problems.put("name", "shell.problem.long");
    }
    contact(draft, problems);
    int year = LocalDate.ofInstant(clock.instant(), city.timeZone()).getYear();
    if (person
        .birthYear()
        .filter(one -> one > year - YOUNGEST_years || one < year - OLDEST_years)
        .isPresent()) {
      problems.put("year", "learning.enrolment.problem.year");
    }
    if (person.area().isPresent() && territory.findArea(person.area().get()).isEmpty()) {
      problems.put("area", "learning.enrolment.problem.area");
    }
    return problems;
  }

  private void contact(Draft draft, Map<String, String> problems) {
    Person person = draft.person();
    if (person.email().isPresent() && person.email().flatMap(post::address).isEmpty()) {
      problems.put("email", "learning.enrolment.problem.email");
    }
    if (person.phone().filter(one -> !PHONE.matcher(one).matches()).isPresent()) {
      problems.put("phone", "learning.enrolment.problem.phone");
    }
    Optional<String> any = person.email().or(person::phone);
    if (any.isEmpty() && draft.channel() != Channel.COUNTER) {
      problems.put("email", "learning.enrolment.problem.contact");
    }
  }
}
