package org.foyal.learning.activity;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.activity.Coop.Autonomy;
import org.foyal.learning.activity.Coop.Equipment;
import org.foyal.learning.activity.Coop.Gender;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.learning.activity.Coop.PlaceKind;
import org.foyal.learning.activity.Coop.Theme;
import org.foyal.learning.activity.Draft.Group;
import org.foyal.learning.activity.Draft.Individual;
import org.foyal.learning.activity.Draft.Marginals;
import org.foyal.learning.activity.Draft.Topics;
import org.foyal.learning.activity.Draft.Where;
import org.springframework.boot.test.context.TestComponent;

/// Activities for tests, and a place to do them at.
@TestComponent
public class Worked implements Workplaces {
  public static final UUID PLACE = UUID.fromString("6f1c2f5e-3d0a-4a8e-9c1d-2b7f5a9e0c11");

  @Override
  public Map<UUID, String> names() {
    return Map.of(PLACE, "Médiathèque de l’essai");
  }

  static final Where THERE =
      new Where(PlaceKind.LIEU_ACTIVITE, Optional.of(PLACE), Optional.empty());

  static final Topics EMAIL = new Topics(Set.of(Theme.EMAIL), Set.of(), "");

  static Marginals people(int total, Map<Gender, Integer> genders) {
    return new Marginals(total, 0, genders, Map.of(), Map.of(), Map.of());
  }

  /// Half an hour with a woman born in 1954.
  static Draft one(LocalDate day) {
    return one(day, THERE, EMAIL, OptionalInt.of(1954));
  }

  static Draft one(LocalDate day, Where where, Topics topics, OptionalInt birthYear) {
    return new Draft(
        UUID.randomUUID(),
        Kind.INDIVIDUEL,
        day,
        30,
        where,
        topics,
        EnumSet.of(Equipment.TELEPHONE),
        List.of("permanence"),
        "A appris à joindre une photo.",
        people(1, Map.of(Gender.FEMININ, 1)),
        new Individual(
            birthYear, Optional.of(Autonomy.PARTIELLEMENT_AUTONOME), false, Optional.empty()),
        Group.NONE,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// Two hours with a group.
  static Draft group(LocalDate day, Marginals people) {
    return group(day, people, false);
  }

  static Draft group(LocalDate day, Marginals people, boolean example) {
    return new Draft(
        UUID.randomUUID(),
        Kind.COLLECTIF,
        day,
        120,
        THERE,
        EMAIL,
        Set.of(),
        List.of(),
        "",
        people,
        Individual.NONE,
        new Group("Premiers courriels", Optional.of(Coop.Level.DEBUTANT)),
        Optional.empty(),
        Optional.empty(),
        example);
  }
}
