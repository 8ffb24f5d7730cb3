package org.foyal.learning.appointments;

import static org.foyal.post.Letter.Kind.ANSWER;
import static org.foyal.post.Letter.Kind.RECEIPT;

import java.util.Set;
import org.foyal.cases.codes.Codes;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.post.Queueing;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes to whoever has an appointment, in their language, in the transaction of the act, and
/// names nobody else. Whoever gave no address is called, or told when they come: the desk lists
/// them.
@Component
class AppointmentLetters {
  /// Names appointments among all that has a code.
  static final String KIND = "appointment";

  private static final Set<String> TO_CALL = Set.of("revoked", "moved", "closed");

  private final AppointmentStore store;
  private final AppointmentWords said;
  private final Codes codes;
  private final Post post;
  private final Frame frame;

  /// What a letter is framed by.
  @Component("appointmentFrame")
  record Frame(Words words, SiteAddress site, ShellSettings city) {}

  AppointmentLetters(
      AppointmentStore store, AppointmentWords said, Codes codes, Post post, Frame frame) {
    this.store = store;
    this.said = said;
    this.codes = codes;
    this.post = post;
    this.frame = frame;
  }

  /// That it is theirs; whether a letter leaves.
  boolean booked(Appointment one) {
    return write(one, "booked", "");
  }

  /// That it is soon.
  void remind(Appointment one) {
    write(one, "remind", "." + one.slot().id());
  }

  /// That it is at another time or elsewhere.
  void moved(Appointment one) {
    write(one, "moved", "." + one.slot().id() + "." + one.slot().sequence());
  }

  /// That the city took it back.
  void revoked(Appointment one) {
    write(one, one.priority() ? "closed" : "revoked", "");
  }

  /// The code that goes with a reference.
  String code(Appointment one) {
    return codes.of(KIND, one.reference());
  }

  private boolean write(Appointment one, String what, String once) {
    var who = one.who();
    if (who.erased()) {
      return false;
    }
    if (who.email().isEmpty()) {
      if (TO_CALL.contains(what)) {
        store.toCall(one.id(), what);
      }
      return false;
    }
    return !(post.queue(letter(one, who.email().get(), what, once)) instanceof Queueing.Refused);
  }

  private Letter letter(Appointment one, String to, String what, String once) {
    var language = one.who().language();
    var facts = said.of(one.slot(), one.need(), language);
    var words = frame.words();
    var key = "learning.appointments.letter." + what;
    var code = code(one);
    var mine = "/appointments/mine/" + one.reference() + "/" + code;
    return new Letter(
        "learning.appointments." + what + "." + one.id() + once,
        to,
        language,
        what.equals("booked") ? RECEIPT : ANSWER,
        words.say(language, key + ".subject", facts.when()),
        words.say(
            language,
            key,
            facts.what(),
            facts.when(),
            facts.where(),
            facts.phone(),
            frame.site().get() + "/" + language.code() + mine,
            one.reference().toString(),
            code,
            frame.city().title()));
  }
}
