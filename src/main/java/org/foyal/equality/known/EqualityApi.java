package org.foyal.equality.known;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.foyal.kernel.Interval;
import org.foyal.shell.Pages;
import org.foyal.shell.data.OpenAnswers;
import org.foyal.shell.data.Problems;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The programs’ door: every value that is known of a neighbourhood, with its interval, source and
/// date. What a demonstration invented is in none.
@RestController
class EqualityApi {
  private static final List<String> HEADER =
      List.of(
          "area",
          "area_name",
          "indicator",
          "unit",
          "period",
          "version",
          "value",
          "numerator",
          "denominator",
          "interval_from",
          "interval_to",
          "shrunk",
          "gap",
          "gap_from",
          "gap_to",
          "gap_sure",
          "city",
          "as_of",
          "known_at",
          "geography",
          "source");

  private final Sheets sheets;
  private final Pages pages;

  EqualityApi(Sheets sheets, Pages pages) {
    this.sheets = sheets;
    this.pages = pages;
  }

  @GetMapping("/api/equality")
  ResponseEntity<?> object(HttpServletRequest request) {
    return object(request, "values", HEADER, this::rows);
  }

  @GetMapping("/api/equality.csv")
  ResponseEntity<?> table(HttpServletRequest request) {
    return table(request, "equality.csv", HEADER, this::rows);
  }

  /// The index of each neighbourhood as far as it is known, and where it may stand.
  @GetMapping("/api/equality/index")
  ResponseEntity<?> indexObject(HttpServletRequest request) {
    return object(request, "index", IndexRow.HEADER, this::indexRows);
  }

  /// The same as a table.
  @GetMapping("/api/equality/index.csv")
  ResponseEntity<?> indexTable(HttpServletRequest request) {
    return table(request, "equality-index.csv", IndexRow.HEADER, this::indexRows);
  }

  private ResponseEntity<?> object(
      HttpServletRequest request,
      String name,
      List<String> header,
      Supplier<List<List<@Nullable Object>>> rows) {
    if (!request.getParameterMap().isEmpty()) {
      return refused(request);
    }
    var members = new ArrayList<LinkedHashMap<String, @Nullable Object>>();
    for (var values : rows.get()) {
      var member = new LinkedHashMap<String, @Nullable Object>();
      for (int i = 0; i < header.size(); i++) {
        member.put(header.get(i), values.get(i));
      }
      members.add(member);
    }
    var whole = new LinkedHashMap<String, Object>();
    whole.put("note", pages.of(request).say("equality.api.note"));
    whole.put(name, members);
    return OpenAnswers.object(whole);
  }

  private ResponseEntity<?> table(
      HttpServletRequest request,
      String file,
      List<String> header,
      Supplier<List<List<@Nullable Object>>> rows) {
    return request.getParameterMap().isEmpty()
        ? OpenAnswers.table(
            file,
            header,
            rows.get().stream().map(row -> row.stream().map(EqualityApi::cell).toList()).toList())
        : refused(request);
  }

  private static String cell(@Nullable Object value) {
    return value instanceof String text ? Plain.cell(text) : Objects.toString(value, "");
  }

  private List<List<@Nullable Object>> indexRows() {
    return sheets.list().stream().map(IndexRow::of).toList();
  }

  private List<List<@Nullable Object>> rows() {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var sheet : sheets.list()) {
      sheet.lines().forEach(line -> rows.add(row(sheet, line)));
    }
    return rows;
  }

  private static List<@Nullable Object> row(Sheet sheet, Sheet.Line line) {
    var value = line.value();
    var amount = value.amount();
    var row = new ArrayList<@Nullable Object>();
    row.add(sheet.area().code());
    row.add(sheet.area().name());
    row.add(value.indicator());
    row.add(line.indicator().unit().name());
    row.add(value.when().period());
    row.add(value.version());
    row.add(amount.value());
    row.add(amount.numerator().isPresent() ? amount.numerator().getAsLong() : null);
    row.add(amount.denominator().isPresent() ? amount.denominator().getAsLong() : null);
    row.add(value.interval().map(Interval::from).orElse(null));
    row.add(value.interval().map(Interval::to).orElse(null));
    row.add(line.beside().map(Beside::shrunk).orElse(null));
    row.add(line.beside().map(Beside::gap).orElse(null));
    row.add(line.beside().map(one -> one.interval().from()).orElse(null));
    row.add(line.beside().map(one -> one.interval().to()).orElse(null));
    row.add(line.beside().map(Beside::sure).orElse(null));
    row.add(line.city().isPresent() ? line.city().getAsDouble() : null);
    row.add(value.when().asOf().toString());
    row.add(value.when().knownAt().toString());
    row.add(value.when().geography());
    row.add(Optional.of(value.source()).filter(source -> !source.isEmpty()).orElse(null));
    return row;
  }

  private ResponseEntity<?> refused(HttpServletRequest request) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "equality:parameter",
        page.say("equality.api.title"),
        page.say("equality.api.parameter"));
  }
}
