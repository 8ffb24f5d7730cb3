package org.foyal.learning.places;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.foyal.learning.places.Saving.Saved;
import org.foyal.learning.places.files.Reading;
import org.foyal.people.Actor;
import org.springframework.boot.test.context.TestComponent;

/// Places for tests, made through the room's façade.
@TestComponent
public class Known {
  private final Places places;

  public Known(Places places) {
    this.places = places;
  }

  /// A place that has all that the national standard asks for, with some fields said otherwise.
  public static Place place(String name, String... fields) {
    return place(UUID.randomUUID(), name, fields);
  }

  private static Place place(UUID id, String name, String... fields) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("nom", name);
    texts.put("pivot", "43493312300029");
    texts.put("adresse", "12 rue des Essais");
    texts.put("code_postal", "75001");
    texts.put("commune", "Essai");
    texts.put("code_insee", "75101");
    texts.put("source", "tests " + id);
    for (int i = 0; i + 1 < fields.length; i += 2) {
      texts.put(fields[i], fields[i + 1]);
    }
    var read = Reading.over(Place.blank(id, java.time.LocalDate.of(2026, 5, 22)), texts);
    if (!read.problems().isEmpty()) {
      throw new AssertionError(read.problems().toString());
    }
    return read.place();
  }

  public Place add(String name, String... fields) {
    return add(place(name, fields));
  }

  public Place add(Place made) {
    if (places.add(Actor.CONSOLE, made) instanceof Saved(Place saved)) {
      return saved;
    }
    throw new AssertionError("not added");
  }

  /// A name that no other test has.
  public static String name() {
    return "Lieu " + UUID.randomUUID().toString().substring(0, 8);
  }

  /// The same place with another standing.
  public static Place standing(Place place, boolean open, boolean hidden, boolean example) {
    return new Place(
        place.id(),
        place.keys(),
        place.name(),
        place.address(),
        place.contact(),
        place.hours(),
        place.about(),
        place.offer(),
        place.origin(),
        new Place.Standing(
            open, hidden, example, place.standing().version(), place.standing().changedAt()));
  }

  /// The same place with other hours.
  public static Place hours(Place place, String hours) {
    return new Place(
        place.id(),
        place.keys(),
        place.name(),
        place.address(),
        place.contact(),
        hours,
        place.about(),
        place.offer(),
        place.origin(),
        place.standing());
  }

  /// What an address asks for, as a form sends it.
  public static Map<String, String> form(String... fields) {
    var form = new LinkedHashMap<String, String>();
    for (int i = 0; i + 1 < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    return form;
  }
}
