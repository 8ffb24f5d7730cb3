package org.foyal.learning.places.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.learning.places.Known;
import org.foyal.learning.places.Listing;
import org.foyal.learning.places.Place;
import org.foyal.learning.places.Places;
import org.foyal.learning.places.Saving;
import org.foyal.learning.places.Term;
import org.foyal.learning.places.files.Bringing.Counts;
import org.foyal.learning.places.files.Bringing.Done;
import org.foyal.learning.places.files.Bringing.Unreadable;
import org.foyal.people.Actor;
import org.foyal.territory.files.reading.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class BringingPlacesTest {
  private static final String HEAD =
      "id,pivot,nom,commune,code_postal,code_insee,adresse,date_maj,source";

  @Autowired PlaceFiles files;
  @Autowired Places places;
  @TempDir Path folder;

  private final String id = UUID.randomUUID().toString();

  private String row(String more) {
    return id
        + ",43493312300029,Lieu "
        + id
        + ",Essai,75001,75101,1 rue "
        + id
        + ",2026-05-22,s"
        + more;
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(UUID.randomUUID().toString()), text.getBytes(charset));
  }

  private Bringing bring(String text, boolean trial) throws IOException {
    var order = new PlaceFiles.Order(file(text, StandardCharsets.UTF_8), trial, false);
    return files.bring(order, Actor.CONSOLE);
  }

  private Done take(String text) throws IOException {
    return (Done) bring(text, false);
  }

  private Place kept() {
    return places.findNational(id).orElseThrow();
  }

  @Test
  void theSameFileTwiceChangesNothing() throws IOException {
    var text = HEAD + ",services\n" + row(",Loisirs et créations numériques") + "\n";
    assertThat(take(text).counts()).isEqualTo(new Counts(1, 1, 0, 0, 0, 0));
    var first = kept();
    assertThat(take(text).counts()).isEqualTo(new Counts(1, 0, 0, 1, 0, 0));
    assertThat(kept()).isEqualTo(first);
  }

  @Test
  void aTrialSavesNothingAndSaysWhatWouldChange() throws IOException {
    assertThat(((Done) bring(HEAD + "\n" + row(""), true)).counts().added()).isEqualTo(1);
    assertThat(places.findNational(id)).isEmpty();
    take(HEAD + "\n" + row(""));
    var changed = (Done) bring(HEAD + "\n" + row("").replace("75001", "75002"), true);
    assertThat(changed.touched().getFirst().fields())
        .containsExactly(new Bringing.Change("code_postal", "75001", "75002"));
    assertThat(kept().address().postcode()).isEqualTo("75001");
  }

  @Test
  void columnsThatAFileDoesNotHaveStayAsTheyStand() throws IOException {
    take(HEAD + ",horaires\n" + row(",Mo-Fr 08:00-12:00"));
    take(HEAD + "\n" + row("").replace("Essai", "Autre"));
    assertThat(kept().hours()).isEqualTo("Mo-Fr 08:00-12:00");
    assertThat(kept().address().commune()).isEqualTo("Autre");
  }

  @ParameterizedTest
  @CsvSource({
    "services, Réparer des vélos, problem.term",
    "services, loisirs et créations numériques, problem.term",
    "frais_a_charge, Gratuit|Offert, problem.term",
    "typologie, BISTROT, problem.term",
    "telephone, 12, problem.phone",
    "courriels, personne, problem.email",
    "site_web, javascript:alert(1), problem.address",
    "prise_rdv, ftp://example.org, problem.address",
    "latitude, 95, problem.position",
    "longitude, -61, problem.position"
  })
  void aWrongFieldIsRefusedWithItsLineAndItsReason(String column, String value, String words)
      throws IOException {
    var done = take(HEAD + "," + column + "\n" + row("," + value) + "\n");
    assertThat(done.counts().refused()).isEqualTo(1);
    var refused = done.refused().getFirst();
    assertThat(refused.line()).isEqualTo(2);
    assertThat(refused.problems())
        .anyMatch(problem -> problem.words().equals("learning.places." + words));
    assertThat(places.findNational(id)).isEmpty();
  }

  @Test
  void aLineWithoutWhatTheStandardAsksForIsRefusedAndTheOthersAreTaken() throws IOException {
    var done =
        take(
            HEAD
                + "\n"
                + row("").replace("2026-05-22", "")
                + "\n"
                + row("")
                + "\n"
                + row("")
                + "\n");
    assertThat(done.counts()).isEqualTo(new Counts(3, 1, 0, 0, 0, 2));
    assertThat(done.refused().get(0).problems())
        .contains(new Reading.Problem("date_maj", "learning.places.problem.empty", ""));
    assertThat(done.refused().get(1).problems())
        .containsExactly(new Reading.Problem("id", "learning.places.problem.twice", "3"));
  }

  @Test
  void aPlaceWithoutSiretIsTakenAndSaidToBeIncomplete() throws IOException {
    var done = take(HEAD + "\n" + row("").replace("43493312300029", "00000000000000"));
    assertThat(done.touched().getFirst().missing()).containsExactly("pivot");
    assertThat(kept().keys().pivot()).isEmpty();
  }

  @Test
  void signsThatProgramsWriteDifferentlyAreRead() throws IOException {
    take(
        HEAD
            + ",modalites_acces,formations_labels,dispositif_programmes_nationaux\n"
            + row(
                ",Ce lieu n’accueille pas de public| Téléphoner ,Étapes numériques(La Poste),"
                    + "Point d’accès numérique CAF"));
    assertThat(kept().offer().terms())
        .containsExactly(Term.PROGRAMME_CAF, Term.LABEL_POST, Term.ACCESS_CALL, Term.ACCESS_NOBODY);
  }

  @Test
  void editionZeroIsReadInTheWordsOfEditionOne() throws IOException {
    var done =
        take(
            HEAD
                + ",services,publics_accueillis,conditions_acces,labels_nationaux,labels_autres,"
                + "modalites_accompagnement,courriel,accessibilite\n"
                + row(
                    ",Prendre en main un ordinateur;S'équiper en matériel informatique,"
                        + "Seniors (+ 65 ans);Adultes;Public langues étrangères;Handicaps psychiques : troubles,"
                        + "Gratuit : Je peux accéder gratuitement au lieu et à ses services,"
                        + "France Services;CNFS;French Tech,SudLabs,"
                        + "Avec de l'aide : je suis accompagné seul dans l'usage du numérique,"
                        + "a@example.org;b@example.org,https://acceslibre.beta.gouv.fr/app/a/"));
    var offer = kept().offer();
    assertThat(offer.in(Listing.SERVICES))
        .containsExactly(Term.SERVICE_EVERYDAY, Term.SERVICE_EQUIPMENT);
    assertThat(offer.in(Listing.AUDIENCES)).containsExactly(Term.AUDIENCE_SENIORS);
    assertThat(offer.in(Listing.CARE)).containsExactly(Term.CARE_LANGUAGES);
    assertThat(offer.in(Listing.FEES)).containsExactly(Term.FEE_FREE);
    assertThat(offer.in(Listing.PROGRAMMES))
        .containsExactly(Term.PROGRAMME_ADVISERS, Term.PROGRAMME_FRANCE_SERVICES);
    assertThat(offer.in(Listing.SUPPORT)).containsExactly(Term.SUPPORT_ONE);
    assertThat(offer.otherLabels()).containsExactlyInAnyOrder("SudLabs", "French Tech");
    assertThat(kept().contact().emails()).containsExactly("a@example.org", "b@example.org");
    assertThat(done.touched().getFirst().lost()).containsExactly("Handicaps psychiques : troubles");
  }

  @ParameterizedTest
  @CsvSource({
    "Devenir autonome dans les démarches administratives, SERVICE_FORMALITIES",
    "Réaliser des démarches administratives avec un accompagnement, SERVICE_FORMALITIES",
    "Prendre en main un smartphone ou une tablette, SERVICE_EVERYDAY",
    "Prendre en main un ordinateur, SERVICE_EVERYDAY",
    "Utiliser le numérique au quotidien, SERVICE_EVERYDAY",
    "Approfondir ma culture numérique, SERVICE_UNDERSTANDING",
    "Favoriser mon insertion professionnelle, SERVICE_WORK",
    "Accéder à une connexion internet, SERVICE_INTERNET",
    "Accéder à du matériel, SERVICE_INTERNET",
    "S’équiper en matériel informatique, SERVICE_EQUIPMENT",
    "Créer et développer mon entreprise, SERVICE_WORK",
    "Créer avec le numérique, SERVICE_CREATION",
    "Accompagner les démarches de santé, SERVICE_FORMALITIES",
    "Promouvoir la citoyenneté numérique, SERVICE_UNDERSTANDING",
    "Soutenir la parentalité et l’éducation avec le numérique, SERVICE_PARENTS"
  })
  void eachOfTheFifteenServicesHasItsPlaceAmongTheNine(String old, Term now) throws IOException {
    take(HEAD + ",services\n" + row("," + old));
    assertThat(kept().offer().terms()).containsExactly(now);
  }

  @Test
  void aFileOfWindowsAndOneWithAMarkOfItsOrderAreRead() throws IOException {
    var text = HEAD.replace(',', ';') + "\n" + row("").replace(',', ';').replace("Essai", "Évry");
    var windows = file(text, Charset.forName("windows-1252"));
    var done = (Done) files.bring(new PlaceFiles.Order(windows, false, false), Actor.CONSOLE);
    assertThat(done.encoding()).isEqualTo("windows-1252");
    assertThat(kept().address().commune()).isEqualTo("Évry");
    assertThat(take("\ufeff" + HEAD + "\n" + row("").replace("Essai", "Évry")).counts().same())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "'' # EMPTY_FILE",
        "'id,adresse\n1,rue' # WRONG_COLUMN",
        "'nom' # NOT_A_TABLE",
        "'a,b\n1,2' # WRONG_COLUMN",
        "'id,nom\n1,\u0000' # NOT_TEXT"
      })
  void aFileThatIsNoneIsRefusedAsAWhole(String text, Reason reason) throws IOException {
    assertThat(bring(text, true))
        .isInstanceOfSatisfying(
            Unreadable.class, whole -> assertThat(whole.refusal().reason()).isEqualTo(reason));
  }

  @Test
  void aLongFileIsReadLineByLineAndOnlyItsFirstFaultsAreShown() throws IOException {
    var text = new StringBuilder(HEAD + "\n");
    for (int i = 0; i < 3_000; i++) {
      text.append("x").append(i).append(id).append(",,,,,,,,\n");
    }
    var done = (Done) bring(text.toString(), true);
    assertThat(done.counts().refused()).isEqualTo(3_000);
    assertThat(done.refused()).hasSize(200);
    text.append((id + ",").repeat(8)).append(id).append("\n");
    assertThat(((Done) bring(text.append("a,b\n").toString(), true)).counts().read())
        .isEqualTo(3_002);
  }

  @Test
  void whatLooksLikeAKnownPlaceIsSetAsideUntilSomebodySaysOtherwise() throws IOException {
    take(HEAD + "\n" + row(""));
    var other = UUID.randomUUID().toString();
    var twin = HEAD + "\n" + other + row("").substring(id.length()).replace(",s", ",ailleurs");
    var done = take(twin);
    assertThat(done.counts().aside()).isEqualTo(1);
    assertThat(done.twins().getFirst().standing().keys().national()).isEqualTo(id);
    assertThat(places.findNational(other)).isEmpty();
    var path = file(twin, StandardCharsets.UTF_8);
    var all = (Done) files.bring(new PlaceFiles.Order(path, false, true), Actor.CONSOLE);
    assertThat(all.counts().added()).isEqualTo(1);
    assertThat(places.findNational(other)).isPresent();
  }

  @Test
  void twoLinesOfOneFileThatLookAlikeAreSeenToBeTwins() throws IOException {
    var other = UUID.randomUUID().toString();
    var twin = other + row("").substring(id.length()).replace(",s", ",ailleurs");
    var trial = (Done) bring(HEAD + "\n" + row("") + "\n" + twin, true);
    assertThat(trial.counts()).isEqualTo(new Counts(2, 1, 0, 0, 1, 0));
    assertThat(trial.twins().getFirst().kept()).isFalse();
    var done = take(HEAD + "\n" + row("") + "\n" + twin);
    assertThat(done.twins().getFirst().standing().keys().national()).isEqualTo(id);
    assertThat(done.twins().getFirst().kept()).isTrue();
    assertThat(places.findNational(other)).isEmpty();
  }

  @Test
  void aLineThatIsOlderThanWhatStandsIsSetAsideWithItsReason() throws IOException {
    take(HEAD + "\n" + row(""));
    var old = row("").replace("2026-05-22", "2025-01-01").replace("Essai", "Ancien");
    var done = take(HEAD + "\n" + old);
    assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
    assertThat(done.older().getFirst().line()).isEqualTo(2);
    assertThat(done.older().getFirst().problems())
        .containsExactly(
            new Reading.Problem("date_maj", "learning.places.problem.older", "2026-05-22"));
    assertThat(kept().address().commune()).isEqualTo("Essai");
  }

  @Test
  void whatTheDeskCorrectedIsNotUndoneByAFileOfThatDay() throws IOException {
    take(HEAD + ",horaires\n" + row(",Mo-Fr 08:00-12:00"));
    var known = kept();
    assertThat(places.change(Actor.CONSOLE, Known.hours(known, "Mo-Fr 08:00-13:00")))
        .isInstanceOf(Saving.Saved.class);
    var done = take(HEAD + ",horaires\n" + row(",Mo-Fr 08:00-12:00"));
    assertThat(done.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1, 0));
    assertThat(done.older().getFirst().problems())
        .containsExactly(
            new Reading.Problem("date_maj", "learning.places.problem.corrected", "2026-05-22"));
    assertThat(kept().hours()).isEqualTo("Mo-Fr 08:00-13:00");
    var newer = row(",Mo-Fr 08:00-14:00").replace("2026-05-22", "2026-05-23");
    assertThat(take(HEAD + ",horaires\n" + newer).counts().changed()).isEqualTo(1);
    var same = newer.replace("14:00", "15:00");
    assertThat(take(HEAD + ",horaires\n" + same).counts().changed())
        .as("a file has told since")
        .isEqualTo(1);
  }

  @Test
  void aDayThatIsStillToComeIsRefused() throws IOException {
    var done = take(HEAD + "\n" + row("").replace("2026-05-22", "2999-01-01"));
    assertThat(done.refused().getFirst().problems())
        .containsExactly(
            new Reading.Problem("date_maj", "learning.places.problem.future", "2999-01-01"));
  }

  @Test
  void aSemicolonWithinAnAddressPartsNothing() throws IOException {
    take(HEAD + ",site_web\n" + row(",https://example.org/a;b=1?c;d"));
    assertThat(kept().contact().sites()).containsExactly("https://example.org/a;b=1?c;d");
    take(HEAD + ",site_web\n" + row(",https://example.org/a; https://example.org/b"));
    assertThat(kept().contact().sites())
        .containsExactly("https://example.org/a", "https://example.org/b");
  }

  @Test
  void aBlankCellThatMayBeBlankKeepsWhatStands() throws IOException {
    take(HEAD + ",horaires,services\n" + row(",24/7,Loisirs et créations numériques"));
    var first = kept();
    var blank = row(",,").replace("43493312300029", "00000000000000");
    assertThat(take(HEAD + ",horaires,services\n" + blank).counts().same()).isEqualTo(1);
    assertThat(kept()).isEqualTo(first);
  }

  @Test
  void hoursThatNobodyCanReadAreKeptAsTheyAreWritten() throws IOException {
    take(HEAD + ",horaires\n" + row(",du lundi au vendredi"));
    assertThat(kept().hours()).isEqualTo("du lundi au vendredi");
  }

  @Test
  void whatWePublishIsReadBackAsItWas() {
    new Known(places)
        .add(
            Known.name(),
            "telephone",
            "0596 60 00 01",
            "courriels",
            "a@example.org|b@example.org",
            "site_web",
            "https://example.org/a;b|https://example.org/c",
            "horaires",
            "Mo-Fr 08:00-12:00 \"sur rendez-vous\"; PH off",
            "latitude",
            "14.61",
            "longitude",
            "-61.070001",
            "typologie",
            "MUNI|TIERS_LIEUX",
            "services",
            "Loisirs et créations numériques|Maîtrise des outils numériques du quotidien",
            "formations_labels",
            "Étapes numériques (La Poste)|Formé à « DUPLEX » (illettrisme)",
            "autres_formations_labels",
            "QPV|FRR",
            "modalites_acces",
            "Ce lieu n'accueille pas de public",
            "presentation_detail",
            "Deux lignes :\nla seconde ; « citée ».");
    for (var place : places.listAll()) {
      var fields = new java.util.LinkedHashMap<String, String>();
      var values = Columns.of(place);
      for (int i = 0; i < Columns.ALL.size(); i++) {
        fields.put(Columns.ALL.get(i), values.get(i));
      }
      var read = Reading.over(Place.blank(place.id(), place.origin().updatedOn()), fields);
      assertThat(read.problems()).isEmpty();
      assertThat(Columns.of(read.place())).isEqualTo(values);
    }
  }
}
