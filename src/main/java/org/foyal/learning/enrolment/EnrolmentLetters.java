package org.foyal.learning.enrolment;

import static org.foyal.post.Letter.Kind.ANSWER;
import static org.foyal.post.Letter.Kind.RECEIPT;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.post.Letter;
import org.foyal.post.Post;
import org.foyal.post.Queueing;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Writes to whoever comes, in the language of each place, in the transaction of the act. Whoever
/// gave no e-mail address is called, or told at the counter: the desk lists whom, and about what.
@Component
class EnrolmentLetters {
  private static final Set<String> TO_CALL =
      Set.of(
          "offered",
          "timed-out",
          "lapsed",
          "first-come",
          "remind-confirm",
          "not-confirmed",
          "moved",
          "moved-clash",
          "moved-waiting",
          "cancelled",
          "revoked");

  private final Post post;
  private final Words words;
  private final SiteAddress site;
  private final ShellSettings city;
  private final SessionWords sessions;
  private final ListStore lists;

  EnrolmentLetters(
      Post post,
      Words words,
      SiteAddress site,
      ShellSettings city,
      SessionWords sessions,
      ListStore lists) {
    this.lists = lists;
    this.post = post;
    this.words = words;
    this.site = site;
    this.city = city;
    this.sessions = sessions;
  }

  /// That they have a seat; whether a letter leaves.
  boolean seated(Participation place, Session session, String code) {
    return write(place, session, "seated", once(place), code);
  }

  /// That they wait, and that it is no seat.
  boolean waiting(Participation place, Session session, String code, int ahead) {
    return write(place, session, "waiting", place.id() + "", code, ahead);
  }

  /// That a seat is held for them until a moment.
  void offered(Participation place, Session session, String code, Instant until) {
    write(
        place,
        session,
        "offered",
        once(place) + "." + until.getEpochSecond(),
        code,
        sessions.moment(place.learner().language(), until));
  }

  /// That an offer ended without answer.
  void offerOver(Participation place, Session session, String code) {
    boolean lapsed = place.state() == State.LAPSED;
    write(place, session, lapsed ? "lapsed" : "timed-out", once(place), code);
  }

  /// How often they were offered a seat and since when they wait: another turn, another letter.
  private static String once(Participation place) {
    return place.id() + "." + place.offers() + "." + place.since().toEpochMilli();
  }

  /// That a seat is for whoever comes first, as often as one is.
  void firstCome(Participation place, Session session, String code, Instant at) {
    write(place, session, "first-come", place.id() + "." + at.toEpochMilli(), code);
  }

  /// That it is soon.
  ///
  /// @param ask whether they are asked if they come; otherwise the seat is theirs
  void remind(Participation place, Session session, String code, boolean ask) {
    write(
        place,
        session,
        ask ? "remind-confirm" : "remind",
        place.id() + "." + session.sequence(),
        code);
  }

  /// That the seat went back, since they did not say again that they come.
  void notConfirmed(Participation place, Session session, String code) {
    write(place, session, "not-confirmed", once(place), code);
  }

  /// That the session takes place at another time or elsewhere.
  void moved(Participation place, Session session, String code, boolean clashes) {
    write(
        place,
        session,
        clashes ? "moved-clash" : place.state() == State.WAITING ? "moved-waiting" : "moved",
        place.id() + "." + session.sequence(),
        code);
  }

  /// That the session does not take place, or that their place in it was taken back.
  void revoked(Participation place, Session session, String code) {
    write(place, session, session.planned() ? "revoked" : "cancelled", place.id() + "", code);
  }

  /// What people find there, for whoever counted on it.
  private String found(Session session, Language language) {
    return Stream.of(
            "learning.courses.childcare." + (session.childcare() ? "yes" : "no"),
            "learning.courses.step-free." + (session.stepFree() ? "yes" : "no"))
        .map(key -> words.say(language, key))
        .collect(Collectors.joining("\n"));
  }

  /// Where the place is followed, and on a line of its own where a calendar finds it.
  private String links(Participation place, String code) {
    var language = place.learner().language();
    var key = "/mine/" + place.reference() + "/" + code;
    var calendar = site.get() + "/calendars" + key + ".ics?language=" + language.code();
    return site.get()
        + "/"
        + language.code()
        + "/workshops"
        + key
        + "\n"
        + words.say(language, "learning.enrolment.letter.calendar", calendar);
  }

  /// @param more what the words of this kind need beyond what all of them say: the title, when,
  ///   where, the link, the reference, the code, the city
  private boolean write(
      Participation place, Session session, String what, String once, Object... more) {
    var learner = place.learner();
    if (learner.email().isEmpty() || learner.erased()) {
      if (TO_CALL.contains(what) || (what.equals("remind") && learner.phone().isPresent())) {
        lists.toCall(place.id(), what);
      }
      return false;
    }
    var language = learner.language();
    var said = sessions.of(session, language);
    var code = String.valueOf(more[0]);
    var extra = more.length > 1 ? more[1] : "";
    var text =
        words.say(
            language,
            "learning.enrolment.letter." + what,
            said.title(),
            said.when(),
            said.where() + (what.startsWith("moved") ? "\n" + found(session, language) : ""),
            links(place, code),
            place.reference().toString(),
            code,
            city.title(),
            extra);
    var subject =
        words.say(language, "learning.enrolment.letter." + what + ".subject", said.title());
    var kind = List.of("seated", "waiting").contains(what) ? RECEIPT : ANSWER;
    var letter =
        new Letter(
            "learning.enrolment." + what + "." + once,
            learner.email().get(),
            language,
            kind,
            subject,
            text);
    return !(post.queue(letter) instanceof Queueing.Refused);
  }
}
