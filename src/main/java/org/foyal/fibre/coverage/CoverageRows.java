package org.foyal.fibre.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.foyal.fibre.coverage.CoverageRow.Count;
import org.foyal.fibre.coverage.FollowUp.Sheet;
import org.foyal.fibre.rollout.Fact;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.foyal.territory.Area;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The façade of what is known of the coverage as rows, for this room's own files and for open
/// data. Examples are in none.
@Service
public class CoverageRows {
  private final FollowUp follow;
  private final CoverageStore store;
  private final Territory territory;
  private final Words words;

  CoverageRows(FollowUp follow, CoverageStore store, Territory territory, Words words) {
    this.follow = follow;
    this.store = store;
    this.territory = territory;
    this.words = words;
  }

  /// All that is known today, what was published first, in the order of its days.
  @Transactional(readOnly = true)
  public List<CoverageRow> list() {
    return of(follow.of(Question.of(follow.today())));
  }

  /// A text that changes whenever what can be told does.
  @Transactional(readOnly = true)
  public String stamp() {
    return store.stamp() + "-" + store.factStamp() + "-" + follow.today();
  }

  /// When something that can be told was last learned; the beginning of time where nothing was.
  @Transactional(readOnly = true)
  public Instant changedAt() {
    return store.changedAt().orElse(Instant.EPOCH);
  }

  List<CoverageRow> of(Sheet sheet) {
    var rows = new ArrayList<CoverageRow>();
    sheet.published().stream()
        .flatMap(one -> one.counts().stream())
        .sorted(java.util.Comparator.comparing((Fact one) -> one.on().first()))
        .forEach(fact -> rows.add(published(fact)));
    sheet
        .coverage()
        .ifPresent(found -> {
          var city = territory.city();
          rows.add(row("city", found, city.map(Area::code), found.all()));
          found.areas().forEach(one -> rows.add(row("area", found, one.area(), one)));
        });
    return rows;
  }

  private CoverageRow row(
      String kind, CityCoverage found, Optional<String> area, AreaCoverage one) {
    return new CoverageRow(
        kind,
        found.file(),
        area,
        area.flatMap(territory::findArea).map(Area::name),
        found.countsHomes() ? "premises" : "buildings",
        new Count(one.homes().connectable(), one.homes().all(), Optional.empty(), Optional.empty()),
        Optional.of(one),
        words.say(Language.FR, "fibre.coverage.source." + found.source()),
        Optional.empty());
  }

  private CoverageRow published(Fact fact) {
    var city = territory.city();
    return new CoverageRow(
        "published",
        fact.on().first(),
        city.map(Area::code),
        city.map(Area::name),
        fact.amount().unit().name().toLowerCase(Locale.ROOT),
        new Count(
            fact.amount().number().orElseThrow(),
            fact.amount().of().orElseThrow(),
            fact.amount().ofDwellings(),
            fact.amount().ofBusinesses()),
        Optional.empty(),
        fact.source().title(),
        fact.source().address());
  }
}
