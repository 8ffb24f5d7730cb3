package org.foyal.fibre.asking.wrong;

import java.util.Optional;
import org.foyal.fibre.asking.AnswerWords;
import org.foyal.fibre.asking.Place;
import org.foyal.fibre.premises.Building;
import org.foyal.shell.language.Language;

/// The address that somebody objects to.
///
/// @param ref the building in its file; empty where none is known there
/// @param operator whose network is there, by code: of the building, else of the nearest one known
/// @param area its neighbourhood
/// @param about the question of its page
record Subject(
    String label,
    Optional<String> ref,
    Optional<String> operator,
    Optional<String> area,
    boolean example,
    String about) {
  private static final int LONGEST_LABEL = 150;

  /// The address that a place is, if it is one.
  static Optional<Subject> of(Place place, Language language, AnswerWords words) {
    return switch (place) {
      case Place.Here(var home) -> Optional.of(of(home.building(), language, words));
      case Place.Gone(var last, var _) -> Optional.of(of(last, language, words));
      case Place.NoneHere none ->
          Optional.of(
              new Subject(
                  shortened(none.label()),
                  Optional.empty(),
                  none.near().stream().flatMap(one -> one.operator().stream()).findFirst(),
                  none.near().stream().flatMap(one -> one.area().stream()).findFirst(),
                  false,
                  "?street="
                      + AnswerWords.encoded(none.street())
                      + "&number="
                      + AnswerWords.encoded(none.number().written())));
      case Place.Several _,
          Place.Street _,
          Place.Streets _,
          Place.NoStreet _,
          Place.NobodyAround _,
          Place.Outside _,
          Place.Nothing _ ->
          Optional.empty();
    };
  }

  private static Subject of(Building building, Language language, AnswerWords words) {
    return new Subject(
        shortened(words.label(language, building)),
        Optional.of(building.ref()),
        building.operator(),
        building.area(),
        building.held().example(),
        "?building=" + AnswerWords.encoded(building.ref()));
  }

  private static String shortened(String label) {
    return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
  }
}
