package org.foyal.cases.templates;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Due;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.CaseWork.Wording;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.cases.Question;
import org.foyal.kernel.Reference;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Shows a template as the letter that whoever asked will get: of a made-up case that is closed
/// with it, in every language.
@Component
class Preview {
  private static final Reference REFERENCE = new Reference("33333335");
  private static final int AGE_days = 10;

  private final CaseWork work;
  private final Cases cases;
  private final Departments departments;
  private final Words words;
  private final ShellSettings shell;

  Preview(CaseWork work, Cases cases, Departments departments, Words words, ShellSettings shell) {
    this.work = work;
    this.cases = cases;
    this.departments = departments;
    this.words = words;
    this.shell = shell;
  }

  List<Wording> letters(Template template) {
    return Stream.of(Language.values())
        .map(this::sample)
        .map(asked -> work.letter(asked, template.filled(asked, shell.title())))
        .toList();
  }

  private Case sample(Language language) {
    var today = cases.today();
    var opened = today.minusDays(AGE_days);
    var due = new Due(opened, today, false, Silence.NOTHING, Optional.empty(), Optional.of(today));
    return new Case(
        0,
        REFERENCE,
        "requests",
        words.say(language, "cases.template.sample"),
        Channel.WEB,
        language,
        departments.list().stream().filter(Department::active).findFirst(),
        Optional.empty(),
        State.CLOSED,
        Optional.of(Outcome.DONE),
        due,
        Instant.ofEpochSecond(opened.toEpochSecond(java.time.LocalTime.NOON, ZoneOffset.UTC)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Question.About.NOTHING,
        true,
        1);
  }
}
