package org.foyal.learning.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.kernel.Position;
import org.foyal.learning.places.Saving.Overtaken;
import org.foyal.learning.places.Saving.Same;
import org.foyal.learning.places.Saving.Saved;
import org.foyal.learning.places.Saving.Taken;
import org.foyal.people.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class KeepingPlacesTest {
  @Autowired Places places;
  @Autowired JdbcClient sql;

  private Known known;

  @BeforeEach
  void places() {
    known = new Known(places);
  }

  @Test
  void everythingThatIsSaidOfAPlaceComesBack() {
    var given =
        Known.place(
            Known.name(),
            "telephone",
            "0596 60 00 00",
            "courriels",
            "a@example.org|b@example.org",
            "site_web",
            "example.org",
            "horaires",
            "Mo-Fr 08:00-12:00",
            "latitude",
            "48.85",
            "longitude",
            "2.35",
            "services",
            "Aide aux démarches administratives|Loisirs et créations numériques",
            "frais_a_charge",
            "Gratuit",
            "typologie",
            "MUNI|FABLAB",
            "autres_formations_labels",
            "QPV");
    var kept = known.add(given);
    assertThat(Places.alike(given, kept)).isTrue();
    assertThat(places.get(given.id())).isEqualTo(kept);
    assertThat(places.findNational(given.keys().national())).contains(kept);
    assertThat(kept.contact().phone()).isEqualTo("+596596600000");
  }

  @Test
  void aPlaceThatIsNotThereIsNotFound() {
    var none = UUID.randomUUID();
    assertThat(places.find(none)).isEmpty();
    assertThatThrownBy(() -> places.get(none)).isInstanceOf(NoSuchElementException.class);
    assertThat(places.change(Actor.CONSOLE, Known.place("Nulle part")))
        .isInstanceOf(Overtaken.class);
  }

  @Test
  void ofTwoWhoChangeItAtOnceTheSecondIsTold() {
    var place = known.add(Known.name());
    var first = Known.standing(place, false, false, false);
    var second = Known.standing(place, true, true, false);
    assertThat(places.change(Actor.CONSOLE, first)).isInstanceOf(Saved.class);
    assertThat(places.change(Actor.CONSOLE, second)).isInstanceOf(Overtaken.class);
    assertThat(places.get(place.id()).standing().open()).isFalse();
  }

  @Test
  void savingWhatStandsChangesNothing() {
    var place = known.add(Known.name());
    assertThat(places.change(Actor.CONSOLE, place)).isInstanceOf(Same.class);
    assertThat(places.get(place.id()).standing().version()).isEqualTo(1);
  }

  @Test
  void aNationalIdentifierBelongsToOnePlace() {
    var one = known.add(Known.name());
    var other = known.add(Known.name());
    var same = Known.place("Autre", "id", one.keys().national());
    assertThat(places.add(Actor.CONSOLE, same)).isInstanceOf(Taken.class);
    var keys = new Place.Keys(one.keys().national(), "", "");
    var moved =
        new Place(
            other.id(),
            keys,
            other.name(),
            other.address(),
            other.contact(),
            other.hours(),
            other.about(),
            other.offer(),
            other.origin(),
            other.standing());
    assertThat(places.change(Actor.CONSOLE, moved)).isInstanceOf(Taken.class);
  }

  @Test
  void ofTwoPlacesThatAreGivenOneIdentifierAtOnceOneHasIt() throws Exception {
    for (int round = 0; round < 5; round++) {
      var national = "wanted-" + java.util.UUID.randomUUID();
      var wishes =
          java.util.stream.Stream.of(known.add(Known.name()), known.add(Known.name()))
              .map(one -> named(one, national))
              .toList();
      var fresh = named(Known.place(Known.name()), national);
      var barrier = new java.util.concurrent.CyclicBarrier(3);
      try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
        var changes =
            java.util.stream.Stream.concat(
                    wishes.stream()
                        .map(one ->
                            threads.submit(() -> {
                              barrier.await();
                              return places.change(Actor.CONSOLE, one);
                            })),
                    java.util.stream.Stream.of(
                        threads.submit(() -> {
                          barrier.await();
                          return places.add(Actor.CONSOLE, fresh);
                        })))
                .toList();
        var came = new java.util.ArrayList<Saving>();
        for (var change : changes) {
          came.add(change.get());
        }
        assertThat(came).filteredOn(Saved.class::isInstance).hasSize(1);
        assertThat(came).filteredOn(Taken.class::isInstance).hasSize(2);
      }
    }
  }

  private static Place named(Place place, String national) {
    return new Place(
        place.id(),
        new Place.Keys(national, place.keys().pivot(), place.keys().parent()),
        place.name(),
        place.address(),
        place.contact(),
        place.hours(),
        place.about(),
        place.offer(),
        place.origin(),
        place.standing());
  }

  @Test
  void aHiddenPlaceIsInNoPublicListAndTheTrailSaysWhoHidIt() {
    var place = known.add(Known.name());
    places.change(Actor.CONSOLE, Known.standing(place, true, true, false));
    assertThat(places.list()).extracting(Place::id).doesNotContain(place.id());
    assertThat(places.listAll()).extracting(Place::id).contains(place.id());
    assertThat(acts(place)).contains("learning.places.act.added", "learning.places.act.hidden");
  }

  private java.util.List<String> acts(Place place) {
    return sql.sql("select what from people.act where about like :id")
        .param("id", "%" + place.id() + "%")
        .query(String.class)
        .list();
  }

  @Test
  void nearestComesFirstAndWhatHasNoPositionLast() {
    var lost = known.add(Known.name());
    var far = known.add(Known.name(), "latitude", "14.70", "longitude", "-61.00");
    var near = known.add(Known.name(), "latitude", "14.61", "longitude", "-61.06");
    assertThat(places.near(new Position(14.60, -61.07)))
        .extracting(Place::id)
        .containsSubsequence(near.id(), far.id(), lost.id());
  }

  @ParameterizedTest
  @EnumSource
  void theDatabaseKnowsEveryWordOfTheStandard(Term term) {
    var place = known.add(Known.name(), term.listing().column(), term.written());
    assertThat(place.offer().terms()).containsExactly(term);
  }

  @ParameterizedTest
  @CsvSource({
    "services, Réparer des vélos",
    "modalites_acces, Ce lieu n’accueille pas de public",
    "typologie, BISTROT",
    "languages, tlh",
    "frais_a_charge, gratuit"
  })
  void theDatabaseRefusesWordsThatTheStandardDoesNotKnow(String column, String word) {
    var place = known.add(Known.name());
    var statement = "update learning.place set %s = array[:word] where id = :id".formatted(column);
    assertThatThrownBy(
            () -> sql.sql(statement).param("word", word).param("id", place.id()).update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
