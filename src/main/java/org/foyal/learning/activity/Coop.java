package org.foyal.learning.activity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The enumerations of the Coop de la médiation numérique, each value by the Coop's own name, so
/// that records can go there and come from there.
public final class Coop {
  private Coop() {}

  /// A value of an enumeration of the Coop.
  public interface Coded {
    /// As Java names it.
    String name();

    /// As the Coop writes it, in the database and in files too.
    default String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The key of the words that say it.
    default String words() {
      return "learning.activity."
          + getClass().getSimpleName().toLowerCase(Locale.ROOT)
          + "."
          + code();
    }
  }

  /// The value of that code, if it is one.
  public static <E extends Enum<E> & Coded> Optional<E> find(Class<E> of, String code) {
    return Stream.of(of.getEnumConstants()).filter(one -> one.code().equals(code)).findFirst();
  }

  /// TypeActivite, without the coordination of mediators.
  public enum Kind implements Coded {
    INDIVIDUEL,
    COLLECTIF
  }

  /// TypeLieu.
  public enum PlaceKind implements Coded {
    LIEU_ACTIVITE,
    DOMICILE,
    A_DISTANCE,
    AUTRE;

    /// Whether a commune must be named.
    public boolean needsCommune() {
      return this == DOMICILE || this == AUTRE;
    }
  }

  /// Genre; « non communiqué » is what is left of the whole.
  public enum Gender implements Coded {
    FEMININ,
    MASCULIN
  }

  /// TrancheAge; « non communiqué » is what is left of the whole.
  public enum AgeBand implements Coded {
    MOINS_DE_DOUZE(12),
    DOUZE_DIX_HUIT(18),
    DIX_HUIT_VINGT_QUATRE(25),
    VINGT_CINQ_TRENTE_NEUF(40),
    QUARANTE_CINQUANTE_NEUF(60),
    SOIXANTE_SOIXANTE_NEUF(70),
    SOIXANTE_DIX_PLUS(Integer.MAX_VALUE);

    private final int below;

    AgeBand(int below) {
      this.below = below;
    }

    /// The band of whoever turns so old in the year of the activity.
    public static AgeBand ofAge(int age) {
      return Stream.of(values()).filter(band -> age < band.below).findFirst().orElseThrow();
    }
  }

  /// StatutSocial; « non communiqué » is what is left of the whole.
  public enum SocialStatus implements Coded {
    SCOLARISE,
    SANS_EMPLOI,
    EN_EMPLOI,
    RETRAITE
  }

  /// Materiel.
  public enum Equipment implements Coded {
    ORDINATEUR,
    TELEPHONE,
    TABLETTE,
    AUTRE,
    AUCUN
  }

  /// Autonomie.
  public enum Autonomy implements Coded {
    ENTIEREMENT_ACCOMPAGNE,
    PARTIELLEMENT_AUTONOME,
    AUTONOME
  }

  /// NiveauAtelier.
  public enum Level implements Coded {
    DEBUTANT,
    INTERMEDIAIRE,
    AVANCE
  }

  /// StructureDeRedirection.
  public enum Redirection implements Coded {
    ADMINISTRATION,
    MEDIATION_NUMERIQUE,
    OPERATEUR_OU_ORGANISME_EN_CHARGE,
    AIDE_SOCIALE,
    INSERTION_PROFESSIONNELLE,
    AIDE_AUX_DEMARCHES_ADMINISTRATIVES,
    AUTRE
  }

  /// Thematique, in the Coop's order.
  public enum Theme implements Coded {
    DIAGNOSTIC_NUMERIQUE,
    PRENDRE_EN_MAIN_DU_MATERIEL,
    MAINTENANCE_DE_MATERIEL,
    GERE_SES_CONTENUS_NUMERIQUES,
    NAVIGATION_SUR_INTERNET,
    EMAIL,
    BUREAUTIQUE,
    RESEAUX_SOCIAUX,
    SANTE,
    BANQUE_ET_ACHATS_EN_LIGNE,
    ENTREPRENEURIAT,
    INSERTION_PROFESSIONNELLE,
    SECURITE_NUMERIQUE,
    PARENTALITE,
    SCOLARITE_ET_NUMERIQUE,
    CREER_AVEC_LE_NUMERIQUE,
    CULTURE_NUMERIQUE,
    INTELLIGENCE_ARTIFICIELLE,
    AIDE_AUX_DEMARCHES_ADMINISTRATIVES
  }

  /// Thematique of an administrative step, only with `AIDE_AUX_DEMARCHES_ADMINISTRATIVES`.
  public enum AdminTheme implements Coded {
    PAPIERS_ELECTIONS_CITOYENNETE,
    FAMILLE_SCOLARITE,
    SOCIAL_SANTE,
    TRAVAIL_FORMATION,
    LOGEMENT,
    TRANSPORTS_MOBILITE,
    ARGENT_IMPOTS,
    JUSTICE,
    ETRANGERS_EUROPE,
    LOISIRS_SPORTS_CULTURE,
    ASSOCIATIONS
  }
}
