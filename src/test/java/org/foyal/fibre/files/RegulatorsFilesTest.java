package org.foyal.fibre.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.foyal.HouseTest;
import org.foyal.fibre.AsOf;
import org.foyal.fibre.files.Delivered.Cause;
import org.foyal.fibre.files.Delivered.Unfit;
import org.foyal.fibre.files.reading.Why;
import org.foyal.fibre.premises.BuildingState;
import org.foyal.fibre.premises.Offer;
import org.foyal.fibre.premises.Premises;
import org.foyal.fibre.rollout.Rollout;
import org.foyal.people.Actor;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The open files of the regulator.
@HouseTest
class RegulatorsFilesTest {
  private static final String BUILDINGS =
      """
      x,y,imb_id,num_voie,cp_no_voie,type_voie,nom_voie,batiment,code_insee,code_poste,nom_com,catg_loc_imb,imb_etat,pm_ref,pm_etat,code_l331,geom_mod,type_imb
      -61.09,14.61,IMB/A,12,,RUE,DES ESSAIS,,97299,97299,Essai-Ville,entre 2 et 11,en cours de deploiement,FI-97299-0001,deploye,EXMP,f,IM
      -61.09,14.611,IMB/B,14,B,RUE,DES ESSAIS,,97299,97299,Essai-Ville,100 et plus,raccordable demande,FI-97299-0001,deploye,EXMP,f,IM
      -61.09,14.612,IMB/C,16,,RUE,DES ESSAIS,,97299,97299,Essai-Ville,beaucoup,deploye,FI-97299-0001,deploye,EXMP,f,IM
      """;

  @Autowired FibreFiles files;
  @Autowired Premises premises;
  @Autowired Rollout rollout;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clock clock;
  @TempDir Path folder;

  private Delivering delivering;

  @BeforeEach
  void aCityOfWhichNoFibreIsKnown() {
    delivering = Delivering.afresh(files, folder, sql, events);
  }

  private Delivered bring(String text) {
    return delivering.bring(
        delivering.order("immeubles.csv", text).with(Delivering.day("2026-09-30")));
  }

  private AsOf now() {
    return AsOf.known(clock.instant(), LocalDate.of(2026, 10, 1));
  }

  @Test
  void buildingsOfTheQuarterAreReadWithTheSpansOfTheirCategories() {
    var report = Delivering.applied(bring(BUILDINGS)).report();
    assertThat(report.counts().added()).isEqualTo(2);
    assertThat(report.counts().refused()).isOne();
    var a = premises.list("IMB/A", now()).getFirst();
    assertThat(a.held().source()).isEqualTo("ARCEP");
    assertThat(a.homes().least()).isEqualTo(2);
    assertThat(a.homes().most()).contains(11);
    assertThat(a.state()).contains(BuildingState.UNDER_WAY);
    assertThat(a.area()).contains(TwoNeighbourhoods.WEST);
    var b = premises.list("IMB/B", now()).getFirst();
    assertThat(b.homes().most()).isEmpty();
    assertThat(b.state()).contains(BuildingState.ON_DEMAND);
    assertThat(bring(BUILDINGS)).isInstanceOf(Delivered.NothingNew.class);
  }

  @Test
  void ofRowsWithoutACommuneThoseOutsideTheCityAreLeftAside() {
    var text =
        BUILDINGS.replace(",97299,97299,", ",,97299,")
            + """
            -61.01,14.7,IMB/D,1,,RUE,AILLEURS,,,97200,Ailleurs,individuel,deploye,FI-97299-0001,deploye,EXMP,f,PA
            2.35,48.85,IMB/E,1,,RUE,LOIN,,,75001,Paris,individuel,deploye,FI-97299-0001,deploye,EXMP,f,PA
            14.61,-61.09,IMB/F,1,,RUE,DES ESSAIS,,,97299,Essai-Ville,individuel,deploye,FI-97299-0001,deploye,EXMP,f,PA
            ,,IMB/G,1,,RUE,DES ESSAIS,,,97299,Essai-Ville,individuel,deploye,FI-97299-0001,deploye,EXMP,f,PA
            """;
    var report = Delivering.applied(bring(text)).report();
    assertThat(report.counts().added()).isEqualTo(2);
    assertThat(report.counts().aside()).isEqualTo(2);
    assertThat(report.reasons())
        .containsOnlyKeys(Why.BAD_WORD.words(), Why.SWAPPED.words(), "files.reason.EMPTY");
  }

  @Test
  void whatTwoSourcesSayOfOneBuildingStandsSideBySide() {
    delivering.apply("0415", new Ipe().and("IMB/A"));
    Delivering.applied(bring(BUILDINGS));
    assertThat(premises.list("IMB/A", now()))
        .extracting(one -> one.held().source())
        .containsExactly("ARCEP", "IPE");
  }

  @Test
  void theBaseGivesHomesAndTheOffersTellWhoSellsThere() {
    Delivering.applied(
        delivering.bring(
            delivering
                .order(
                    "base_imb_972.csv",
                    """
                    imb_id;imb_x;imb_y;imb_code;imb_code_insee;imb_nbr_logloc;imb_source;imb_type;addr_numero;addr_rep;addr_nom_voie;addr_nom_commune
                    7;-6800507,69;1644299,09;IMB/A;97299;12;fo;IM;12;;Rue des Essais;Essai-Ville
                    """)
                .with(Delivering.day("2026-09-30"))));
    var building = premises.list("7", now()).getFirst();
    assertThat(building.homes().exact()).isTrue();
    assertThat(building.address().streetId()).isEqualTo(TwoNeighbourhoods.STREET);
    var offers =
        """
        imb_id;addr_code;imb_code;code_operateur;code_techno;classe_debit_montant;classe_debit_descendant;limitation;saturation
        7;;IMB/A;EXMP;FO;THD100;THD1G;0;0
        7;;IMB/A;OTHR;CU;INEL;HD3;;
        8;;IMB/Z;EXMP;FO;THD100;THD1G;0;0
        7;;IMB/A;EXMP;PIGEON;THD100;THD1G;0;0
        """;
    var report =
        Delivering.applied(
                delivering.bring(
                    delivering.order("actuel_972.csv", offers).with(Delivering.day("2026-09-30"))))
            .report();
    assertThat(report.counts().added()).isEqualTo(2);
    assertThat(report.counts().aside()).isOne();
    assertThat(report.counts().refused()).isOne();
    assertThat(premises.listOffers("IMB/A", now()))
        .extracting(Offer::operator, Offer::technology)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("EXMP", "FO"),
            org.assertj.core.groups.Tuple.tuple("OTHR", "CU"));
  }

  @Test
  void anOfferIsOfABuildingThatIsKnownByEitherOfItsNames() {
    delivering.apply("0415", new Ipe().and("IMB/A").and("9"));
    var report =
        Delivering.applied(
                delivering.bring(
                    delivering
                        .order(
                            "actuel_972.csv",
                            """
                            imb_id;imb_code;code_operateur;code_techno
                            7;IMB/A;EXMP;FO
                            9;;EXMP;FO
                            8;IMB/Z;EXMP;FO
                            """)
                        .with(Delivering.day("2026-09-30"))))
            .report();
    assertThat(report.counts().added()).isEqualTo(2);
    assertThat(report.counts().aside()).isOne();
  }

  private static final String COMMUNES =
      """
      code_insee,commune,logements,etablissements,locaux_raccordables_2017T3,locaux_raccordables_2017T4,locaux_raccordables_2018T1
      97201,Ailleurs,974,29,0,0,0
      97299,Essai-Ville,46723,3134,10501,13386,%s
      """;

  @Test
  void aTableOfCommunesGivesEachQuarterWithItsOwnDenominator() {
    var first = Delivering.applied(delivering.bring("communes.csv", COMMUNES.formatted("16884")));
    assertThat(rollout.listFacts(now()))
        .extracting(fact -> fact.on().written(), fact -> fact.amount().number().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("2017-09-30", 10501L),
            org.assertj.core.groups.Tuple.tuple("2017-12-31", 13386L),
            org.assertj.core.groups.Tuple.tuple("2018-03-31", 16884L));
    assertThat(rollout.listFacts(now()).getLast().amount().of()).contains(49857);
    assertThat(delivering.bring("communes.csv", COMMUNES.formatted("16884")))
        .isInstanceOf(Delivered.NothingNew.class);

    var before = clock.instant();
    Delivering.applied(delivering.bring("communes.csv", COMMUNES.formatted("16885")));
    assertThat(rollout.listFacts(now()).getLast().amount().number()).contains(16885L);
    assertThat(
            rollout
                .listFacts(new AsOf(LocalDate.of(2026, 10, 1), before))
                .getLast()
                .amount()
                .number())
        .contains(16884L);
    long last = files.listDeliveries(Optional.empty()).getFirst().id();
    files.undo(last, Optional.empty(), Actor.CONSOLE);
    assertThat(rollout.listFacts(now()).getLast().amount().number()).contains(16884L);
    files.undo(first.delivery(), Optional.empty(), Actor.CONSOLE);
    assertThat(rollout.listFacts(now())).isEmpty();
  }

  /// A table of one good commune beside another row.
  private Report beside(String row) {
    var text =
        "code_insee,logements,etablissements,locaux_raccordables_2018T1\n97299,100,5,7\n" + row;
    var order = delivering.order("communes.csv", text).with(Set.<String>of());
    return Delivering.applied(delivering.bring(order)).report();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "97201,,29,7   | files.reason.EMPTY",
        "97201,0,29,7  | fibre.files.why.BAD_NUMBER",
        "97 2,100,5,7  | fibre.files.why.BAD_WORD",
        "97-01,100,5,7 | fibre.files.why.BAD_WORD"
      })
  void aCommuneOfNoHomesOrWithNoCodeIsRefusedByItsRow(String row, String reason) {
    assertThat(beside(row + "\n").reasons()).containsOnlyKeys(reason);
    assertThat(rollout.listFacts(now())).hasSize(1);
  }

  @Test
  void aQuarterOfTheYearZeroIsNone() {
    var text =
        """
        code_insee,logements,etablissements,locaux_raccordables_0000T1,locaux_raccordables_2018T1
        97299,100,5,3,7
        """;
    Delivering.applied(delivering.bring("communes.csv", text));
    assertThat(rollout.listFacts(now())).hasSize(1);
  }

  @Test
  void moreThanThereAreIsRefused() {
    var delivered = delivering.bring("communes.csv", COMMUNES.formatted("99999"));
    assertThat(ReportWords.report(delivered).orElseThrow().counts().refused()).isOne();
  }

  @Test
  void onlyTheCityBringsThem() {
    var mine = delivering.order("immeubles.csv", BUILDINGS).with(Delivering.restrictedTo("EXMP"));
    assertThat(delivering.bring(mine))
        .isInstanceOfSatisfying(
            Unfit.class, one -> assertThat(one.cause()).isEqualTo(Cause.REGULATORS));
  }
}
