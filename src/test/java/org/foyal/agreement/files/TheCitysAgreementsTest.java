package org.foyal.agreement.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.foyal.HouseTest;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.Day;
import org.foyal.agreement.Standing;
import org.foyal.agreement.Standing.State;
import org.foyal.agreement.files.Brought.Entered;
import org.foyal.agreement.files.Brought.Unreadable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// The agreements of the city, as they are published: what each stands at, honestly.
@HouseTest
class TheCitysAgreementsTest {
  private static final Path FILE = Path.of("cities/fort-de-france/agreements.json");

  private static final List<String> THREE =
      List.of("convention-2018", "convention-fibre-2015", "engagement-l33-13-2018");

  @Autowired AgreementFiles files;
  @Autowired Agreements agreements;
  @TempDir Path folder;

  @BeforeEach
  void bringThemIn() throws IOException {
    assertThat(files.bring(FILE)).isInstanceOf(Entered.class);
  }

  private Standing standing(String code) {
    return agreements.findCommitment(code).orElseThrow().standing(LocalDate.of(2026, 11, 25));
  }

  @Test
  void threeInstrumentsStandSideBySide() {
    assertThat(agreements.listInOrder("convention-2018")).hasSize(10);
    assertThat(agreements.listInOrder("convention-fibre-2015")).hasSize(1);
    assertThat(agreements.listInOrder("engagement-l33-13-2018")).hasSize(2);
    assertThat(agreements.find("convention-fibre-2015").orElseThrow().signed())
        .isEqualTo(new Day(LocalDate.of(2015, 1, 1), Day.Unit.MONTH));
  }

  @Test
  void theSameFileTwiceChangesNothing() throws IOException {
    long before = agreements.version();
    assertThat(files.bring(FILE)).isEqualTo(new Entered(0, 0, 16));
    assertThat(agreements.version()).isEqualTo(before);
  }

  @Test
  void theMaisonDigitaleWasAnnouncedForJuneAndOpenedOnTheSecondOfJuly() {
    assertThat(standing("maison-digitale")).isEqualTo(new Standing(State.KEPT_LATE, 2));
  }

  @Test
  void ofTheFabLabNothingWasHeardSoNobodyKnows() {
    var fablab = standing("fablab-solidaire");
    assertThat(fablab.state()).isEqualTo(State.UNKNOWN);
    assertThat(fablab.late()).isTrue();
  }

  @Test
  void theFibreOfTheCityWasLastHeardOfBeforeItsDate() {
    assertThat(standing("plan-fibre").state()).isEqualTo(State.UNKNOWN);
    assertThat(agreements.findCommitment("plan-fibre").orElseThrow().latest().knownOn())
        .isEqualTo(LocalDate.of(2020, 10, 8));
  }

  @Test
  void theDateOfTheEndOf2022WasMissed() {
    assertThat(standing("l33-13-fin-2022").state()).isEqualTo(State.MISSED);
  }

  @Test
  void everyPromiseHasASourceAndEveryQuoteADate() {
    for (var code : THREE) {
      assertThat(agreements.listInOrder(code))
          .isNotEmpty()
          .allSatisfy(promise -> assertThat(promise.said().source().title()).isNotBlank());
    }
    assertThat(agreements.findWhole("convention-2018").orElseThrow().quotes())
        .hasSize(4)
        .allSatisfy(quote -> assertThat(quote.source().on()).contains(LocalDate.of(2018, 4, 9)));
  }

  @Test
  void noClauseThatNobodyHasReadIsWritten() {
    assertThat(agreements.listInOrder("convention-fibre-2015").getFirst().said().terms()).isEmpty();
    assertThat(agreements.list())
        .filteredOn(a -> a.code().matches("convention-2018|convention-fibre-2015|engagement.*"))
        .hasSize(3)
        .noneMatch(a -> a.textRead());
  }

  private Brought bring(String json) throws IOException {
    return files.bring(Files.writeString(folder.resolve("a.json"), json));
  }

  @Test
  void aWordThatIsNoWordOfOursIsNamedWithItsLine() throws IOException {
    assertThat(bring("{\"parties\": [],\n \"agreemnts\": []}"))
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable -> {
              assertThat(unreadable.where()).isEqualTo("line 2");
              assertThat(unreadable.why()).contains("agreemnts");
            });
    assertThat(bring("")).isInstanceOf(Unreadable.class);
    assertThat(bring("{\"parties\": [")).isInstanceOf(Unreadable.class);
    assertThat(bring("null")).isInstanceOf(Unreadable.class);
    assertThat(bring("{}")).isInstanceOf(Unreadable.class);
    var agreement =
        "{\"parties\": [], \"agreements\": [{\"code\": \"essai\", \"textRead\": false, %s}]}";
    assertThat(bring(agreement.formatted("\"signed\": \"2020\""))).isInstanceOf(Unreadable.class);
    assertThat(
            bring(
                agreement.formatted(
                    "\"title\": {\"fr\": \"x\"}, \"signed\": \"2020\", \"signatories\": [],"
                        + " \"source\": {\"title\": \"x\", \"address\": \"javascript:alert(1)\"}")))
        .isInstanceOf(Unreadable.class);
    assertThat(
            bring(
                agreement.formatted(
                    "\"title\": {\"fr\": \""
                        + "x".repeat(400)
                        + "\"}, \"signed\": \"2020\","
                        + " \"signatories\": [], \"source\": {\"title\": \"x\"}")))
        .isInstanceOf(Unreadable.class);
  }

  @Test
  void ifOnePromiseCannotStandNothingOfItsFileIsEntered() throws IOException {
    int before = agreements.list(Selection.ALL, 0, 10_000).size();
    var brought =
        bring(
            Files.readString(FILE)
                .replaceAll("\"commitment\": \"", "\"commitment\": \"autre-")
                .replace("\"convention-", "\"autre-convention-")
                .replace("\"engagement-", "\"autre-engagement-")
                .replaceAll(
                    "\"code\": \"([a-z0-9-]+)\",(\\s+)\"party\"",
                    "\"code\": \"autre-$1\",$2\"party\"")
                .replace("\"due\": \"2022-12-31\"", "\"due\": \"2002-12-31\""));
    assertThat(brought)
        .isInstanceOfSatisfying(
            Unreadable.class,
            unreadable ->
                assertThat(unreadable.where())
                    .isEqualTo("autre-engagement-l33-13-2018 / autre-l33-13-fin-2022"));
    assertThat(agreements.list(Selection.ALL, 0, 10_000)).hasSize(before);
  }
}
