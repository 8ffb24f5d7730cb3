package org.foyal.opendata;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.Change;
import org.foyal.agreement.Commitment;
import org.foyal.agreement.Commitment.Audience;
import org.foyal.agreement.Day;
import org.foyal.agreement.Source;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.foyal.territory.Provenance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Promises and what was said of them, as rows.
@Component
class Promises {
  /// What the law has administrations choose from for data of their own (CRPA, art. D323-2-1).
  private static final String LICENCE = "Licence Ouverte 2.0";

  private final Agreements agreements;

  Promises(Agreements agreements) {
    this.agreements = agreements;
  }

  long version() {
    return agreements.version();
  }

  Instant changedAt() {
    return agreements.changedAt();
  }

  /// The sources of all agreements; none while there is no promise.
  List<Provenance> sources(Dataset dataset) {
    return agreements.count(Selection.ALL).all() == 0
        ? List.of()
        : agreements.list().stream()
            .map(agreement -> agreement.source().title())
            .distinct()
            .map(title -> new Provenance(dataset.kind(), title, LICENCE, agreements.changedAt()))
            .toList();
  }

  void commitments(RowWriter writer) {
    var known = new HashMap<String, Agreement>();
    agreements.list().forEach(agreement -> known.put(agreement.code(), agreement));
    agreements.each(promise -> writer.write(row(promise, known.get(promise.agreement())), null));
  }

  private List<@Nullable Object> row(Commitment promise, @Nullable Agreement agreement) {
    var said = promise.said();
    var standing = promise.standing(agreements.today());
    return with(
        said.source().title(),
        promise.changedAt(),
        promise.code(),
        promise.agreement(),
        agreement == null ? null : agreement.title().french(),
        agreement == null ? null : agreement.signed().typed(),
        promise.party().name(),
        said.theme().code(),
        said.audiences().stream().map(Audience::code).sorted().collect(Collectors.joining("|")),
        said.title().french(),
        text(said.title(), Language.EN),
        text(said.title(), Language.GCF),
        said.announced().typed(),
        said.due().map(Day::typed).orElse(null),
        standing.state().name(),
        standing.late_days(),
        promise.latest().declared().name(),
        promise.latest().known().typed(),
        day(promise.latest().keptOn()),
        promise.latest().basis().name(),
        said.source().address().orElse(null),
        day(said.source().on()),
        promise.example());
  }

  void states(RowWriter writer) {
    agreements.eachState(change -> writer.write(row(change), null));
  }

  private static List<@Nullable Object> row(Change change) {
    var state = change.state().orElseThrow();
    var said = change.kind() == Change.Kind.LIVE ? change.about() : change.why();
    return with(
        change.source().map(Source::title).orElse(""),
        change.at(),
        change.commitmentCode(),
        state.declared().name(),
        state.known().typed(),
        day(state.keptOn()),
        change.kind() == Change.Kind.LIVE ? "LIVE" : "DECLARED",
        said.map(Told::french).orElse(null),
        said.map(told -> text(told, Language.EN)).orElse(null),
        said.map(told -> text(told, Language.GCF)).orElse(null),
        change.at().toString(),
        change.source().flatMap(Source::address).orElse(null),
        day(change.source().flatMap(Source::on)),
        change.example());
  }

  private static @Nullable String text(Told told, Language language) {
    return told.only(language).isEmpty() ? null : told.only(language);
  }

  private static @Nullable String day(Optional<java.time.LocalDate> on) {
    return on.map(Object::toString).orElse(null);
  }

  private static List<@Nullable Object> with(
      String source, Instant at, @Nullable Object... values) {
    var row = new ArrayList<@Nullable Object>(Arrays.asList(values));
    row.add(source);
    row.add(LICENCE);
    row.add(at.toString());
    return row;
  }
}
