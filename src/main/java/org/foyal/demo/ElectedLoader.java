package org.foyal.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.cases.Question.Delay;
import org.foyal.participation.Asking;
import org.foyal.participation.Body;
import org.foyal.participation.Council;
import org.foyal.participation.Draft;
import org.foyal.participation.Mandate;
import org.foyal.participation.Questions;
import org.foyal.participation.Theme;
import org.foyal.participation.answers.Answer.Author;
import org.foyal.participation.answers.Answers;
import org.foyal.participation.answers.Reply;
import org.foyal.participation.answers.Reply.Promised;
import org.foyal.participation.reading.Publication;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.shell.StartRefused;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Enters invented bodies, mandates and a few questions, all marked as examples, so that they count
/// in no figure. No real official is named. What is there already is left as it stands.
@Component
@Order(60)
@ConditionalOnProperty("foyal.demo.city")
class ElectedLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ElectedLoader.class);
  private static final String FILE = "elected.json";
  private static final int WORKING_DAYS = 20;

  private final Council council;
  private final Speech speech;
  private final Accounts accounts;
  private final Territory territory;
  private final Path city;

  ElectedLoader(
      Council council, Speech speech, Accounts accounts, Territory territory, DemoSettings demo) {
    this.council = council;
    this.speech = speech;
    this.accounts = accounts;
    this.territory = territory;
    this.city = demo.city() == null ? Path.of("") : demo.city();
  }

  private record BodyLine(String code, Body.Kind kind, Map<String, String> title) {}

  private record ThemeLine(String code, Map<String, String> title) {}

  private record MandateLine(
      String code,
      String body,
      String name,
      Map<String, String> role,
      List<String> themes,
      int firstAreas) {}

  /// A question with its answer; without one where the answer is empty.
  record QuestionLine(
      String to,
      String theme,
      String title,
      String words,
      String answer,
      String pledge,
      int inDays) {}

  private record Lines(
      String about,
      List<BodyLine> bodies,
      List<ThemeLine> themes,
      List<MandateLine> mandates,
      List<QuestionLine> questions) {}

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var file = city.resolve(FILE);
    if (!Files.exists(file)) {
      throw refused("it is missing");
    }
    var lines = read(file);
    int place = 0;
    for (var line : lines.bodies()) {
      place += 10;
      council.add(
          Actor.CONSOLE,
          new Body(line.code(), line.kind(), Told.of(line.title()), place, true, true, 1));
    }
    for (var line : lines.themes()) {
      place += 10;
      council.add(
          Actor.CONSOLE, new Theme(line.code(), Told.of(line.title()), place, true, true, 1));
    }
    int entered = 0;
    for (var line : lines.mandates()) {
      place += 10;
      entered += council.add(Actor.CONSOLE, mandate(line, place)) ? 1 : 0;
    }
    for (var line : lines.questions()) {
      speech.put(line);
    }
    if (entered > 0) {
      LOG.info("Loaded {} invented mandates, as examples; no real official is named.", entered);
    }
  }

  private Mandate mandate(MandateLine line, int place) {
    var answering =
        accounts.list().stream()
            .filter(account -> account.example() && account.roles().contains(Role.ELECTED))
            .map(Account::id)
            .toList();
    return new Mandate(
        line.code(),
        council.findBody(line.body()).orElseThrow(() -> refused("no body " + line.body())),
        line.name(),
        Told.of(line.role()),
        line.themes(),
        territory.listAreas(Area.Kind.IRIS).stream()
            .limit(line.firstAreas())
            .map(Area::code)
            .toList(),
        LocalDate.of(2026, 3, 22),
        Optional.empty(),
        answering,
        new Delay(WORKING_DAYS, false, Silence.NOTHING),
        place,
        true,
        1);
  }

  /// What is asked and answered in the demonstration, by its example accounts.
  @Component
  @ConditionalOnProperty("foyal.demo.city")
  static class Speech {
    private final Council council;
    private final Questions questions;
    private final Publication publication;
    private final Answers answers;
    private final Accounts accounts;

    Speech(
        Council council,
        Questions questions,
        Publication publication,
        Answers answers,
        Accounts accounts) {
      this.council = council;
      this.questions = questions;
      this.publication = publication;
      this.answers = answers;
      this.accounts = accounts;
    }

    void put(QuestionLine line) {
      var form = UUID.nameUUIDFromBytes(line.title().getBytes(StandardCharsets.UTF_8));
      var to = council.findMandate(line.to());
      if (to.isEmpty()) {
        return;
      }
      var draft =
          new Draft(
              form,
              line.to(),
              line.theme(),
              "",
              line.title(),
              line.words(),
              Channel.WEB,
              Asker.unknown(Language.FR),
              null);
      if (!(questions.file(draft) instanceof Asking.Opened(var opened, String _, boolean _))) {
        return; // it was asked at an earlier start
      }
      example(Role.AGENT).ifPresent(agent -> publication.publish(agent, opened.reference()));
      if (!line.answer().isEmpty()) {
        var pledge = new Promised(line.pledge(), questions.today().plusDays(line.inDays()));
        var reply = new Reply(form, 0, line.answer(), Author.OFFICE, List.of(pledge));
        example(Role.ELECTED)
            .ifPresent(official -> answers.answer(official, opened.reference(), reply));
      }
    }

    private Optional<Actor> example(Role role) {
      return accounts.list().stream()
          .filter(account -> account.example() && account.roles().contains(role))
          .map(account -> Actor.of(account, "bin/run"))
          .findFirst();
    }
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
