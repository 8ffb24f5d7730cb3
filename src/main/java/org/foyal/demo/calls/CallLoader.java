package org.foyal.demo.calls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.foyal.demo.DemoSettings;
import org.foyal.innovation.Call;
import org.foyal.innovation.CallDraft;
import org.foyal.innovation.Calls;
import org.foyal.innovation.Criterion;
import org.foyal.innovation.Holder;
import org.foyal.innovation.Origin;
import org.foyal.innovation.Terms;
import org.foyal.innovation.applying.Applicant;
import org.foyal.innovation.applying.Applications;
import org.foyal.innovation.applying.Project;
import org.foyal.innovation.applying.Starting;
import org.foyal.innovation.reviewing.Reviews;
import org.foyal.innovation.voice.Said;
import org.foyal.innovation.voice.Tongue;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.StartRefused;
import org.foyal.shell.guard.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Enters an invented call for projects with invented applications, all marked as examples, so that
/// they count in no figure. What is there already is left as it stands.
@Component
@Order(65)
@ConditionalOnProperty("foyal.demo.city")
class CallLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(CallLoader.class);
  private static final String FILE = "calls.json";

  private final Calls calls;
  private final Applications applications;
  private final Reviews reviews;
  private final Accounts accounts;
  private final Path city;

  CallLoader(
      Calls calls,
      Applications applications,
      Reviews reviews,
      Accounts accounts,
      DemoSettings demo) {
    this.calls = calls;
    this.applications = applications;
    this.reviews = reviews;
    this.accounts = accounts;
    this.city = demo.city() == null ? Path.of("") : demo.city();
  }

  private record CriterionLine(Map<String, String> title, Map<String, String> about, int weight) {}

  private record ApplicationLine(
      Holder holder,
      String name,
      @Nullable Integer ageYears,
      Origin origin,
      @Nullable String registration,
      String language,
      String title,
      String summary,
      int euros,
      List<String> answers) {}

  private record Lines(
      String about,
      String code,
      Map<String, String> title,
      Map<String, String> words,
      String contact,
      int openDays,
      List<CriterionLine> criteria,
      List<ApplicationLine> applications) {}

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var file = city.resolve(FILE);
    if (!Files.exists(file)) {
      throw refused("it is missing");
    }
    var lines = read(file);
    if (calls.find(lines.code()).isPresent()) {
      return; // it was entered at an earlier start
    }
    calls.keep(Actor.CONSOLE, draft(lines));
    calls.publish(Actor.CONSOLE, lines.code());
    lines.applications().forEach(line -> apply(lines.code(), line));
    accounts.list().stream()
        .filter(one -> one.example() && one.status() == Account.Status.ACTIVE)
        .filter(one -> one.roles().contains(Role.AGENT) || one.roles().contains(Role.ELECTED))
        .forEach(one -> reviews.ask(Actor.CONSOLE, lines.code(), one.id()));
    LOG.info(
        "Loaded an invented call with {} invented applications, as examples.",
        lines.applications().size());
  }

  private CallDraft draft(Lines lines) {
    var now = calls.now().truncatedTo(ChronoUnit.HOURS);
    var criteria = new java.util.ArrayList<Criterion>();
    for (var line : lines.criteria()) {
      criteria.add(
          new Criterion(
              criteria.size() + 1, Said.of(line.title()), Said.of(line.about()), line.weight()));
    }
    return new CallDraft(
        lines.code(),
        Said.of(lines.title()),
        Said.of(lines.words()),
        lines.contact(),
        new Terms(
            Set.of(Holder.values()),
            Set.of(Origin.CITY, Origin.ISLAND, Origin.CARIBBEAN),
            16,
            30,
            10_000),
        new CallDraft.Plan(
            criteria,
            new Call.Span(
                now.minus(Duration.ofDays(7)), now.plus(Duration.ofDays(lines.openDays()))),
            true),
        0);
  }

  /// Each is at an address where nobody is.
  private void apply(String call, ApplicationLine line) {
    var form = UUID.nameUUIDFromBytes(line.title().getBytes(StandardCharsets.UTF_8));
    var tongue = Tongue.find(line.language()).orElse(Tongue.FR);
    var start = new Applications.Start(form, call, tongue, "", null, true);
    if (!(applications.begin(start) instanceof Starting.Started(var one, String code, boolean _))) {
      LOG.warn("The example application {} can't begin.", line.title());
      return;
    }
    var reference = one.reference().toString();
    int year = calls.now().atZone(java.time.ZoneOffset.UTC).getYear();
    var age = line.ageYears();
    applications.save(
        reference,
        code,
        new Applicant(
            line.holder(),
            line.name(),
            age == null ? null : Integer.valueOf(year - age),
            line.origin(),
            Optional.empty(),
            line.registration() == null ? "" : line.registration(),
            "",
            "0000 " + Math.floorMod(line.title().hashCode(), 100_000)));
    applications.save(
        reference, code, new Project(line.title(), line.summary(), line.euros(), false));
    var answers = new TreeMap<Integer, String>();
    line.answers().forEach(words -> answers.put(answers.size() + 1, words));
    applications.save(reference, code, answers);
    applications.submit(reference, code);
  }

  private static Lines read(Path file) throws IOException {
    try {
      return JsonMapper.shared().readValue(Files.readString(file), Lines.class);
    } catch (JacksonException unreadable) {
      throw refused(unreadable.getOriginalMessage());
    }
  }

  private static StartRefused refused(String why) {
    return new StartRefused(
        "The demonstration's file " + FILE + " could not be brought in: " + why + ".",
        "Take the file as it came with the program, or start with --empty.");
  }
}
