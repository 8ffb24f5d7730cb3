package org.foyal.innovation.applying;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.innovation.Holder;
import org.foyal.innovation.Origin;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;

/// What whoever applies typed: a step of the form.
///
/// @param act what to do with it
/// @param file the number of a file
record Typed(
    @Nullable String reference,
    @Nullable String code,
    @Nullable String act,
    @Nullable String step,
    @Nullable String form,
    @Nullable String holder,
    @Nullable String name,
    @Nullable String born,
    @Nullable String origin,
    @Nullable String area,
    @Nullable String registration,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String title,
    @Nullable String summary,
    @Nullable String euros,
    @Nullable String shows,
    @Nullable String file) {
  private static final int MOST_euros = 100_000_000;

  static Typed of(String reference, String code, String step) {
    return new Typed(
        reference, code, "", step, "", "", "", "", "", "", "", "", "", "", "", "", "", "");
  }

  static String line(@Nullable String text, int longest) {
    var line = Plain.line(text);
    return line.length() > longest ? line.substring(0, longest) : line;
  }

  String referenceTyped() {
    return line(reference, 60);
  }

  String codeTyped() {
    return line(code, 60);
  }

  UUID formName() {
    return Plain.formName(form);
  }

  private static boolean isYear(String typed) {
    return typed.matches("(19|20)[0-9]{2}");
  }

  /// Who applies; what can't be kept is told by field.
  ///
  /// @param area the code of a neighbourhood that exists, or nothing
  Applicant applicant(Optional<String> area, Map<String, String> problems) {
    var year = line(born, 10);
    if (!year.isEmpty() && !isYear(year)) {
      problems.put("born", "innovation.problem.born");
    }
    longest("name", name, 200, problems);
    longest("registration", registration, 20, problems);
    longest("email", email, 254, problems);
    longest("phone", phone, 40, problems);
    return new Applicant(
        Stream.of(Holder.values())
            .filter(one -> one.name().equals(holder))
            .findFirst()
            .orElse(null),
        Plain.line(name),
        isYear(year) ? Integer.valueOf(year) : null,
        Stream.of(Origin.values())
            .filter(one -> one.name().equals(origin))
            .findFirst()
            .orElse(null),
        area,
        Plain.line(registration),
        Plain.line(email),
        Plain.line(phone));
  }

  /// What is to be done; what can't be kept is told by field.
  Project project(Map<String, String> problems) {
    longest("title", title, 150, problems);
    var words = Plain.text(summary);
    if (words.length() > 2000) {
      problems.put("summary", "innovation.problem.long");
    }
    var amount = Plain.line(euros).replaceAll("[\\s\u00a0\u202f€]", "");
    int number = amount.matches("[0-9]{1,9}") ? Integer.parseInt(amount) : 0;
    if (!amount.isEmpty() && (number < 1 || number > MOST_euros)) {
      problems.put("euros", "innovation.problem.euros");
    }
    return new Project(
        Plain.line(title),
        words,
        amount.isEmpty() || number < 1 ? null : number,
        "yes".equals(shows));
  }

  private static void longest(
      String field, @Nullable String typed, int most, Map<String, String> problems) {
    if (Plain.line(typed).length() > most) {
      problems.put(field, "innovation.problem.long");
    }
  }

  /// The answers that a form carries, as `answer1`, `answer2` …
  static Map<Integer, String> answers(
      Map<String, String[]> parameters, Map<String, String> problems) {
    var answers = new TreeMap<Integer, String>();
    parameters.forEach((name, values) -> {
      if (name.matches("answer[0-9]{1,2}")) {
        var words = Plain.text(values[0]);
        if (words.length() > 3000) {
          problems.put(name, "innovation.problem.long");
        }
        answers.put(Integer.valueOf(name.substring(6)), words);
      }
    });
    return answers;
  }
}
