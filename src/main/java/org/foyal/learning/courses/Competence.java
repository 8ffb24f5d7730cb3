package org.foyal.learning.courses;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;

/// A digital competence of the CRCN, the French frame of reference (décret 2019-919), which Pix
/// certifies; the English names are ours.
public enum Competence {
  /// 1.1.
  SEARCH(
      Domain.INFORMATION,
      "1.1",
      "Mener une recherche et une veille d’information",
      "Search and monitor information"),
  /// 1.2.
  MANAGE_DATA(Domain.INFORMATION, "1.2", "Gérer des données", "Manage data"),
  /// 1.3.
  PROCESS_DATA(Domain.INFORMATION, "1.3", "Traiter des données", "Process data"),
  /// 2.1.
  INTERACT(Domain.COMMUNICATION, "2.1", "Interagir", "Interact"),
  /// 2.2.
  SHARE(Domain.COMMUNICATION, "2.2", "Partager et publier", "Share and publish"),
  /// 2.3.
  COLLABORATE(Domain.COMMUNICATION, "2.3", "Collaborer", "Collaborate"),
  /// 2.4.
  TAKE_PART(
      Domain.COMMUNICATION,
      "2.4",
      "S’insérer dans le monde numérique",
      "Take part in the digital world"),
  /// 3.1.
  TEXTS(Domain.CREATION, "3.1", "Développer des documents textuels", "Develop text documents"),
  /// 3.2.
  MULTIMEDIA(
      Domain.CREATION,
      "3.2",
      "Développer des documents multimédia",
      "Develop multimedia documents"),
  /// 3.3.
  ADAPT(
      Domain.CREATION,
      "3.3",
      "Adapter les documents à leur finalité",
      "Adapt documents to their purpose"),
  /// 3.4.
  PROGRAM(Domain.CREATION, "3.4", "Programmer", "Program"),
  /// 4.1.
  SECURE(
      Domain.PROTECTION,
      "4.1",
      "Sécuriser l’environnement numérique",
      "Secure the digital environment"),
  /// 4.2.
  PRIVACY(
      Domain.PROTECTION,
      "4.2",
      "Protéger les données personnelles et la vie privée",
      "Protect personal data and privacy"),
  /// 4.3.
  WELL_BEING(
      Domain.PROTECTION,
      "4.3",
      "Protéger la santé, le bien-être et l’environnement",
      "Protect health, well-being and the environment"),
  /// 5.1.
  SOLVE(Domain.ENVIRONMENT, "5.1", "Résoudre des problèmes techniques", "Solve technical problems"),
  /// 5.2.
  EVOLVE(
      Domain.ENVIRONMENT,
      "5.2",
      "Évoluer dans un environnement numérique",
      "Evolve in a digital environment");

  /// What the frame of reference puts its competences under.
  public enum Domain {
    /// 1.
    INFORMATION("Information et données", "Information and data"),
    /// 2.
    COMMUNICATION("Communication et collaboration", "Communication and collaboration"),
    /// 3.
    CREATION("Création de contenu", "Content creation"),
    /// 4.
    PROTECTION("Protection et sécurité", "Protection and security"),
    /// 5.
    ENVIRONMENT("Environnement numérique", "Digital environment");

    private final String french;
    private final String english;

    Domain(String french, String english) {
      this.french = french;
      this.english = english;
    }

    /// Its name.
    public Told title() {
      return told(french, english);
    }

    /// Its competences, in their order.
    public List<Competence> competences() {
      return Stream.of(Competence.values()).filter(one -> one.domain == this).toList();
    }
  }

  private final Domain domain;
  private final String code;
  private final String french;
  private final String english;

  Competence(Domain domain, String code, String french, String english) {
    this.domain = domain;
    this.code = code;
    this.french = french;
    this.english = english;
  }

  /// What it stands under.
  public Domain domain() {
    return domain;
  }

  /// Its number, for example `2.1`.
  public String code() {
    return code;
  }

  /// Its name.
  public Told title() {
    return told(french, english);
  }

  private static Told told(String french, String english) {
    return new Told(Map.of(Language.FR, french, Language.EN, english));
  }

  /// The competence of a number, if there is one.
  public static Optional<Competence> find(String code) {
    return Stream.of(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
