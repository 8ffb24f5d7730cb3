package org.foyal.fibre.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.foyal.fibre.files.Delivered.Applied;
import org.foyal.fibre.files.Delivered.Busy;
import org.foyal.fibre.files.Delivered.HeldBack;
import org.foyal.fibre.files.Delivered.NothingNew;
import org.foyal.fibre.files.Delivered.Tried;
import org.foyal.fibre.files.Delivered.Unfit;
import org.foyal.fibre.files.Delivered.Unreadable;
import org.foyal.fibre.files.partners.Keyhole;
import org.foyal.fibre.files.partners.Keyhole.Entry;
import org.foyal.fibre.files.partners.Partner;
import org.foyal.fibre.files.reading.Projection;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.language.Plain;
import org.foyal.territory.TerritorySettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The operators' programs' door: deliver a file, see what was delivered, take it back. Held to the
/// operator whose key it is.
@RestController
class DeliveriesApi {
  private static final long MOST_bytes = 2L << 30;
  private static final Set<String> TERMS =
      Set.of("name", "as_of", "projection", "complete", "gone", "trial");

  private final FibreFiles files;
  private final Arrivals arrivals;
  private final Keyhole keyhole;
  private final DeliveryJson json;
  private final Pages pages;
  private final TerritorySettings territory;

  DeliveriesApi(
      FibreFiles files,
      Arrivals arrivals,
      Keyhole keyhole,
      DeliveryJson json,
      Pages pages,
      TerritorySettings territory) {
    this.files = files;
    this.arrivals = arrivals;
    this.keyhole = keyhole;
    this.json = json;
    this.pages = pages;
    this.territory = territory;
  }

  @PostMapping(
      path = "/api/fibre/deliveries",
      consumes = {"text/csv", "application/gzip", "application/octet-stream"})
  ResponseEntity<?> deliver(@RequestParam Map<String, String> asked, HttpServletRequest request)
      throws IOException {
    return switch (keyhole.enter(request, asked, TERMS)) {
      case Entry.Turned(var answer) -> answer;
      case Entry.Admitted(var partner) -> deliver(partner, asked, request);
    };
  }

  private ResponseEntity<?> deliver(
      Partner partner, Map<String, String> asked, HttpServletRequest request) throws IOException {
    var day = Plain.day(asked.get("as_of"));
    var projection = Projection.find(asked.getOrDefault("projection", ""));
    var gone = asked.getOrDefault("gone", "");
    boolean good =
        (day.isPresent() || !asked.containsKey("as_of"))
            && (projection.isPresent() || !asked.containsKey("projection"))
            && gone.matches("\\d{0,15}")
            && yesOrNo(asked, "complete")
            && yesOrNo(asked, "trial");
    var page = pages.of(request);
    if (!good) {
      return Keyhole.no(
          page, HttpStatus.BAD_REQUEST, "parameter", page.say("fibre.partners.api.value"));
    }
    String token;
    try {
      token = arrivals.keep(request.getInputStream(), MOST_bytes);
    } catch (Arrivals.TooLong tooLong) {
      return Keyhole.no(
          page, HttpStatus.CONTENT_TOO_LARGE, "too-long", page.say("fibre.partners.api.too-long"));
    }
    try {
      var order =
          new FileOrder(
              arrivals.find(token).orElseThrow(),
              Arrivals.name(asked.get("name")),
              terms(partner, day, projection),
              territory.commune().isEmpty() ? Set.of() : Set.of(territory.commune()),
              "true".equals(asked.get("complete")),
              gone.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(gone)),
              "true".equals(asked.get("trial")));
      return answer(files.bring(order, actor(partner, request)), request);
    } finally {
      arrivals.forget(token);
    }
  }

  private static boolean yesOrNo(Map<String, String> asked, String name) {
    return asked.getOrDefault(name, "false").matches("true|false");
  }

  private static FileOrder.Terms terms(
      Partner partner, Optional<LocalDate> day, Optional<Projection> projection) {
    return new FileOrder.Terms(
        Optional.empty(), day, projection, Optional.of(partner.operator()), partner.example());
  }

  private static Actor actor(Partner partner, HttpServletRequest request) {
    return new Actor(null, partner.name(), request.getRemoteAddr());
  }

  private ResponseEntity<?> answer(Delivered delivered, HttpServletRequest request) {
    var page = pages.of(request);
    var told = json.told(page.language(), delivered);
    return switch (delivered) {
      case Applied _ -> ResponseEntity.status(HttpStatus.CREATED).body(told);
      case Tried _, NothingNew _ -> ResponseEntity.ok(told);
      case HeldBack _ -> ResponseEntity.status(HttpStatus.CONFLICT).body(told);
      case Unreadable _, Unfit _ ->
          Keyhole.no(
              page,
              HttpStatus.UNPROCESSABLE_CONTENT,
              "file",
              json.sentence(page.language(), delivered));
      case Busy _ ->
          Keyhole.no(
              page,
              HttpStatus.SERVICE_UNAVAILABLE,
              "busy",
              json.sentence(page.language(), delivered));
    };
  }

  @GetMapping("/api/fibre/deliveries")
  ResponseEntity<?> list(@RequestParam Map<String, String> asked, HttpServletRequest request) {
    return switch (keyhole.enter(request, asked, Set.of())) {
      case Entry.Turned(var answer) -> answer;
      case Entry.Admitted(var partner) -> {
        List<Map<String, Object>> all =
            files.listDeliveries(Optional.of(partner.operator())).stream()
                .map(DeliveryJson::told)
                .toList();
        yield ResponseEntity.ok(Map.of("deliveries", all));
      }
    };
  }

  @PostMapping("/api/fibre/deliveries/{id}/undo")
  ResponseEntity<?> undo(
      @PathVariable String id,
      @RequestParam Map<String, String> asked,
      HttpServletRequest request) {
    return switch (keyhole.enter(request, asked, Set.of())) {
      case Entry.Turned(var answer) -> answer;
      case Entry.Admitted(var partner) -> undo(partner, id, request);
    };
  }

  private ResponseEntity<?> undo(Partner partner, String id, HttpServletRequest request) {
    var page = pages.of(request);
    long number = id.matches("\\d{1,18}") ? Long.parseLong(id) : -1;
    var undoing = files.undo(number, Optional.of(partner.operator()), actor(partner, request));
    var sentence = json.sentence(page.language(), undoing);
    return switch (undoing) {
      case Undoing.Undone(var what) -> {
        var told = new LinkedHashMap<String, Object>();
        told.put("undone", what.id());
        told.put("sentence", sentence);
        yield ResponseEntity.ok(told);
      }
      case Undoing.NothingToUndo(), Undoing.NotYours() ->
          Keyhole.no(page, HttpStatus.NOT_FOUND, "delivery", sentence);
      case Undoing.StoodUpon _ -> Keyhole.no(page, HttpStatus.CONFLICT, "stood-upon", sentence);
      case Undoing.Busy() -> Keyhole.no(page, HttpStatus.SERVICE_UNAVAILABLE, "busy", sentence);
    };
  }
}
