package org.foyal.fablab.kits;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.foyal.fablab.members.Members;
import org.foyal.learning.enrolment.Participation.Learner;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes to those who have a kit and gave an address: how to go on, when it should be back, and
/// that their sensor does not report as it should.
@Component
class KitLetters {
  private final Members members;
  private final Post post;
  private final Frame frame;

  /// What a letter is framed by.
  @Component("kitFrame")
  record Frame(Words words, SiteAddress site, ShellSettings city) {}

  KitLetters(Members members, Post post, Frame frame) {
    this.members = members;
    this.post = post;
    this.frame = frame;
  }

  /// That a kit is theirs for a while.
  void lent(Loan loan, Kit kit, String code) {
    write(loan, kit, code, "lent", "");
  }

  /// That it should be back soon, or by now; one letter of each for each day on which it is due.
  void due(Loan loan, Kit kit, String code, boolean late) {
    write(loan, kit, code, late ? "late" : "due", loan.dueOn().toString());
  }

  /// That the sensor does not report as it should; one letter for each alert.
  ///
  /// @param fault `silent`, `constant` or `odd`
  void fault(Loan loan, Kit kit, String code, String fault, long alert) {
    write(loan, kit, code, fault, Long.toString(alert));
  }

  private void write(Loan loan, Kit kit, String code, String what, String once) {
    var learner = members.who(loan.member()).filter(one -> !one.erased());
    var to = learner.flatMap(Learner::email);
    if (to.isEmpty() || loan.example()) {
      return;
    }
    var language = learner.get().language();
    var key = "fablab.kits.letter." + what;
    var title = kit.texts().title().in(language);
    var page =
        frame.site().get()
            + "/"
            + language.code()
            + "/fablab/sensor/"
            + loan.reference()
            + "/"
            + code;
    post.queue(
        new Letter(
            "fablab.kits." + what + "." + loan.id() + "." + once,
            to.get(),
            language,
            Letter.Kind.ANSWER,
            frame.words().say(language, key + ".subject", title),
            frame
                .words()
                .say(
                    language,
                    key,
                    title,
                    day(language, loan.dueOn()),
                    page,
                    loan.reference().toString(),
                    code,
                    frame.city().title())));
  }

  private static String day(Language language, LocalDate day) {
    return language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), day);
  }
}
