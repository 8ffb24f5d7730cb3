package org.foyal.agreement.accompaniment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.foyal.agreement.Signed.SIGNED_ON;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.agreement.Day;
import org.foyal.agreement.Party;
import org.foyal.agreement.Signed;
import org.foyal.agreement.Signing;
import org.foyal.agreement.Writer;
import org.foyal.agreement.accompaniment.Accompaniment.Writing;
import org.foyal.agreement.accompaniment.Support.Kind;
import org.foyal.agreement.accompaniment.Support.Progress;
import org.foyal.agreement.accompaniment.Support.State;
import org.foyal.shell.guard.Role;
import org.foyal.shell.language.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What one party does for another is done by one's word, and confirmed by both.
@HouseTest
class AccompanyingTest {
  @Autowired Accompaniment accompaniment;
  @Autowired Signing signing;
  @Autowired Signed signed;
  @Autowired JdbcClient sql;
  @Autowired MockMvcTester web;

  private Party giver;
  private Party receiver;
  private String agreement;

  @BeforeEach
  void sign() {
    giver = signed.party("Qui donne");
    receiver = signed.party("Qui reçoit");
    agreement = signed.agreement(giver);
  }

  private Writer delegate(Party party) {
    var member = new Member(UUID.randomUUID(), "Déléguée", java.util.Set.of(Role.AGENT));
    signing.setDelegate(Writer.FILE, member.id(), Optional.of(party.code()));
    return Writer.of(member);
  }

  private Support workshop(Optional<BigDecimal> hours) {
    var made =
        new Support(
            0,
            agreement,
            Optional.empty(),
            giver,
            receiver,
            Kind.WORKSHOP,
            Told.inFrench("Un atelier"),
            Optional.empty(),
            new Progress(State.PLANNED, Day.lastOf("2024-06"), null, false, false),
            hours,
            Optional.empty(),
            Optional.empty(),
            false,
            1);
    var written = (Writing.Written) accompaniment.add(Writer.FILE, made);
    return accompaniment.find(written.id()).orElseThrow();
  }

  private Support done(Support support) {
    accompaniment.move(
        Writer.FILE,
        support.id(),
        support.version(),
        State.DONE,
        support.progress().planned(),
        Optional.of(SIGNED_ON.plusDays(40)));
    return accompaniment.find(support.id()).orElseThrow();
  }

  @Test
  void itIsConfirmedOnceBothSidesHaveSaidSo() {
    var support = done(workshop(Optional.empty()));
    assertThat(accompaniment.confirm(delegate(giver), support.id(), support.version()))
        .isEqualTo(new Writing.Written(support.id()));
    var half = accompaniment.find(support.id()).orElseThrow();
    assertThat(half.progress().confirmed()).isFalse();
    accompaniment.confirm(delegate(receiver), half.id(), half.version());
    assertThat(accompaniment.find(support.id()).orElseThrow().progress().confirmed()).isTrue();
  }

  @Test
  void anAdministratorConfirmsForNobody() {
    var support = done(workshop(Optional.empty()));
    var admin = Writer.of(new Member(UUID.randomUUID(), "Ada", java.util.Set.of(Role.ADMIN)));
    assertThat(accompaniment.confirm(admin, support.id(), support.version()))
        .isEqualTo(new Writing.NotThere());
  }

  @Test
  void oneSideDoesNotConfirmTwice() {
    var support = done(workshop(Optional.empty()));
    var by = delegate(giver);
    accompaniment.confirm(by, support.id(), support.version());
    var half = accompaniment.find(support.id()).orElseThrow();
    assertThat(accompaniment.confirm(by, half.id(), half.version()))
        .isEqualTo(new Writing.Refused(Map.of("state", "accompaniment.problem.confirmed-already")));
  }

  @Test
  void theDatabaseItselfRefusesOnePersonForBothSides() {
    var support = done(workshop(Optional.empty()));
    assertThatThrownBy(() ->
            sql.sql(
                    """
                    update agreement.support set giver_confirmed = now(), giver_by = :who,
                      receiver_confirmed = now(), receiver_by = :who where id = :id
                    """)
                .param("who", UUID.randomUUID())
                .param("id", support.id())
                .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("support_confirmed_by_two");
  }

  @Test
  void whatIsOnlyPlannedCannotBeConfirmed() {
    var support = workshop(Optional.empty());
    assertThat(accompaniment.confirm(delegate(giver), support.id(), support.version()))
        .isEqualTo(new Writing.Refused(Map.of("state", "accompaniment.problem.not-done")));
  }

  @Test
  void aStrangerToBothPartiesMovesNothing() {
    var support = workshop(Optional.empty());
    var stranger = delegate(signed.party("Une autre"));
    assertThat(
            accompaniment.move(
                stranger,
                support.id(),
                support.version(),
                State.DROPPED,
                Optional.empty(),
                Optional.empty()))
        .isEqualTo(new Writing.NotThere());
  }

  @Test
  void theDelegateOfAHouseSpeaksForThoseThatBelongToIt() {
    var foundation =
        new Party(Signed.fresh("fondation"), "Sa fondation", Optional.of(giver.code()), false);
    signing.addParty(Writer.FILE, foundation);
    assertThat(accompaniment.speaksFor(delegate(giver), foundation)).isTrue();
    assertThat(accompaniment.speaksFor(delegate(foundation), giver)).isFalse();
  }

  @Test
  void ofTwoWhoMoveItFromTheSamePageTheSecondIsTold() {
    var support = workshop(Optional.empty());
    done(support);
    assertThat(
            accompaniment.move(
                Writer.FILE,
                support.id(),
                support.version(),
                State.DROPPED,
                Optional.empty(),
                Optional.empty()))
        .isEqualTo(new Writing.Overtaken());
  }

  @Test
  void nothingIsDoneBeforeTheSignatureOrTomorrow() {
    var support = workshop(Optional.empty());
    for (var day : new LocalDate[] {SIGNED_ON.minusDays(1), LocalDate.of(2199, 1, 1)}) {
      assertThat(
              accompaniment.move(
                  Writer.FILE,
                  support.id(),
                  support.version(),
                  State.DONE,
                  Optional.empty(),
                  Optional.of(day)))
          .isInstanceOf(Writing.Refused.class);
    }
  }

  @Test
  void theSumSaysOfHowManyTheHoursAreKnown() {
    workshop(Optional.of(new BigDecimal("12.50")));
    workshop(Optional.of(new BigDecimal("7.50")));
    workshop(Optional.empty());
    var sum = accompaniment.sum(agreement);
    assertThat(sum.all()).isEqualTo(3);
    assertThat(sum.hours()).isEqualByComparingTo("20");
    assertThat(sum.withHours()).isEqualTo(2);
    assertThat(web.get().uri("/fr/agreements/" + agreement + "/support"))
        .hasStatusOk()
        .bodyText()
        .contains(
            "3 actions",
            "Heures connues\u00a0: 20, pour 2 actions",
            "Nous ne connaissons pas la valeur");
  }
}
