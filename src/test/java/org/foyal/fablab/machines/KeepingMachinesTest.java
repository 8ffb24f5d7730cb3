package org.foyal.fablab.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.HouseTest;
import org.foyal.fablab.Lab;
import org.foyal.fablab.machines.Fault.Channel;
import org.foyal.fablab.machines.Machine.State;
import org.foyal.fablab.machines.MachineFaults.Saying;
import org.foyal.fablab.machines.MachineType.Need;
import org.foyal.fablab.machines.MachineType.Rules;
import org.foyal.shell.ShellSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/// What stands in the lab, how it stands, and when the lab is open.
@HouseTest
@RecordApplicationEvents
class KeepingMachinesTest {
  @Autowired Lab lab;
  @Autowired Machines machines;
  @Autowired MachineFaults faults;
  @Autowired LabHours hours;
  @Autowired ShellSettings shell;
  @Autowired JdbcClient sql;
  @Autowired ApplicationEvents events;

  @Test
  void aKindIsReadAsItWasWritten() {
    var type = lab.type("Découpe laser");
    assertThat(machines.findType(type.code())).contains(type);
  }

  @Test
  void twoAtOnceOneIsTold() {
    var type = lab.type("Découpe laser");
    assertThat(machines.update(Lab.STAFF, type)).isEqualTo(Written.DONE);
    assertThat(machines.update(Lab.STAFF, type)).isEqualTo(Written.OVERTAKEN);
    assertThat(machines.add(Lab.STAFF, type)).isEqualTo(Written.TAKEN);
  }

  @Test
  void noKindAsksForItselfInTheEnd() {
    var first = lab.type("Premier");
    var second = lab.type("Deuxième", new Need(first.code(), 1));
    var third = lab.type("Troisième", new Need(second.code(), 1));
    var circle = asking(first, third);
    assertThat(machines.update(Lab.STAFF, circle)).isEqualTo(Written.CIRCLE);
    assertThat(machines.findType(first.code())).contains(first);
    var nobody =
        asking(
            first,
            new MachineType(
                "no-such",
                first.title(),
                first.about(),
                first.dangers(),
                first.rules(),
                first.teaching(),
                first.times(),
                true,
                false,
                1));
    assertThat(machines.update(Lab.STAFF, nobody)).isEqualTo(Written.UNKNOWN);
    assertThatThrownBy(() ->
            sql.sql("insert into fablab.machine_type_need values (:type, :needs, 1)")
                .param("type", first.code())
                .param("needs", third.code())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("circle");
  }

  private static MachineType asking(MachineType type, MachineType other) {
    return new MachineType(
        type.code(),
        type.title(),
        type.about(),
        type.dangers(),
        new Rules(0, 1, 4, 1, List.of(new Need(other.code(), 1))),
        type.teaching(),
        type.times(),
        true,
        false,
        type.version());
  }

  @Test
  void aRoomBlocksItsPartsAndAPartTheRoom() {
    var hall = lab.space("Grande salle", Optional.empty());
    var left = lab.space("Moitié gauche", Optional.of(hall.id()));
    var right = lab.space("Moitié droite", Optional.of(hall.id()));
    var corner = lab.space("Coin", Optional.of(left.id()));
    assertThat(machines.blocking(left.id()))
        .containsExactlyInAnyOrder(hall.id(), left.id(), corner.id());
    assertThat(machines.blocking(hall.id()))
        .containsExactlyInAnyOrder(hall.id(), left.id(), right.id(), corner.id());
    var inItself =
        new Space(
            hall.id(),
            "Grande salle",
            Optional.empty(),
            12,
            Optional.of(corner.id()),
            true,
            false,
            1);
    assertThat(machines.update(Lab.STAFF, inItself)).isEqualTo(Written.CIRCLE);
  }

  @Test
  void howAMachineStandsIsToldAndItsHistoryKept() {
    var machine = lab.machine(lab.type("Découpe laser"));
    machines.state(Lab.STAFF, machine.id(), State.BROKEN, Optional.of("Tube usé"));
    machines.state(Lab.STAFF, machine.id(), State.MAINTENANCE, Optional.empty());
    machines.state(Lab.STAFF, machine.id(), State.AVAILABLE, Optional.empty());
    assertThat(machines.history(machine.id(), 10).stream().map(Machines.Happened::state))
        .containsExactly(State.AVAILABLE, State.MAINTENANCE, State.BROKEN, State.AVAILABLE);
    assertThat(
            events.stream(MachineStateChanged.class)
                .filter(one -> one.machine().equals(machine.id())))
        .containsExactly(
            new MachineStateChanged(machine.id(), false),
            new MachineStateChanged(machine.id(), true));
    assertThatThrownBy(() ->
            sql.sql("delete from fablab.machine_state where machine = :id")
                .param("id", machine.id())
                .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void itIsServicedByHoursOfUse() {
    var machine = lab.machine(lab.type("Découpe laser"));
    machines.used(machine.id(), 599);
    assertThat(machines.listServiceDue()).noneMatch(one -> one.id().equals(machine.id()));
    machines.used(machine.id(), 1);
    assertThat(machines.listServiceDue()).anyMatch(one -> one.id().equals(machine.id()));
    machines.serviced(Lab.STAFF, machine.id());
    var now = machines.find(machine.id()).orElseThrow();
    assertThat(now.wear().serviceDue()).isFalse();
    assertThat(now.wear().used_minutes()).isEqualTo(600);
    assertThat(now.wear().left_minutes()).contains(600L);
  }

  @Test
  void whatIsSaidToBeWrongIsNotedOnceAndAnsweredOnce() {
    var machine = lab.machine(lab.type("Découpe laser"));
    var form = UUID.randomUUID();
    for (int i = 0; i < 2; i++) {
      assertThat(faults.say(form, machine.id(), "Elle fume", true, Channel.MACHINE))
          .isEqualTo(Saying.NOTED);
    }
    assertThat(faults.listOpen().stream().filter(one -> one.machine().equals(machine.id())))
        .hasSize(1);
    assertThat(machines.find(machine.id()).orElseThrow().available())
        .as("an address on a wall takes no machine out of use")
        .isTrue();
    assertThat(faults.answer(Lab.STAFF, form, true, "Tube changé")).isTrue();
    assertThat(faults.answer(Lab.STAFF, form, false, "")).isFalse();
    assertThat(faults.say(UUID.randomUUID(), UUID.randomUUID(), "?", false, Channel.MACHINE))
        .isEqualTo(Saying.UNKNOWN);
  }

  @Test
  void nobodyBuriesTheStaffUnderReports() {
    var machine = lab.machine(lab.type("Découpe laser"));
    for (int i = 0; i < 10; i++) {
      faults.say(UUID.randomUUID(), machine.id(), "Elle fume", false, Channel.MACHINE);
    }
    assertThat(faults.say(UUID.randomUUID(), machine.id(), "Elle fume", false, Channel.MACHINE))
        .isEqualTo(Saying.ENOUGH);
    assertThat(faults.say(UUID.randomUUID(), machine.id(), "Elle fume", false, Channel.COUNTER))
        .isEqualTo(Saying.NOTED);
  }

  @Test
  void theLabIsOpenAtItsHoursButOnDaysOnWhichItIsClosed() {
    ZoneId zone = shell.timeZone();
    sql.sql("truncate fablab.opening_hours").update();
    lab.hours(DayOfWeek.SUNDAY, "09:00", "12:00", Opening.Kind.STAFFED);
    lab.hours(DayOfWeek.SUNDAY, "14:00", "17:00", Opening.Kind.SOLIDARITY);
    var sunday = LocalDate.now(zone).plusDays(8).with(TemporalAdjusters.next(DayOfWeek.SUNDAY));
    Instant ten = sunday.atTime(10, 0).atZone(zone).toInstant();
    Instant noon = sunday.atTime(12, 0).atZone(zone).toInstant();
    if (hours.closed().containsKey(sunday)) {
      assertThat(hours.at(ten)).isEmpty(); // a holiday of the city
      return;
    }
    assertThat(hours.at(ten).map(Opening::kind)).contains(Opening.Kind.STAFFED);
    assertThat(hours.at(noon)).isEmpty();
    assertThat(hours.next(noon).map(Opening::kind)).contains(Opening.Kind.SOLIDARITY);
    hours.close(Lab.STAFF, sunday, "Cyclone", false);
    assertThat(hours.at(ten)).isEmpty();
    hours.open(Lab.STAFF, sunday);
    assertThat(hours.at(ten)).isPresent();
  }

  @Test
  void hoursDoNotCoverOneAnother() {
    sql.sql("truncate fablab.opening_hours").update();
    var first = lab.hours(DayOfWeek.TUESDAY, "09:00", "12:00", Opening.Kind.STAFFED);
    var over =
        new WeeklyHours(
            UUID.randomUUID(),
            DayOfWeek.TUESDAY,
            first.opens().plusHours(2),
            first.closes().plusHours(2),
            Opening.Kind.SELF,
            first.since(),
            Optional.empty(),
            false,
            1);
    assertThat(hours.add(Lab.STAFF, over)).isEqualTo(Written.TAKEN);
    assertThat(hours.listWeekly()).hasSize(1);
  }
}
