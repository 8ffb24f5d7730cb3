package org.foyal.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.agreement.Change;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Commitment.Declared;
import org.foyal.agreement.CountingRoom;
import org.foyal.agreement.Day;
import org.foyal.agreement.Register;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Writer;
import org.foyal.kernel.Figure;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Promises and their states as anybody may use them again.
@HouseTest
@Import({Signed.class, CountingRoom.class})
class PublishedPromisesTest {
  @Autowired MockMvcTester web;
  @Autowired JsonMapper json;
  @Autowired Signed signed;
  @Autowired Register register;
  @Autowired CountingRoom room;

  private String text(String address) {
    var answer = web.get().uri(address).exchange();
    assertThat(answer).as(address).hasStatusOk();
    try {
      return answer.getResponse().getContentAsString();
    } catch (UnsupportedEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private List<NamedCsvRecord> csv(String address) {
    return CsvReader.builder().ofNamedCsvRecord(text(address)).stream().toList();
  }

  private JsonNode json(String address) {
    return json.readTree(text(address));
  }

  @Test
  void aPromiseIsARowWithItsSourceAndWhereItStandsToday() {
    var promise = signed.promise(Day.lastOf("2024-05"));
    assertThat(csv("/data/commitments.csv"))
        .filteredOn(row -> row.getField("code").equals(promise.code()))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getField("standing")).isEqualTo("UNKNOWN");
          assertThat(Integer.parseInt(row.getField("late_days"))).isPositive();
          assertThat(row.getField("due")).isEqualTo("2024-05");
          assertThat(row.getField("title_en")).isEmpty();
          assertThat(row.getField("audiences")).isEqualTo("women|young");
          assertThat(row.getField("source")).isEqualTo("Journal d’essai");
        });
  }

  @Test
  void everyStateThatWasSaidIsARowWithBothItsDates() {
    var promise = signed.promise(Optional.empty());
    register.declare(
        Writer.FILE,
        promise.code(),
        promise.version(),
        new Change.State(Declared.UNDER_WAY, Signed.SIGNED_ON.plusDays(3), Optional.empty()),
        Told.inFrench("commencé"));
    assertThat(csv("/data/states.csv"))
        .filteredOn(row -> row.getField("commitment").equals(promise.code()))
        .extracting(row -> row.getField("declared") + " " + row.getField("known_on"))
        .containsExactly("ANNOUNCED 2024-03-15", "UNDER_WAY 2024-03-18");
  }

  private Commitment measured() {
    var promise = signed.promise(Optional.empty());
    register.declare(
        Writer.FILE,
        promise.code(),
        promise.version(),
        new Change.State(Declared.UNDER_WAY, Signed.SIGNED_ON.plusDays(3), Optional.empty()),
        Told.inFrench("commencé"));
    var now = signed.now(promise.code());
    var measure = new Commitment.Measure("room.opened", "area-" + promise.id(), 10);
    register.editCommitment(
        Writer.FILE,
        now.code(),
        now.version(),
        now.said(),
        Optional.of(measure),
        Told.inFrench("se compte"));
    return signed.now(promise.code());
  }

  @Test
  void aStateThatIsCountedIsLiveWithItsFigureAndOneThatFellBackIsDeclaredWithTheReason() {
    var promise = measured();
    room.count(
        new Figure(
            "room.opened",
            "area-" + promise.id(),
            12,
            OptionalLong.empty(),
            Signed.SIGNED_ON.plusDays(20),
            false));
    room.night();
    assertThat(basis(promise)).isEqualTo("LIVE");
    room.clear();
    room.night();
    assertThat(basis(promise)).isEqualTo("DECLARED");
    assertThat(csv("/data/states.csv"))
        .filteredOn(row -> row.getField("commitment").equals(promise.code()))
        .extracting(row ->
            String.join(
                " ",
                row.getField("declared"),
                row.getField("known_on"),
                row.getField("kept_on"),
                row.getField("basis"),
                row.getField("said_fr")))
        .containsExactly(
            "ANNOUNCED 2024-03-15  DECLARED Annoncé, d’après la source.",
            "UNDER_WAY 2024-03-18  DECLARED commencé",
            "KEPT 2024-04-04 2024-04-04 LIVE 12",
            "UNDER_WAY 2024-03-18  DECLARED Le chiffre qui le prouvait n’est plus disponible\u00a0:"
                + " l’état déclaré vaut de nouveau.");
  }

  private String basis(Commitment promise) {
    return csv("/data/commitments.csv").stream()
        .filter(row -> row.getField("code").equals(promise.code()))
        .map(row -> row.getField("basis"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theJsonHoldsTheSameRowsAsTheCsv() {
    signed.promise(Optional.empty());
    var codes = new TreeSet<String>();
    json("/data/commitments.json")
        .get("commitments")
        .forEach(row -> codes.add(row.get("code").asString()));
    assertThat(codes)
        .isEqualTo(
            new TreeSet<>(
                csv("/data/commitments.csv").stream().map(row -> row.getField("code")).toList()));
  }

  @ParameterizedTest
  @EnumSource(Dataset.class)
  void theSchemaNamesEachColumnOfTheCsvInItsOrder(Dataset dataset) {
    var fields = json("/data/" + dataset.word() + ".schema.json").get("fields");
    assertThat(fields.valueStream().map(field -> field.get("name").asString()).toList())
        .isEqualTo(dataset.header());
    assertThat(fields.valueStream().map(field -> field.get("type").asString()).toList())
        .isSubsetOf("string", "number", "integer", "boolean", "date", "datetime");
  }

  @Test
  void aFormatThatADatasetDoesNotHaveIsNotFound() {
    signed.promise(Optional.empty());
    assertThat(web.get().uri("/data/commitments.geojson")).hasStatus(404);
    assertThat(web.get().uri("/data/nothing.schema.json")).hasStatus(404);
  }

  @Test
  void noAccountIsInAnyRow() {
    var promise = signed.promise(Optional.empty());
    var owner = UUID.randomUUID();
    register.setOwner(Writer.FILE, promise.code(), Optional.of(owner));
    register.declare(
        new Writer(new org.foyal.people.Actor(owner, "Ana", "-"), false, Change.Origin.STAFF),
        promise.code(),
        signed.now(promise.code()).version(),
        new Change.State(Declared.UNDER_WAY, Signed.SIGNED_ON.plusDays(3), Optional.empty()),
        Told.inFrench("écrit par Ana"));
    assertThat(text("/data/states.csv")).contains("écrit par Ana");
    for (var file : Set.of("commitments.csv", "commitments.json", "states.csv", "states.json")) {
      assertThat(text("/data/" + file)).doesNotContain(owner.toString());
    }
  }
}
