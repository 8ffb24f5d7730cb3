package org.foyal.learning.appointments;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.learning.activity.Coop;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.learning.activity.Coop.Theme;
import org.foyal.learning.activity.Occasions;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.people.Actor;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Component;

/// What a record can be made from: an appointment, somebody who came without one, a session. The
/// themes are those of the last record for the same need, else what the need's courses teach.
@Component
class BookingOccasions implements Occasions {
  private static final int DROP_IN_minutes = 30;
  private static final String EARLY = "learning.appointments.problem.early";

  private final Reception reception;
  private final AppointmentStore store;
  private final AppointmentWords words;
  private final Courses courses;
  private final Attendance attendance;

  BookingOccasions(
      Reception reception,
      AppointmentStore store,
      AppointmentWords words,
      Courses courses,
      Attendance attendance) {
    this.reception = reception;
    this.store = store;
    this.words = words;
    this.courses = courses;
    this.attendance = attendance;
  }

  @Override
  public Optional<Occasion> find(Of of) {
    return of.appointment()
        .flatMap(id -> reception.find(id).map(this::of).or(() -> ticket(id)))
        .or(() -> of.session().flatMap(this::session));
  }

  private Occasion of(Appointment one) {
    var slot = one.slot();
    return new Occasion(
        new Of(Optional.empty(), Optional.of(one.id())),
        Kind.INDIVIDUEL,
        words.dayOf(slot.startsAt()),
        (int) java.time.Duration.between(slot.startsAt(), slot.endsAt()).toMinutes(),
        slot.place(),
        one.need().map(this::themes).orElse(Set.of()),
        "",
        1,
        DayPage.at(slot.place()),
        one.example());
  }

  private Optional<Occasion> ticket(UUID id) {
    return reception
        .findTicket(id)
        .map(one ->
            new Occasion(
                new Of(Optional.empty(), Optional.of(id)),
                Kind.INDIVIDUEL,
                one.day(),
                DROP_IN_minutes,
                one.place(),
                Set.of(),
                "",
                1,
                DayPage.at(one.place()),
                false));
  }

  private Optional<Occasion> session(UUID id) {
    return courses
        .find(id)
        .filter(one -> one.planned())
        .map(one -> {
          var course = courses.findCourse(one.course()).orElseThrow();
          var title = course.title().in(Language.FR);
          return new Occasion(
              new Of(Optional.of(id), Optional.empty()),
              Kind.COLLECTIF,
              words.dayOf(one.startsAt()),
              (int) one.length().toMinutes(),
              one.place(),
              taught(Set.of(course)),
              title.substring(0, Math.min(100, title.length())),
              attendance.came(id),
              "/staff/learning/sessions/" + id + "/people",
              one.example());
        });
  }

  private Set<Theme> themes(String need) {
    var last =
        store.themes(need).stream()
            .flatMap(code -> Coop.find(Theme.class, code).stream())
            .collect(Collectors.toSet());
    return last.isEmpty()
        ? taught(
            courses.listCourses().stream()
                .filter(one -> one.needs().contains(need))
                .collect(Collectors.toSet()))
        : last;
  }

  private static Set<Theme> taught(Set<Course> some) {
    return some.stream()
        .flatMap(one -> one.competences().stream())
        .map(BookingOccasions::theme)
        .collect(Collectors.toSet());
  }

  private static Theme theme(Competence one) {
    return switch (one) {
      case SEARCH, TAKE_PART -> Theme.NAVIGATION_SUR_INTERNET;
      case MANAGE_DATA -> Theme.GERE_SES_CONTENUS_NUMERIQUES;
      case PROCESS_DATA, TEXTS, ADAPT -> Theme.BUREAUTIQUE;
      case INTERACT -> Theme.EMAIL;
      case SHARE -> Theme.RESEAUX_SOCIAUX;
      case COLLABORATE, WELL_BEING -> Theme.CULTURE_NUMERIQUE;
      case MULTIMEDIA, PROGRAM -> Theme.CREER_AVEC_LE_NUMERIQUE;
      case SECURE, PRIVACY -> Theme.SECURITE_NUMERIQUE;
      case SOLVE -> Theme.MAINTENANCE_DE_MATERIEL;
      case EVOLVE -> Theme.PRENDRE_EN_MAIN_DU_MATERIEL;
    };
  }

  @Override
  public Optional<String> recorded(Actor by, Of of) {
    return of.appointment()
        .flatMap(
            id -> reception.findTicket(id).isPresent() ? ended(id) : reception.recorded(by, id))
        .or(() -> of.session().flatMap(courses::find).filter(this::tooEarly).map(_ -> EARLY));
  }

  /// Nobody has come yet to what is hours away.
  private boolean tooEarly(Session one) {
    return reception.early(one.startsAt());
  }

  /// A ticket that somebody else has ended as received has their record or none; one that has left
  /// came back.
  private Optional<String> ended(UUID ticket) {
    reception.end(ticket, true);
    return Optional.empty();
  }
}
