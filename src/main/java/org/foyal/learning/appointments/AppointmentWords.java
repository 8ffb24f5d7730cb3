package org.foyal.learning.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.courses.Courses;
import org.foyal.learning.courses.Need;
import org.foyal.learning.courses.Resource;
import org.foyal.learning.courses.Resource.Kind;
import org.foyal.learning.courses.Resources;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Says a slot in words: what for, when, where.
@Component
class AppointmentWords {
  private final Courses courses;
  private final Places places;
  private final Resources resources;
  private final Words words;
  private final ShellSettings city;

  AppointmentWords(
      Courses courses, Places places, Resources resources, Words words, ShellSettings city) {
    this.courses = courses;
    this.places = places;
    this.resources = resources;
    this.words = words;
    this.city = city;
  }

  /// An appointment as a reader meets it.
  ///
  /// @param phone of the place, or empty
  record Said(String what, String when, String where, String phone) {}

  Said of(Slot slot, Optional<String> need, Language language) {
    var place = places.get(slot.place());
    var room = slot.room().flatMap(resources::find).map(Resource::name).orElse("");
    var where =
        Stream.of(place.name(), room, place.address().street(), place.address().more())
            .filter(one -> !one.isEmpty())
            .collect(Collectors.joining(", "));
    return new Said(need(need, language), when(slot, language), where, place.contact().phone());
  }

  /// What somebody wants to be able to do.
  String need(Optional<String> code, Language language) {
    return code.flatMap(courses::findNeed)
        .map(one -> one.title().in(language))
        .orElse(words.say(language, "learning.appointments.need.other"));
  }

  private String when(Slot slot, Language language) {
    return words.say(
        language,
        "learning.appointments.when",
        day(slot.startsAt(), language),
        hour(slot.startsAt(), language),
        hour(slot.endsAt(), language));
  }

  /// A slot on one line, for a list to choose from.
  String line(Slot slot, Language language) {
    return day(slot.startsAt(), language)
        + ", "
        + hour(slot.startsAt(), language)
        + " – "
        + placeName(slot.place())
        + " – "
        + resource(slot.trainer());
  }

  String day(Instant at, Language language) {
    return day(dayOf(at), language);
  }

  String day(LocalDate day, Language language) {
    return language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), day);
  }

  String hour(Instant at, Language language) {
    return language.write(
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withZone(city.timeZone()), at);
  }

  LocalDate dayOf(Instant at) {
    return LocalDate.ofInstant(at, city.timeZone());
  }

  /// What can be chosen, in the order of the staff.
  Map<String, String> needs(Language language) {
    var found = new LinkedHashMap<String, String>();
    courses.listNeeds().stream()
        .filter(Need::active)
        .forEach(one -> found.put(one.code(), one.title().in(language)));
    return found;
  }

  boolean isNeed(String code) {
    return courses.findNeed(code).filter(Need::active).isPresent();
  }

  Optional<Place> place(UUID id) {
    return places.find(id).filter(one -> !one.standing().hidden());
  }

  String placeName(UUID id) {
    return places.find(id).map(Place::name).orElse("");
  }

  /// Places that everybody may see, by identifier.
  Map<String, String> places() {
    var found = new LinkedHashMap<String, String>();
    places.list().forEach(one -> found.put(one.id().toString(), one.name()));
    return found;
  }

  /// Those of some places that everybody may see, by identifier.
  Map<String, String> places(Collection<UUID> some) {
    var found = places();
    found.keySet().retainAll(some.stream().map(UUID::toString).toList());
    return found;
  }

  /// Trainers in use, by identifier.
  Map<String, String> trainers() {
    var found = new LinkedHashMap<String, String>();
    resources.list().stream()
        .filter(one -> one.kind() == Kind.TRAINER && one.active())
        .forEach(one -> found.put(one.id().toString(), one.name()));
    return found;
  }

  /// Rooms in use with their places, by identifier.
  Map<String, String> rooms() {
    var found = new LinkedHashMap<String, String>();
    resources.list().stream()
        .filter(one -> one.kind() == Kind.ROOM && one.active())
        .forEach(one ->
            found.put(
                one.id().toString(),
                one.place().map(this::placeName).orElse("") + " – " + one.name()));
    return found;
  }

  String resource(UUID id) {
    return resources.find(id).map(Resource::name).orElse("");
  }

  /// The trainer of an account, if it is one's.
  Optional<UUID> trainerOf(UUID account) {
    return resources.findTrainer(account).map(Resource::id);
  }
}
