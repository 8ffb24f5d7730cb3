package org.foyal.fibre.asking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.foyal.fibre.asking.Answer.Forecast;
import org.foyal.fibre.asking.sellers.Sellers;
import org.foyal.fibre.premises.Building;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.springframework.stereotype.Component;

/// Puts an answer into a reader's words: what it is, what it means, what one can do.
@Component
public class AnswerWords {
  private static final String KEY = "fibre.asking.answer.";

  private final Words words;
  private final Sellers sellers;

  AnswerWords(Words words, Sellers sellers) {
    this.words = words;
    this.sellers = sellers;
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

  /// How people call a building: its number, its street, which of several.
  public String label(Language language, Building building) {
    var address = building.address();
    var line = address.line();
    var block = address.block();
    var name = line.isEmpty() ? words.say(language, "fibre.asking.nameless", building.ref()) : line;
    return block.isEmpty() ? name : words.say(language, "fibre.asking.block", name, block);
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
          add("sellers.none", today);
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
