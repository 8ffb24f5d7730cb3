package org.foyal.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.foyal.learning.activity.Activities;
import org.foyal.learning.activity.Coop.AgeBand;
import org.foyal.learning.activity.Coop.Autonomy;
import org.foyal.learning.activity.Coop.Equipment;
import org.foyal.learning.activity.Coop.Gender;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.learning.activity.Coop.Level;
import org.foyal.learning.activity.Coop.PlaceKind;
import org.foyal.learning.activity.Coop.Theme;
import org.foyal.learning.activity.Draft;
import org.foyal.learning.activity.Draft.Group;
import org.foyal.learning.activity.Draft.Individual;
import org.foyal.learning.activity.Draft.Marginals;
import org.foyal.learning.activity.Draft.Topics;
import org.foyal.learning.activity.Draft.Where;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.Actor;
import org.foyal.people.mandates.Making;
import org.foyal.people.mandates.Mandate.How;
import org.foyal.people.mandates.Mandates;
import org.foyal.people.mandates.Wish;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Language;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A few activities that the example mediator invented, and a mandate with one act; all of them are
/// examples, each is made once.
@Component
@Order(50)
@ConditionalOnProperty("foyal.demo.city")
class MediationLoader implements ApplicationRunner {
  private final Activities activities;
  private final Mandates mandates;
  private final Accounts accounts;
  private final Territory territory;

  MediationLoader(
      Activities activities, Mandates mandates, Accounts accounts, Territory territory) {
    this.activities = activities;
    this.mandates = mandates;
    this.accounts = accounts;
    this.territory = territory;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    accounts.list().stream()
        .filter(account -> account.example() && account.roles().contains(Role.MEDIATOR))
        .findFirst()
        .ifPresent(this::load);
  }

  private void load(Account mediator) {
    var by = Actor.of(mediator, "bin/run");
    var today = activities.today();
    activities.record(by, one(today.minusDays(6), 30, Theme.EMAIL, 1954));
    activities.record(by, one(today.minusDays(5), 45, Theme.SANTE, 1971));
    activities.record(by, one(today.minusDays(2), 60, Theme.INSERTION_PROFESSIONNELLE, 2003));
    activities.record(by, workshop(today.minusDays(1)));
    if (mandates.make(by, wish()) instanceof Making.Made(var made, String _, boolean _)) {
      mandates.act(made.id(), by, "requests.report", "Lampadaire éteint (exemple)");
    }
  }

  private static UUID form(String of) {
    return UUID.nameUUIDFromBytes(("example " + of).getBytes(StandardCharsets.UTF_8));
  }

  private static Wish wish() {
    return new Wish(
        form("mandate"),
        "Man Tètè (exemple)",
        "",
        182,
        List.of("requests.report", "cases.follow"),
        Language.FR,
        Optional.of(How.SPOKEN),
        Optional.empty(),
        true);
  }

  /// At the first place of work that is known, else somewhere in the city.
  private Where where() {
    var place = activities.places().keySet().stream().findFirst();
    var city = territory.city().map(Area::code);
    return place.isPresent()
        ? new Where(PlaceKind.LIEU_ACTIVITE, place, Optional.empty())
        : city.isPresent()
            ? new Where(PlaceKind.AUTRE, Optional.empty(), city)
            : new Where(PlaceKind.A_DISTANCE, Optional.empty(), Optional.empty());
  }

  private Draft one(LocalDate day, int minutes, Theme theme, int birthYear) {
    return new Draft(
        form("one " + birthYear),
        Kind.INDIVIDUEL,
        day,
        minutes,
        where(),
        new Topics(Set.of(theme), Set.of(), ""),
        EnumSet.of(Equipment.TELEPHONE),
        List.of(),
        "",
        new Marginals(1, 0, Map.of(Gender.FEMININ, 1), Map.of(), Map.of(), Map.of()),
        new Individual(
            OptionalInt.of(birthYear),
            Optional.of(Autonomy.PARTIELLEMENT_AUTONOME),
            false,
            Optional.empty()),
        Group.NONE,
        Optional.empty(),
        Optional.empty(),
        true);
  }

  private Draft workshop(LocalDate day) {
    return new Draft(
        form("workshop"),
        Kind.COLLECTIF,
        day,
        120,
        where(),
        new Topics(Set.of(Theme.PRENDRE_EN_MAIN_DU_MATERIEL), Set.of(), ""),
        EnumSet.of(Equipment.ORDINATEUR),
        List.of(),
        "",
        new Marginals(
            12,
            5,
            Map.of(Gender.FEMININ, 8, Gender.MASCULIN, 3),
            Map.of(AgeBand.SOIXANTE_DIX_PLUS, 7),
            Map.of(),
            Map.of()),
        Individual.NONE,
        new Group("Premiers pas sur l’ordinateur", Optional.of(Level.DEBUTANT)),
        Optional.empty(),
        Optional.empty(),
        true);
  }
}
