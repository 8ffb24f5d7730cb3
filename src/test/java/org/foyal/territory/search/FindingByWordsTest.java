package org.foyal.territory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.foyal.kernel.Position;
import org.foyal.territory.search.Hit.Kind;
import org.foyal.territory.search.Hit.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@SearchedCity
class FindingByWordsTest {
  @Autowired Search search;
  @Autowired CityFixture city;

  @ParameterizedTest(name = "« {0} » finds {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Rue Lamartine | Rue Lamartine
          LAMARTINE | Rue Lamartine
          lamartine rue | Rue Lamartine
          avenue abbe lavigne | Avenue Abbé Lavigne
          rue felix eboue gouverneur general | Rue du Gouverneur-Général-Félix-Eboué
          allée alex pierre louis | Allée Alex Pierre-Louis
          saint john perse | Avenue Saint-John Perse
          saint-john-perse | Avenue Saint-John Perse
          rue de l’espoir | Rue de l'Espoir
          rue de l'espoir | Rue de l'Espoir
          rue de l espoir | Rue de l'Espoir
          rue espoir | Rue de l'Espoir
          rue amiral d’estaing | Rue de l'Amiral d'Estaing
          cité de l'amitie | Cité de l’Amitié
          autoroute | L'Autoroute
          av maurice bishop | Avenue Maurice Bishop
          av. maurice bishop | Avenue Maurice Bishop
          ave maurice bishop | Avenue Maurice Bishop
          bd ste catherine | Boulevard Sainte-Catherine
          bld sainte-catherine | Boulevard Sainte-Catherine
          boul. sainte catherine | Boulevard Sainte-Catherine
          bd gal de gaulle | Boulevard du Général de Gaulle
          rte de l'union | Route de l'Union
          r lamartine | Rue Lamartine
          r. lamartine | Rue Lamartine
          imp st christophe | Impasse Saint-Christophe
          all. des colibris | Allée des Colibris
          ch acajou pays | Chemin de l'Acajou Pays
          pl abbé grégoire | Place de l'Abbé Grégoire
          rés morne à l'eau | Résidence Morne à l'Eau
          lot. st antoine | Lotissement Saint-Antoine
          av prof judes turiaf | Avenue Professeur Judes Turiaf
          imp du dr michel yoyo | Impasse du Docteur Michel Yoyo
          lari Lamartine | Rue Lamartine
          victor schoelcher street | Rue Victor Schoelcher
          rue victor schœlcher | Rue Victor Schoelcher
          rue victor schelcher | Rue Victor Schoelcher
          avenue maurice bichop | Avenue Maurice Bishop
          avenue maurcie bishop | Avenue Maurice Bishop
          avenue mauricce bishop | Avenue Maurice Bishop
          avenue kondorcet | Avenue Condorcet
          mauricebishop | Avenue Maurice Bishop
          avenuemaurice bishop | Avenue Maurice Bishop
          la martine | Rue Lamartine
          destaing amiral | Rue de l'Amiral d'Estaing
          maurice   bishop | Avenue Maurice Bishop
          mauri | Avenue Maurice Bishop
          rue lamart | Rue Lamartine
          victor schoe | Rue Victor Schoelcher
          victor sche | Rue Victor Schoelcher
          place du 22 mai 1848 | Place du 22 Mai 1848
          rue du 13 mars | Rue du 13 Mars 1977
          rue des enclos voie n° 4 | Rue des Enclos voie n°4
          bd tsf | Boulevard de la T.S.F.
          bd de la T.S.F. | Boulevard de la T.S.F.
          tsf canal alaric | Eaux Decoupees-T.s.f.-Canal Alaric
          terres sainville | Terres Sainville
          terre-sainville | Terres Sainville
          972090102 | Terres Sainville
          morne vannier | Morne Vannier-Ste Therese
          quartier la fontaine | Quartier la Fontaine
          """)
  void whatPeopleTypeIsUnderstood(String typed, String name) {
    assertThat(first(typed).name()).isEqualTo(name);
  }

  @ParameterizedTest(name = "« {0} » is house number {1}")
  @CsvSource({
    "12 bis rue Lamartine, 12bis",
    "12bis rue lamartine, 12bis",
    "'12 bis, rue Lamartine', 12bis",
    "rue Lamartine 12 bis, 12bis",
    "rue lamartine 12BIS, 12bis",
    "n° 14 rue Lamartine fort-de-france, 14",
    "14 rue lamartine 97200 Fort-de-France, 14",
    "0014 r. lamartine, 14"
  })
  void aHouseNumberIsAnsweredWithItsAddress(String typed, String number) {
    var hit = first(typed);
    assertThat(hit.kind()).isEqualTo(Kind.ADDRESS);
    assertThat(hit.key()).isEqualTo("97209-rue-lamartine");
    assertThat(hit.number()).isEqualTo(number);
    assertThat(hit.where()).isEqualTo(new Position(14.61, -61.08));
  }

  @Test
  void aNumberThatWeDoNotHaveIsAnsweredWithItsStreet() {
    var hit = first("7 ter avenue maurice bishop");
    assertThat(hit.kind()).isEqualTo(Kind.STREET);
    assertThat(hit.name()).isEqualTo("Avenue Maurice Bishop");
    assertThat(hit.number()).isEqualTo("7ter");
    assertThat(hit.numberMissing()).isTrue();
  }

  @Test
  void aNumberThatBelongsToTheNameIsNoHouseNumber() {
    var hit = first("13 mars 1977");
    assertThat(hit.name()).isEqualTo("Rue du 13 Mars 1977");
    assertThat(hit.number()).isNull();
  }

  @Test
  void aHouseNumberStandsBeforeAStreetThatBeginsWithANumber() {
    assertThat(first("2 rue du 13 mars 1977").number()).isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rue lamartine 97232", "97232 rue lamartine", "rue lamartine le lamentin"})
  void aPostcodeOrACommuneNarrows(String typed) {
    assertThat(search.find(typed, 10).hits())
        .extracting(Hit::key)
        .containsExactly("97213-rue-lamartine");
  }

  @Test
  void aPostcodeThatNobodyHasIsLeftOut() {
    assertThat(first("rue victor schoelcher 99999").name()).isEqualTo("Rue Victor Schoelcher");
  }

  @Test
  void aNeighbourhoodNarrowsEvenUnfinished() {
    assertThat(search.find("rue schoelcher centre vil", 10).hits())
        .isNotEmpty()
        .allSatisfy(hit -> assertThat(hit.area()).isEqualTo("Centre Ville"));
  }

  @Test
  void theWholeNameStandsBeforeItsBeginningBeforeItsWordsBeforeATypo() {
    var matches = search.find("sainte catherine", 50).hits().stream().map(Hit::match).toList();
    assertThat(matches).isSorted().contains(Match.EXACT, Match.WORDS, Match.TYPO);
  }

  @Test
  void ofEqualMatchesTheAreaStandsBeforeThePlace() {
    var hits = search.find("balat", 10).hits();
    assertThat(hits).extracting(Hit::match).first().isEqualTo(Match.PREFIX);
    assertThat(hits).extracting(Hit::kind).startsWith(Kind.AREA, Kind.PLACE);
  }

  @Test
  void ofEqualStreetsTheLongestStandsFirst() {
    var names = search.find("rue", 50).hits().stream().map(Hit::name).toList();
    assertThat(names).hasSize(50).allSatisfy(name -> assertThat(name).startsWith("Rue"));
    assertThat(names.getFirst()).isEqualTo("Rue du Professeur Raymond Garcin");
  }

  @Test
  void theSameQuestionHasTheSameAnswer() {
    assertThat(search.find("morne", 50)).isEqualTo(search.find("morne", 50));
  }

  @Test
  void theLimitIsKeptAndTheRestCounted() {
    var found = search.find("rue", 3);
    assertThat(found.hits()).hasSize(3);
    assertThat(found.total()).isGreaterThan(400);
  }

  @Test
  void shortWordsAreNotGuessed() {
    assertThat(search.find("rux", 10).hits()).isEmpty();
  }

  @Test
  void figuresAreNotGuessed() {
    assertThat(search.find("rue du 14 mars", 10).hits()).isEmpty();
  }

  @Test
  void twoTyposAreNotAnswersButComeNear() {
    var found = search.find("rue victor chelchere", 10);
    assertThat(found.hits()).isEmpty();
    assertThat(found.near()).extracting(Hit::name).contains("Rue Victor Schoelcher");
  }

  @Test
  void theWrongKindOfStreetComesNear() {
    var found = search.find("avenue lamartine", 10);
    assertThat(found.hits()).isEmpty();
    assertThat(found.near()).extracting(Hit::name).first().isEqualTo("Rue Lamartine");
  }

  @Test
  void anAnswerSaysWhereItIsAndWhereItLeads() {
    var hit = first("rue victor schoelcher");
    assertThat(hit.commune()).isEqualTo("Fort-de-France");
    assertThat(hit.area()).isNotNull();
    assertThat(hit.where()).isNotNull();
    assertThat(hit.path()).isEqualTo("/streets/97209-rue-victor-schoelcher");
    assertThat(first("terres sainville").path()).isEqualTo("/areas/972090102");
    assertThat(first("riviere l'or").path()).isEqualTo("/areas/972090112");
  }

  @Test
  void aStreetKnownByItsAddressesAloneIsFoundButHasNoPage() {
    var hit = first("rue des adresses seules");
    assertThat(hit.key()).isEqualTo("97213-rue-des-addresses-seules");
    assertThat(hit.path()).isEqualTo("/areas/97213");
  }

  @Test
  void whatAnImportBringsIsFoundAtOnce() {
    assertThat(search.find("rue toute neuve", 10).hits()).isEmpty();
    long before = search.searched().version();
    long importId = city.beginImport("STREETS");
    city.street("97209", "Rue Toute Neuve", null, 12, importId);
    city.changed(importId);
    assertThat(first("rue toute neuve").match()).isEqualTo(Match.EXACT);
    assertThat(search.searched().version()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\t\n",
        "-",
        "'’\"",
        "%",
        "_",
        "%%%",
        "\\",
        "';drop table territory.area;--",
        ".*",
        "(((((",
        "[a-z",
        "a & b | !c",
        "<->",
        ":*",
        "😀",
        "😀 😀",
        "\u0000",
        "\u202erue",
        "\u0301",
        "ﷺ",
        "𝕽𝖚𝖊",
        "شارع",
        "路",
        "\ud800",
        "<script>alert(1)</script>",
        "${7*7}",
        "NaN",
        "-1",
        "1e9"
      })
  void nothingTypedDoesHarm(String typed) {
    assertThat(search.find(typed, 10).hits()).hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void hugeTextsAreReadNoFurtherThanTheirBeginning() {
    assertThat(search.find("a ".repeat(5_000), 10).hits()).hasSizeLessThanOrEqualTo(10);
    assertThat(search.find("q ".repeat(5_000), 10).hits()).isEmpty();
    assertThat(search.find("rue ".repeat(2_500), 10).hits()).isEmpty();
    assertThat(search.find("x".repeat(10_000), 10).hits()).isEmpty();
    assertThat(search.find("ﷺ".repeat(10_000), 10).hits()).isEmpty();
    assertThat(search.find("rue lamartine" + " ".repeat(10_000), 10).hits()).isNotEmpty();
  }

  @Test
  void lettersOfAnotherFashionAreRead() {
    assertThat(first("𝕽𝖚𝖊 𝕷𝖆𝖒𝖆𝖗𝖙𝖎𝖓𝖊").name()).isEqualTo("Rue Lamartine");
    assertThat(first("rue\u00a0lamar\u00adtine").name()).isEqualTo("Rue Lamartine");
  }

  private Hit first(String typed) {
    List<Hit> hits = search.find(typed, 10).hits();
    assertThat(hits).as("answers to « %s »", typed).isNotEmpty();
    return hits.getFirst();
  }
}
