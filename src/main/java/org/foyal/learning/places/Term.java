package org.foyal.learning.places;

import static org.foyal.learning.places.Listing.ACCESS;
import static org.foyal.learning.places.Listing.AUDIENCES;
import static org.foyal.learning.places.Listing.CARE;
import static org.foyal.learning.places.Listing.FEES;
import static org.foyal.learning.places.Listing.LABELS;
import static org.foyal.learning.places.Listing.PROGRAMMES;
import static org.foyal.learning.places.Listing.ROAMING;
import static org.foyal.learning.places.Listing.SERVICES;
import static org.foyal.learning.places.Listing.SUPPORT;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// A value of a closed list of the national standard v1.0.2, with its French to the letter.
public enum Term {
  ROAMING_MOVING(ROAMING, "Itinérant"),
  ROAMING_FIXED(ROAMING, "Fixe"),
  SERVICE_FORMALITIES(SERVICES, "Aide aux démarches administratives"),
  SERVICE_EVERYDAY(SERVICES, "Maîtrise des outils numériques du quotidien"),
  SERVICE_WORK(SERVICES, "Insertion professionnelle via le numérique"),
  SERVICE_SAFETY(SERVICES, "Utilisation sécurisée du numérique"),
  SERVICE_PARENTS(SERVICES, "Parentalité et éducation avec le numérique"),
  SERVICE_CREATION(SERVICES, "Loisirs et créations numériques"),
  SERVICE_UNDERSTANDING(SERVICES, "Compréhension du monde numérique"),
  SERVICE_INTERNET(SERVICES, "Accès internet et matériel informatique"),
  SERVICE_EQUIPMENT(SERVICES, "Acquisition de matériel informatique à prix solidaire"),
  AUDIENCE_YOUNG(AUDIENCES, "Jeunes"),
  AUDIENCE_STUDENTS(AUDIENCES, "Étudiants"),
  AUDIENCE_FAMILIES(AUDIENCES, "Familles et/ou enfants"),
  AUDIENCE_SENIORS(AUDIENCES, "Seniors"),
  AUDIENCE_WOMEN(AUDIENCES, "Femmes"),
  CARE_DEAF(CARE, "Surdité"),
  CARE_MOTOR(CARE, "Handicaps moteurs"),
  CARE_MENTAL(CARE, "Handicaps mentaux"),
  CARE_READING(CARE, "Illettrisme"),
  CARE_ENGLISH(CARE, "Langues étrangères (anglais)"),
  CARE_LANGUAGES(CARE, "Langues étrangères (autres)"),
  CARE_SIGHT(CARE, "Déficience visuelle"),
  FEE_FREE(FEES, "Gratuit"),
  FEE_CONDITIONS(FEES, "Gratuit sous condition"),
  FEE_PAID(FEES, "Payant"),
  PROGRAMME_AIDANTS(PROGRAMMES, "Aidants Connect"),
  PROGRAMME_LIBRARIES(PROGRAMMES, "Bibliothèques numérique de référence"),
  PROGRAMME_PIX(PROGRAMMES, "Certification PIX"),
  PROGRAMME_ADVISERS(PROGRAMMES, "Conseillers numériques"),
  PROGRAMME_EMMAUS(PROGRAMMES, "Emmaüs Connect"),
  PROGRAMME_FRANCE_SERVICES(PROGRAMMES, "France Services"),
  PROGRAMME_SCHOOL(PROGRAMMES, "Grande école du numérique"),
  PROGRAMME_RED_CROSS(PROGRAMMES, "La Croix Rouge"),
  PROGRAMME_CAF(PROGRAMMES, "Point d'accès numérique CAF"),
  PROGRAMME_NET(PROGRAMMES, "Promeneurs du net"),
  PROGRAMME_RELAY(PROGRAMMES, "Relais numérique (Emmaüs Connect)"),
  LABEL_HEALTH(LABELS, "Formé à « Mon Espace Santé »"),
  LABEL_DUPLEX(LABELS, "Formé à « DUPLEX » (illettrisme)"),
  LABEL_ARNIA(LABELS, "Arnia/MedNum BFC (Bourgogne-Franche-Comté)"),
  LABEL_REUSE(LABELS, "Collectif ressources et acteurs réemploi (Normandie)"),
  LABEL_POST(LABELS, "Étapes numériques (La Poste)"),
  LABEL_FABRIQUES(LABELS, "Fabriques de Territoire"),
  LABEL_DROME(LABELS, "Les Éclaireurs du numérique (Drôme)"),
  LABEL_LYON(LABELS, "Mes Papiers (Métropole de Lyon)"),
  LABEL_ORDI(LABELS, "ORDI 3.0"),
  LABEL_SUD(LABELS, "SUD LABS (PACA)"),
  ACCESS_COME(ACCESS, "Se présenter"),
  ACCESS_CALL(ACCESS, "Téléphoner"),
  ACCESS_MAIL(ACCESS, "Contacter par mail"),
  ACCESS_BOOK(ACCESS, "Prendre un RDV en ligne"),
  ACCESS_NOBODY(ACCESS, "Ce lieu n'accueille pas de public"),
  ACCESS_PRESCRIBED(ACCESS, "Envoyer un mail avec une fiche de prescription"),
  SUPPORT_ALONE(SUPPORT, "En autonomie"),
  SUPPORT_ONE(SUPPORT, "Accompagnement individuel"),
  SUPPORT_GROUP(SUPPORT, "Dans un atelier collectif"),
  SUPPORT_DISTANCE(SUPPORT, "À distance");

  private final Listing listing;
  private final String written;

  Term(Listing listing, String written) {
    this.listing = listing;
    this.written = written;
  }

  /// The field that it is a value of.
  public Listing listing() {
    return listing;
  }

  /// The value as the standard writes it.
  public String written() {
    return written;
  }

  /// The word for it in addresses, forms and message keys, for example `service-work`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The values of a field, in the standard's order.
  public static List<Term> of(Listing listing) {
    return Stream.of(values()).filter(term -> term.listing == listing).toList();
  }

  /// The value of that word, if there is one.
  public static Optional<Term> find(String code) {
    return Stream.of(values()).filter(term -> term.code().equals(code)).findFirst();
  }

  /// The value of a field that is written so to the letter.
  public static Optional<Term> written(Listing listing, String written) {
    return of(listing).stream().filter(term -> term.written.equals(written)).findFirst();
  }
}
