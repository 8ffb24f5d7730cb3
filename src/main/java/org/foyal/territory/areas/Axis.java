package org.foyal.territory.areas;

import org.foyal.territory.Score;

/// The scores that the index of digital fragility publishes, as the territory names them.
enum Axis {
  GLOBAL("score_global", "global"),
  ACCESS("score_acces", "access"),
  INFORMATION("acces_information", "access_information"),
  INTERFACES("acces_interfaces_numeriques", "access_interfaces"),
  SKILLS("score_competences", "skills"),
  ADMINISTRATIVE("competences_administratives", "skills_administrative"),
  DIGITAL("competences_numeriques_scolaires", "skills_digital");

  private final String indicator;
  private final String word;

  Axis(String indicator, String word) {
    this.indicator = indicator;
    this.word = word;
  }

  /// Whether a score is of this axis.
  boolean names(Score score) {
    return score.indicator().equals(indicator);
  }

  /// Whether it is a part of the score above it in the table.
  boolean part() {
    return this != GLOBAL && this != ACCESS && this != SKILLS;
  }

  /// The key of its name; followed by `.about`, of what it says.
  String words() {
    return "areas.axis." + word;
  }
}
