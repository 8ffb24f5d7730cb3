package org.foyal.requests.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.requests.open311.Speech.Fault;
import org.foyal.shell.Page;
import org.foyal.shell.language.Plain;

/// The arguments of a request, and what is wrong with them. An empty argument is none (GeoReport
/// v2, « Optional Arguments »); those that the standard does not know are passed over.
final class Sent {
  private static final Duration SPAN = Duration.ofDays(90);
  private static final int DIGITS = 9;

  private final Map<String, String[]> arguments;
  private final Page page;
  private final List<Fault> faults = new ArrayList<>();

  Sent(HttpServletRequest request, Page page) {
    this.arguments = request.getParameterMap();
    this.page = page;
  }

  /// A time, the first moment in it and the first after it.
  record Span(Instant from, Instant until) {}

  /// The value of an argument, on one line; nothing when there is none.
  String line(String name) {
    return Plain.line(text(name));
  }

  /// The value with its lines.
  String text(String name) {
    var values = arguments.getOrDefault(name, new String[0]);
    if (values.length > 1) {
      refuse(400, name, "requests.open311.once");
    }
    return values.length == 0 ? "" : Plain.text(values[0]);
  }

  /// The same for what a draft takes as perhaps nothing.
  Optional<String> some(String name) {
    return Optional.of(line(name)).filter(value -> !value.isEmpty());
  }

  /// The values of an argument that takes several, with commas between or said several times.
  List<String> list(String name) {
    return Arrays.stream(arguments.getOrDefault(name, new String[0]))
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(Plain::line)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  /// A whole number.
  int number(String name, int least, int most, int otherwise) {
    var typed = line(name);
    if (typed.isEmpty()) {
      return otherwise;
    }
    boolean good = typed.length() <= DIGITS && typed.matches("[0-9]+");
    int number = good ? Integer.parseInt(typed) : -1;
    if (number < least || number > most) {
      refuse(400, name, "requests.open311.number", least, most);
      return otherwise;
    }
    return number;
  }

  /// The time between two arguments; where one is missing, 90 days from the other; where both are,
  /// the last 90 days.
  Span span(Instant now, ZoneId zone) {
    var start = moment("start_date", zone, false);
    var end = moment("end_date", zone, true);
    var from = start.orElseGet(() -> end.orElse(now).minus(SPAN));
    var until = end.orElseGet(() -> start.map(first -> first.plus(SPAN)).orElse(now));
    if (until.isBefore(from)) {
      refuse(400, "end_date", "requests.open311.order");
    } else if (Duration.between(from, until).compareTo(SPAN.plusDays(1)) >= 0) {
      refuse(400, "end_date", "requests.open311.span");
    }
    return new Span(from, until.plusMillis(1));
  }

  /// A moment in W3C's form; a plus that came as a space is a plus.
  private Optional<Instant> moment(String name, ZoneId zone, boolean end) {
    var typed = line(name).replace(' ', '+');
    if (typed.isEmpty()) {
      return Optional.empty();
    }
    try {
      var moment =
          typed.contains("T")
              ? OffsetDateTime.parse(typed).toInstant()
              : LocalDate.parse(typed).plusDays(end ? 1 : 0).atStartOfDay(zone).toInstant();
      if (moment.isBefore(Instant.EPOCH) || moment.isAfter(Instant.parse("9000-01-01T00:00:00Z"))) {
        refuse(400, name, "requests.open311.moment");
        return Optional.empty();
      }
      return Optional.of(moment);
    } catch (DateTimeException noMoment) {
      refuse(400, name, "requests.open311.moment");
      return Optional.empty();
    }
  }

  /// Says what is wrong with an argument.
  void refuse(int code, String name, String words, Object... with) {
    faults.add(new Fault(code, name + ": " + page.say(words, with)));
  }

  /// What is wrong.
  List<Fault> faults() {
    return faults;
  }
}
