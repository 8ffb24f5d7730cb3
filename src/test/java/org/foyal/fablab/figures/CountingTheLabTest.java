package org.foyal.fablab.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.machines.MachineType;
import org.foyal.kernel.Figure;
import org.foyal.kernel.Period;
import org.foyal.kernel.Quarter;
import org.foyal.kernel.ShownTable;
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
  @Autowired MockMvcTester web;
  @Autowired JdbcClient sql;
  @Autowired Clock clock;
  @Autowired ShellSettings city;

  private final String some = UUID.randomUUID().toString().substring(0, 6);
  private MachineType type;

  @BeforeEach
  void aMachine() {
    type = lab.type("Tour");
    sql.sql("truncate opendata.release, opendata.released_table").update();
    sql.sql("update fablab.member set example = true").update(); // of other tests
  }

  /// People who were granted a level in a quarter that is over, some quarters before the last.
  private void trained(int people, String area, int back, boolean example) {
    IntStream.range(0, people)
        .forEach(i -> {
          var one = lab.member("Apprenti " + area + i);
          sql.sql("update fablab.member set area = :area where id = :id")
              .param("area", area)
              .param("id", one.id())
              .update();
          sql.sql(
                  """
                  insert into fablab.ladder_event (form, member, type, what, level, valid_from, valid_until, reason,
                    account, at, example)
                  values (gen_random_uuid(), :member, :type, 'GRANTED', 2, :at, :at + interval '1 year', 'Vu', :staff, :at, :example)
                  """)
              .param("member", one.id())
              .param("type", type.code())
              .param("staff", Lab.STAFF.id())
              .param("at", quarter(back).last().atTime(12, 0).atOffset(ZoneOffset.UTC))
              .param("example", example)
              .update();
        });
  }

  private Quarter quarter(int back) {
    var quarter = Quarter.due(LocalDate.ofInstant(clock.instant(), city.timeZone()));
    for (int i = 0; i < back; i++) {
      quarter = quarter.before();
    }
    return quarter;
  }

  private ShownTable released(int back) {
    figures.release();
    return figures.told(quarter(back)).trained().orElseThrow();
  }

  @Test
  void fewerThanElevenPeopleAreNotToldAndCantBeWorkedOut() {
    trained(3, "few" + some, 3, false);
    trained(14, "more" + some, 3, false);
    trained(40, "many" + some, 3, false);
    var told = released(3);
    assertThat(told.of("few" + some)).isEmpty();
    assertThat(told.of("more" + some))
        .as("one hidden alone could be worked out from the total")
        .isEmpty();
    assertThat(told.of("many" + some)).hasValue(40);
    assertThat(told.total()).hasValue(57);
  }

  /// Somebody who has both versions takes one from the other.
  @Test
  void oneWhoIsNotedLateIsNotToldByTheDifference() {
    trained(30, "more" + some, 4, false);
    trained(40, "many" + some, 4, false);
    assertThat(released(4).total()).hasValue(70);
    trained(1, "many" + some, 4, false);
    assertThat(released(4).total()).hasValue(70);
    trained(10, "many" + some, 4, false);
    assertThat(released(4).of("many" + some)).hasValue(51);
  }

  @Test
  void whatWasHiddenOnceStaysHidden() {
    trained(5, "few" + some, 5, false);
    trained(16, "more" + some, 5, false);
    trained(40, "many" + some, 5, false);
    assertThat(released(5).of("few" + some)).isEmpty();
    trained(15, "few" + some, 5, false);
    assertThat(released(5).of("few" + some)).isEmpty();
    assertThat(released(5).total()).hasValue(76);
  }

  /// Windows that begin or end a day apart would tell of one person by their difference.
  @Test
  void noWindowOfDaysTellsMoreThanWholeQuarters() {
    trained(30, "many" + some, 6, false);
    figures.release();
    var quarter = quarter(6);
    var cut = new Period(quarter.first().plusDays(1), quarter.last());
    assertThat(people(cut)).isEmpty();
    assertThat(people(quarter.period())).containsExactly(30L);
    assertThat(people(new Period(quarter.first().minusDays(3), quarter.last().plusDays(3))))
        .containsExactly(30L);
  }

  private List<Long> people(Period period) {
    return figures.figures(period).stream()
        .filter(one -> one.key().equals("fablab.trained"))
        .filter(one -> one.areaCode().equals("many" + some))
        .map(Figure::count)
        .toList();
  }

  @Test
  void whatIsInventedCountsNowhere() {
    trained(20, "made" + some, 7, true);
    figures.release();
    assertThat(figures.told(quarter(7)).trained()).isEmpty();
  }

  @Test
  void thePageSaysWhyNoNumberOfPeopleStandsThere() {
    assertThat(web.get().uri("/fr/fablab/figures"))
        .hasStatusOk()
        .bodyText()
        .containsAnyOf("pas encore publié", "trop peu pour le dire", "encore rien à compter");
  }
}
