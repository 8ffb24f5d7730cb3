package org.foyal.opendata;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.foyal.kernel.Position;
import org.foyal.territory.Area;
import org.foyal.territory.Area.Kind;
import org.foyal.territory.Provenance;
import org.foyal.territory.Score;
import org.foyal.territory.Street;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/// The room's façade: what is published, and its files, written as they are sent.
@Service
public class OpenData {
  private static final GeometryFactory POINTS = new GeometryFactory();

  private final Territory territory;
  private final Promises promises;
  private final Training training;
  private final FibreInFigures fibre;
  private final JsonMapper json;
  private final Cache<String, Extract> extracts =
      Caffeine.newBuilder().maximumSize(2L * Dataset.values().length).build();

  OpenData(
      Territory territory,
      Promises promises,
      Training training,
      FibreInFigures fibre,
      JsonMapper json) {
    this.territory = territory;
    this.promises = promises;
    this.training = training;
    this.fibre = fibre;
    this.json = json;
  }

  /// What is published today; a data set without any row is not there.
  List<Extract> list() {
    return Arrays.stream(Dataset.values())
        .map(dataset -> extracts.get(dataset + " " + version(dataset), _ -> measured(dataset)))
        .filter(extract -> extract.rows() > 0)
        .toList();
  }

  /// What changes whenever a data set does, so that none is measured for another's sake.
  private String version(Dataset dataset) {
    if (dataset.promises()) {
      return Long.toString(promises.version());
    }
    if (dataset == Dataset.FIBRE) {
      return fibre.stamp() + " " + territory.version();
    }
    return dataset.training() ? training.stamp() : Long.toString(territory.version());
  }

  /// A number that changes whenever something that is published does.
  long version() {
    return 31 * (31 * territory.version() + promises.version())
        + (training.stamp() + fibre.stamp()).hashCode();
  }

  /// When something that is published last changed.
  Instant changedAt() {
    return Stream.of(
            territory.changedAt(), promises.changedAt(), training.changedAt(), fibre.changedAt())
        .max(Instant::compareTo)
        .orElse(Instant.EPOCH);
  }

  /// Counts the rows and the bytes of a data set by writing it to nowhere, once for each version.
  private Extract measured(Dataset dataset) {
    var sources = sources(dataset);
    boolean derived =
        dataset == Dataset.AREAS
            && Arrays.stream(Kind.values())
                .flatMap(kind -> territory.listAreas(kind).stream())
                .anyMatch(area -> !area.officialOutline());
    var extract = new Extract(dataset, 0, Map.of(), sources, derived, years(dataset));
    var rows = new AtomicLong();
    var bytes = new EnumMap<Format, Long>(Format.class);
    for (var format : dataset.formats()) {
      var counted = new Counted();
      rows.set(0);
      try (var writer = counting(writer(extract, format, "", counted), rows)) {
        pour(dataset, writer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      bytes.put(format, counted.bytes);
    }
    return new Extract(dataset, rows.get(), Map.copyOf(bytes), sources, derived, extract.years());
  }

  /// Of areas, also the sources of what a later import left as it was: an outline, a name.
  private List<Provenance> sources(Dataset dataset) {
    if (dataset.promises()) {
      return promises.sources(dataset);
    }
    if (dataset.training()) {
      return training.sources(dataset);
    }
    if (dataset == Dataset.FIBRE) {
      return fibre.sources();
    }
    return dataset == Dataset.AREAS
        ? territory.sourcesOfAreas().values().stream()
            .distinct()
            .sorted(Comparator.comparing(Provenance::source))
            .toList()
        : territory.listSources().stream().filter(s -> s.kind().equals(dataset.kind())).toList();
  }

  private List<Year> years(Dataset dataset) {
    return dataset != Dataset.SCORES
        ? List.of()
        : territory.listScores().stream()
            .map(Score::period)
            .distinct()
            .filter(period -> period.matches("\\d{4}"))
            .map(Year::parse)
            .toList();
  }

  /// Writes the file of a data set, row by row.
  ///
  /// @param warning what derived outlines are to carry, in the reader's language
  void write(Extract extract, Format format, String warning, OutputStream out) throws IOException {
    try (var writer = writer(extract, format, warning, out)) {
      pour(extract.dataset(), writer);
    }
  }

  private RowWriter writer(Extract extract, Format format, String warning, OutputStream out) {
    return switch (format) {
      case CSV -> new CsvRows(extract.dataset(), out);
      case GEOJSON -> new GeoJsonRows(extract, warning, json, out);
      case JSON -> new JsonRows(extract, json, out);
    };
  }

  private void pour(Dataset dataset, RowWriter writer) {
    switch (dataset) {
      case AREAS -> areas(writer);
      case STREETS -> streets(writer);
      case SCORES -> scores(writer);
      case COMMITMENTS -> promises.commitments(writer);
      case STATES -> promises.states(writer);
      case PLACES -> training.places(writer);
      case TRAINING -> training.figures(writer);
      case FIBRE -> fibre.write(writer);
    }
  }

  private void areas(RowWriter writer) {
    var sources = territory.sourcesOfAreas();
    for (var kind : Kind.values()) {
      for (var area : territory.listAreas(kind)) {
        writer.write(row(area, sources), territory.outline(area.code()).orElse(null));
      }
    }
  }

  private static List<@Nullable Object> row(Area area, Map<String, Provenance> sources) {
    return with(
        sources.get(area.code()),
        area.code(),
        area.kind().name(),
        area.name(),
        area.parentCode(),
        area.population(),
        area.populationPeriod(),
        area.officialOutline(),
        area.labelled().map(Position::latitude_deg).orElse(null),
        area.labelled().map(Position::longitude_deg).orElse(null));
  }

  private void streets(RowWriter writer) {
    var from =
        territory.listSources().stream()
            .filter(source -> source.kind().equals(Dataset.STREETS.kind()))
            .reduce((_, later) -> later)
            .orElse(null);
    territory.eachStreet(street -> writer.write(row(street, from), point(street.middle())));
  }

  private static List<@Nullable Object> row(Street street, @Nullable Provenance from) {
    return with(
        from,
        street.id(),
        street.name(),
        street.communeCode(),
        street.areaCode(),
        street.length_m(),
        street.middle().latitude_deg(),
        street.middle().longitude_deg());
  }

  private void scores(RowWriter writer) {
    for (var score : territory.listScores()) {
      var area = territory.findArea(score.areaCode());
      writer.write(
          row(score, area.map(Area::name).orElse(null)),
          area.flatMap(Area::labelled).map(OpenData::point).orElse(null));
    }
  }

  private static List<@Nullable Object> row(Score score, @Nullable String areaName) {
    return with(
        score.from(), score.areaCode(), areaName, score.indicator(), score.period(), score.score());
  }

  private static List<@Nullable Object> with(
      @Nullable Provenance from, @Nullable Object... values) {
    var row = new ArrayList<@Nullable Object>(Arrays.asList(values));
    row.add(from == null ? null : from.source());
    row.add(from == null ? null : from.licence());
    row.add(from == null ? null : from.importedAt().toString());
    return row;
  }

  static Geometry point(Position at) {
    return POINTS.createPoint(new Coordinate(at.longitude_deg(), at.latitude_deg()));
  }

  private static RowWriter counting(RowWriter to, AtomicLong rows) {
    return new RowWriter() {
      @Override
      public void write(List<? extends @Nullable Object> values, @Nullable Geometry shape) {
        rows.incrementAndGet();
        to.write(values, shape);
      }

      @Override
      public void close() throws IOException {
        to.close();
      }
    };
  }

  /// Counts what is written and keeps nothing.
  private static final class Counted extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      bytes += length;
    }
  }
}
