package org.foyal.fablab.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.ladder.Standing;
import org.foyal.fablab.machines.Machine.State;
import org.foyal.fablab.machines.MachineFaults;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Members;
import org.foyal.learning.enrolment.Attendance;
import org.foyal.learning.enrolment.Joined;
import org.foyal.learning.enrolment.Participation;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The staff run the lab: kinds, machines, spaces, hours, people, a group after its training.
@HouseTest
class RunningTheLabTest {
  private static final String DESK = "/fr/staff/fablab";

  private static final Map<String, String> TYPE =
      Stream.of(
              "titleFr=Brodeuse youngest=10 people=1 perSupervisor=4 levelToBook=2 courseLevel=2",
              "aboutFr=Broderie valid=24 shortest=30 longest=120 setUp=0 cleanUp=10 notice=30",
              "version=0")
          .flatMap(line -> Stream.of(line.split(" ")))
          .map(field -> field.split("="))
          .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));

  private final Member fabrice = new Member(Role.FABLAB);

  @Autowired MockMvcTester web;
  @Autowired Lab lab;
  @Autowired Joined joined;
  @Autowired Machines machines;
  @Autowired MachineFaults faults;
  @Autowired Members members;
  @Autowired Attendance attendance;
  @Autowired Ladder ladder;
  @Autowired JdbcClient sql;

  private MvcTestResult post(String path, Map<String, String> fields) {
    var request = web.post().uri(DESK + path).with(fabrice.here()).with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private MvcTestResult see(String path) {
    return web.get().uri(DESK + path).with(fabrice.here()).exchange();
  }

  private MvcTestResult type(String path, Map<String, String> some) {
    var fields = new HashMap<>(TYPE);
    fields.put("checksFr", "Enfile le fil\nArrête la machine");
    fields.put("active", "yes");
    fields.putAll(some);
    return post(path, fields);
  }

  @Test
  void aKindIsEnteredAndChanged() {
    var code = "brodeuse-" + UUID.randomUUID().toString().substring(0, 6);
    assertThat(type("/types/add", Map.of("code", code, "hazards", "CUTTING")))
        .hasStatus3xxRedirection();
    var made = machines.findType(code).orElseThrow();
    assertThat(made.teaching().checks()).hasSize(2);
    assertThat(made.rules().youngest_years()).isEqualTo(10);
    assertThat(type("/types/" + code, Map.of("version", "1", "longest", "90")))
        .hasStatus3xxRedirection();
    assertThat(type("/types/" + code, Map.of("version", "1"))).hasStatus(409);
    assertThat(machines.findType(code).orElseThrow().times().longest_minutes()).isEqualTo(90);
    assertThat(type("/types/add", Map.of("code", code))).hasStatus(422);
    assertThat(see("/types/" + code)).hasStatusOk().bodyText().contains("Enfile le fil");
  }

  @ParameterizedTest
  @CsvSource({
    "titleFr, ''",
    "aboutFr, ''",
    "code, Ça",
    "code, add",
    "youngest, -1",
    "youngest, douze",
    "longest, 10",
    "valid, 0",
    "levelToBook, 5",
    "perSupervisor, 0",
    "notice, 99999"
  })
  void whatCanNotStandIsTold(String field, String typed) {
    var code = "never-" + UUID.randomUUID().toString().substring(0, 6);
    var fields = new HashMap<>(Map.of("code", code));
    fields.put(field, typed);
    assertThat(type("/types/add", fields)).hasStatus(422).bodyText().contains("class=\"error\"");
    assertThat(machines.findType(code)).isEmpty();
  }

  @Test
  void aSpaceAndAMachineAreEntered() {
    var type = lab.type("Perceuse");
    var space = UUID.randomUUID().toString();
    assertThat(
            post(
                "/spaces",
                Map.of(
                    "id",
                    space,
                    "name",
                    "Atelier bois",
                    "seats",
                    "8",
                    "active",
                    "yes",
                    "version",
                    "0")))
        .hasStatus3xxRedirection();
    var id = UUID.randomUUID();
    var machine =
        Map.of(
            "id",
            id.toString(),
            "name",
            "Perceuse 1",
            "type",
            type.code(),
            "space",
            space,
            "version",
            "0");
    assertThat(post("/machines/add", machine)).hasStatusOk().bodyText().contains("class=\"done\"");
    assertThat(post("/machines/add", machine)).as("the same form twice").hasStatusOk();
  }

  @Test
  void aMachineIsSaidBrokenAndAFaultAnswered() {
    var id = lab.machine(lab.type("Perceuse")).id();
    assertThat(
            post("/machines/" + id, Map.of("act", "state", "state", "BROKEN", "words", "Courroie")))
        .hasStatusOk()
        .bodyText()
        .contains("Courroie");
    assertThat(machines.find(id).orElseThrow().condition().state()).isEqualTo(State.BROKEN);
    assertThat(post("/machines/" + id, Map.of("act", "state", "state", "FLYING"))).hasStatus(422);
    assertThat(post("/machines/" + id, Map.of("act", "fault", "words", "Elle sent le brûlé")))
        .hasStatusOk();
    assertThat(see("")).hasStatusOk().bodyText().contains("Elle sent le brûlé");
    var fault =
        faults.listOpen().stream()
            .filter(one -> one.machine().equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(post("/faults/" + fault.id(), Map.of("mended", "yes", "words", "Courroie changée")))
        .hasStatusOk();
    assertThat(see("").getResponse().getStatus()).isEqualTo(200);
    assertThat(faults.listOpen()).noneMatch(one -> one.machine().equals(id));
  }

  @Test
  void aPersonIsWrittenDownAndClimbs() {
    var type = lab.type("Perceuse");
    var phone = Joined.number();
    assertThat(post("/members", Map.of("name", "Ana Perceuse", "phone", phone, "year", "1990")))
        .hasStatus3xxRedirection();
    var ana = members.search("Ana Perceuse", 50).getLast();
    var at = "/members/" + ana.id();
    assertThat(see("/members?q=" + ana.reference())).hasStatus3xxRedirection();
    var grant = Map.of("act", "grant", "type", type.code(), "level", "3", "checks", "0");
    assertThat(post(at, grant)).hasStatus(422).bodyText().contains("toute la liste");
    var request = web.post().uri(DESK + at).with(fabrice.here()).with(csrf());
    grant.forEach(request::param);
    assertThat(request.param("checks", "1")).hasStatusOk();
    assertThat(standing(ana, type.code()).level()).isEqualTo(Level.AUTONOMOUS_STAFFED);
    assertThat(post(at, Map.of("act", "suspend", "type", type.code(), "words", ""))).hasStatus(422);
    assertThat(post(at, Map.of("act", "suspend", "type", type.code(), "words", "Sans lunettes")))
        .hasStatusOk();
    assertThat(standing(ana, type.code()).state()).isEqualTo(Standing.State.SUSPENDED);
    assertThat(post(at, Map.of("act", "resume", "type", type.code()))).hasStatusOk();
    assertThat(post(at, Map.of("act", "revoke", "type", type.code(), "words", "Danger")))
        .hasStatusOk();
    assertThat(standing(ana, type.code()).state()).isEqualTo(Standing.State.REVOKED);
    assertThat(see(at)).hasStatusOk().bodyText().contains("Sans lunettes");
  }

  private Standing standing(org.foyal.fablab.members.Member member, String type) {
    return ladder.standing(member.id(), type, Instant.now());
  }

  @Test
  void aWholeGroupIsGrantedAfterItsTraining() {
    var course = joined.course();
    var type = lab.type("Découpe laser", Optional.of(course), new Rules(0, 1, 4, 2, List.of()));
    var session = joined.session(course, 4, 0, LocalTime.of(10, 0));
    joined.nearer(session, -5);
    var came = joined.atTheCounter(session, Joined.person("Ana Venue"));
    var away = joined.atTheCounter(session, Joined.person("Bob Absent"));
    joined.nearer(session, -30);
    joined.note(session, came, Participation.State.PRESENT);
    joined.note(session, away, Participation.State.NO_SHOW);
    var at = "/sessions/" + session.id();
    assertThat(see("/sessions")).hasStatusOk().bodyText().contains(session.id().toString());
    assertThat(see(at)).hasStatusOk().bodyText().contains("Ana Venue").doesNotContain("Bob Absent");
    assertThat(post(at, Map.of("type", type.code()))).hasStatus(422);
    var ana = attendance.find(came.id()).orElseThrow().learner().id();
    var bob = attendance.find(away.id()).orElseThrow().learner().id();
    var trainer = new Member(Role.MEDIATOR);
    var granted =
        web.post()
            .uri(DESK + at)
            .with(trainer.here())
            .with(csrf())
            .param("type", type.code())
            .param("learners", ana.toString(), bob.toString())
            .exchange();
    assertThat(granted).hasStatusOk().bodyText().contains("Le niveau est accordé");
    assertThat(ladder.standing(ana, type.code(), Instant.now()).level())
        .isEqualTo(Level.SUPERVISED);
    assertThat(ladder.standing(bob, type.code(), Instant.now()).level())
        .as("who was away is granted nothing, whatever is sent")
        .isEqualTo(Level.NONE);
  }

  @Test
  void hoursAndClosedDaysAreKept() {
    sql.sql("truncate fablab.opening_hours").update();
    var hours =
        Map.of(
            "act",
            "add",
            "weekday",
            "3",
            "opens",
            "09:00",
            "closes",
            "12:00",
            "kind",
            "SOLIDARITY",
            "since",
            "2026-01-01");
    assertThat(post("/hours", hours)).hasStatusOk().bodyText().contains("09:00");
    assertThat(post("/hours", hours)).as("hours over hours").hasStatus(422);
    var wrong = new HashMap<>(hours);
    wrong.put("closes", "08:00");
    assertThat(post("/hours", wrong)).hasStatus(422);
    assertThat(post("/hours", Map.of("act", "close", "day", "2001-01-01", "why", "Fête")))
        .hasStatus(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/types",
        "/types/add",
        "/spaces",
        "/hours",
        "/members",
        "/machines/add",
        "/sessions"
      })
  void thePagesOpenForTheStaffAndForNobodyElse(String path) {
    assertThat(see(path)).hasStatusOk();
    var elected = new Member(Role.ELECTED);
    assertThat(web.get().uri(DESK + path).exchange().getResponse().getStatus()).isNotEqualTo(200);
    assertThat(web.get().uri(DESK + path).with(elected.here()).exchange().getResponse().getStatus())
        .isNotEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/types/nothing", "/spaces/x", "/machines/x", "/members/x", "/sessions/x"})
  void whatIsNotThereIsNotFound(String path) {
    assertThat(see(path)).hasStatus(404);
  }
}
