package org.foyal.agreement.committee;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.Change;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Writer;
import org.foyal.agreement.accompaniment.Accompaniment;
import org.foyal.agreement.committee.Agenda.Promised;
import org.foyal.agreement.committee.Meeting.Attendee;
import org.foyal.agreement.committee.Meeting.Decision;
import org.foyal.agreement.committee.Meeting.Item;
import org.foyal.agreement.committee.Meeting.Whole;
import org.foyal.shell.language.Told;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The façade of the steering committee.
@Service
public class Committee {
  /// So long the names of those who came are kept after a meeting.
  static final int NAMES_years = 5;

  private final CommitteeStore store;
  private final Agreements agreements;
  private final Accompaniment accompaniment;
  private final Signing signing;
  private final TransactionTemplate transactions;

  Committee(
      CommitteeStore store,
      Agreements agreements,
      Accompaniment accompaniment,
      Signing signing,
      TransactionTemplate transactions) {
    this.store = store;
    this.agreements = agreements;
    this.accompaniment = accompaniment;
    this.signing = signing;
    this.transactions = transactions;
  }

  /// What can come of writing.
  public sealed interface Writing {
    /// It is written.
    record Written(long meeting) implements Writing {}

    /// Somebody else wrote first.
    record Overtaken() implements Writing {}

    /// Something typed can't stand; the key of the words that say why, by field.
    record Refused(Map<String, String> problems) implements Writing {
      static Refused of(String field, String problem) {
        return new Refused(Map.of(field, problem));
      }
    }

    /// There is no such meeting.
    record NotThere() implements Writing {}
  }

  /// Meetings of an agreement, the newest first.
  ///
  /// @param from how many to pass over
  @Transactional(readOnly = true)
  public List<Meeting> list(String agreement, int from, int atMost) {
    return store.of(agreement, from, atMost);
  }

  /// What was decided under an agreement, the newest first; of meetings that were held.
  ///
  /// @param from how many to pass over
  @Transactional(readOnly = true)
  public List<Decision> decisions(String agreement, int from, int atMost) {
    return store.decisionsOfHeld(agreement, from, atMost);
  }

  /// Decisions of held meetings that are not done and due on one of these days.
  @Transactional(readOnly = true)
  public List<Decision> listOwedOn(List<LocalDate> days) {
    return store.decisionsOwedOn(days);
  }

  /// A meeting alone.
  @Transactional(readOnly = true)
  public Optional<Meeting> findMeeting(long id) {
    return store.find(id);
  }

  /// A meeting with its agenda: made from what is late or due until it is held, as it was then
  /// afterwards.
  @Transactional(readOnly = true)
  public Optional<Whole> find(long id) {
    return store
        .find(id)
        .map(meeting ->
            new Whole(
                meeting,
                meeting.held() ? store.items(id) : agenda(meeting),
                store.attendees(id),
                store.decisions(id)));
  }

  private List<Item> agenda(Meeting meeting) {
    var steps = agreements.listOpenSteps(meeting.agreement());
    var promised =
        agreements.listInOrder(meeting.agreement()).stream()
            .map(promise -> new Promised(promise, steps.getOrDefault(promise.id(), List.of())))
            .toList();
    var made =
        Agenda.of(
            meeting.heldOn(),
            promised,
            store.openDecisionsBefore(meeting.agreement(), meeting.heldOn()),
            accompaniment.listOpen(meeting.agreement()));
    return Agenda.with(made, store.items(meeting.id()));
  }

  /// Plans a meeting; one a day.
  @Transactional
  public Writing plan(Writer by, String agreement, LocalDate heldOn, String place) {
    var found = agreements.find(agreement);
    if (found.isEmpty()) {
      return new Writing.NotThere();
    }
    if (heldOn.isBefore(found.get().signed().on())) {
      return Writing.Refused.of("heldOn", "agreement.problem.before-agreement");
    }
    var added = store.add(agreement, heldOn, place);
    added.ifPresent(
        _ -> signing.trail(by, "agreement.act.decision", agreement + " · planned " + heldOn));
    return added
        .<Writing>map(Writing.Written::new)
        .orElseGet(() -> Writing.Refused.of("heldOn", "committee.problem.same-day"));
  }

  /// Corrects the day or the place of a meeting that was not held yet; one a day stays the rule.
  ///
  /// @param version that this was decided on
  public Writing replan(Writer by, long id, int version, LocalDate heldOn, String place) {
    try {
      return Objects.requireNonNull(
          transactions.execute(_ -> moved(by, id, version, heldOn, place)));
    } catch (DuplicateKeyException sameDay) {
      return Writing.Refused.of("heldOn", "committee.problem.same-day");
    }
  }

  private Writing moved(Writer by, long id, int version, LocalDate heldOn, String place) {
    var found = store.find(id);
    if (found.isEmpty()) {
      return new Writing.NotThere();
    }
    var meeting = found.get();
    if (meeting.version() != version) {
      return new Writing.Overtaken();
    }
    if (meeting.held()) {
      return Writing.Refused.of("heldOn", "committee.problem.held-day");
    }
    var signedOn = agreements.find(meeting.agreement()).orElseThrow().signed().on();
    if (heldOn.isBefore(signedOn)) {
      return Writing.Refused.of("heldOn", "agreement.problem.before-agreement");
    }
    if (store.decisions(id).stream().anyMatch(decision -> decision.before(heldOn))) {
      return Writing.Refused.of("heldOn", "committee.problem.after-decision");
    }
    if (!store.replan(meeting, heldOn, place)) {
      return new Writing.Overtaken();
    }
    signing.trail(by, "agreement.act.decision", meeting.agreement() + " · planned anew " + heldOn);
    return new Writing.Written(id);
  }

  /// Puts a point on the agenda of a meeting that is still to come.
  @Transactional
  public Writing addTopic(Writer by, long id, Told title) {
    return planned(
        id,
        meeting ->
            store.addItem(
                id, new Item(Item.Kind.TOPIC, Optional.empty(), title, Optional.empty())));
  }

  /// Notes whether somebody came; the same name again changes what was noted. Once the meeting was
  /// held the note bears its own day.
  @Transactional
  public Writing attend(Writer by, long id, Attendee attendee) {
    var meeting = store.find(id);
    if (meeting.isEmpty()) {
      return new Writing.NotThere();
    }
    store.setAttendee(
        id,
        new Attendee(
            attendee.name(),
            attendee.capacity(),
            attendee.party(),
            attendee.presence(),
            addedOn(meeting.get())));
    signing.trail(by, "agreement.act.decision", "attendance · meeting " + id);
    return new Writing.Written(id);
  }

  /// Notes that a meeting was held: its agenda stands still from now on.
  ///
  /// @param version that this was decided on
  @Transactional
  public Writing hold(Writer by, long id, int version, Optional<String> minutes) {
    var found = store.find(id);
    if (found.isEmpty()) {
      return new Writing.NotThere();
    }
    var meeting = found.get();
    if (meeting.heldOn().isAfter(agreements.today())) {
      return Writing.Refused.of("heldOn", "agreement.problem.future");
    }
    if (meeting.version() != version) {
      return new Writing.Overtaken();
    }
    var agenda = agenda(meeting);
    var tally = agreements.count(Selection.of(meeting.agreement()));
    if (!store.hold(meeting, minutes, tally)) {
      return new Writing.Overtaken();
    }
    store.clearItems(id);
    agenda.forEach(item -> store.addItem(id, item));
    signing.trail(by, "agreement.act.decision", "held · meeting " + id);
    store
        .decisions(id)
        .forEach(decision ->
            signing.note(by, meeting.agreement(), Change.Kind.DECISION, decision.text()));
    return new Writing.Written(id);
  }

  /// Writes a decision down: somebody answers for it, by a day. Once the meeting was held it bears
  /// the day on which it was added.
  @Transactional
  public Writing decide(Writer by, long id, Told text, String owner, LocalDate dueOn) {
    var found = store.find(id);
    if (found.isEmpty()) {
      return new Writing.NotThere();
    }
    var problems = new LinkedHashMap<String, String>();
    if (dueOn.isBefore(found.get().heldOn())) {
      problems.put("dueOn", "committee.problem.before-meeting");
    }
    if (!problems.isEmpty()) {
      return new Writing.Refused(problems);
    }
    store.addDecision(id, text, owner, dueOn, addedOn(found.get()));
    signing.trail(by, "agreement.act.decision", "decided · meeting " + id);
    if (found.get().held()) {
      signing.note(by, found.get().agreement(), Change.Kind.DECISION, text);
    }
    return new Writing.Written(id);
  }

  /// Today for what is entered after the meeting was held.
  private Optional<LocalDate> addedOn(Meeting meeting) {
    return Optional.of(agreements.today()).filter(_ -> meeting.held());
  }

  /// Notes that a decision was carried out.
  @Transactional
  public Writing done(Writer by, long decision, LocalDate on) {
    var found = store.findDecision(decision);
    if (found.isEmpty()) {
      return new Writing.NotThere();
    }
    if (on.isAfter(agreements.today())) {
      return Writing.Refused.of("on", "agreement.problem.future");
    }
    if (on.isBefore(found.get().madeOn())) {
      return Writing.Refused.of("on", "committee.problem.before-meeting");
    }
    if (!store.done(decision, on)) {
      return Writing.Refused.of("on", "committee.problem.done-already");
    }
    var meeting = store.find(found.get().meeting()).orElseThrow();
    signing.note(by, meeting.agreement(), Change.Kind.DECISION, found.get().text());
    return new Writing.Written(meeting.id());
  }

  private Writing planned(long id, java.util.function.Consumer<Meeting> work) {
    var meeting = store.find(id);
    if (meeting.isEmpty()) {
      return new Writing.NotThere();
    }
    if (meeting.get().held()) {
      return Writing.Refused.of("topic", "committee.problem.held");
    }
    work.accept(meeting.get());
    return new Writing.Written(id);
  }

  /// Forgets the names of those who came and what was said, once they are no longer needed.
  @Transactional
  int forgetNames() {
    return store.forgetNamesBefore(agreements.today().minusYears(NAMES_years));
  }
}
