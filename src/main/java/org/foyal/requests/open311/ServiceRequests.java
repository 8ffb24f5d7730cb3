package org.foyal.requests.open311;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case;
import org.foyal.cases.Cases;
import org.foyal.cases.Department;
import org.foyal.cases.watch.CaseWatch;
import org.foyal.cases.watch.CaseWatch.Move;
import org.foyal.kernel.Position;
import org.foyal.requests.Answer;
import org.foyal.requests.Draft;
import org.foyal.requests.Filing;
import org.foyal.requests.Filing.Filed;
import org.foyal.requests.Filing.FiledBefore;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.foyal.requests.open311.Tree.Group;
import org.foyal.requests.open311.Tree.Listed;
import org.foyal.requests.open311.Tree.Value;
import org.foyal.shell.Page;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reports as the standard sees them: filing one for a program, and telling some.
@Service
class ServiceRequests {
  private static final int TWINS = 50;
  private static final LocalTime DAYS_END = LocalTime.of(23, 59, 59);

  private final Requests requests;
  private final Cases cases;
  private final CaseWatch watch;
  private final Clients clients;
  private final SiteAddress site;
  private final ShellSettings shell;

  ServiceRequests(
      Requests requests,
      Cases cases,
      CaseWatch watch,
      Clients clients,
      SiteAddress site,
      ShellSettings shell) {
    this.requests = requests;
    this.cases = cases;
    this.watch = watch;
    this.clients = clients;
    this.site = site;
    this.shell = shell;
  }

  /// Files a report for a program. The standard has no name for a form: the same words for the same
  /// place on the same day are the same report, sent twice, as long as it is not closed.
  ///
  /// @param sent all that makes the report
  @Transactional
  Filing file(Client by, Draft draft, String sent) {
    var filing = twin(by, draft, sent, 0);
    for (int turn = 1; turn < TWINS && isClosed(filing); turn++) {
      filing = twin(by, draft, sent, turn);
    }
    if (filing instanceof Filed(var opened, _, _)) {
      clients.filed(opened.id(), by);
    }
    return filing;
  }

  private Filing twin(Client by, Draft draft, String sent, int turn) {
    var named = by.id() + "\n" + cases.today() + "\n" + turn + "\n" + sent;
    return requests.file(
        draft.named(UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8))));
  }

  private static boolean isClosed(Filing filing) {
    return filing instanceof FiledBefore(var opened, _) && opened.closed();
  }

  /// Some reports with how far they are, in the same order.
  ///
  /// @param more whether what the standard does not have is told too
  Tree told(List<Report> reports, Page page, boolean more) {
    var stands = cases.list(reports.stream().map(Report::caseId).toList());
    var ids = reports.stream().map(Report::caseId).toList();
    var changed = watch.lastChanges(ids);
    var moves = more ? watch.moves(ids) : Map.<Long, List<Move>>of();
    var told = new ArrayList<Tree>();
    for (var report : reports) {
      var asked = stands.get(report.caseId());
      if (asked != null) {
        var parts =
            told(report, asked, changed.getOrDefault(report.caseId(), report.filedAt()), page);
        if (more) {
          parts.addAll(beyond(report, asked, moves.getOrDefault(report.caseId(), List.of()), page));
        }
        told.add(new Group("request", parts));
      }
    }
    return new Listed("service_requests", told);
  }

  /// What everybody may see of a report; of one that nobody has read yet, or that is kept back, not
  /// the words, the place in words and the pictures.
  private List<Tree> told(Report report, Case asked, Instant changed, Page page) {
    var parts = new ArrayList<Tree>(state(report, asked, changed, page));
    parts.add(Value.of("address", open(report, report.place())));
    parts.add(new Value("address_id", null));
    parts.add(new Value("zipcode", null));
    parts.add(Value.of("lat", report.where().map(Position::latitude_deg)));
    parts.add(Value.of("long", report.where().map(Position::longitude_deg)));
    parts.add(Value.of("media_url", pictures(report).stream().findFirst()));
    return parts;
  }

  private List<String> pictures(Report report) {
    return report.open()
        ? report.photos().stream().map(number -> site.get() + "/photos/" + number).toList()
        : List.of();
  }

  /// What the standard does not have: what everybody may see of the answers to what the category
  /// asks, how the report went on, and what we know beside. What the staff wrote with a step is for
  /// whoever asked: it is told to the program that filed the report, as an update, and to nobody
  /// else.
  private List<Tree> beyond(Report report, Case asked, List<Move> moves, Page page) {
    var answers =
        report.open()
            ? requests.answers(report).stream().filter(Answer::open).toList()
            : List.<Answer>of();
    return List.of(
        new Listed("attributes", answers.stream().map(one -> answer(one, page)).toList()),
        new Listed("notes", moves.stream().map(one -> note(one, page)).toList()),
        Group.of(
            "extended_attributes",
            new Value("channel", asked.channel().name()),
            new Value("late", asked.due().late(cases.today())),
            new Value("joined", report.joined()),
            new Value("example", report.example()),
            new Listed(
                "photos", pictures(report).stream().map(one -> new Value("photo", one)).toList())));
  }

  private static Tree answer(Answer one, Page page) {
    return Group.of(
        "attribute",
        new Value("code", one.code()),
        new Value("description", one.asked().in(page.language())),
        new Value("value", one.said(page.language())));
  }

  private Tree note(Move move, Page page) {
    var state = move.outcome().map(Case.Outcome::words).orElseGet(move.state()::words);
    return Group.of(
        "note",
        new Value("datetime", at(move.at())),
        new Value("description", page.say(state)),
        new Value("type", Updates.Status.of(move.state(), move.outcome()).name()));
  }

  private List<Tree> state(Report report, Case asked, Instant changed, Page page) {
    var how = asked.outcome().map(Case.Outcome::words).orElseGet(() -> asked.state().words());
    var notice =
        report.example() ? Optional.of(page.say("requests.open311.example")) : Optional.empty();
    return List.of(
        new Value("service_request_id", report.reference().toString()),
        new Value("status", asked.closed() ? "closed" : "open"),
        new Value("status_notes", page.say(how)),
        new Value("service_name", report.title().in(page.language())),
        new Value("service_code", report.category()),
        Value.of("description", open(report, report.words())),
        Value.of("agency_responsible", asked.department().map(Department::name)),
        Value.of("service_notice", notice),
        new Value("requested_datetime", at(report.filedAt())),
        new Value(
            "updated_datetime",
            at(changed.isBefore(report.filedAt()) ? report.filedAt() : changed)),
        new Value("expected_datetime", endOf(asked.due().promisedOn())));
  }

  private static Optional<String> open(Report report, String text) {
    return report.open() ? Optional.of(text) : Optional.empty();
  }

  /// What whoever sent a report is answered: how to follow it and by when it is promised. It is a
  /// receipt, so it names the code, which the report itself never does.
  Tree filed(Case opened, String code, Page page) {
    var due = opened.due();
    return new Listed(
        "service_requests",
        List.of(
            Group.of(
                "request",
                new Value("service_request_id", opened.reference().toString()),
                new Value(
                    "service_notice",
                    page.say(
                        due.objective()
                            ? "requests.open311.filed.objective"
                            : "requests.open311.filed",
                        page.date(due.promisedOn()),
                        site.get() + page.href("/follow"),
                        code)),
                new Value("account_id", null))));
  }

  /// A moment as W3C writes it, in the city's time.
  String at(Instant moment) {
    return written(moment.atZone(shell.timeZone()));
  }

  private String endOf(LocalDate day) {
    return written(day.atTime(DAYS_END).atZone(shell.timeZone()));
  }

  private static String written(ZonedDateTime moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.truncatedTo(ChronoUnit.SECONDS));
  }

  /// All that makes a report, so that the same one sent twice is known.
  static String same(Draft draft, Map<String, String> more) {
    return String.join(
        "\n",
        draft.category(),
        draft.where().toString(),
        draft.place(),
        draft.words(),
        draft.asker().toString(),
        new java.util.TreeMap<>(draft.answers()).toString(),
        new java.util.TreeMap<>(more).toString());
  }
}
