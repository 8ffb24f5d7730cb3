package org.foyal.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.kernel.Position;
import org.foyal.people.Actor;
import org.foyal.requests.Draft;
import org.foyal.requests.Filing.Filed;
import org.foyal.requests.Requests;
import org.foyal.shell.language.Language;
import org.foyal.territory.Street;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Files one example report as somebody would, and lets something become of it: all or nothing. The
/// same number gives the same report.
@Component
@ConditionalOnProperty("foyal.demo.city")
class ExampleFiling {
  private static final int SEED = 1848;
  private static final double NEARBY_deg = 0.0002;
  private static final List<Channel> CHANNELS =
      List.of(
          Channel.WEB,
          Channel.WEB,
          Channel.WEB,
          Channel.WEB,
          Channel.COUNTER,
          Channel.COUNTER,
          Channel.PHONE,
          Channel.PHONE,
          Channel.EMAIL,
          Channel.OPEN311);

  private final Requests requests;
  private final Cases cases;
  private final ExampleFates fates;

  ExampleFiling(Requests requests, Cases cases, ExampleFates fates) {
    this.requests = requests;
    this.cases = cases;
    this.fates = fates;
  }

  /// Files the example of a number; false when it is there, or can't be.
  ///
  /// @param by the example agent
  @Transactional
  boolean file(int number, Catalogue.Line about, Street street, Actor by) {
    var lot = new Random(SEED + 31L * number);
    var fate = ExampleFates.Fate.of(lot.nextInt(100));
    int age = fate.age_days(about.workingDays(), lot);
    var draft = draft("example " + number, about, street, new Said(age, by, lot));
    if (!(requests.file(draft) instanceof Filed(var opened, String code, boolean _))) {
      return false;
    }
    for (int others = lot.nextInt(7) - 3; others > 0; others--) {
      requests.join(opened.reference(), name("joined " + number + " " + others));
    }
    var twin =
        fate == ExampleFates.Fate.MERGED
            ? Optional.of(draft("twin " + number, about, street, new Said(age / 2, by, lot)))
            : Optional.<Draft>empty();
    var second =
        twin.map(requests::file)
            .flatMap(
                filing -> filing instanceof Filed filed ? Optional.of(filed) : Optional.empty());
    fates.befall(fate, by, new ExampleFates.Example(opened, code, second.map(Filed::opened)), lot);
    return true;
  }

  /// Who writes it down, and how long ago it came.
  private record Said(int age_days, Actor by, Random lot) {}

  private Draft draft(String name, Catalogue.Line about, Street street, Said said) {
    var lot = said.lot();
    var sample = about.samples().get(lot.nextInt(about.samples().size()));
    var channel = CHANNELS.get(lot.nextInt(CHANNELS.size()));
    boolean alone = channel == Channel.WEB || channel == Channel.OPEN311;
    var language = Language.find(sample.language()).orElse(Language.FR);
    var draft =
        new Draft(
            name(name),
            about.code(),
            Optional.of(near(street.middle(), lot)),
            street.name(),
            sample.words(),
            answers(about, lot),
            List.of(),
            channel,
            Asker.unknown(language),
            alone ? null : said.by().id(),
            true,
            Optional.of(day(said.age_days())));
    return draft.where().filter(requests::isOutside).isEmpty()
        ? draft
        : draft.standing(street.middle());
  }

  private LocalDate day(int age_days) {
    return cases.today().minusDays(age_days);
  }

  private static Position near(Position middle, Random lot) {
    return new Position(
        middle.latitude_deg() + (lot.nextDouble() - 0.5) * NEARBY_deg,
        middle.longitude_deg() + (lot.nextDouble() - 0.5) * NEARBY_deg);
  }

  /// One option of each question that offers some and is always asked.
  private static Map<String, List<String>> answers(Catalogue.Line about, Random lot) {
    var answers = new HashMap<String, List<String>>();
    for (var asked : about.asked()) {
      if (asked.options() != null && asked.condition() == null) {
        var option = asked.options().get(lot.nextInt(asked.options().size()));
        answers.put(asked.code(), List.of(option.key()));
      }
    }
    return answers;
  }

  private static UUID name(String text) {
    return UUID.nameUUIDFromBytes(("foyal " + text).getBytes(StandardCharsets.UTF_8));
  }
}
