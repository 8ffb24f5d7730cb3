package org.foyal.fablab.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.ladder.Evidence;
import org.foyal.fablab.ladder.Grant;
import org.foyal.fablab.ladder.Ladder;
import org.foyal.fablab.ladder.Level;
import org.foyal.fablab.machines.MachineType;
import org.foyal.kernel.Period;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What the lab adds up to, without telling of fewer than eleven people and without what is
/// invented.
@HouseTest
class CountingTheLabTest {
  @Autowired Lab lab;
  @Autowired LabFigures figures;
  @Autowired Ladder ladder;
  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired ShellSettings city;

  private final String some = UUID.randomUUID().toString().substring(0, 6);
  private MachineType type;

  @BeforeEach
  void aMachine() {
    type = lab.type("Tour");
  }

  private void trained(int people, String area, boolean example) {
    IntStream.range(0, people)
        .forEach(i -> {
          var one = lab.member("Apprenti " + area + i);
          sql.sql("update fablab.member set area = :area where id = :id")
              .param("area", area)
              .param("id", one.id())
              .update();
          ladder.grant(
              new Grant.Granter.Staff(Lab.STAFF),
              new Grant(
                  UUID.randomUUID(),
                  one.id(),
                  type.code(),
                  Level.SUPERVISED,
                  Evidence.shown(2),
                  Optional.empty(),
                  example));
        });
  }

  private Period today() {
    var day = LocalDate.ofInstant(clock.instant(), city.timeZone());
    return new Period(day.minusDays(1), day);
  }

  @Test
  void fewerThanElevenPeopleAreNotToldAndCantBeWorkedOut() {
    trained(3, "few" + some, false);
    trained(14, "more" + some, false);
    trained(40, "many" + some, false);
    var told = figures.told(today()).trained();
    assertThat(told.get("few" + some)).isEmpty();
    assertThat(told.values().stream().filter(OptionalLong::isEmpty).count())
        .as("one hidden alone could be worked out from the total")
        .isGreaterThan(1);
    assertThat(told.get("many" + some)).hasValue(40);
  }

  @Test
  void whatIsInventedCountsNowhere() {
    trained(20, "made" + some, true);
    assertThat(figures.told(today()).trained()).doesNotContainKey("made" + some);
  }

  /// A window that moved each day would tell of one person at a time.
  @Test
  void thePageTellsOfAQuarterThatIsOver() {
    trained(20, "now" + some, false);
    assertThat(web.get().uri("/fr/fablab/figures"))
        .hasStatusOk()
        .bodyText()
        .doesNotContain("now" + some);
  }
}
