package org.foyal.requests.moderation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.people.Actor;
import org.foyal.requests.Report;
import org.foyal.requests.Report.Shown;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Tells whoever filed a report that it was kept back, by which rule and how to appeal, and what
/// came of an appeal: as a line of their case, in their language.
@Component
class DecisionLetters {
  private final CaseWork work;
  private final Cases cases;
  private final Words words;
  private final SiteAddress site;

  DecisionLetters(CaseWork work, Cases cases, Words words, SiteAddress site) {
    this.work = work;
    this.cases = cases;
    this.words = words;
    this.site = site;
  }

  void tell(Actor by, Report report, Shown shown, Optional<String> rule, boolean onAppeal) {
    if (shown == Shown.SHOWN && !onAppeal) {
      return; // that it is shown needs no letter
    }
    var asked = cases.list(List.of(report.caseId())).get(report.caseId());
    if (asked == null) {
      return;
    }
    var language = asked.language();
    var said =
        rule.map(one -> hidden(language, report, one, onAppeal))
            .orElseGet(() -> words.say(language, "requests.letter.shown"));
    work.write(by, asked.reference(), UUID.randomUUID(), said, true);
  }

  private String hidden(Language language, Report report, String rule, boolean onAppeal) {
    var why = words.say(language, "requests.rule." + rule);
    return words.say(
            language, onAppeal ? "requests.letter.still-hidden" : "requests.letter.hidden", why)
        + "\n"
        + site.get()
        + "/"
        + language.code()
        + "/reports/"
        + report.reference()
        + "/appeal";
  }
}
