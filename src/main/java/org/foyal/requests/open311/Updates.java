package org.foyal.requests.open311;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Cases;
import org.foyal.cases.Moving;
import org.foyal.cases.watch.CaseWatch;
import org.foyal.cases.watch.CaseWatch.Said;
import org.foyal.kernel.Reference;
import org.foyal.requests.open311.Sent.Span;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is said of the reports of a program, in both directions (mySociety's extension of GeoReport
/// v2): each program hears of its own reports alone, and writes to their threads as whoever asked.
@Service
class Updates {
  /// Most updates of one answer.
  static final int MOST = 1000;

  /// Most signs of what a program says.
  static final int LONGEST_WORDS = 3900;

  /// What a closed report goes on for.
  private static final Set<Status> AGAIN = Set.of(Status.REOPEN, Status.OPEN);

  private final Cases cases;
  private final CaseWatch watch;
  private final Clients clients;

  Updates(Cases cases, CaseWatch watch, Clients clients) {
    this.cases = cases;
    this.watch = watch;
    this.clients = clients;
  }

  /// What came of writing.
  sealed interface Written {
    /// It stands in the thread.
    ///
    /// @param id the name of what was written; the same however often it is sent
    record Kept(UUID id) implements Written {}

    /// The program has filed no such report.
    record NotTheirs() implements Written {}

    /// It can't be written.
    ///
    /// @param problem the key of the words that say why
    record Refused(String problem) implements Written {}
  }

  /// An update as a program sends it.
  ///
  /// @param named its number there; the same one writes once
  /// @param status nothing where it says nothing of it
  record Update(Reference report, String named, Optional<Status> status, String words) {}

  /// The states of the extension.
  enum Status {
    OPEN,
    CLOSED,
    FIXED,
    IN_PROGRESS,
    ACTION_SCHEDULED,
    INVESTIGATING,
    DUPLICATE,
    NOT_COUNCILS_RESPONSIBILITY,
    NO_FURTHER_ACTION,
    INTERNAL_REFERRAL,
    FOR_TRIAGE,
    CANCELLED,
    REOPEN;

    static Status of(Case.State state, Optional<Outcome> outcome) {
      return switch (state) {
        case RECEIVED -> OPEN;
        case UNDER_WAY -> IN_PROGRESS;
        case PLANNED -> ACTION_SCHEDULED;
        case CLOSED -> outcome.map(Status::of).orElse(CLOSED);
      };
    }

    private static Status of(Outcome outcome) {
      return switch (outcome) {
        case DONE -> FIXED;
        case ANSWERED, NOT_PUBLISHED -> CLOSED;
        case NOT_OURS -> NOT_COUNCILS_RESPONSIBILITY;
        case DUPLICATE -> DUPLICATE;
        case REFUSED, NOT_POSSIBLE -> NO_FURTHER_ACTION;
        case TAKEN_BACK -> CANCELLED;
      };
    }
  }

  /// What was said of a program's reports in a time, the first first.
  @Transactional(readOnly = true)
  public List<Said> list(Client client, Span span) {
    var told = new ArrayList<Said>();
    var some = watch.said("requests", span.from(), span.until(), Optional.empty(), MOST);
    while (!some.isEmpty() && told.size() < MOST) {
      var theirs = clients.filedBy(client, new HashSet<>(some.stream().map(Said::first).toList()));
      some.stream().filter(one -> theirs.contains(one.first())).forEach(told::add);
      some = watch.said("requests", span.from(), span.until(), Optional.of(some.getLast()), MOST);
    }
    return told.size() > MOST ? List.copyOf(told.subList(0, MOST)) : told;
  }

  /// Writes an update into the thread of a report. A report that was closed goes on, as it would on
  /// the page, when the update says so; that a program takes it for repaired closes nothing here.
  @Transactional
  public Written write(Client client, Update update) {
    if (clients.filedBy(client, List.of(update.report())).isEmpty()) {
      return new Written.NotTheirs();
    }
    var form = form(client, update);
    if (cases.isOpened(form) || cases.isWritten(update.report(), form)) {
      return new Written.Kept(form); // whatever became of the report since
    }
    var last = last(update.report());
    var code = cases.code(last).orElseThrow();
    boolean again = update.status().filter(AGAIN::contains).isPresent();
    var written = cases.write(last.toString(), code, form, words(update));
    return switch (written) {
      case Moving.Moved _, Moving.Overtaken _ -> new Written.Kept(form);
      case Moving.NotThere() -> new Written.NotTheirs();
      case Moving.Refused(_, String problem) ->
          again && cases.goOn(last.toString(), code, form, words(update)).isPresent()
              ? new Written.Kept(form)
              : new Written.Refused(problem);
    };
  }

  /// What the agents read: the words, and what else the program says of it.
  private static String words(Update update) {
    return update
        .status()
        .filter(status -> status != Status.OPEN)
        .map(status -> update.words() + "\n(Open311: " + status + ")")
        .orElse(update.words());
  }

  private static UUID form(Client client, Update update) {
    var named = client.id() + "\n" + update.report() + "\n" + update.named();
    return UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
  }

  /// The last case of those that go on with a report.
  private Reference last(Reference first) {
    var reference = first;
    var next = follower(reference);
    while (next.isPresent()) {
      reference = next.get();
      next = follower(reference);
    }
    return reference;
  }

  private Optional<Reference> follower(Reference reference) {
    return cases
        .code(reference)
        .flatMap(code -> cases.follow(reference.toString(), code))
        .flatMap(followed -> followed.asked().followedBy());
  }
}
