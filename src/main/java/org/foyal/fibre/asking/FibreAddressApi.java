package org.foyal.fibre.asking;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.foyal.fibre.premises.Building;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.search.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The data door of « Ma fibre »: the answer of the page, for programs.
@RestController
class FibreAddressApi {
  private static final Set<String> KNOWN =
      Set.of("q", "street", "number", "building", "lat", "lon", "language");

  private final MyFibre fibre;
  private final AnswerWords words;
  private final Pages pages;

  FibreAddressApi(MyFibre fibre, AnswerWords words, Pages pages) {
    this.fibre = fibre;
    this.words = words;
    this.pages = pages;
  }

  /// What is sent.
  ///
  /// @param found what was found: `building`, `choice`, `number`, `street`, `streets` or `nothing`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sent(
      String found,
      LocalDate on,
      @Nullable Told answer,
      @Nullable List<Choice> buildings,
      @Nullable List<String> numbers,
      @Nullable List<Way> streets) {}

  /// An answer.
  ///
  /// @param state the state in its file, in the words of the standard
  /// @param asOf since when it is so
  /// @param fileOf the day of the last file of that source
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(
      String code,
      String says,
      List<String> lines,
      List<String> operators,
      String certainty,
      @Nullable String building,
      @Nullable String label,
      @Nullable String state,
      @Nullable String source,
      @Nullable LocalDate asOf,
      @Nullable LocalDate fileOf,
      boolean example) {}

  /// One of several buildings.
  record Choice(String building, String label, boolean example) {}

  /// One of several streets.
  record Way(String street, String name) {}

  @GetMapping(path = "/api/fibre/address", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> answer(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    var page = pages.of(request);
    boolean twice = request.getParameterMap().values().stream().anyMatch(one -> one.length > 1);
    if (twice || !KNOWN.containsAll(asked.keySet())) {
      return refused(page, "parameter");
    }
    var named = asked.get("language");
    var language = named == null ? Optional.of(page.language()) : Language.find(named);
    if (language.isEmpty()) {
      return refused(page, "language");
    }
    var question =
        new Asked(
            asked.get("q"),
            asked.get("street"),
            asked.get("number"),
            asked.get("building"),
            asked.get("lat"),
            asked.get("lon"));
    if (question.ways() != 1 || isEmpty(question)) {
      return refused(page, "one");
    }
    if (question.tooLong() || Plain.line(asked.get("number")).length() > 20) {
      return refused(page, "long");
    }
    var place = fibre.find(question);
    if (place instanceof Place.Outside) {
      return refused(page, "outside");
    }
    if (place instanceof Place.Street street && street.unread()) {
      return refused(page, "number");
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header(HttpHeaders.CONTENT_LANGUAGE, language.get().code())
        .body(sent(place, language.get()));
  }

  private static boolean isEmpty(Asked question) {
    return question.q() != null
        ? question.typed().isEmpty()
        : question.building() != null
            ? question.ref().isEmpty()
            : !question.point() && question.streetId().isEmpty();
  }

  private Sent sent(Place place, Language language) {
    var today = fibre.today();
    return switch (place) {
      case Place.Here(var home) ->
          new Sent("building", today, told(language, home), null, null, null);
      case Place.Gone(var last, var since) ->
          new Sent("nothing", today, gone(language, last, since), null, null, null);
      case Place.Several several ->
          new Sent("choice", today, null, choices(language, several.buildings()), null, null);
      case Place.NoneHere none ->
          new Sent(
              "number",
              today,
              nothing(language, today),
              choices(language, none.near()),
              null,
              null);
      case Place.Street street ->
          new Sent(
              "street",
              today,
              null,
              choices(language, street.numberless()),
              street.numbers().stream().map(HouseNumber::written).toList(),
              null);
      case Place.Streets(var hits) -> new Sent("streets", today, null, null, null, ways(hits));
      case Place.NoStreet(var _, var near) ->
          new Sent("nothing", today, null, null, null, ways(near));
      case Place.NobodyAround _, Place.Outside _, Place.Nothing _ ->
          new Sent("nothing", today, nothing(language, today), null, null, null);
    };
  }

  private Told told(Language language, Home home) {
    var said = words.say(language, home.answer(), home.today());
    var building = home.building();
    return new Told(
        said.code(),
        said.headline(),
        said.lines(),
        said.operators(),
        home.answer().certainty().name().toLowerCase(Locale.ROOT),
        building.ref(),
        words.label(language, building),
        building.state().map(state -> state.standard()).orElse(null),
        building.held().source(),
        building.held().from(),
        home.fileOf().orElse(null),
        building.held().example());
  }

  private Told gone(Language language, Building last, LocalDate since) {
    var answer = new Answer.NotPlanned(Answer.Why.GONE);
    var said = words.say(language, answer, fibre.today());
    return new Told(
        said.code(),
        said.headline(),
        said.lines(),
        List.of(),
        answer.certainty().name().toLowerCase(Locale.ROOT),
        last.ref(),
        words.label(language, last),
        null,
        last.held().source(),
        since,
        null,
        last.held().example());
  }

  private Told nothing(Language language, LocalDate today) {
    var said = words.nothingKnown(language, today);
    return new Told(
        said.code(),
        said.headline(),
        said.lines(),
        List.of(),
        "open",
        null,
        null,
        null,
        null,
        null,
        null,
        false);
  }

  private List<Choice> choices(Language language, List<Building> buildings) {
    return buildings.stream()
        .map(one -> new Choice(one.ref(), words.label(language, one), one.held().example()))
        .toList();
  }

  private static List<Way> ways(List<Hit> hits) {
    return hits.stream().map(hit -> new Way(hit.key(), hit.name())).toList();
  }

  private static ResponseEntity<?> refused(Page page, String what) {
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "fibre-address:" + what,
        page.say("fibre.asking.api.title"),
        page.say("fibre.asking.api." + what));
  }
}
