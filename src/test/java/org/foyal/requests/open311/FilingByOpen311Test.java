package org.foyal.requests.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.foyal.cases.Case.Outcome;
import org.foyal.cases.Case.State;
import org.foyal.cases.CaseWork;
import org.foyal.cases.Cases;
import org.foyal.cases.Channel;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.requests.Attribute;
import org.foyal.requests.Attribute.Kind;
import org.foyal.requests.Attribute.Option;
import org.foyal.requests.Attributes;
import org.foyal.requests.Categories;
import org.foyal.requests.Filed;
import org.foyal.requests.Requests;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/// GeoReport v2, « POST Service Request »: what another program files is a report like any other.
@HouseTest
class FilingByOpen311Test {
  private static final String ID = "/service_requests/request/service_request_id";

  @Autowired MockMvcTester web;
  @Autowired Clients clients;
  @Autowired Requests requests;
  @Autowired Categories categories;
  @Autowired Attributes attributes;
  @Autowired Cases cases;
  @Autowired CaseWork work;
  @Autowired JdbcClient sql;
  @Autowired JsonMapper json;

  private Program program;
  private String category;

  @BeforeEach
  void aCategory() {
    program = Program.with(web, clients);
    category = Filed.in(requests, categories).category();
  }

  private MvcTestResult file(String... more) {
    return program.post("requests.xml", fields(more));
  }

  /// A report that can be filed, with some fields more.
  private String[] fields(String... more) {
    var fields =
        new ArrayList<>(
            List.of("service_code", category, "address_string", "12 rue des Flamboyants"));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private Reference filed(MvcTestResult answer) throws Exception {
    assertThat(answer).hasStatus2xxSuccessful();
    return Reference.read(Program.at(answer, ID)).orElseThrow();
  }

  private long count() {
    return sql.sql("select count(*) from requests.report where category = :category")
        .param("category", category)
        .query(Long.class)
        .single();
  }

  @Test
  void aReportIsFiledAndAnsweredWithItsReferenceAndHowToFollowIt() throws Exception {
    var answer =
        file(
            "lat",
            "14.6",
            "long",
            "-61.07",
            "description",
            "Un trou.\nProfond.",
            "email",
            "a@example.org",
            "first_name",
            "Ana",
            "last_name",
            "Bo",
            "phone",
            "0696 12 34 56",
            "device_id",
            "d1");
    assertThat(answer).hasStatus(201);
    var reference = filed(answer);
    assertThat(answer).hasHeader("Location", "/open311/v2/requests/" + reference + ".xml");
    assertThat(Program.at(answer, "/service_requests/request/token")).isEmpty();
    var notice = Program.at(answer, "/service_requests/request/service_notice");
    assertThat(notice).contains("/fr/follow");
    var code = notice.replaceFirst("(?s).* code ", "").replaceAll("\\.$", "");
    var asked = cases.follow(reference.toString(), code).orElseThrow().asked();
    assertThat(asked.channel()).isEqualTo(Channel.OPEN311);
    var report = requests.find(reference).orElseThrow();
    assertThat(report.words()).isEqualTo("Un trou.\nProfond.");
    assertThat(report.where().orElseThrow().longitude_deg()).isEqualTo(-61.07);
    assertThat(
            sql.sql("select name || email || phone from cases.asker where case_id = :id")
                .param("id", report.caseId())
                .query(String.class)
                .single())
        .isEqualTo("Ana Boa@example.org0696 12 34 56");
  }

  @Test
  void aPositionIsReadWithAllTheDigitsThatProgramsWrite() throws Exception {
    var answer =
        program.post(
            "requests.xml",
            "service_code",
            category,
            "lat",
            "14.617182818284590",
            "long",
            "-61.06653589793238462");
    assertThat(requests.find(filed(answer)).orElseThrow().where()).isPresent();
  }

  @Test
  void aPositionThatIsNoneIsToldOnce() throws Exception {
    var answer =
        program.post("requests.xml", "service_code", category, "lat", "here", "long", "there");
    assertThat(Program.xml(answer).getElementsByTagName("error").getLength()).isEqualTo(1);
  }

  @Test
  void inJsonItIsAnArrayOfOne() throws Exception {
    var answer = program.post("requests.json", fields());
    var array = json.readTree(Program.body(answer));
    assertThat(array.size()).isEqualTo(1);
    assertThat(array.at("/0/service_request_id").isString()).isTrue();
    assertThat(array.get(0).has("token")).isFalse();
  }

  @Test
  void withoutADescriptionTheServiceSaysWhatItIs() throws Exception {
    var reference = filed(file("description", "", "lat", "", "long", ""));
    assertThat(requests.find(reference).orElseThrow().words()).isEqualTo("Trou " + category);
  }

  @Test
  void withoutAKeyOrWithAWrongOneNothingIsFiled() throws Exception {
    for (var key : List.of("", "wrong", "x".repeat(5000))) {
      var answer = new Program(web, key).post("requests.xml", fields());
      assertThat(answer).hasStatus(403);
      assertThat(Program.at(answer, "/errors/error/code")).isEqualTo("403");
    }
    assertThat(count()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "service_code||400|service_code",
        "service_code|nothing|404|service_code",
        "service_code|a/b;c|404|service_code",
        "address_string||400|address_string",
        "lat|14.6|400|lat, long",
        "lat|1e1|400|lat, long",
        "long|-61.07|400|lat, long",
        "lat|14,6|400|lat, long",
        "email|no address|400|email",
        "phone|call me|400|phone",
        "media_url|file:///etc/passwd|400|media_url",
        "media_url|ftp://example.org/a.jpg|400|media_url",
        "media_url|http://user:word@example.org/a.jpg|400|media_url",
        "media_url|http://example.org:22/a.jpg|400|media_url",
        "media_url|http://127.0.0.1/a.jpg|400|media_url",
        "media_url|http://[::1]/a.jpg|400|media_url",
        "media_url|http://localhost/a.jpg|400|media_url",
        "media_url|http://169.254.169.254/latest/meta-data/|400|media_url",
        "media_url|http://10.0.0.1/a.jpg|400|media_url",
        "media_url|http://192.168.1.1/a.jpg|400|media_url",
        "media_url|http://100.64.0.1/a.jpg|400|media_url",
        "media_url|http://0.0.0.0/a.jpg|400|media_url",
        "media_url|http://2130706433/a.jpg|400|media_url",
        "media_url|http://[::ffff:127.0.0.1]/a.jpg|400|media_url",
        "media_url|http://[64:ff9b::7f00:1]/a.jpg|400|media_url",
        "media_url|http://[fd00::1]/a.jpg|400|media_url",
        "media_url|not an address|400|media_url"
      })
  void whatCantStandIsRefusedByTheNameOfTheArgument(
      String name, String value, int status, String named) throws Exception {
    var fields = new LinkedHashMap<String, String>();
    fields.put("service_code", category);
    fields.put("address_string", "12 rue des Flamboyants");
    fields.put(name, value == null ? "" : value);
    var answer =
        program.post(
            "requests.xml",
            fields.entrySet().stream()
                .flatMap(one -> Stream.of(one.getKey(), one.getValue()))
                .toArray(String[]::new));
    assertThat(answer).hasStatus(status);
    assertThat(Program.at(answer, "/errors/error/description")).contains(named);
    assertThat(count()).isZero();
  }

  @Test
  void severalErrorsAreToldAtOnce() throws Exception {
    var answer = file("email", "no address", "phone", "call me", "description", "x".repeat(4001));
    assertThat(answer).hasStatus(400);
    assertThat(Program.xml(answer).getElementsByTagName("error").getLength()).isEqualTo(3);
  }

  @Test
  void anArgumentSaidTwiceIsRefused() {
    assertThat(file("email", "a@example.org", "email", "b@example.org")).hasStatus(400);
  }

  @Test
  void answersToWhatTheServiceAsksAreReadInTheFormsOfTheStandard() throws Exception {
    var options =
        List.of(new Option("a", Told.inFrench("Un")), new Option("b", Told.inFrench("Deux")));
    attributes.add(
        Actor.CONSOLE,
        new Attribute(
            0,
            category,
            "which",
            Told.inFrench("Lesquels ?"),
            Kind.MULTIVALUELIST,
            true,
            false,
            options,
            Optional.empty(),
            1,
            true,
            1));
    assertThat(file()).hasStatus(400).bodyText().contains("attribute[which]");
    assertThat(file("attribute[which][]", "c")).hasStatus(400);
    var reference = filed(file("attribute[which][]", "a", "attribute[which][]", "b"));
    assertThat(requests.answers(requests.find(reference).orElseThrow()).getFirst().said())
        .isEqualTo("Un, Deux");
  }

  @Test
  void theSameSentAgainIsTheSameReportUntilItIsClosed() throws Exception {
    var first = filed(file("description", "Un trou."));
    var again = file("description", "Un trou.");
    assertThat(again).hasStatus(200);
    assertThat(filed(again)).isEqualTo(first);
    assertThat(filed(file("description", "Un autre trou."))).isNotEqualTo(first);
    assertThat(
            filed(
                Program.with(web, clients).post("requests.xml", fields("description", "Un trou."))))
        .as("another program means another report")
        .isNotEqualTo(first);
    var agent = new Actor(UUID.randomUUID(), "Ana", "127.0.0.1");
    var asked = work.find(first.toString(), agent).orElseThrow().asked();
    work.move(agent, first, asked.version(), State.CLOSED, Optional.of(Outcome.DONE), "Bouché.");
    assertThat(filed(file("description", "Un trou."))).isNotEqualTo(first);
  }

  @Test
  void theSameSentManyTimesAtOnceIsOneReport() throws Exception {
    try (var all = Executors.newFixedThreadPool(8)) {
      var sending =
          Collections.nCopies(
              16,
              (Callable<Integer>) () -> file("description", "Un trou.").getResponse().getStatus());
      for (var one : all.invokeAll(sending)) {
        assertThat(one.get()).isBetween(200, 201);
      }
    }
    assertThat(count()).isOne();
  }

  @Test
  void aProgramThatFloodsIsSlowedAndToldAndTheOthersAreNot() {
    var flooded = Program.with(web, clients);
    int status = 200;
    for (int i = 0; i < 700 && status != 429; i++) {
      status = flooded.post("requests.xml").getResponse().getStatus();
    }
    assertThat(status).isEqualTo(429);
    var slowed = flooded.post("requests.xml");
    assertThat(slowed).hasHeader("Retry-After", "60").bodyText().contains("<code>429</code>");
    assertThat(file()).hasStatus(201);
  }

  @Test
  void htmlAndInvisibleSignsAreKeptAsTextOrNotAtAll() throws Exception {
    var reference = filed(file("description", "<b>Trou</b> \u202e\u0000\u0007]]>&"));
    assertThat(requests.find(reference).orElseThrow().words()).isEqualTo("<b>Trou</b> ]]>&");
  }
}
