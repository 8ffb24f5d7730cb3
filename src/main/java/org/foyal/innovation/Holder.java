package org.foyal.innovation;

/// Who may hold a project.
public enum Holder {
  /// One person.
  PERSON,
  /// An association, known by its RNA or its SIRET.
  ASSOCIATION,
  /// A company, known by its SIRET.
  COMPANY;

  /// Whether it is known by a number of a register.
  public boolean registered() {
    return this != PERSON;
  }

  /// The key of its name.
  public String words() {
    return "innovation.holder." + name();
  }
}
