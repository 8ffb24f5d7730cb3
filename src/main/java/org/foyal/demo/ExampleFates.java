package org.foyal.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.cases.Case;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.cases.Merging;
import org.foyal.cases.Moving.Moved;
import org.foyal.people.Actor;
import org.foyal.requests.moderation.Moderation;
import org.foyal.shell.language.Language;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// What becomes of an example report, by the acts of an agent and of whoever asked.
@Component
@ConditionalOnProperty("foyal.demo.city")
class ExampleFates {
  private static final Map<Language, String> DONE =
      Map.of(
          Language.FR, "C’est fait : une équipe est passée. (exemple)",
          Language.EN, "It is done: a team has been there. (example)",
          Language.GCF, "I fèt : an létjip pasé. (egzanp)");
  private static final Map<Language, String> NOT_OURS =
      Map.of(
          Language.FR, "Cette voie n’est pas à la Ville ; nous avons transmis. (exemple)",
          Language.EN, "This road is not the City’s; we have passed it on. (example)",
          Language.GCF, "Chimen-tala pa ta Lavil ; nou voyé’y ba moun ki pou fè’y. (egzanp)");
  private static final Map<Language, String> NOT_POSSIBLE =
      Map.of(
          Language.FR, "Ce n’est pas possible ici : le terrain est privé. (exemple)",
          Language.EN, "It is not possible here: the ground is private. (example)",
          Language.GCF, "Sa pa posib isi-a : tèren-an sé ta an moun. (egzanp)");
  private static final Map<Language, String> PLANNED =
      Map.of(
          Language.FR, "Prévu au prochain passage de l’équipe. (exemple)",
          Language.EN, "Planned for the team’s next round. (example)",
          Language.GCF, "Prévi pou pwochen fwa létjip-la ka pasé. (egzanp)");
  private static final String AGAIN = "C’est revenu deux jours après. (exemple)";

  private final CaseWork work;
  private final Merging merging;
  private final Cases cases;
  private final Moderation moderation;

  ExampleFates(CaseWork work, Merging merging, Cases cases, Moderation moderation) {
    this.work = work;
    this.merging = merging;
    this.cases = cases;
    this.moderation = moderation;
  }

  /// What became of one; of a hundred, those up to a number.
  enum Fate {
    /// Nobody has read it.
    UNREAD(8),
    /// It is read, and waits.
    READ(22),
    /// Somebody works on it.
    UNDER_WAY(38),
    /// It is planned.
    PLANNED(45),
    /// It was done in time.
    DONE(64),
    /// It was done late.
    DONE_LATE(76),
    /// Others do it.
    NOT_OURS(80),
    /// It can't be done.
    NOT_POSSIBLE(84),
    /// It was done, but was not settled.
    REOPENED(91),
    /// Another one was about the same.
    MERGED(100);

    private final int until;

    Fate(int until) {
      this.until = until;
    }

    static Fate of(int percent) {
      return Stream.of(values()).filter(fate -> percent < fate.until).findFirst().orElse(MERGED);
    }

    /// How long ago it came.
    int age_days(int workingDays, Random lot) {
      return switch (this) {
        case UNREAD -> lot.nextInt(3);
        case DONE, REOPENED -> lot.nextInt(Math.max(1, workingDays));
        case DONE_LATE -> workingDays * 2 + 3 + lot.nextInt(60);
        case READ, UNDER_WAY, PLANNED, NOT_OURS, NOT_POSSIBLE, MERGED -> lot.nextInt(45);
      };
    }
  }

  /// A report that was filed.
  ///
  /// @param code that opens its case
  /// @param twin the case of another report about the same
  record Example(Case opened, String code, Optional<Case> twin) {}

  void befall(Fate fate, Actor by, Example example, Random lot) {
    if (fate == Fate.UNREAD) {
      return;
    }
    if (lot.nextInt(20) == 0) {
      moderation.hide(by, example.opened().reference(), "private");
    } else {
      moderation.show(by, example.opened().reference());
    }
    example.twin().ifPresent(twin -> moderation.show(by, twin.reference()));
    var now = fate == Fate.READ ? example.opened() : taken(by, example.opened());
    switch (fate) {
      case UNREAD, READ -> {}
      case UNDER_WAY -> move(by, now, State.UNDER_WAY, Optional.empty(), Map.of());
      case PLANNED -> move(by, now, State.PLANNED, Optional.empty(), PLANNED);
      case DONE, DONE_LATE -> move(by, now, State.CLOSED, Optional.of(Outcome.DONE), DONE);
      case NOT_OURS -> move(by, now, State.CLOSED, Optional.of(Outcome.NOT_OURS), NOT_OURS);
      case NOT_POSSIBLE ->
          move(by, now, State.CLOSED, Optional.of(Outcome.NOT_POSSIBLE), NOT_POSSIBLE);
      case REOPENED -> reopen(by, now, example.code());
      case MERGED -> merge(by, now, example.twin());
    }
    if (fate == Fate.DONE && lot.nextInt(3) == 0) {
      cases.settle(now.reference().toString(), example.code(), true);
    }
  }

  private Case taken(Actor by, Case one) {
    return work.assign(by, one.reference(), one.version(), true) instanceof Moved(var now)
        ? now
        : one;
  }

  private void move(
      Actor by, Case one, State to, Optional<Outcome> outcome, Map<Language, String> words) {
    var said = words.getOrDefault(one.language(), "");
    work.move(by, one.reference(), one.version(), to, outcome, said);
  }

  private void reopen(Actor by, Case one, String code) {
    move(by, one, State.CLOSED, Optional.of(Outcome.DONE), DONE);
    var form = UUID.nameUUIDFromBytes(one.reference().signs().getBytes(StandardCharsets.UTF_8));
    cases.goOn(one.reference().toString(), code, form, AGAIN);
  }

  private void merge(Actor by, Case one, Optional<Case> twin) {
    twin.ifPresent(
        two -> merging.merge(by, two.reference(), two.version(), one.reference().toString(), ""));
  }
}
