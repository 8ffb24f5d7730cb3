package org.foyal.fablab.kits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.machines.Written;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.foyal.things.Sensing;
import org.foyal.things.alerts.ThingAlerts;
import org.foyal.things.showing.Measure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A beginner borrows a kit, builds it, connects it, and sees it on the map.
@HouseTest
class FromAKitToTheMapTest {
  private static final Pattern USERNAME = Pattern.compile("id=\"username\">([^<]+)<");
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");
  private static final String IN_THE_CITY = "14.604560,-61.067890";

  @LocalServerPort int port;
  @Autowired MockMvcTester web;
  @Autowired Lab lab;
  @Autowired Members members;
  @Autowired Kits kits;
  @Autowired SensorPath path;
  @Autowired ThingAlerts alerts;
  @Autowired JdbcClient sql;

  private final org.foyal.cases.desk.Member fabrice = new org.foyal.cases.desk.Member(Role.FABLAB);
  private Kit kit;
  private Member ana;

  @BeforeEach
  void aKitWithOneBox() {
    kit = kit("Kit air " + UUID.randomUUID().toString().substring(0, 6), 1);
    ana = lab.member("Ana Capteur " + UUID.randomUUID().toString().substring(0, 6));
  }

  private Kit kit(String title, int boxes) {
    var made =
        new Kit(
            UUID.randomUUID(),
            new Kit.Texts(
                Told.inFrench(title),
                Told.inFrench("Pour mesurer la chaleur."),
                Told.inFrench("une carte\nun fil"),
                Told.inFrench("Prenez la carte.\nBranchez le fil.")),
            List.of(Measure.TEMPERATURE),
            boxes,
            30,
            true,
            false,
            0);
    assertThat(kits.add(Lab.STAFF, made)).isEqualTo(Written.DONE);
    return kits.find(made.id()).orElseThrow();
  }

  private Lending.Lent lent() {
    return (Lending.Lent) kits.lend(Lab.STAFF, UUID.randomUUID(), kit.id(), ana);
  }

  private MvcTestResult go(Lending.Lent lent, Map<String, String> some) {
    var fields = new TreeMap<>(some);
    fields.putIfAbsent("reference", lent.loan().reference().toString());
    fields.putIfAbsent("code", lent.code());
    var request = web.post().uri("/fr/fablab/sensor").with(csrf());
    fields.forEach(request::param);
    return request.exchange();
  }

  private static String body(MvcTestResult answer) {
    return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
  }

  private static String found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return matcher.group(1);
  }

  private long datastream(Lending.Lent lent) {
    return path.shown(now(lent)).orElseThrow().lines().getFirst().datastream();
  }

  private void observe(long datastream, String user, String secret, String value) {
    var key = Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(UTF_8));
    var told =
        new Sensing(port)
            .send(
                "POST",
                "/Datastreams(" + datastream + ")/Observations",
                "{\"result\": " + value + "}",
                "Authorization",
                "Basic " + key);
    assertThat(told.status()).isEqualTo(201);
  }

  private Loan now(Lending.Lent lent) {
    return kits.findLoan(lent.loan().id()).orElseThrow();
  }

  @Test
  void whoeverNeverDidItIsLedFromTheBoxToTheMap() {
    assertThat(web.get().uri("/fr/fablab/sensor"))
        .hasStatusOk()
        .bodyText()
        .contains(kit.texts().title().french(), "Venez au FabLab");
    var lent = lent();
    assertThat(body(go(lent, Map.of()))).contains("Branchez le fil.", "Étape 1 sur 4");
    assertThat(body(go(lent, Map.of("act", "built")))).contains("Où est le capteur");
    var connected = body(go(lent, Map.of("act", "connect", "at", IN_THE_CITY, "home", "no")));
    assertThat(connected).contains("Nous attendons la première mesure");
    var user = found(USERNAME, connected);
    var secret = found(SECRET, connected);
    assertThat(connected).contains("curl -u").doesNotContain(ana.id().toString());
    observe(datastream(lent), user, secret, "28.5");
    var seen = body(go(lent, Map.of()));
    assertThat(seen).contains("Bravo", "28,5", "Étape 4 sur 4").doesNotContain(secret);
    assertThat(web.get().uri("/fr/things/" + now(lent).sensor().orElseThrow().thing()))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("Ana Capteur");
  }

  @Test
  void atSomebodysHomeThePlaceIsRoundedBeforeItIsStored() {
    var lent = lent();
    go(lent, Map.of("act", "connect", "at", IN_THE_CITY, "home", "yes"));
    var shown = path.shown(now(lent)).orElseThrow();
    assertThat(shown.blurred()).isTrue();
    assertThat(shown.where()).contains(new org.foyal.kernel.Position(14.6, -61.07));
  }

  @Test
  void whatIsNoPlaceIsRefusedAndNothingIsMade() {
    var lent = lent();
    assertThat(go(lent, Map.of("act", "connect", "at", "here"))).hasStatus(422);
    assertThat(now(lent).sensor()).isEmpty();
  }

  @Test
  void aKeyIsShownOnceAndALostOneIsReplaced() {
    var lent = lent();
    var form = Map.of("act", "connect", "at", IN_THE_CITY, "home", "yes");
    var first = found(SECRET, body(go(lent, form)));
    assertThat(body(go(lent, form))).doesNotContain(first);
    var second = found(SECRET, body(go(lent, Map.of("act", "key"))));
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void aWrongCodeOpensNothing() {
    var lent = lent();
    assertThat(go(lent, Map.of("code", "AAAAAAAA"))).hasStatus(422).bodyText().contains("code");
    assertThat(go(lent, Map.of("reference", "nonsense"))).hasStatus(422);
  }

  @Test
  void aBoxIsNeverLentTwiceHoweverManyAskAtOnce() throws InterruptedException {
    kit = kit("Kit bruit " + UUID.randomUUID(), 3);
    var asking =
        java.util.stream.IntStream.range(0, 12)
            .<Callable<Lending>>mapToObj(
                _ -> () -> kits.lend(Lab.STAFF, UUID.randomUUID(), kit.id(), ana))
            .toList();
    long lent;
    try (var pool = Executors.newFixedThreadPool(6)) {
      lent =
          pool.invokeAll(asking).stream()
              .filter(one -> one.resultNow() instanceof Lending.Lent)
              .count();
    }
    assertThat(lent).isEqualTo(3);
  }

  /// The database itself: whoever writes past the façade is refused.
  @Test
  void theDatabaseRefusesASecondLoanOfABoxAndABoxThatIsNotThere() {
    lent();
    assertThatThrownBy(() -> planted(1)).isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(() -> planted(2)).isInstanceOf(DataIntegrityViolationException.class);
  }

  private void planted(int box) {
    sql.sql(
            """
            insert into fablab.kit_loan (id, reference, kit, box, member, lent_at, due_on)
            values (gen_random_uuid(), substr(md5(random()::text), 1, 8), :kit, :box, :member,
              now(), current_date + 3)
            """)
        .param("kit", kit.id())
        .param("box", box)
        .param("member", ana.id())
        .update();
  }

  @Test
  void whatIsImpossibleIsToldToTheBorrowerInPlainWords() {
    var lent = lent();
    var answer = body(go(lent, Map.of("act", "connect", "at", IN_THE_CITY, "home", "yes")));
    long datastream = datastream(lent);
    observe(datastream, found(USERNAME, answer), found(SECRET, answer), "90");
    observe(datastream, found(USERNAME, answer), found(SECRET, answer), "91");
    alerts.heard(List.of(datastream));
    alerts.heard(List.of(datastream));
    assertThat(letters("n’est pas possible ici")).isEqualTo(1);
  }

  private int letters(String words) {
    return sql.sql("select count(*) from post.letter where body like :words and body like :who")
        .param("words", "%" + words + "%")
        .param("who", "%" + kit.texts().title().french() + "%")
        .query(Integer.class)
        .single();
  }

  @Test
  void whoeverIsLateIsRemindedOnceAndPaysNothing() {
    var lent = lent();
    sql.sql("update fablab.kit_loan set due_on = current_date - 3 where id = :id")
        .param("id", lent.loan().id())
        .update();
    kits.remind();
    kits.remind();
    assertThat(letters("rien à payer")).isEqualTo(1);
  }

  @Test
  void aKitThatCameBackIsLentAgainAndItsKeyOpensNothing() {
    var lent = lent();
    go(lent, Map.of("act", "connect", "at", IN_THE_CITY, "home", "yes"));
    var form =
        Map.of(
            "act",
            "back",
            "loan",
            lent.loan().id().toString(),
            "state",
            "PARTS_MISSING",
            "words",
            "un fil");
    var request = web.post().uri("/fr/staff/fablab/kits").with(fabrice.here()).with(csrf());
    form.forEach(request::param);
    assertThat(request.exchange()).hasStatusOk().bodyText().contains("il manque des pièces");
    assertThat(now(lent).out()).isFalse();
    assertThat(body(go(lent, Map.of("act", "key")))).doesNotContain("id=\"secret\"");
    assertThat(
            sql.sql(
                    """
                    select count(*) from things.alert_rule
                    where datastream = :datastream and removed_at is null
                    """)
                .param("datastream", datastream(lent))
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(kits.lend(Lab.STAFF, UUID.randomUUID(), kit.id(), ana))
        .isInstanceOf(Lending.Lent.class);
  }

  @Test
  void theStaffLendAtTheCounterByAReferenceAndAreToldWhatIsWrong() {
    var page = "/fr/staff/fablab/kits";
    var good =
        web.post()
            .uri(page)
            .with(fabrice.here())
            .with(csrf())
            .param("act", "lend")
            .param("kit", kit.id().toString())
            .param("member", ana.reference().toString());
    assertThat(good.exchange()).hasStatusOk().bodyText().contains("Boîte 1", "code");
    assertThat(
            web.post()
                .uri(page)
                .with(fabrice.here())
                .with(csrf())
                .param("act", "lend")
                .param("kit", kit.id().toString())
                .param("member", "nobody"))
        .hasStatus(422)
        .bodyText()
        .contains("Personne n’a cette référence");
  }
}
