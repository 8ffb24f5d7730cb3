package org.foyal.territory.areas;

/// The scores that the index of digital fragility publishes, as the territory names them.
enum Axis {
  GLOBAL("global"),
  ACCESS("access"),
  INFORMATION("access_information"),
  INTERFACES("access_interfaces"),
  SKILLS("skills"),
  ADMINISTRATIVE("skills_administrative"),
  DIGITAL("skills_digital");

  private final String indicator;

  Axis(String indicator) {
    this.indicator = indicator;
  }

  String indicator() {
    return indicator;
  }

  /// Whether it is a part of the score above it in the table.
  boolean part() {
    return this != GLOBAL && this != ACCESS && this != SKILLS;
  }

  /// The key of its name; followed by `.about`, of what it says.
  String words() {
    return "areas.axis." + indicator;
  }
}
