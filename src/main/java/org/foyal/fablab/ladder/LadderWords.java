package org.foyal.fablab.ladder;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.learning.courses.Session;
import org.foyal.learning.enrolment.SessionWords;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Says what somebody lacks to work at a machine, in words, with the next session to book. The
/// template `missing` of the room shows it.
@Component
public class LadderWords {
  private final Words words;
  private final Machines machines;
  private final Lessons lessons;
  private final SessionWords sessions;
  private final ZoneId zone;

  LadderWords(
      Words words, Machines machines, Lessons lessons, SessionWords sessions, ShellSettings shell) {
    this.words = words;
    this.machines = machines;
    this.lessons = lessons;
    this.sessions = sessions;
    this.zone = shell.timeZone();
  }

  /// A session to book, under `/workshops/{id}`.
  ///
  /// @param text what it is and when
  public record Next(UUID session, String text) {}

  /// What is missing.
  ///
  /// @param next the next session that teaches it, where one is planned
  public record Line(String text, Optional<Next> next) {}

  /// What is missing, in a reader’s language, the first thing to do first.
  public List<Line> of(List<Missing> missing, Language reader) {
    return missing.stream().map(one -> line(one, reader)).toList();
  }

  private Line line(Missing missing, Language reader) {
    return switch (missing) {
      case Missing.Step(String type, Level wanted, Level _, Standing.State state) -> {
        var about = machines.findType(type);
        var key =
            switch (state) {
              case EXPIRED -> "fablab.ladder.missing.expired";
              case SUSPENDED -> "fablab.ladder.missing.suspended";
              case CURRENT, ENDS_SOON, REVOKED, NEVER -> "fablab.ladder.missing.step";
            };
        yield new Line(
            words.say(reader, key, title(about, type, reader), words.say(reader, wanted.words())),
            state == Standing.State.SUSPENDED
                ? Optional.empty()
                : about.flatMap(one -> next(one, reader)));
      }
      case Missing.Ends(String type, var until) ->
          plain(
              words.say(
                  reader,
                  "fablab.ladder.missing.ends",
                  title(machines.findType(type), type, reader),
                  reader.write(
                      DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withZone(zone), until)));
      case Missing.TooYoung(int years) ->
          plain(words.say(reader, "fablab.ladder.missing.too-young", years));
      case Missing.AgeUnknown(int years) ->
          plain(words.say(reader, "fablab.ladder.missing.age-unknown", years));
      case Missing.Guardian() -> plain(words.say(reader, "fablab.ladder.missing.guardian"));
      case Missing.Closed() -> plain(words.say(reader, "fablab.ladder.missing.closed"));
    };
  }

  private static Line plain(String text) {
    return new Line(text, Optional.empty());
  }

  private static String title(Optional<MachineType> about, String code, Language reader) {
    return about.map(one -> one.title().in(reader)).orElse(code);
  }

  /// The next session that teaches a kind of machine, where one is planned.
  public Optional<Next> next(MachineType type, Language reader) {
    return lessons.next(type, 1).stream().findFirst().map(one -> next(one, reader));
  }

  private Next next(Session session, Language reader) {
    var said = sessions.of(session, reader);
    return new Next(session.id(), said.title() + ", " + said.when());
  }

  /// The next sessions that teach a kind of machine.
  public List<Next> next(MachineType type, int most, Language reader) {
    return lessons.next(type, most).stream().map(one -> next(one, reader)).toList();
  }
}
