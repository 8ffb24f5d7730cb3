package org.foyal.learning.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.kernel.Period;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Participation;
import org.foyal.learning.progress.CanDo.Moment;
import org.foyal.learning.progress.ProgressAnswerStore.Answer;
import org.foyal.learning.progress.Visits.Visit;
import org.foyal.people.Actor;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.guard.Trail;
import org.foyal.shell.language.Told;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people say that they can do, before and after a course: asking, answering, what has
/// changed, and the figures of it. Nobody has to answer.
@Service
public class Progress {
  private final CanDoStore sentences;
  private final ProgressAnswerStore answers;
  private final ProgressRegister register;
  private final Attendance attendance;
  private final Courses courses;
  private final Around around;

  /// What it needs of the house.
  @Component("progressAround")
  record Around(
      Words words, Trail trail, ProgressSettings settings, ShellSettings city, Clock clock) {
    Duration mend() {
      return Duration.ofDays(settings.mendDays());
    }

    LocalDate today() {
      return LocalDate.ofInstant(clock.instant(), city.timeZone());
    }

    Instant start(LocalDate day) {
      return day.atStartOfDay(city.timeZone()).toInstant();
    }
  }

  Progress(
      CanDoStore sentences,
      ProgressAnswerStore answers,
      ProgressRegister register,
      Attendance attendance,
      Courses courses,
      Around around) {
    this.sentences = sentences;
    this.answers = answers;
    this.register = register;
    this.attendance = attendance;
    this.courses = courses;
    this.around = around;
  }

  /// What a course asks about, in its words.
  @Transactional(readOnly = true)
  public List<CanDo> asked(String course) {
    var written = sentences.written(course);
    return courses.findCourse(course).map(this::competences).orElse(List.of()).stream()
        .map(one -> written.getOrDefault(one, shipped(one)))
        .toList();
  }

  private List<Competence> competences(Course course) {
    return sentences
        .chosen(course.code())
        .map(CanDoStore.Chosen::competences)
        .orElseGet(() -> course.competences().stream().limit(CanDo.MOST).toList());
  }

  /// The sentence that the program brings.
  CanDo shipped(Competence one) {
    return new CanDo(one, 0, around.words().everywhere("learning.progress.can." + one));
  }

  /// What an editor sees of a course: every competence in the words that it would be asked in.
  ///
  /// @param version of the choice, for two people who write at once; nought while nobody chose
  record Choice(List<Competence> asked, Map<Competence, CanDo> words, int version) {}

  @Transactional(readOnly = true)
  Choice choice(Course course) {
    var written = sentences.written(course.code());
    var words = new LinkedHashMap<Competence, CanDo>();
    for (var one : Competence.values()) {
      words.put(one, written.getOrDefault(one, shipped(one)));
    }
    return new Choice(
        competences(course),
        words,
        sentences.chosen(course.code()).map(CanDoStore.Chosen::version).orElse(0));
  }

  /// Keeps what a course asks about, and in which words. Answers that were given to other words
  /// keep them. False: somebody else chose first.
  ///
  /// @param asked the sentences by competence, in their order; none: the one that the program
  ///   brings
  @Transactional
  boolean keep(Actor by, Course course, int version, Map<Competence, Optional<Told>> asked) {
    if (asked.size() > CanDo.MOST) {
      throw new IllegalArgumentException("a course asks about five at most");
    }
    if (!sentences.choose(course.code(), List.copyOf(asked.keySet()), version)) {
      return false;
    }
    var written = sentences.written(course.code());
    asked.forEach((one, typed) -> {
      var sentence = typed.orElse(shipped(one).sentence());
      if (!sentence.equals(written.getOrDefault(one, shipped(one)).sentence())) {
        sentences.write(course.code(), one, sentence);
      }
    });
    around.trail().append(by.did("learning.progress.act.asked", course.code()));
    return true;
  }

  Visits visits(Participation place) {
    return new Visits(
        place,
        attendance.alongside(place).stream()
            .map(one -> new Visit(one, courses.get(one.session())))
            .toList());
  }

  /// What somebody is asked and has said.
  ///
  /// @param before,after the key of the words that say why it can't be answered now; nothing: it
  ///   can
  /// @param until when answers can be mended last; nothing where there is no place
  record Sheet(
      Session session,
      List<Line> lines,
      Optional<String> before,
      Optional<String> after,
      Optional<Instant> until) {
    List<Line> changed(Line.Change change) {
      return lines.stream().filter(one -> one.change() == change).toList();
    }

    boolean said() {
      return lines.stream().anyMatch(one -> one.before().isPresent() || one.after().isPresent());
    }
  }

  @Transactional(readOnly = true)
  Sheet sheet(Participation place) {
    var visits = visits(place);
    var session = courses.get(place.session());
    var now = around.clock().instant();
    var counting = visits.counting();
    return new Sheet(
        session,
        lines(visits, session.course(), said(visits)),
        visits.closed(Moment.BEFORE, now, false, around.mend()),
        visits.closed(Moment.AFTER, now, false, around.mend()),
        counting.isEmpty()
            ? Optional.empty()
            : Optional.of(counting.getLast().session().endsAt().plus(around.mend())));
  }

  private List<Answer> said(Visits visits) {
    return answers.list(visits.all().stream().map(one -> one.place().id()).toList());
  }

  /// What is asked now, and what was answered and is asked no more.
  private List<Line> lines(Visits visits, String course, List<Answer> said) {
    var all = new LinkedHashMap<Competence, CanDo>();
    asked(course).forEach(one -> all.put(one.competence(), one));
    said.forEach(one -> all.computeIfAbsent(one.competence(), this::shipped));
    return all.values().stream()
        .map(one -> {
          var before = pick(visits, said, one.competence(), Moment.BEFORE);
          var after = pick(visits, said, one.competence(), Moment.AFTER);
          return new Line(
              after.or(() -> before).map(answer -> worded(course, answer)).orElse(one),
              before.map(Answer::step),
              after.map(Answer::step),
              before.isEmpty()
                  || after.isEmpty()
                  || before.get().revision() == after.get().revision());
        })
        .toList();
  }

  /// The first word of before, the last word of after.
  private static Optional<Answer> pick(
      Visits visits, List<Answer> said, Competence competence, Moment moment) {
    var inOrder =
        visits.all().stream()
            .flatMap(
                visit -> said.stream().filter(one -> one.participation() == visit.place().id()))
            .filter(one -> one.competence() == competence && one.moment() == moment)
            .toList();
    return inOrder.isEmpty()
        ? Optional.empty()
        : Optional.of(moment == Moment.BEFORE ? inOrder.getFirst() : inOrder.getLast());
  }

  private CanDo worded(String course, Answer answer) {
    return worded(course, answer.competence(), answer.revision())
        .orElseGet(() -> shipped(answer.competence()));
  }

  /// The sentence in the wording that somebody read; where there is no such wording, as it is.
  @Transactional(readOnly = true)
  CanDo worded(String course, CanDo asked, int revision) {
    return worded(course, asked.competence(), revision).orElse(asked);
  }

  private Optional<CanDo> worded(String course, Competence one, int revision) {
    return revision == 0
        ? Optional.of(shipped(one))
        : sentences.wording(course, one, revision).map(told -> new CanDo(one, revision, told));
  }

  /// An answer as it is given.
  ///
  /// @param revision the wording that was read; what names none is read as the one of now
  record Given(Competence competence, int revision, Step step) {}

  /// Keeps what somebody says of themselves; each sentence alone, as often as they like.
  @Transactional
  Answered answer(Participation place, Moment moment, List<Given> given) {
    boolean known = answers.hold(place.learner().id());
    var visits = visits(place);
    var closed = visits.closed(moment, around.clock().instant(), false, around.mend());
    if (closed.isPresent() || !known) {
      return new Answered.Closed(closed.orElse("learning.progress.problem.erased"));
    }
    var session = courses.get(place.session());
    var said = said(visits);
    var asked = lines(visits, session.course(), said).stream().map(Line::asked).toList();
    int changed = 0;
    for (var one : given) {
      var sentence =
          asked.stream().filter(each -> each.competence() == one.competence()).findFirst();
      if (sentence.isPresent()) {
        var read = worded(session.course(), one.competence(), one.revision());
        var as = new Given(one.competence(), read.orElse(sentence.get()).revision(), one.step());
        changed += write(visits, said, moment, as, null) ? 1 : 0;
      }
    }
    return new Answered.Kept(changed);
  }

  /// Where the person answered before, it is mended there: one answer over a whole series.
  private boolean write(
      Visits visits, List<Answer> said, Moment moment, Given given, @Nullable UUID by) {
    long home =
        pick(visits, said, given.competence(), moment)
            .map(Answer::participation)
            .orElse(visits.home().id());
    return answers.write(
        new Answer(home, given.competence(), moment, given.revision(), given.step()),
        around.clock().instant(),
        by);
  }

  /// Somebody at a session, with what they have said of one sentence.
  ///
  /// @param closed why nothing can be noted of them now; nothing: it can
  record Person(Participation place, Optional<Step> step, Optional<String> closed) {}

  /// Those at a session whose words of one sentence the desk writes down.
  @Transactional(readOnly = true)
  List<Person> people(UUID session, Competence competence, Moment moment) {
    var now = around.clock().instant();
    return attendance.listSeated(session).stream()
        .filter(place -> !place.learner().erased())
        .filter(place -> place.state() == Participation.State.CONFIRMED || place.state().attended())
        .map(place -> {
          var visits = visits(place);
          return new Person(
              place,
              pick(visits, said(visits), competence, moment).map(Answer::step),
              visits.closed(moment, now, true, around.mend()));
        })
        .toList();
  }

  /// What became of what the desk wrote down.
  ///
  /// @param not of whom it could not be noted
  record Noted(int changed, List<String> not) {}

  /// Notes what people at a session say of one sentence, as they said it or wrote it on paper.
  ///
  /// @param asked the sentence in the wording that they read
  /// @param steps by the number of their places
  @Transactional
  Noted note(Actor by, UUID session, Moment moment, CanDo asked, Map<Long, Step> steps) {
    int changed = 0;
    var not = new ArrayList<String>();
    var people =
        attendance.listSeated(session).stream()
            .filter(place -> steps.containsKey(place.id()))
            .sorted(Comparator.comparing(place -> place.learner().id())) // all take turns alike
            .toList();
    for (var place : people) {
      var step = steps.get(place.id());
      boolean known = answers.hold(place.learner().id());
      var visits = visits(place);
      if (step == null
          || !known
          || visits.closed(moment, around.clock().instant(), true, around.mend()).isPresent()) {
        not.add(place.learner().name());
      } else if (write(
          visits,
          said(visits),
          moment,
          new Given(asked.competence(), asked.revision(), step),
          by.id())) {
        changed++;
      }
    }
    if (changed > 0) {
      around.trail().append(by.did("learning.progress.act.noted", session.toString()));
    }
    return new Noted(changed, List.copyOf(not));
  }

  /// The quarters that figures are shown of, the latest first, by code: their answers can't change
  /// any more.
  public Map<String, Period> quarters() {
    return ProgressFigures.quarters(around.today(), around.settings().mendDays());
  }

  /// What people who came to a course said before and after, as it may be shown; examples never
  /// count. What is told once stays as it was told.
  ///
  /// @param quarter one of [#quarters()]: from any other period a small count could be taken apart
  /// @throws IllegalArgumentException for another period
  @Transactional
  public ProgressFigures figures(String course, Period quarter) {
    if (!quarters().containsValue(quarter)) {
      throw new IllegalArgumentException("no quarter whose figures are shown: " + quarter);
    }
    var written = sentences.written(course);
    return register.of(
        course,
        quarter,
        new ProgressRegister.Asked(
            asked(course),
            one -> written.getOrDefault(one, shipped(one)),
            (one, revision) -> worded(course, one, revision).orElseGet(() -> shipped(one))));
  }

  /// Forgets what docs/privacy.md says is no longer kept.
  @Transactional
  int forget() {
    var before =
        around.clock().instant().minus(Duration.ofDays(around.settings().keepAnswersDays()));
    return answers.forget(before);
  }
}
