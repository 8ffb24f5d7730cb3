package org.foyal.requests.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.cases.Merging;
import org.foyal.cases.Moving;
import org.foyal.kernel.Position;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Filed.Keys;
import org.foyal.requests.Requests;
import org.foyal.requests.moderation.Moderation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// GeoReport v2, « GET Service Requests » and « GET Service Request »: what everybody may see of
/// reports, by state, service and time, in pages.
@HouseTest
class ListingReportsTest {
  private final Actor ana = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");

  @Autowired MockMvcTester web;
  @Autowired Clients clients;
  @Autowired Requests requests;
  @Autowired Categories categories;
  @Autowired Moderation moderation;
  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired Merging merging;
  @Autowired JdbcClient sql;
  @Autowired JsonMapper json;

  private Program program;
  private Filed filed;

  @BeforeEach
  void aCategory() {
    program = Program.with(web, clients);
    filed = Filed.in(requests, categories);
  }

  private MvcTestResult list(String more) {
    return program.get("v2/requests.json?service_code=" + filed.category() + more);
  }

  private List<String> ids(String more) throws Exception {
    var ids = new ArrayList<String>();
    for (var one : json.readTree(Program.body(list(more)))) {
      ids.add(one.get("service_request_id").asString());
    }
    return ids;
  }

  private JsonNode one(Keys keys) throws Exception {
    return json.readTree(Program.body(program.get("v2/requests/" + keys.reference() + ".json")))
        .get(0);
  }

  private void close(Reference reference) {
    var asked = work.find(reference.toString(), ana).orElseThrow().asked();
    work.move(ana, reference, asked.version(), State.CLOSED, Optional.of(Outcome.DONE), "Fait.");
  }

  /// Puts a case as many days back as if it had been asked then.
  private void age(Keys keys, int days) {
    sql.sql(
            "update cases.case_file set opened_at = opened_at - make_interval(days => :days) where reference = :reference")
        .param("days", days)
        .param("reference", keys.reference().signs())
        .update();
  }

  @Test
  void aReportIsToldWithItsStateItsTimesAndItsPlace() throws Exception {
    var keys = filed.report("Il fait noir.", Optional.of(new Position(14.6, -61.07)));
    moderation.show(ana, keys.reference());
    var told = one(keys);
    assertThat(told.get("service_request_id").asString()).isEqualTo(keys.reference().toString());
    assertThat(told.get("status").asString()).isEqualTo("open");
    assertThat(told.get("service_code").asString()).isEqualTo(filed.category());
    assertThat(told.get("description").asString()).isEqualTo("Il fait noir.");
    assertThat(told.get("lat").doubleValue()).isEqualTo(14.6);
    assertThat(told.get("long").doubleValue()).isEqualTo(-61.07);
    assertThat(told.get("requested_datetime").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d)");
    assertThat(told.get("expected_datetime").asString()).contains("T23:59:59");
    assertThat(told.get("media_url").isNull()).isTrue();
    assertThat(told.has("extended_attributes")).isFalse();
  }

  @Test
  void whatNobodyHasReadIsNotTold() throws Exception {
    var told = one(filed.report("Le voisin du 3 crie."));
    assertThat(told.get("description").isNull()).isTrue();
    assertThat(told.get("address").isNull()).isTrue();
  }

  @Test
  void aClosedReportIsToldClosedSinceItWasClosed() throws Exception {
    var keys = filed.report("Il fait noir.");
    sql.sql(
            "update requests.report set filed_at = filed_at - interval '3 days' where reference = :reference")
        .param("reference", keys.reference().signs())
        .update();
    close(keys.reference());
    var told = one(keys);
    assertThat(told.get("status").asString()).isEqualTo("closed");
    assertThat(told.get("status_notes").asString()).isEqualTo("Fait");
    var asked = OffsetDateTime.parse(told.get("requested_datetime").asString());
    assertThat(OffsetDateTime.parse(told.get("updated_datetime").asString()))
        .isAfter(asked.plusDays(2));
  }

  @Test
  void openAndClosedAreToldApartAlsoAlongAChain() throws Exception {
    var open = filed.report("Un.");
    var closed = filed.report("Deux.");
    close(closed.reference());
    var goneOn = filed.report("Trois.");
    close(goneOn.reference());
    cases.goOn(goneOn.reference().toString(), goneOn.code(), UUID.randomUUID(), "Pas fait.");
    var joined = filed.report("Quatre.");
    merge(joined, open);
    assertThat(ids("&status=open")).containsExactly(id(joined), id(goneOn), id(open));
    assertThat(ids("&status=closed")).containsExactly(id(closed));
    assertThat(ids("&status=open,closed")).hasSize(4);
    assertThat(ids("&status=OPEN&status=closed")).hasSize(4);
    close(open.reference());
    assertThat(ids("&status=closed")).contains(id(joined));
  }

  private void merge(Keys joined, Keys lead) {
    var asked = work.find(joined.reference().toString(), ana).orElseThrow().asked();
    assertThat(
            merging.merge(
                ana, asked.reference(), asked.version(), id(lead), "C’est la même chose."))
        .isInstanceOf(Moving.Moved.class);
  }

  private static String id(Keys keys) {
    return keys.reference().toString();
  }

  @Test
  void withoutDatesTheLastNinetyDaysAreTold() throws Exception {
    var old = filed.report("Vieux.");
    age(old, 91);
    var young = filed.report("Jeune.");
    age(young, 89);
    assertThat(ids("")).containsExactly(id(young));
    assertThat(ids("&start_date=" + Instant.now().minus(95, ChronoUnit.DAYS)))
        .containsExactly(id(young), id(old));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start_date=yesterday",
        "start_date=2026-02-30",
        "end_date=2026-01-01T00:00:00",
        "start_date=2026-01-01T00:00:00Z&end_date=2026-04-03T00:00:00Z",
        "start_date=2026-02-01T00:00:00Z&end_date=2026-01-01T00:00:00Z",
        "start_date=-999999999-01-01",
        "status=late",
        "page=0",
        "page=-1",
        "page=99999999999",
        "page_size=0",
        "page_size=1001",
        "page_size=ten",
        "page=1&page=2"
      })
  void whatCantBeAskedIsRefused(String wrong) throws Exception {
    var answer = program.get("v2/requests.xml?" + wrong);
    assertThat(answer).hasStatus(400);
    assertThat(Program.at(answer, "/errors/error/description"))
        .startsWith(wrong.contains("end_date") ? "end_date" : wrong.replaceAll("=.*", ""));
  }

  @Test
  void aServiceThatIsNotThereIsNotFound() {
    assertThat(program.get("v2/requests.xml?service_code=nothing")).hasStatus(404);
  }

  @Test
  void ninetyDaysBetweenTwoDatesAreTakenAndAPlusThatCameAsASpaceToo() {
    assertThat(
            program.get(
                "v2/requests.xml?start_date=2026-01-01T00:00:00Z&end_date=2026-04-01T00:00:00Z"))
        .hasStatusOk();
    assertThat(program.get("v2/requests.xml?start_date=2026-01-01T00:00:00+04:00")).hasStatusOk();
  }

  @Test
  void pagesFollowOneAnotherTheNewestFirst() throws Exception {
    var all = new ArrayList<String>();
    for (int i = 0; i < 5; i++) {
      all.addFirst(id(filed.report("Numéro " + i)));
    }
    assertThat(ids("&page_size=2")).isEqualTo(all.subList(0, 2));
    assertThat(ids("&page_size=2&page=2")).isEqualTo(all.subList(2, 4));
    assertThat(ids("&page_size=2&page=3")).isEqualTo(all.subList(4, 5));
    assertThat(ids("&page_size=2&page=4")).isEmpty();
    assertThat(ids("&page=1000000")).isEmpty();
  }

  private OffsetDateTime updated(Keys keys) throws Exception {
    return OffsetDateTime.parse(one(keys).get("updated_datetime").asString());
  }

  @Test
  void theTimeOfTheLastChangeNeverGoesBack() throws Exception {
    var keys = filed.report("Un trou.");
    sql.sql(
            "update requests.report set filed_at = filed_at - interval '9 days' where reference = :reference")
        .param("reference", keys.reference().signs())
        .update();
    age(keys, 9);
    close(keys.reference());
    var closed = updated(keys);
    assertThat(closed).isAfter(OffsetDateTime.now(ZoneOffset.UTC).minusDays(1));
    cases.goOn(keys.reference().toString(), keys.code(), UUID.randomUUID(), "Encore.");
    assertThat(updated(keys)).as("it goes on").isAfterOrEqualTo(closed);
    var joined = filed.report("Le même.");
    var lead = filed.report("Un vieux.");
    age(lead, 9);
    merge(joined, lead);
    assertThat(updated(joined))
        .as("it joined")
        .isAfter(OffsetDateTime.now(ZoneOffset.UTC).minusDays(1));
  }

  @Test
  void theExtensionTellsHowAReportWentOnAndNothingThatTheStaffWrote() throws Exception {
    var keys = filed.report("Un trou.");
    work.move(ana, keys.reference(), 1, State.UNDER_WAY, Optional.empty(), "Chez M. Martin.");
    assertThat(notes()).as("it can still be taken back").isEmpty();
    sql.sql("update cases.entry set at = at - interval '11 minutes' where account = :ana")
        .param("ana", ana.id())
        .update();
    assertThat(notes()).hasSize(1);
    var note = json.readTree(Program.body(list("&extensions=true"))).get(0).at("/notes/0");
    assertThat(note.at("/type").asString()).isEqualTo("IN_PROGRESS");
    assertThat(note.at("/description").asString()).isNotBlank();
    OffsetDateTime.parse(note.at("/datetime").asString());
    assertThat(Program.body(list("&extensions=true"))).doesNotContain("Martin");
  }

  private List<JsonNode> notes() throws Exception {
    var found = new ArrayList<JsonNode>();
    json.readTree(Program.body(list("&extensions=true"))).get(0).at("/notes").forEach(found::add);
    return found;
  }

  @Test
  void referencesOverrideAllOtherArguments() throws Exception {
    var first = filed.report("Un.");
    age(first, 200);
    var second = filed.report("Deux.");
    var answer =
        program.get(
            "v2/requests.json?status=closed&page=2&service_request_id="
                + id(second)
                + ","
                + first.reference().signs().toLowerCase(Locale.ROOT)
                + ",no-reference");
    assertThat(Program.body(answer)).contains(id(first), id(second));
  }

  @Test
  void aReportThatIsNotThereIsNotFound() throws Exception {
    for (var id : List.of("K7M4-2PX2", "nothing", "a,b")) {
      assertThat(program.get("v2/requests/" + id + ".xml")).hasStatus(404);
    }
    assertThat(Program.at(program.get("v2/tokens/1.xml"), "/errors/error/code")).isEqualTo("404");
  }

  @Test
  void theExtensionTellsTheChannelAndWhetherItIsAnExample() throws Exception {
    filed.report("Un.");
    var told = json.readTree(Program.body(list("&extensions=true"))).get(0);
    assertThat(told.at("/extended_attributes/channel").asString()).isEqualTo("WEB");
    assertThat(told.at("/extended_attributes/example").isBoolean()).isTrue();
    assertThat(told.at("/extended_attributes/photos").isArray()).isTrue();
  }
}
