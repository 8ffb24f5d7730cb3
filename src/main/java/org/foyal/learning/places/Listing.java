package org.foyal.learning.places;

/// A field of the national standard whose values are taken from a closed list.
public enum Listing {
  /// Whether the place moves about.
  ROAMING("itinerance"),
  /// What one is helped with.
  SERVICES("services"),
  /// Whom it is meant for in particular.
  AUDIENCES("publics_specifiquement_adresses"),
  /// Whom it can take particular care of.
  CARE("prise_en_charge_specifique"),
  /// What it costs.
  FEES("frais_a_charge"),
  /// Programmes of the state that it takes part in.
  PROGRAMMES("dispositif_programmes_nationaux"),
  /// Trainings and labels.
  LABELS("formations_labels"),
  /// How one gets in touch.
  ACCESS("modalites_acces"),
  /// How one is helped.
  SUPPORT("modalites_accompagnement");

  private final String column;

  Listing(String column) {
    this.column = column;
  }

  /// The field's name in the standard.
  public String column() {
    return column;
  }
}
