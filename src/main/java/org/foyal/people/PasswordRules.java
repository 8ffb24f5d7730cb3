package org.foyal.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.foyal.people.keys.Passwords;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;

/// Says what is wrong with a password that somebody typed twice, in the words of the form.
@Component
class PasswordRules {
  private final Passwords passwords;
  private final ShellSettings shell;

  PasswordRules(Passwords passwords, ShellSettings shell) {
    this.passwords = passwords;
    this.shell = shell;
  }

  /// The key of what is wrong, by field; empty when all is well.
  ///
  /// @param own what others know of the person
  public Map<String, String> problems(String password, String again, List<String> own) {
    var problems = new LinkedHashMap<String, String>();
    var words = Stream.concat(own.stream(), Stream.of(shell.title(), "foyal")).toList();
    passwords
        .weakness(password, words)
        .ifPresent(weakness -> problems.put("password", "people.problem.password." + weakness));
    if (problems.isEmpty() && !password.equals(again)) {
      problems.put("again", "people.problem.again");
    }
    return problems;
  }
}
