package org.foyal.fibre.files;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.foyal.fibre.files.ComparingStore.Moment;
import org.foyal.fibre.files.Report.Counts;
import org.foyal.fibre.files.reading.Columns;
import org.foyal.fibre.files.reading.Layout;
import org.foyal.fibre.files.reading.Why;
import org.foyal.fibre.premises.StateOrder;
import org.springframework.stereotype.Component;

/// Compares the rows of one file, which flowed into their table, with what stands; and makes
/// versions of what differs. In one transaction of whoever asks.
@Component
class Comparison {
  private static final int ASKED = 200;

  private final IncomingStore incoming;
  private final ComparingStore comparing;
  private final DoubtStore doubts;

  Comparison(IncomingStore incoming, ComparingStore comparing, DoubtStore doubts) {
    this.incoming = incoming;
    this.comparing = comparing;
    this.doubts = doubts;
  }

  /// What came of comparing.
  ///
  /// @param moves whether something is asked anew, or no longer
  record Found(Report report, boolean moves) {}

  private static Target target(Layout layout) {
    return switch (layout) {
      case IPE, ARCEP_BUILDINGS, ARCEP_BASE -> Target.BUILDING;
      case ARCEP_OFFERS -> Target.OFFER;
      case ARCEP_COMMUNES -> Target.FACT;
    };
  }

  Found compare(Reading reading, Pouring pouring) {
    var layout = reading.layout();
    var target = target(layout);
    takeOut(reading, pouring, target);
    if (layout.cabinets()) {
      comparing.gatherCabinets();
      comparing.compare(Target.CABINET, reading.asOf());
    }
    comparing.compare(target, reading.asOf());
    boolean moves = false;
    List<Report.Asked> asked = List.of();
    if (target == Target.BUILDING) {
      judge();
      doubts.gather(layout.cabinets(), layout == Layout.IPE);
      asked = doubts.listGathered(ASKED);
      moves = doubts.movesSomething(layout.cabinets());
    }
    boolean complete = reading.order().complete() && pouring.refused() == 0 && goes(layout);
    long gone = complete ? comparing.findGone(target, layout.source(), reading.operator()) : 0;
    if (complete && layout.cabinets()) {
      comparing.findGone(Target.CABINET, layout.source(), reading.operator());
    }
    var counts = counts(target, layout, pouring, gone);
    var changes = new ArrayList<>(comparing.examples(target, complete));
    if (layout.cabinets()) {
      changes.addAll(comparing.examples(Target.CABINET, false));
    }
    return new Found(
        new Report(
            reading.order().fileName(),
            layout,
            reading.text().charset().name(),
            reading.operator(),
            reading.asOf(),
            counts,
            pouring.reasons(),
            pouring.kept(),
            changes,
            asked),
        moves);
  }

  /// Whether what such a file leaves out can be gone.
  private static boolean goes(Layout layout) {
    return layout != Layout.ARCEP_COMMUNES;
  }

  private void takeOut(Reading reading, Pouring pouring, Target target) {
    int most = Pouring.MOST_KEPT;
    var columns = Columns.of(reading.layout());
    pouring.refuse(incoming.takeOutContradictions(target, columns, most), Why.CONTRADICTION);
    pouring.refuse(incoming.takeOutDuplicates(target, most), Why.DUPLICATE);
    if (reading.layout() == Layout.IPE && reading.restricted()) {
      var operator = reading.operator().orElseThrow();
      pouring.refuse(incoming.takeOutForeign(operator, most), Why.FOREIGN_CABINET);
    }
    if (reading.layout() == Layout.ARCEP_OFFERS) {
      pouring.putAside(incoming.putUnknownBuildingsAside());
    }
  }

  /// The rule is asked once a kind of change, however many buildings change.
  private void judge() {
    for (var kind : comparing.kindsOfChange()) {
      switch (StateOrder.judge(kind.from(), kind.to(), kind.consent())) {
        case StateOrder.Change.Impossible(var reason) ->
            comparing.holdBack(kind, "fibre.files.asked." + reason);
        case StateOrder.Change.None(), StateOrder.Change.Possible() -> {}
      }
    }
  }

  private Counts counts(Target target, Layout layout, Pouring pouring, long gone) {
    var numbers = comparing.count(target);
    if (numbers.older() > 0) {
      var older = comparing.older(target, Pouring.MOST_KEPT);
      pouring.refuse(new IncomingStore.TakenOut(numbers.older(), older), Why.OLDER);
    }
    var cabinets =
        layout.cabinets()
            ? comparing.count(Target.CABINET)
            : new ComparingStore.Numbers(0, 0, 0, 0, 0);
    return new Counts(
        pouring.read(),
        numbers.added(),
        numbers.changed(),
        gone,
        numbers.same(),
        pouring.aside(),
        numbers.questioned(),
        pouring.refused(),
        cabinets.added() + cabinets.changed());
  }

  /// Makes the versions, and asks what is to be asked.
  void apply(Reading reading, Report report, long delivery, Instant now) {
    var layout = reading.layout();
    var target = target(layout);
    var moment = new Moment(delivery, reading.asOf(), now);
    if (layout.cabinets()) {
      comparing.apply(Target.CABINET, moment);
    }
    if (report.counts().gone() > 0) {
      comparing.applyGone(target, moment);
      if (layout.cabinets()) {
        comparing.applyGone(Target.CABINET, moment);
      }
    }
    comparing.apply(target, moment);
    if (target == Target.BUILDING) {
      doubts.ask(delivery, reading.order().terms().example(), now, layout.cabinets());
    }
  }
}
