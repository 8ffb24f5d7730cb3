package org.foyal.learning.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.foyal.kernel.Period;
import org.foyal.learning.activity.Coop.AdminTheme;
import org.foyal.learning.activity.Coop.AgeBand;
import org.foyal.learning.activity.Coop.Gender;
import org.foyal.learning.activity.Coop.Kind;
import org.foyal.learning.activity.Coop.PlaceKind;
import org.foyal.learning.activity.Coop.Theme;
import org.foyal.learning.activity.Draft.Topics;
import org.foyal.learning.activity.Draft.Where;
import org.foyal.learning.activity.Recording.Known;
import org.foyal.learning.activity.Recording.NotThere;
import org.foyal.learning.activity.Recording.Overtaken;
import org.foyal.learning.activity.Recording.Recorded;
import org.foyal.learning.activity.Recording.Refused;
import org.foyal.people.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A mediator's record: what it may hold, that it is written once, corrected in the open, counted
/// without anybody being seen.
@HouseTest
class RecordingActivitiesTest {
  private final UUID me = UUID.randomUUID();
  private final Actor ana = new Actor(me, "Ana", "127.0.0.1");
  private final LocalDate day = LocalDate.of(2026, 3, 5);

  @Autowired Activities activities;
  @Autowired JdbcClient sql;

  private Activity recorded(Draft draft) {
    return ((Recorded) activities.record(ana, draft)).activity();
  }

  @Test
  void theSameFormSentTwiceIsOneRecord() {
    var draft = Worked.one(day);
    var first = recorded(draft);
    assertThat(activities.record(ana, draft)).isEqualTo(new Known(first));
    assertThat(activities.listOf(me, 0, 10)).containsExactly(first);
  }

  @Test
  void theBandOfAgeComesFromTheYearOfBirthAlone() {
    assertThat(recorded(Worked.one(day)).what().people().ages())
        .isEqualTo(Map.of(AgeBand.SOIXANTE_DIX_PLUS, 1));
    assertThat(
            recorded(Worked.one(day, Worked.THERE, Worked.EMAIL, OptionalInt.empty()))
                .what()
                .people()
                .ages())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2015, MOINS_DE_DOUZE",
    "2014, DOUZE_DIX_HUIT",
    "2009, DOUZE_DIX_HUIT",
    "2008, DIX_HUIT_VINGT_QUATRE",
    "2002, DIX_HUIT_VINGT_QUATRE",
    "2001, VINGT_CINQ_TRENTE_NEUF",
    "1987, VINGT_CINQ_TRENTE_NEUF",
    "1986, QUARANTE_CINQUANTE_NEUF",
    "1966, SOIXANTE_SOIXANTE_NEUF",
    "1956, SOIXANTE_DIX_PLUS"
  })
  void javaAndTheDatabaseDrawTheBandsAlike(int year, AgeBand band) {
    var draft = Worked.one(day, Worked.THERE, Worked.EMAIL, OptionalInt.of(year));
    assertThat(recorded(draft).what().people().ages()).isEqualTo(Map.of(band, 1));
  }

  @Test
  void aCorrectionIsAVersionAndWhatStoodBeforeStays() {
    var first = recorded(Worked.one(day));
    var again = Worked.one(day.minusDays(1));
    var second = ((Recorded) activities.correct(ana, first.id(), 1, again)).activity();
    assertThat(second.version()).isEqualTo(2);
    assertThat(activities.history(first.id()))
        .extracting(one -> one.what().day())
        .containsExactly(day.minusDays(1), day);
    assertThat(activities.correct(ana, first.id(), 1, again)).isEqualTo(new Overtaken(second));
  }

  @Test
  void nobodyCorrectsOrTakesBackAnothersRecord() {
    var mine = recorded(Worked.one(day));
    var other = new Actor(UUID.randomUUID(), "Béa", "127.0.0.1");
    assertThat(activities.correct(other, mine.id(), 1, Worked.one(day))).isEqualTo(new NotThere());
    assertThat(activities.withdraw(other, mine.id(), 1)).isEqualTo(new NotThere());
  }

  @Test
  void aRecordOfOnePersonNeverBecomesOneOfAGroup() {
    var mine = recorded(Worked.one(day));
    var group = Worked.group(day, Worked.people(12, Map.of()));
    assertThat(activities.correct(ana, mine.id(), 1, group)).isEqualTo(new NotThere());
  }

  @Test
  void whatCannotStandIsTold() {
    var nowhere = new Where(PlaceKind.LIEU_ACTIVITE, Optional.empty(), Optional.empty());
    var unknown =
        new Where(PlaceKind.LIEU_ACTIVITE, Optional.of(UUID.randomUUID()), Optional.empty());
    var home = new Where(PlaceKind.DOMICILE, Optional.empty(), Optional.empty());
    var none = new Topics(Set.of(), Set.of(), "");
    var admin = new Topics(Set.of(Theme.EMAIL), EnumSet.of(AdminTheme.LOGEMENT), "");
    assertThat(refused(Worked.one(day, nowhere, Worked.EMAIL, OptionalInt.empty())))
        .contains("place");
    assertThat(refused(Worked.one(day, unknown, Worked.EMAIL, OptionalInt.empty())))
        .contains("place");
    assertThat(refused(Worked.one(day, home, Worked.EMAIL, OptionalInt.empty())))
        .contains("commune");
    assertThat(refused(Worked.one(day, Worked.THERE, none, OptionalInt.empty())))
        .contains("themes");
    assertThat(refused(Worked.one(day, Worked.THERE, admin, OptionalInt.empty())))
        .contains("admin");
    assertThat(refused(Worked.one(day, Worked.THERE, Worked.EMAIL, OptionalInt.of(2027))))
        .contains("birthYear");
    assertThat(refused(Worked.one(activities.today().plusDays(1)))).contains("day");
    assertThat(refused(Worked.group(day, Worked.people(10_001, Map.of())))).contains("total");
    assertThat(refused(Worked.group(day, Worked.people(0, Map.of())))).contains("total");
    var tooMany = Map.of(Gender.FEMININ, 7, Gender.MASCULIN, 6);
    assertThat(refused(Worked.group(day, Worked.people(12, tooMany)))).contains("genders");
  }

  private Set<String> refused(Draft draft) {
    return ((Refused) activities.record(ana, draft)).problems().keySet();
  }

  /// Each rule stands in the database too, whoever writes there.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"minutes\": 1440}",
        "{\"minutes\": 0}",
        "{\"themes\": []}",
        "{\"themes\": [\"jardinage\"]}",
        "{\"admin_themes\": [\"logement\"]}",
        "{\"place\": null}",
        "{\"place_kind\": \"domicile\"}",
        "{\"equipment\": [\"aucun\", \"tablette\"]}",
        "{\"autonomy\": \"partielle\"}",
        "{\"redirection\": \"aide_sociale\"}",
        "{\"total\": 2}",
        "{\"already\": 2}",
        "{\"genders\": {\"feminin\": 2}}",
        "{\"genders\": {\"feminin\": 1, \"masculin\": 1}}",
        "{\"genders\": {\"femme\": 1}}",
        "{\"genders\": {\"feminin\": -1}}",
        "{\"genders\": [1]}",
        "{\"ages\": {\"moins_de_douze\": 1}}",
        "{\"statuses\": {\"retraite\": 0}}",
        "{\"origins\": {\"A\": 2}}",
        "{\"title\": \"Atelier\"}",
        "{\"level\": \"debutant\"}"
      })
  void theDatabaseRefusesWhatCannotStand(String change) {
    var id = recorded(Worked.one(day)).id();
    assertThatThrownBy(() -> copy(id, change)).hasMessageContaining("violates check constraint");
    copy(id, "{\"notes\": \"un autre mot\"}");
  }

  private void copy(UUID id, String change) {
    sql.sql(
            """
            insert into learning.activity_version
            select made.* from learning.activity_version v,
              jsonb_populate_record(v, jsonb_build_object('version', 2) || :change::jsonb) made
            where v.activity = :id and v.version = 1
            """)
        .param("id", id)
        .param("change", change)
        .update();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update learning.activity_version set minutes = 5 where activity = :id",
        "update learning.activity_version set notes = 'autre' where activity = :id",
        "delete from learning.activity_version where activity = :id"
      })
  void noVersionIsEdited(String statement) {
    var id = recorded(Worked.one(day)).id();
    assertThatThrownBy(() -> sql.sql(statement).param("id", id).update())
        .hasMessageContaining("is not edited");
  }

  @Test
  void detailsAreForgottenAfterAYearAndCountsStay() {
    var old = recorded(Worked.one(activities.today().minusDays(366)));
    var recent = recorded(Worked.one(activities.today().minusDays(364)));
    activities.forgetDetails();
    var kept = activities.find(old.id()).orElseThrow().what();
    assertThat(kept.notes()).isEmpty();
    assertThat(kept.tags()).isEmpty();
    assertThat(kept.individual().birthYear()).isEmpty();
    assertThat(kept.people()).isEqualTo(old.what().people());
    assertThat(activities.find(recent.id())).contains(recent);
  }

  @Test
  void theTitleOfAWorkshopIsForgottenWithTheNotes() {
    var old = activities.today().minusDays(366);
    var group = recorded(Worked.group(old, Worked.people(12, Map.of())));
    activities.forgetDetails();
    assertThat(activities.find(group.id()).orElseThrow().what().group().title()).isEmpty();
  }

  @Test
  void aCorrectionKeepsTheBandOfAYearThatIsForgotten() {
    var old = activities.today().minusDays(366);
    var mine = recorded(Worked.one(old));
    activities.forgetDetails();
    var again = Worked.one(old, Worked.THERE, Worked.EMAIL, OptionalInt.empty());
    var corrected = ((Recorded) activities.correct(ana, mine.id(), 1, again)).activity().what();
    assertThat(corrected.people().ages()).isEqualTo(mine.what().people().ages()).isNotEmpty();
    assertThat(corrected.individual().birthYear()).isEmpty();
  }

  @Test
  void aCorrectionThatEmptiesAYearEmptiesItsBand() {
    var mine = recorded(Worked.one(day));
    var again = Worked.one(day, Worked.THERE, Worked.EMAIL, OptionalInt.empty());
    var corrected = ((Recorded) activities.correct(ana, mine.id(), 1, again)).activity().what();
    assertThat(corrected.people().ages()).isEmpty();
  }

  /// A month that no other test writes into.
  private static Period month(int month) {
    var alone = YearMonth.of(2011, month);
    return new Period(alone.atDay(1), alone.atEndOfMonth());
  }

  @Test
  void examplesAndWhatWasTakenBackAreInNoFigure() {
    var march = month(3);
    var twenty = Worked.people(20, Map.of());
    recorded(Worked.group(march.from(), twenty, true));
    var mistaken = recorded(Worked.group(march.from(), twenty));
    recorded(Worked.group(march.from(), twenty));
    activities.withdraw(ana, mistaken.id(), 1);
    var figures = activities.figures(march);
    assertThat(figures.workshops()).isEqualTo(1);
    assertThat(figures.minutes()).isEqualTo(Map.of(Kind.COLLECTIF, 120L));
    assertThat(figures.kinds().row().total()).hasValue(20);
    assertThat(figures.themes().get(Theme.EMAIL)).hasValue(20);
  }

  @Test
  void aFigureShowsNoFewPeopleAndNothingThatGivesThemAway() {
    var april = month(4);
    recorded(
        Worked.group(
            april.from(), Worked.people(46, Map.of(Gender.FEMININ, 30, Gender.MASCULIN, 12))));
    var genders = activities.figures(april).genders();
    assertThat(genders.row().cells().get(0)).hasValue(30);
    assertThat(genders.row().cells().subList(1, 3)).allMatch(cell -> cell.isEmpty());
    assertThat(genders.row().total()).hasValue(46);
  }

  @Test
  void eachActStandsInTheAuditTrail() {
    var mine = recorded(Worked.one(day));
    activities.correct(ana, mine.id(), 1, Worked.one(day));
    activities.withdraw(ana, mine.id(), 2);
    assertThat(
            sql.sql("select what from people.act where about = :id order by id")
                .param("id", mine.id().toString())
                .query(String.class)
                .list())
        .containsExactly(
            "learning.activity.act.recorded",
            "learning.activity.act.corrected",
            "learning.activity.act.withdrawn");
  }

  @Test
  void aRecordNamesTheBookingThatItWasMadeFrom() {
    var one = Worked.one(day);
    var appointment = UUID.randomUUID();
    var booked =
        new Draft(
            one.form(),
            one.kind(),
            one.day(),
            one.minutes(),
            one.where(),
            one.topics(),
            one.equipment(),
            one.tags(),
            one.notes(),
            one.people(),
            one.individual(),
            one.group(),
            Optional.empty(),
            Optional.of(appointment),
            false);
    assertThat(recorded(booked).what().appointment()).contains(appointment);
  }

  @Test
  void theEnumerationsAreTheCoopsToTheLetter() {
    assertThat(codes(Coop.Kind.values())).isEqualTo("individuel collectif");
    assertThat(codes(Coop.PlaceKind.values())).isEqualTo("lieu_activite domicile a_distance autre");
    assertThat(codes(Coop.Equipment.values()))
        .isEqualTo("ordinateur telephone tablette autre aucun");
    assertThat(codes(Coop.Autonomy.values()))
        .isEqualTo("entierement_accompagne partiellement_autonome autonome");
    assertThat(codes(Coop.Level.values())).isEqualTo("debutant intermediaire avance");
    assertThat(codes(Coop.Redirection.values()))
        .isEqualTo(
            "administration mediation_numerique operateur_ou_organisme_en_charge aide_sociale"
                + " insertion_professionnelle aide_aux_demarches_administratives autre");
    assertThat(codes(Coop.Gender.values())).isEqualTo("feminin masculin");
    assertThat(codes(AgeBand.values()))
        .isEqualTo(
            "moins_de_douze douze_dix_huit dix_huit_vingt_quatre vingt_cinq_trente_neuf"
                + " quarante_cinquante_neuf soixante_soixante_neuf soixante_dix_plus");
    assertThat(codes(Coop.SocialStatus.values()))
        .isEqualTo("scolarise sans_emploi en_emploi retraite");
    assertThat(codes(Coop.Theme.values()))
        .isEqualTo(
            "diagnostic_numerique prendre_en_main_du_materiel maintenance_de_materiel"
                + " gere_ses_contenus_numeriques navigation_sur_internet email bureautique"
                + " reseaux_sociaux sante banque_et_achats_en_ligne entrepreneuriat"
                + " insertion_professionnelle securite_numerique parentalite"
                + " scolarite_et_numerique creer_avec_le_numerique culture_numerique"
                + " intelligence_artificielle aide_aux_demarches_administratives");
    assertThat(codes(Coop.AdminTheme.values()))
        .isEqualTo(
            "papiers_elections_citoyennete famille_scolarite social_sante travail_formation logement"
                + " transports_mobilite argent_impots justice etrangers_europe loisirs_sports_culture"
                + " associations");
  }

  private static String codes(Coop.Coded... values) {
    return String.join(" ", Stream.of(values).map(Coop.Coded::code).toList());
  }
}
