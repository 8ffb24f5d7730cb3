package org.foyal.territory.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.foyal.kernel.Position;
import org.foyal.shell.Freshness;
import org.foyal.shell.Pages;
import org.foyal.shell.data.Problems;
import org.foyal.territory.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// The data door: what the page shows, for programs and for the script that answers while typing.
@RestController
class SearchApi {
  private static final int FEW = 10;
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Search search;
  private final Territory territory;
  private final Freshness freshness;
  private final Pages pages;

  SearchApi(Search search, Territory territory, Freshness freshness, Pages pages) {
    this.search = search;
    this.territory = territory;
    this.freshness = freshness;
    this.pages = pages;
  }

  /// The answer as it is sent.
  ///
  /// @param near what comes closest when nothing answers
  record Answer(String query, int total, List<Result> results, List<Result> near) {}

  /// One answer; what is not known is left out.
  ///
  /// @param path the address of its page below the language
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Result(
      String kind,
      String id,
      String name,
      @Nullable String commune,
      @Nullable Part area,
      @Nullable Point position,
      @Nullable String path,
      String match,
      @Nullable String number,
      @Nullable Boolean numberKnown) {

    static Result of(Hit hit) {
      return new Result(
          hit.kind().name().toLowerCase(Locale.ROOT),
          hit.key(),
          hit.name(),
          hit.commune(),
          hit.areaCode() == null || hit.area() == null
              ? null
              : new Part(hit.areaCode(), hit.area()),
          Point.of(hit.where()),
          hit.path(),
          hit.match().name().toLowerCase(Locale.ROOT),
          hit.number(),
          hit.number() == null ? null : hit.numberKnown());
    }
  }

  record Part(String code, String name) {}

  record Point(double latitude, double longitude) {
    static @Nullable Point of(@Nullable Position where) {
      return where == null ? null : new Point(where.latitude_deg(), where.longitude_deg());
    }
  }

  @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
  @Nullable ResponseEntity<?> find(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String limit,
      ServletWebRequest request) {
    int most = limit(limit);
    var wrong =
        q.isBlank()
            ? "empty"
            : q.length() > Search.MOST_LETTERS ? "long" : most < 1 ? "limit" : null;
    if (wrong != null) {
      return refused(wrong, request.getRequest());
    }
    var response = request.getResponse();
    if (response != null) {
      response.setHeader(
          HttpHeaders.CACHE_CONTROL, CacheControl.maxAge(KEPT).cachePublic().getHeaderValue());
    }
    if (freshness.unchanged(request, search.searched().version(), territory.changedAt())) {
      return null;
    }
    var found = search.find(q, most);
    return ResponseEntity.ok(
        new Answer(q, found.total(), results(found.hits()), results(found.near())));
  }

  private static List<Result> results(List<Hit> hits) {
    return hits.stream().map(Result::of).toList();
  }

  /// What was asked for, or 0 when it is not one of 1 to [Search#MOST].
  private static int limit(@Nullable String limit) {
    if (limit == null) {
      return FEW;
    }
    if (!limit.matches("[0-9]{1,4}")) {
      return 0;
    }
    int asked = Integer.parseInt(limit);
    return asked <= Search.MOST ? asked : 0;
  }

  private ResponseEntity<ProblemDetail> refused(String what, HttpServletRequest request) {
    var page = pages.of(request);
    return Problems.answer(
        page,
        HttpStatus.BAD_REQUEST,
        "search:" + what,
        page.say("search.api.title"),
        page.say("search.api." + what, Search.MOST_LETTERS, Search.MOST));
  }
}
