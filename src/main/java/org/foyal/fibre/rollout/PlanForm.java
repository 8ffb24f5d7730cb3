package org.foyal.fibre.rollout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.foyal.fibre.Cited;
import org.foyal.fibre.Dated;
import org.foyal.fibre.Held;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// The file of what was promised and published, as it is written. A text stands by language code,
/// French always.
record PlanForm(
    @Nullable List<InstrumentForm> instruments,
    @Nullable List<FactForm> facts,
    @Nullable List<ExchangeForm> exchanges) {
  /// Refuses holes in its lists.
  PlanForm {
    for (var list : Arrays.asList(instruments, facts, exchanges)) {
      if (list != null) {
        list.forEach(one -> needs("a thing", one));
      }
    }
  }

  private static void needs(String what, @Nullable Object... values) {
    for (var value : values) {
      if (value == null) {
        throw new IllegalArgumentException("it lacks one of: " + what);
      }
    }
  }

  record SourceForm(String title, @Nullable String address, @Nullable LocalDate on) {
    SourceForm {
      needs("title", title);
    }

    Cited cited() {
      return new Cited(title, Optional.ofNullable(address), Optional.ofNullable(on));
    }
  }

  /// @param until until before when it held; none: it holds
  record InstrumentForm(
      String code,
      Map<String, String> title,
      String signed,
      @Nullable LocalDate until,
      @Nullable String agreement,
      SourceForm source,
      @Nullable Boolean example,
      @Nullable List<CommitmentForm> commitments) {
    InstrumentForm {
      needs("code, title, signed, source", code, title, signed, source);
      if (commitments != null) {
        commitments.forEach(one -> needs("a commitment", one));
      }
    }

    Instrument instrument(Instant learned) {
      var day = Dated.read(signed);
      return new Instrument(
          held(day.first(), until, learned, example),
          code,
          Told.of(title),
          day,
          Optional.ofNullable(agreement),
          source.cited());
    }
  }

  /// @param measured in which state homes count; with a share, and never without
  /// @param due a day, or only its month or year
  record CommitmentForm(
      String code,
      Map<String, String> title,
      @Nullable String measured,
      @Nullable BigDecimal share,
      @Nullable String due,
      @Nullable LocalDate until,
      @Nullable String area,
      @Nullable SourceForm source) {
    CommitmentForm {
      needs("code, title", code, title);
      if ((measured == null) != (share == null)) {
        throw new IllegalArgumentException("measured and share go together");
      }
    }

    private Optional<Commitment.Goal> goal() {
      return measured == null || share == null
          ? Optional.empty()
          : Optional.of(
              new Commitment.Goal(
                  Commitment.Measured.valueOf(word(measured)),
                  share.setScale(2, RoundingMode.UNNECESSARY)));
    }

    Commitment commitment(InstrumentForm of, Instant learned) {
      return new Commitment(
          held(
              Dated.read(of.signed).first(), until == null ? of.until : until, learned, of.example),
          code,
          of.code,
          Told.of(title),
          goal(),
          due == null ? Optional.empty() : Optional.of(Dated.read(due)),
          Optional.ofNullable(area),
          source == null ? of.source.cited() : source.cited());
    }
  }

  /// @param number how many
  /// @param dwellings of how many dwellings
  /// @param businesses and of how many businesses
  /// @param premises of how many of both together, where the source does not part them
  record FactForm(
      String code,
      String kind,
      Map<String, String> title,
      String on,
      @Nullable String place,
      @Nullable String area,
      @Nullable Long number,
      String unit,
      @Nullable Integer dwellings,
      @Nullable Integer businesses,
      @Nullable Integer premises,
      @Nullable LocalDate expectedFrom,
      @Nullable LocalDate expectedTo,
      SourceForm source,
      @Nullable Boolean example) {
    FactForm {
      needs("code, kind, title, on, unit, source", code, kind, title, on, unit, source);
    }

    Fact fact(Instant learned) {
      var day = Dated.read(on);
      return new Fact(
          held(day.first(), null, learned, example),
          code,
          Fact.Kind.valueOf(word(kind)),
          Told.of(title),
          day,
          place == null ? "" : place,
          Optional.ofNullable(area),
          Optional.empty(),
          new Fact.Amount(
              Optional.ofNullable(number),
              Fact.Unit.valueOf(word(unit)),
              Optional.ofNullable(dwellings),
              Optional.ofNullable(businesses),
              Optional.ofNullable(premises)),
          expectedFrom == null || expectedTo == null
              ? Optional.empty()
              : Optional.of(new Fact.Expected(expectedFrom, expectedTo)),
          source.cited());
    }
  }

  record ExchangeForm(
      String ref, String name, LocalDate from, SourceForm source, @Nullable Boolean example) {
    ExchangeForm {
      needs("ref, name, from, source", ref, name, from, source);
    }

    Exchange exchange(Instant learned) {
      return new Exchange(
          held(from, null, learned, example), ref, name, Optional.empty(), source.cited());
    }
  }

  private static Held held(
      LocalDate from, @Nullable LocalDate until, Instant learned, @Nullable Boolean example) {
    return new Held(
        "",
        from,
        Optional.ofNullable(until),
        learned,
        Optional.empty(),
        Boolean.TRUE.equals(example));
  }

  private static String word(String written) {
    return written.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
