package org.foyal.fablab.booking;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.foyal.fablab.booking.Booking.Span;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Members;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes to whoever booked, in their language, in the transaction of the act; whoever gave no
/// e-mail address sees it on their page, and is told at the counter.
@Component
class BookingLetters {
  private final Post post;
  private final Members members;
  private final Machines machines;
  private final Frame frame;

  /// What letters are written with.
  @Component
  record Frame(Words words, SiteAddress site, ShellSettings city) {}

  BookingLetters(Post post, Members members, Machines machines, Frame frame) {
    this.post = post;
    this.members = members;
    this.machines = machines;
    this.frame = frame;
  }

  /// That it is theirs.
  void booked(Booking booking, String code) {
    write(booking, "booked", code, Letter.Kind.RECEIPT, "");
  }

  /// That they wait, and that it is no booking.
  void waits(Booking booking, String code, int ahead) {
    write(booking, "waits", code, Letter.Kind.RECEIPT, String.valueOf(ahead));
  }

  /// That it is held for them until a moment.
  void offered(Booking booking, String code, Instant until) {
    write(booking, "offered", code, Letter.Kind.ANSWER, "" + until.getEpochSecond());
  }

  /// Whether they come, the day before: many want that machine.
  void again(Booking booking, String code) {
    write(booking, "again", code, Letter.Kind.ANSWER, "");
  }

  /// That they gave it back.
  void cancelled(Booking booking, String code) {
    write(booking, "cancelled", code, Letter.Kind.ANSWER, "");
  }

  /// That the lab took it back, and that they come first next time.
  void revoked(Booking booking, String code) {
    write(booking, "revoked", code, Letter.Kind.ANSWER, "");
  }

  /// That they may no longer work there alone: somebody looks after them then.
  void supervised(Booking booking, String code) {
    write(booking, "supervised", code, Letter.Kind.ANSWER, "");
  }

  /// That they may no longer work there, unless they have it renewed.
  void lapsed(Booking booking, String code) {
    write(booking, "lapsed", code, Letter.Kind.ANSWER, "");
  }

  private void write(Booking booking, String what, String code, Letter.Kind kind, String more) {
    var who = members.who(booking.member());
    if (who.isEmpty() || who.get().email().isEmpty()) {
      return;
    }
    var language = who.get().language();
    var title =
        machines
            .findType(booking.type())
            .map(type -> type.title().in(language))
            .orElse(booking.type());
    var said = what.equals("offered") ? moment(more, language) : more;
    var text =
        frame
            .words()
            .say(
                language,
                "fablab.booking.letter." + what,
                title,
                when(booking.span(), language),
                link(booking, code, language),
                booking.reference().toString(),
                code,
                frame.city().title(),
                said);
    var subject = frame.words().say(language, "fablab.booking.letter." + what + ".subject", title);
    var name = "fablab.booking." + what + "." + booking.id() + "." + booking.sequence() + more;
    post.queue(new Letter(name, who.get().email().get(), language, kind, subject, text));
  }

  private String link(Booking booking, String code, Language language) {
    var page = "/fablab/bookings/mine/" + booking.reference() + "/" + code;
    return frame.site().get() + "/" + language.code() + page;
  }

  /// A while in words: the day and the hours.
  String when(Span span, Language language) {
    var day =
        language.write(
            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withZone(frame.city().timeZone()),
            span.from());
    return frame
        .words()
        .say(
            language,
            "fablab.booking.when",
            day,
            hour(span.from(), language),
            hour(span.until(), language));
  }

  private String moment(String second, Language language) {
    return language.write(
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withZone(frame.city().timeZone()),
        Instant.ofEpochSecond(Long.parseLong(second)));
  }

  /// An hour in words.
  String hour(Instant at, Language language) {
    return language.write(
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(frame.city().timeZone()), at);
  }
}
