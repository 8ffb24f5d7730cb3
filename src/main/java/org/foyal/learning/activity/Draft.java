package org.foyal.learning.activity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.activity.Coop.AdminTheme;
import org.foyal.learning.activity.Coop.AgeBand;
import org.foyal.learning.activity.Coop.Autonomy;
import org.foyal.learning.activity.Coop.Equipment;
import org.foyal.learning.activity.Coop.Gender;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.learning.activity.Coop.Level;
import org.foyal.learning.activity.Coop.PlaceKind;
import org.foyal.learning.activity.Coop.Redirection;
import org.foyal.learning.activity.Coop.SocialStatus;
import org.foyal.learning.activity.Coop.Theme;

/// An activity as a mediator wants it recorded.
///
/// @param form names the form, so that the same one sent twice is one record
/// @param minutes how long it took, 23 hours 59 at most
/// @param equipment what was worked on
/// @param tags words of the mediator's own
/// @param notes what the mediator wants to remember, without anybody's name
/// @param people how many, one for an individual activity
/// @param individual what is known of one person; nothing for a group
/// @param group what a group did; nothing for one person
/// @param session the session that it is the record of, if it is of one
/// @param appointment the appointment that it is the record of, if it is of one
/// @param example whether a demonstration invented it: it is in no figure
public record Draft(
    UUID form,
    Kind kind,
    LocalDate day,
    int minutes,
    Where where,
    Topics topics,
    Set<Equipment> equipment,
    List<String> tags,
    String notes,
    Marginals people,
    Individual individual,
    Group group,
    Optional<UUID> session,
    Optional<UUID> appointment,
    boolean example) {

  /// The duration of a day less a minute.
  public static final int LONGEST_minutes = 23 * 60 + 59;

  private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
  private static final int OLDEST = 120;

  /// Where it was.
  ///
  /// @param place when it was at a place of the mediator's work
  /// @param commune the code of the commune, when it was at somebody's home or elsewhere
  public record Where(PlaceKind kind, Optional<UUID> place, Optional<String> commune) {}

  /// What it was about.
  ///
  /// @param precision of the administrative step
  public record Topics(Set<Theme> themes, Set<AdminTheme> admin, String precision) {}

  /// What is known of one person, who has no name here.
  public record Individual(
      OptionalInt birthYear,
      Optional<Autonomy> autonomy,
      boolean redirected,
      Optional<Redirection> redirection) {
    /// Nothing is known.
    public static final Individual NONE =
        new Individual(OptionalInt.empty(), Optional.empty(), false, Optional.empty());
  }

  /// What a group did.
  public record Group(String title, Optional<Level> level) {
    /// Nothing is said.
    public static final Group NONE = new Group("", Optional.empty());
  }

  /// How many people, and what was said of them: counts by one trait at a time, never people made
  /// up from them. What is left of the whole is « non communiqué ».
  ///
  /// @param already how many had been helped before
  /// @param origins by the code of the neighbourhood
  public record Marginals(
      int total,
      int already,
      Map<Gender, Integer> genders,
      Map<AgeBand, Integer> ages,
      Map<SocialStatus, Integer> statuses,
      Map<String, Integer> origins) {
    /// The most people that an activity can have.
    public static final int MOST = 10_000;

    private Marginals aged(Map<AgeBand, Integer> others) {
      return new Marginals(total, already, genders, others, statuses, origins);
    }

    private void look(Map<String, String> problems) {
      if (total < 1 || total > MOST) {
        problems.put("total", "learning.activity.problem.total");
        return;
      }
      if (already < 0 || already > total) {
        problems.put("already", "learning.activity.problem.already");
      }
      look(problems, "genders", genders);
      look(problems, "ages", ages);
      look(problems, "statuses", statuses);
      look(problems, "origins", origins);
    }

    private void look(Map<String, String> problems, String field, Map<?, Integer> counts) {
      long sum = counts.values().stream().mapToLong(Integer::longValue).sum();
      if (sum > total || counts.values().stream().anyMatch(count -> count < 0)) {
        problems.put(field, "learning.activity.problem.sum");
      }
    }
  }

  /// What can't stand, as the keys of the words that say why, by field.
  ///
  /// @param today the day in the city, after which nothing has happened yet
  Map<String, String> problems(LocalDate today) {
    var problems = new LinkedHashMap<String, String>();
    if (minutes < 1 || minutes > LONGEST_minutes) {
      problems.put("minutes", "learning.activity.problem.minutes");
    }
    if (day.isAfter(today) || day.isBefore(FIRST)) {
      problems.put("day", "learning.activity.problem.day");
    }
    lookAtPlace(problems);
    lookAtTopics(problems);
    if (equipment.contains(Equipment.AUCUN) && equipment.size() > 1) {
      problems.put("equipment", "learning.activity.problem.equipment");
    }
    if (tags.size() > 5 || tags.stream().anyMatch(tag -> tag.length() > 40)) {
      problems.put("tags", "learning.activity.problem.tags");
    }
    if (notes.length() > 1000) {
      problems.put("notes", "learning.activity.problem.notes");
    }
    people.look(problems);
    switch (kind) {
      case INDIVIDUEL -> lookAtOne(problems);
      case COLLECTIF -> {
        if (group.title().length() > 100) {
          problems.put("title", "learning.activity.problem.title");
        }
      }
    }
    return problems;
  }

  private void lookAtPlace(Map<String, String> problems) {
    if (where.kind() == PlaceKind.LIEU_ACTIVITE && where.place().isEmpty()) {
      problems.put("place", "learning.activity.problem.place");
    }
    if (where.kind().needsCommune() && where.commune().isEmpty()) {
      problems.put("commune", "learning.activity.problem.commune");
    }
  }

  private void lookAtTopics(Map<String, String> problems) {
    boolean admin = topics.themes().contains(Theme.AIDE_AUX_DEMARCHES_ADMINISTRATIVES);
    if (topics.themes().isEmpty()) {
      problems.put("themes", "learning.activity.problem.themes");
    } else if (!admin && !(topics.admin().isEmpty() && topics.precision().isEmpty())) {
      problems.put("admin", "learning.activity.problem.admin");
    }
    if (topics.precision().length() > 200) {
      problems.put("precision", "learning.activity.problem.precision");
    }
  }

  private void lookAtOne(Map<String, String> problems) {
    if (people.total() != 1) {
      problems.put("total", "learning.activity.problem.one");
    }
    if (individual.birthYear().isPresent()) {
      int age = day.getYear() - individual.birthYear().getAsInt();
      if (age < 0 || age > OLDEST) {
        problems.put("birthYear", "learning.activity.problem.birthYear");
      }
    }
    if (individual.redirection().isPresent() && !individual.redirected()) {
      problems.put("redirection", "learning.activity.problem.redirection");
    }
  }

  /// The same as the record of a session or an appointment.
  Draft of(Occasions.Occasion occasion) {
    return new Draft(
        form,
        kind,
        day,
        minutes,
        where,
        topics,
        equipment,
        tags,
        notes,
        people,
        individual,
        group,
        occasion.of().session(),
        occasion.of().appointment(),
        occasion.example());
  }

  /// The same where only that stands which its kind has: the band of one person comes from the year
  /// of birth and from nothing else, a place has no commune beside it.
  Draft tidy() {
    boolean one = kind == Kind.INDIVIDUEL;
    var whereItWas =
        new Where(
            where.kind(),
            where.kind() == PlaceKind.LIEU_ACTIVITE ? where.place() : Optional.empty(),
            where.kind().needsCommune() ? where.commune() : Optional.empty());
    return new Draft(
        form,
        kind,
        day,
        minutes,
        whereItWas,
        topics,
        equipment,
        tags,
        notes,
        one ? banded() : people,
        one ? individual : Individual.NONE,
        one ? Group.NONE : group,
        session,
        appointment,
        example);
  }

  /// The same with the band of age that a record has whose year of birth is no longer kept: whoever
  /// corrects it can't type that year again.
  Draft keepingBand(Draft standing) {
    boolean forgotten = standing.individual().birthYear().isEmpty();
    if (kind != Kind.INDIVIDUEL || !forgotten || individual.birthYear().isPresent()) {
      return this;
    }
    return with(people.aged(standing.people().ages()));
  }

  private Draft with(Marginals others) {
    return new Draft(
        form,
        kind,
        day,
        minutes,
        where,
        topics,
        equipment,
        tags,
        notes,
        others,
        individual,
        group,
        session,
        appointment,
        example);
  }

  private Marginals banded() {
    var year = individual.birthYear();
    Map<AgeBand, Integer> ages =
        year.isPresent() && year.getAsInt() <= day.getYear()
            ? Map.of(AgeBand.ofAge(day.getYear() - year.getAsInt()), 1)
            : Map.of();
    return people.aged(ages);
  }
}
