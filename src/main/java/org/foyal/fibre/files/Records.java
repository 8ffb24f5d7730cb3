package org.foyal.fibre.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.files.reading.Layout;
import org.foyal.fibre.files.reading.Row.Refused;
import org.foyal.people.Actor;
import org.foyal.shell.guard.Trail;
import org.springframework.stereotype.Component;

/// The list of deliveries, its way back, and its trace: all in one transaction of whoever asks.
@Component
class Records {
  private final DeliveryStore deliveries;
  private final ComparingStore comparing;
  private final DoubtStore doubts;
  private final Trail trail;

  Records(DeliveryStore deliveries, ComparingStore comparing, DoubtStore doubts, Trail trail) {
    this.deliveries = deliveries;
    this.comparing = comparing;
    this.doubts = doubts;
    this.trail = trail;
  }

  Optional<LocalDate> latest(Reading reading) {
    return deliveries.latest(reading.layout(), reading.operator());
  }

  long add(Reading reading, Report report, Actor by, Instant now) {
    long id = deliveries.add(reading.order(), report, reading.text().sha256(), by.name(), now);
    deliveries.keep(id, report.refused());
    trail.append(by.did("fibre.files.act.applied", id + " " + report.fileName()));
    return id;
  }

  Undoing undo(long id, Optional<String> restrictedTo, Actor by, Instant now) {
    var found = deliveries.find(id).filter(one -> one.undone().isEmpty());
    if (found.isEmpty()) {
      return new Undoing.NothingToUndo();
    }
    var one = found.get();
    if (restrictedTo.isPresent() && !one.operator().equals(restrictedTo)) {
      return new Undoing.NotYours();
    }
    var later = deliveries.laterThan(one).or(() -> standingOn(one));
    if (later.isPresent()) {
      return new Undoing.StoodUpon(one, later.get());
    }
    for (var target : targets(one.layout())) {
      comparing.undo(target, id, now);
    }
    doubts.withdraw(id, by.name(), now);
    deliveries.undone(id, by.name(), now);
    trail.append(by.did("fibre.files.act.undone", id + " " + one.fileName()));
    return new Undoing.Undone(one);
  }

  private Optional<Long> standingOn(Delivery one) {
    return targets(one.layout()).stream()
        .flatMap(target -> comparing.standingOn(target, one.id()).stream())
        .findFirst();
  }

  private static List<Target> targets(Layout layout) {
    return switch (layout) {
      case IPE, ARCEP_BUILDINGS -> List.of(Target.CABINET, Target.BUILDING);
      case ARCEP_BASE -> List.of(Target.BUILDING);
      case ARCEP_OFFERS -> List.of(Target.OFFER);
      case ARCEP_COMMUNES -> List.of(Target.FACT);
    };
  }

  List<Delivery> list(Optional<String> operator, int atMost) {
    return deliveries.list(operator, atMost);
  }

  boolean has(String fileName) {
    return deliveries.has(fileName);
  }

  Optional<Delivery> find(long id) {
    return deliveries.find(id);
  }

  List<Refused> refusedBy(long id) {
    return deliveries.refusedBy(id);
  }
}
