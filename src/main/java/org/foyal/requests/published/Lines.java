package org.foyal.requests.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyal.cases.Case;
import org.foyal.cases.Cases;
import org.foyal.requests.Report;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Component;

/// Puts the state of its case to each report, and the neighbourhood that holds it.
@Component
class Lines {
  private final Cases cases;
  private final Territory territory;

  Lines(Cases cases, Territory territory) {
    this.cases = cases;
    this.territory = territory;
  }

  /// A report with the state of its case.
  ///
  /// @param area the neighbourhood that holds it
  record Line(Report report, Case asked, Optional<Area> area) {
    /// The place in words once somebody of the staff has read them, before that the neighbourhood;
    /// nothing where none is known.
    Optional<String> place() {
      return report.open() ? Optional.of(report.place()) : area.map(Area::name);
    }

    /// The key of the words that say how far it is.
    String state() {
      return asked.outcome().map(Case.Outcome::words).orElseGet(() -> asked.state().words());
    }
  }

  /// The reports in the same order, each with its case.
  List<Line> of(List<Report> reports) {
    var asked = cases.list(reports.stream().map(Report::caseId).toList());
    var lines = new ArrayList<Line>();
    for (var report : reports) {
      var one = asked.get(report.caseId());
      if (one != null) {
        lines.add(new Line(report, one, report.area().flatMap(territory::findArea)));
      }
    }
    return lines;
  }
}
