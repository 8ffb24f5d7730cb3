package org.foyal.fablab.ladder;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.UUID;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.learning.enrolment.Participation.Learner;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes to those who gave an address: that a level is theirs, with what opens their page, and a
/// month before it ends.
@Component
class LadderLetters {
  private final Members members;
  private final Machines machines;
  private final Post post;
  private final Frame frame;

  /// What a letter is framed by.
  @Component("ladderFrame")
  record Frame(Words words, SiteAddress site, ShellSettings city) {}

  LadderLetters(Members members, Machines machines, Post post, Frame frame) {
    this.members = members;
    this.machines = machines;
    this.post = post;
    this.frame = frame;
  }

  /// That a level is theirs; one letter for each form that was sent.
  void granted(Standing standing, UUID member, UUID form) {
    write(member, standing, "granted", form.toString());
  }

  /// That a level ends soon; one letter for each end.
  void ends(Standing standing, UUID member) {
    write(member, standing, "ends", standing.until().map(Instant::toString).orElse(""));
  }

  private void write(UUID member, Standing standing, String what, String once) {
    var who = members.find(member);
    var learner = members.who(member).filter(one -> !one.erased());
    var to = learner.flatMap(Learner::email);
    if (who.isPresent() && to.isPresent() && !who.get().example()) {
      post.queue(letter(who.get(), learner.get(), to.get(), standing, what, once));
    }
  }

  private Letter letter(
      Member member, Learner learner, String to, Standing standing, String what, String once) {
    var language = learner.language();
    var words = frame.words();
    var key = "fablab.ladder.letter." + what;
    var title = machines.findType(standing.type()).map(one -> one.title().in(language)).orElse("");
    var code = members.code(member);
    var page =
        frame.site().get()
            + "/"
            + language.code()
            + "/fablab/mine/"
            + member.reference()
            + "/"
            + code;
    return new Letter(
        "fablab.ladder." + what + "." + member.id() + "." + standing.type() + "." + once,
        to,
        language,
        Letter.Kind.ANSWER,
        words.say(language, key + ".subject", title),
        words.say(
            language,
            key,
            title,
            words.say(language, standing.held().words()),
            standing
                .until()
                .map(end ->
                    language.write(
                        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                            .withZone(frame.city().timeZone()),
                        end))
                .orElse("—"),
            page,
            member.reference().toString(),
            code,
            frame.city().title()));
  }
}
