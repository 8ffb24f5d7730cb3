package org.foyal.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Attendance.Noted;
import org.foyal.learning.enrolment.Draft;
import org.foyal.learning.enrolment.Draft.Channel;
import org.foyal.learning.enrolment.Draft.Person;
import org.foyal.learning.enrolment.Draft.Wish;
import org.foyal.learning.enrolment.Enrolment;
import org.foyal.learning.enrolment.Enrolment.AlreadyThere;
import org.foyal.learning.enrolment.Enrolment.Elsewhere;
import org.foyal.learning.enrolment.Enrolment.NoSession;
import org.foyal.learning.enrolment.Enrolment.Refused;
import org.foyal.learning.enrolment.Enrolment.Seated;
import org.foyal.learning.enrolment.Enrolment.SentBefore;
import org.foyal.learning.enrolment.Enrolment.TooLate;
import org.foyal.learning.enrolment.Enrolment.Waiting;
import org.foyal.learning.enrolment.Enrolments;
import org.foyal.learning.enrolment.Participation;
import org.foyal.learning.enrolment.Participation.Reason;
import org.foyal.learning.enrolment.Participation.State;
import org.foyal.people.Account;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Invented people who come to the invented workshops: by web, at the counter and by telephone,
/// from all neighbourhoods; some wait, some give their seat back and say why, some come late.
/// Nobody is absent: that is noted once a session has begun, and none is planned into the past. The
/// same sessions have the same people. Nobody has an address to which a letter would go; the
/// numbers are those that are set aside for films (06 39 98).
@Component
@ConditionalOnProperty("foyal.demo.city")
class Participants {
  private static final int SEED = 2018;
  private static final List<String> NAMES =
      List.of(
          "Man Yvonne",
          "Joël",
          "Ti Jo",
          "Man Rose",
          "Sylviane",
          "Marcel",
          "Nadège",
          "Éric",
          "Man Lucie",
          "Fabrice",
          "Coralie",
          "Théodore",
          "Maryse",
          "Kévin",
          "Josette",
          "Loïc");
  private static final List<Reason> REASONS =
      List.of(Reason.TRANSPORT, Reason.CHILDCARE, Reason.COST, Reason.TIME, Reason.HEALTH);

  private final Enrolments enrolments;
  private final Attendance attendance;
  private final Territory territory;

  Participants(Enrolments enrolments, Attendance attendance, Territory territory) {
    this.enrolments = enrolments;
    this.attendance = attendance;
    this.territory = territory;
  }

  /// Somebody with what opens their place.
  private record Come(Participation place, String code) {}

  /// Fills a session: the first ones are full with some who wait, the later ones half full. Of a
  /// full one, somebody gives their seat back, and whoever waits longest is offered it.
  ///
  /// @param number which session of the season it is, from 0
  @Transactional
  void fill(Session session, int number, Account mediator) {
    var lot = new Random(SEED + 31L * number);
    boolean full = number % 3 == 0;
    int people = full ? session.seats() + 3 : 2 + lot.nextInt(Math.max(1, session.seats() - 3));
    var come = come(session, people, "season " + number, mediator);
    if (full) {
      leave(come, lot, number % 2 == 0);
    }
  }

  private List<Come> come(Session session, int people, String name, Account mediator) {
    var come = new ArrayList<Come>();
    var areas = territory.listAreas(Area.Kind.IRIS).stream().map(Area::code).sorted().toList();
    for (int i = 0; i < people; i++) {
      var draft = draft(session, name + " " + i, i, mediator, areas);
      var made =
          draft.takenBy() == null
              ? enrolments.enrol(draft)
              : enrolments.enrol(Actor.of(mediator, "bin/run"), draft);
      switch (made) {
        case Seated(var place, String code, boolean _) -> come.add(new Come(place, code));
        case Waiting(var place, String code, int _, boolean _) -> come.add(new Come(place, code));
        case SentBefore _,
            AlreadyThere _,
            Elsewhere _,
            TooLate _,
            Enrolment.Full _,
            NoSession _,
            Refused _ -> {}
      }
    }
    return come;
  }

  private Draft draft(
      Session session, String name, int number, Account mediator, List<String> areas) {
    var lot = new Random(SEED + name.hashCode());
    var channel =
        switch (number % 4) {
          case 0 -> Channel.COUNTER;
          case 1 -> Channel.PHONE;
          default -> Channel.WEB;
        };
    var area =
        areas.isEmpty()
            ? Optional.<String>empty()
            : Optional.of(areas.get(lot.nextInt(areas.size())));
    var person =
        new Person(
            NAMES.get(lot.nextInt(NAMES.size())) + " (exemple)",
            Optional.empty(),
            Optional.of("%s%04d".formatted("063998", lot.nextInt(10_000))),
            lot.nextBoolean() ? Optional.of(1940 + lot.nextInt(66)) : Optional.empty(),
            lot.nextInt(10) < 8 ? area : Optional.empty(),
            session.language() == Language.EN ? Language.EN : Language.FR);
    return new Draft(
        UUID.nameUUIDFromBytes(("foyal learner " + name).getBytes(StandardCharsets.UTF_8)),
        session.id(),
        person,
        new Wish(lot.nextInt(3) == 0, Set.of()),
        channel,
        channel == Channel.WEB ? null : mediator.id());
  }

  /// Two give their seats back; of those to whom they are offered, one takes it.
  private void leave(List<Come> come, Random lot, boolean taken) {
    for (int i = 0; i < 2 && i < come.size(); i++) {
      var one = come.get(i);
      var reason = REASONS.get(lot.nextInt(REASONS.size()));
      enrolments.cancel(one.place().reference().toString(), one.code(), reason);
    }
    if (taken) {
      come.stream()
          .filter(one -> one.place().state() == State.WAITING)
          .findFirst()
          .ifPresent(one -> enrolments.accept(one.place().reference().toString(), one.code()));
    }
  }

  /// Fills a session that is about to begin, and notes who came early and who is late; of the
  /// others it is for the mediator to note it.
  @Transactional
  void attend(Session session, Account mediator) {
    var come = come(session, session.seats(), "today", mediator);
    Map<Long, Noted> noted = new HashMap<>();
    IntStream.range(0, come.size())
        .filter(i -> i % 5 < 4 && come.get(i).place().state() == State.CONFIRMED)
        .forEach(i ->
            noted.put(
                come.get(i).place().id(),
                new Noted(State.CONFIRMED, i % 5 == 3 ? State.LATE : State.PRESENT)));
    attendance.note(Actor.of(mediator, "bin/run"), session.id(), noted);
  }
}
