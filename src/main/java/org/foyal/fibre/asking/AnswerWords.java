package org.foyal.fibre.asking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.fibre.asking.Answer.Forecast;
import org.foyal.fibre.asking.sellers.Sellers;
import org.foyal.fibre.premises.Building;
import org.foyal.kernel.Position;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.foyal.territory.Area;
import org.foyal.territory.Street;
import org.foyal.territory.Territory;
import org.springframework.stereotype.Component;

/// Puts an answer into a reader's words: what it is, what it means, what one can do.
@Component
public class AnswerWords {
  private static final String KEY = "fibre.asking.answer.";
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(?:b[aâ]t(?:iment)?)\\b[ .:]*(?=\\S)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Words words;
  private final Sellers sellers;
  private final Territory territory;

  AnswerWords(Words words, Sellers sellers, Territory territory) {
    this.words = words;
    this.sellers = sellers;
    this.territory = territory;
  }

  /// An answer in words.
  ///
  /// @param code what it is, for programs and styles, for example `planned`
  /// @param tone `done` where one can order, `problem` where something stands in the way, else
  ///   `note`
  /// @param lines what it means and what one can do
  /// @param operators the names of those that the regulator's file declares
  /// @param ask whether one is told whom to ask
  public record Said(
      String code,
      String tone,
      String headline,
      List<String> lines,
      List<String> operators,
      boolean ask,
      String certainty) {}

  /// The address of a building's page, below the language.
  public static String path(Building building) {
    return "/fibre/address?building=" + encoded(building.ref());
  }

  /// A text as it stands in an address.
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// How people call a building: its number, its street as the city writes it, which of several.
  /// Files write in capitals and short, which is no way to speak to a reader.
  public String label(Language language, Building building) {
    var address = building.address();
    var typed = address.number() + address.suffix();
    var number = HouseNumber.read(typed).map(HouseNumber::said).orElse(typed);
    var street = street(building);
    var block = BLOCK.matcher(address.block()).replaceFirst("");
    var name =
        street.isEmpty()
            ? words.say(language, "fibre.asking.nameless", building.ref())
            : number.matches("0*")
                ? words.say(language, "fibre.asking.numberless.one", street, building.ref())
                : number + " " + street;
    return block.isEmpty() ? name : words.say(language, "fibre.asking.block", name, block);
  }

  private String street(Building building) {
    var address = building.address();
    return Optional.of(address.streetId())
        .filter(id -> !id.isEmpty())
        .flatMap(territory::findStreet)
        .map(Street::name)
        .orElseGet(() -> (address.streetKind() + " " + address.streetName()).strip());
  }

  /// How a point is called that no building is known at.
  public String point(Language language, Position where) {
    return words.say(
        language,
        "fibre.asking.point",
        String.format(language.formats(), "%.5f", where.latitude_deg()),
        String.format(language.formats(), "%.5f", where.longitude_deg()));
  }

  /// The question that asks about a point.
  public static String at(Position where) {
    return String.format(
        Locale.ROOT, "?lat=%.6f&lon=%.6f", where.latitude_deg(), where.longitude_deg());
  }

  /// The question that asks about a house of a street.
  public static String house(String street, String number) {
    return "?street=" + encoded(street) + "&number=" + encoded(number);
  }

  /// The code of the neighbourhood that holds a point.
  public Optional<String> areaAt(Position where) {
    return territory.areaAt(where, Area.Kind.IRIS).map(Area::code);
  }

  /// The neighbourhood where a building stands, if that is known.
  public Optional<String> area(Building building) {
    return building.area().flatMap(territory::findArea).map(Area::name);
  }

  /// A day in the reader's writing.
  public String date(Language language, LocalDate day) {
    return language.write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), day);
  }

  /// The answer in a language.
  public Said say(Language language, Answer answer, LocalDate today) {
    var saying = new Saying(language, today);
    return switch (answer) {
      case Answer.Connectable(var since, var who) -> {
        since.ifPresent(day -> saying.add("since", day));
        yield saying.sold("connectable", who, answer);
      }
      case Answer.OrderableFrom(var day) -> {
        saying.add("gel", day);
        yield saying.end("orderable-from", "note", saying.text("orderable-from", day), answer);
      }
      case Answer.OnDemand(var from, var who) -> {
        saying.add("on-demand.how", today);
        yield from.isEmpty()
            ? saying.sold("on-demand", who, answer)
            : saying.end(
                "on-demand-from", "note", saying.text("on-demand-from", from.get()), answer);
      }
      case Answer.OrderUnderWay(var when) -> {
        saying.forecast(when);
        yield saying.end("order-under-way", "note", saying.text("order-under-way", today), answer);
      }
      case Answer.Planned planned -> planned(planned, saying);
      case Answer.NotPlanned(var why) -> {
        saying.add("decides", today);
        yield saying.end("not-planned", "note", saying.text("not-planned." + why, today), answer);
      }
      case Answer.Blocked(var reason) -> {
        saying.add("do." + reason, today);
        yield saying.end("blocked", "problem", saying.text("blocked." + reason, today), answer);
      }
      case Answer.NotKnown(var gap) -> {
        saying.add("gap." + gap, today);
        yield saying.end("not-known", "note", saying.text("not-known", today), answer);
      }
    };
  }

  private static Said planned(Answer.Planned planned, Saying saying) {
    saying.add("step." + planned.step(), saying.today);
    saying.forecast(planned.when());
    planned
        .cabledBy()
        .ifPresent(
            day -> saying.add(day.isBefore(saying.today) ? "cabled-by.late" : "cabled-by", day));
    return saying.end("planned", "note", saying.text("planned", saying.today), planned);
  }

  /// Gathers the lines of one answer.
  private final class Saying {
    private final Language language;
    private final LocalDate today;
    private final List<String> lines = new ArrayList<>();
    private List<String> operators = List.of();
    private boolean ask;

    private Saying(Language language, LocalDate today) {
      this.language = language;
      this.today = today;
    }

    private String text(String key, LocalDate day) {
      return words.say(language, KEY + key, date(language, day));
    }

    private void add(String key, LocalDate day) {
      lines.add(text(key, day));
    }

    private void forecast(Forecast when) {
      switch (when) {
        case Forecast.Day(var day) -> add("forecast.day", day);
        case Forecast.NotBefore(var day) -> add("forecast.not-before", day);
        case Forecast.Lapsed(var day) -> add("forecast.lapsed", day);
        case Forecast.Undated() -> add("forecast.undated", today);
      }
    }

    private Said sold(String code, Answer.Sellers who, Answer answer) {
      switch (who) {
        case Answer.Sellers.Declared(var codes) -> {
          operators = codes.stream().map(sellers::nameOf).distinct().sorted().toList();
          add("sellers.declared", today);
        }
        case Answer.Sellers.NoneDeclared() -> {
          ask = true;
          lines.clear();
          add("sellers.none", today);
          return end("no-operator", "note", text("no-operator", today), answer);
        }
        case Answer.Sellers.NotTold() -> {
          ask = true;
          add("sellers.not-told", today);
        }
      }
      return end(code, "done", text(code, today), answer);
    }

    private Said end(String code, String tone, String headline, Answer answer) {
      return new Said(
          code,
          tone,
          headline,
          List.copyOf(lines),
          operators,
          ask,
          words.say(language, "fibre.asking.certainty." + answer.certainty()));
    }
  }

  /// What is said where nothing is known at a number.
  public Said nothingKnown(Language language, LocalDate today) {
    return say(language, new Answer.NotKnown(Answer.Gap.NO_BUILDING), today);
  }

  /// Where a building's words are from, with the day since when it is so.
  public String source(Language language, Building building, Optional<LocalDate> fileOf) {
    var from = date(language, building.held().from());
    var name = words.say(language, "fibre.asking.source." + building.held().source());
    return fileOf.isPresent()
        ? words.say(language, "fibre.asking.source", name, from, date(language, fileOf.get()))
        : words.say(language, "fibre.asking.source.no-file", name, from);
  }
}
