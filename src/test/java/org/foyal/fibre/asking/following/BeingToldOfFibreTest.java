package org.foyal.fibre.asking.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.foyal.HouseTest;
import org.foyal.fibre.files.Delivering;
import org.foyal.fibre.files.FibreFiles;
import org.foyal.fibre.files.Ipe;
import org.foyal.requests.desk.Member;
import org.foyal.shell.guard.Role;
import org.foyal.territory.TwoNeighbourhoods;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Whoever waits is told once, when they can order: by a letter, or by an agent who calls.
@HouseTest
class BeingToldOfFibreTest {
  private static final Pattern LINK = Pattern.compile("http://localhost:\\d+(/\\S+)");
  private static final String[] OPEN = {
    "EtatImmeuble", "DEPLOYE", "EtatPM", "DEPLOYE", "DateCablageAdresse", "20250110"
  };

  @Autowired MockMvcTester web;
  @Autowired FibreFiles files;
  @Autowired TellMeNightly nightly;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEventPublisher events;
  @TempDir Path folder;

  private final String address =
      "f" + UUID.randomUUID().toString().substring(0, 8) + "@example.org";
  private final Member ana = new Member(Role.AGENT);
  private Delivering delivering;

  @BeforeEach
  void aBuildingThatIsPlanned() {
    new TwoNeighbourhoods(sql, events).settle();
    Delivering.clear(sql);
    sql.sql("truncate fibre.followed cascade").update();
    sql.sql("delete from post.subscription where topic like 'fibre.%'").update();
    delivering = new Delivering(files, folder);
    delivering.apply("0415", new Ipe().and("IMB/A"));
  }

  private MvcTestResult ask(String question) {
    return web.post()
        .uri("/fr/fibre/address/tell-me" + question)
        .param("address", address)
        .exchange();
  }

  private void follow(String question) {
    assertThat(ask(question)).hasStatusOk().bodyText().contains("role=\"status\"");
    var link = LINK.matcher(lastLetter());
    assertThat(link.find()).isTrue();
    assertThat(web.post().uri(link.group(1)).exchange()).hasStatusOk();
  }

  private int letters() {
    return sql.sql("select count(*) from post.letter where address = :address")
        .param("address", address)
        .query(Integer.class)
        .single();
  }

  private String lastLetter() {
    return sql.sql(
            "select subject || E'\\n' || body from post.letter where address = :address order by id desc limit 1")
        .param("address", address)
        .query(String.class)
        .single();
  }

  private void opens() {
    delivering.apply("0430", new Ipe().and("IMB/A", OPEN));
  }

  @Test
  void whoeverConfirmedIsToldOnceWhenTheyCanOrder() {
    follow("?building=IMB/A");
    nightly.tell();
    assertThat(letters()).as("nothing to tell yet").isEqualTo(1);
    opens();
    nightly.tell();
    assertThat(lastLetter())
        .contains("12 RUE DES ESSAIS", "vous pouvez commander", "building=IMB%2FA", "/leave/");
    nightly.tell();
    assertThat(letters()).as("told once").isEqualTo(2);
  }

  @Test
  void theSameWishTwiceIsOneAndNoSecondLetter() {
    assertThat(ask("?building=IMB/A")).hasStatusOk();
    assertThat(ask("?building=IMB/A")).hasStatusOk();
    assertThat(letters()).isEqualTo(1);
    assertThat(followed()).isEqualTo(1);
  }

  private int followed() {
    return sql.sql("select count(*) from fibre.followed").query(Integer.class).single();
  }

  @Test
  void aNumberThatNobodyKnowsCanBeFollowedUntilABuildingStandsThere() {
    follow("?street=97299-rue-des-essais&number=14");
    nightly.tell();
    delivering.apply("0430", new Ipe().and("IMB/A").and(row("IMB/NEW", "14")));
    nightly.tell();
    assertThat(lastLetter()).contains("14 Rue des Essais", "building=IMB%2FNEW");
  }

  private static java.util.Map<String, String> row(String ref, String number) {
    var row = Ipe.building(ref, OPEN);
    row.put("NumeroVoieImmeuble", number);
    row.put("ReferencePM", "FI-97299-0002");
    return row;
  }

  @Test
  void aBuildingThatDisappearsWhileItIsFollowedIsFoundAgainAtItsDoor() {
    follow("?building=IMB/A");
    delivering.bring(
        delivering
            .order(Delivering.name("0430"), new Ipe().and(row("IMB/OTHER", "2")).text())
            .asComplete(OptionalLong.of(1)));
    nightly.tell();
    assertThat(letters()).as("gone is no news").isEqualTo(1);
    assertThat(ask("?building=IMB/A")).as("it can still be followed").hasStatusOk();
    delivering.apply("0501", new Ipe().and(row("IMB/AGAIN", "12")));
    nightly.tell();
    assertThat(lastLetter()).contains("12 RUE DES ESSAIS", "building=IMB%2FAGAIN");
  }

  @Test
  void addressesAreForgottenThirtyDaysAfterTheLetter() {
    follow("?building=IMB/A");
    opens();
    nightly.tell();
    sql.sql(
            "update fibre.followed set since = since - interval '40 days', told_at = told_at - interval '31 days'")
        .update();
    nightly.tell();
    assertThat(followed()).isZero();
    assertThat(
            sql.sql("select count(*) from post.subscription where topic like 'fibre.%'")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void anAddressThatNobodyConfirmedIsNoLongerFollowed() {
    ask("?building=IMB/A");
    sql.sql("update fibre.followed set since = since - interval '9 days'").update();
    nightly.tell();
    assertThat(followed()).isZero();
  }

  @Test
  void whereOneCanOrderAlreadyThereIsNothingToWaitFor() {
    opens();
    assertThat(ask("?building=IMB/A")).hasStatus(422).bodyText().contains("On peut déjà commander");
    assertThat(letters()).isZero();
  }

  @Test
  void whatIsNoAddressOfEMailAndWhatIsNoBuildingIsTold() {
    assertThat(
            web.post()
                .uri("/fr/fibre/address/tell-me?building=IMB/A")
                .param("address", "pas une adresse")
                .exchange())
        .hasStatus(422);
    assertThat(ask("?building=nobody")).hasStatus(404);
    assertThat(ask("?building=\u0000")).hasStatus(404);
    assertThat(ask("")).hasStatus(404);
    assertThat(web.get().uri("/fr/fibre/address/tell-me?building=IMB/A").exchange()).hasStatusOk();
  }

  @Test
  void peopleWithoutEMailAreOnAListToCallOnceTheyCanOrder() {
    assertThat(note("12 rue des essais", "0696 12 34 56", "yes")).hasStatusOk();
    assertThat(note("12 rue des essais", "0696 12 34 56", "yes")).as("twice").hasStatusOk();
    nightly.tell();
    assertThat(calls()).contains("Personne à appeler", "Nadia Appel");
    opens();
    nightly.tell();
    assertThat(calls()).contains("0696 12 34 56", "La fibre peut être commandée");
    var id = sql.sql("select id from fibre.call").query(UUID.class).single();
    assertThat(
            web.post()
                .uri("/fr/staff/fibre/calls/" + id)
                .param("act", "called")
                .with(ana.here())
                .with(csrf())
                .exchange())
        .hasStatusOk();
    assertThat(calls()).contains("Personne à appeler").doesNotContain("Nadia Appel");
    sql.sql(
            "update fibre.call set noted_at = noted_at - interval '40 days', called_at = called_at - interval '31 days'")
        .update();
    nightly.tell();
    assertThat(sql.sql("select count(*) from fibre.call").query(Integer.class).single()).isZero();
  }

  private MvcTestResult note(String where, String phone, String consent) {
    return web.post()
        .uri("/fr/staff/fibre/calls")
        .param("address", where)
        .param("name", "Nadia Appel")
        .param("phone", phone)
        .param("consent", consent)
        .with(ana.here())
        .with(csrf())
        .exchange();
  }

  private String calls() {
    var answer = web.get().uri("/fr/staff/fibre/calls").with(ana.here()).with(csrf()).exchange();
    assertThat(answer).hasStatusOk();
    try {
      return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.io.UnsupportedEncodingException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  @Test
  void whoeverIsNotedBadlyIsToldWhatToMend() {
    assertThat(note("nulle part", "0696 12 34 56", "yes"))
        .hasStatus(422)
        .bodyText()
        .contains("pas une seule");
    assertThat(note("12 rue des essais", "huit", "yes")).hasStatus(422);
    assertThat(note("12 rue des essais", "0696 12 34 56", ""))
        .hasStatus(422)
        .bodyText()
        .contains("d’accord");
    opens();
    assertThat(note("12 rue des essais", "0696 12 34 56", "yes"))
        .hasStatus(422)
        .bodyText()
        .contains("On peut déjà commander");
  }
}
