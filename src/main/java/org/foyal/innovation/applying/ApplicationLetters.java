package org.foyal.innovation.applying;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.foyal.innovation.Call;
import org.foyal.innovation.RoomLetters;
import org.foyal.innovation.RoomLetters.Note;
import org.foyal.post.Letter;
import org.foyal.shell.ShellSettings;
import org.springframework.stereotype.Component;

/// Writes to whoever applies: the reference and the code, the receipt, a deadline that moved.
@Component
class ApplicationLetters {
  private final RoomLetters letters;
  private final ShellSettings city;

  ApplicationLetters(RoomLetters letters, ShellSettings city) {
    this.letters = letters;
    this.city = city;
  }

  boolean reaches(String address) {
    return letters.reaches(address);
  }

  boolean begun(Application one, Call call, String code) {
    return tell(one, call, code, "begun", "");
  }

  boolean sent(Application one, Call call, String code) {
    return tell(one, call, code, "sent", "");
  }

  boolean moved(Application one, Call call, String code, int version) {
    return tell(one, call, code, "moved", "." + version);
  }

  private boolean tell(Application one, Call call, String code, String act, String nth) {
    var tongue = one.tongue();
    var note =
        new Note(
            "innovation." + act + "." + one.id() + nth,
            one.applicant().email(),
            tongue,
            act.equals("moved") ? Letter.Kind.ANSWER : Letter.Kind.RECEIPT,
            "innovation.letter." + act);
    return letters.queue(
        note,
        call.title().in(tongue),
        one.reference().toString(),
        code,
        written(call.span().closesAt(), one),
        letters.address(tongue, "/applications/" + one.reference() + "/" + code),
        call.contact());
  }

  private String written(Instant at, Application one) {
    return one.tongue()
        .house()
        .write(
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.SHORT)
                .withZone(city.timeZone()),
            at);
  }
}
