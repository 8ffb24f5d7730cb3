package org.foyal.requests.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.kernel.Position;
import org.foyal.requests.Attribute;
import org.foyal.requests.Category;
import org.foyal.requests.Draft;
import org.foyal.requests.Filing;
import org.foyal.requests.Requests;
import org.foyal.requests.open311.Gate.Entry;
import org.foyal.requests.open311.RemotePictures.Fetched;
import org.foyal.shell.Page;
import org.foyal.shell.guard.UploadDoor;
import org.foyal.shell.uploads.SafeUploads;
import org.foyal.shell.uploads.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The Open311 door to filing a report (GeoReport v2, « POST Service Request »). A picture comes by
/// its address (`media_url`) or, from a program that has no place of its own for pictures, as files
/// in the form (`media`).
@RestController
class FilingApi {
  private static final long MOST_bytes = 60_000_000;

  private final Requests requests;
  private final ServiceRequests serviceRequests;
  private final Gate gate;
  private final RemotePictures remote;
  private final SafeUploads uploads;
  private final Speech speech;

  FilingApi(
      Requests requests,
      ServiceRequests serviceRequests,
      Gate gate,
      RemotePictures remote,
      SafeUploads uploads,
      Speech speech) {
    this.requests = requests;
    this.serviceRequests = serviceRequests;
    this.gate = gate;
    this.remote = remote;
    this.uploads = uploads;
    this.speech = speech;
  }

  @Bean
  static UploadDoor open311Pictures() {
    return new UploadDoor("/open311/v2/requests.{form}", MOST_bytes);
  }

  @PostMapping("/open311/v2/requests.{form:xml|json}")
  ResponseEntity<byte[]> file(
      HttpServletRequest request,
      @RequestParam(name = "media", required = false) @Nullable List<MultipartFile> media)
      throws InterruptedException {
    var page = speech.page(request);
    var sent = new Sent(request, page);
    return switch (gate.enter(request, sent, true)) {
      case Entry.Turned(var answer) -> answer;
      case Entry.Admitted(var client) -> {
        var draft = draft(client, sent, page, request);
        check(draft, sent);
        var pictures = sent.faults().isEmpty() ? pictures(sent, media) : List.<Draft.Photo>of();
        yield sent.faults().isEmpty()
            ? file(client, draft.with(pictures), sent, request)
            : speech.refuse(request, sent.faults());
      }
    };
  }

  private ResponseEntity<byte[]> file(
      Client client, Draft draft, Sent sent, HttpServletRequest request) {
    var page = speech.page(request);
    return switch (serviceRequests.file(client, draft, same(draft, sent))) {
      case Filing.Filed(var opened, String code, boolean _) ->
          speech.answer(
              request,
              ResponseEntity.created(
                  URI.create(
                      "/open311/v2/requests/"
                          + opened.reference()
                          + Form.of(request.getRequestURI()).ending())),
              serviceRequests.filed(opened, code, page));
      case Filing.FiledBefore(var opened, String code) ->
          speech.answer(request, ResponseEntity.ok(), serviceRequests.filed(opened, code, page));
      case Filing.Outside _ -> speech.refuse(request, 400, "requests.open311.outside");
      case Filing.Refused(var problems) -> {
        problems.forEach((field, words) -> sent.refuse(400, argument(field), words));
        yield speech.refuse(request, sent.faults());
      }
      case Filing.NoCategory() -> speech.refuse(request, 404, "requests.open311.no-service");
    };
  }

  private static String same(Draft draft, Sent sent) {
    return ServiceRequests.same(
        draft,
        Map.of(
            "device_id", sent.line("device_id"),
            "account_id", sent.line("account_id"),
            "media_url", sent.line("media_url")));
  }

  /// What stands against a report before its pictures are fetched.
  private void check(Draft draft, Sent sent) {
    if (draft.category().isEmpty()) {
      sent.refuse(400, "service_code", "requests.open311.missing");
    } else if (requests.findCategory(draft.category()).filter(Category::active).isEmpty()) {
      sent.refuse(404, "service_code", "requests.open311.no-service");
    } else {
      requests
          .check(draft)
          .forEach((field, words) -> {
            if (!field.equals("place") || (sent.line("lat") + sent.line("long")).isEmpty()) {
              sent.refuse(400, argument(field), words);
            }
          });
    }
  }

  private Draft draft(Client client, Sent sent, Page page, HttpServletRequest request) {
    var code = sent.line("service_code");
    var name = sent.line("first_name") + " " + sent.line("last_name");
    var asker =
        new Asker(
            Optional.of(name.strip()).filter(one -> !one.isEmpty()),
            sent.some("email"),
            sent.some("phone"),
            page.language());
    var words = sent.text("description");
    return new Draft(
        new UUID(0, 0),
        code,
        where(sent),
        sent.line("address_string"),
        words.isEmpty() ? named(code, page) : words,
        Attribute.sent(request.getParameterMap()),
        List.of(),
        Channel.OPEN311,
        asker,
        null,
        client.example(),
        Optional.empty());
  }

  /// The standard lets the description out: then the name of the service says what it is.
  private String named(String code, Page page) {
    return requests.findCategory(code).map(one -> one.title().in(page.language())).orElse("-");
  }

  private static Optional<Position> where(Sent sent) {
    var latitude = sent.line("lat");
    var longitude = sent.line("long");
    if (latitude.isEmpty() && longitude.isEmpty()) {
      if (sent.line("address_string").isEmpty() && !sent.line("address_id").isEmpty()) {
        sent.refuse(400, "address_id", "requests.open311.address-id");
      }
      return Optional.empty();
    }
    var where = Position.read(latitude, longitude);
    if (where.isEmpty()) {
      sent.refuse(400, "lat, long", "requests.open311.position");
    }
    return where;
  }

  /// The pictures that came in the form, then the one that an address names.
  private List<Draft.Photo> pictures(Sent sent, @Nullable List<MultipartFile> media)
      throws InterruptedException {
    var kept = new ArrayList<Draft.Photo>();
    var files =
        (media == null ? List.<MultipartFile>of() : media)
            .stream().filter(file -> !file.isEmpty()).collect(Collectors.toList());
    var address = sent.line("media_url");
    if (files.size() + (address.isEmpty() ? 0 : 1) > Draft.MOST_PHOTOS) {
      sent.refuse(400, "media", "requests.problem.photos");
      return List.of();
    }
    for (var file : files) {
      switch (uploads.takePicture(file)) {
        case Taken.Picture picture ->
            kept.add(new Draft.Photo(picture.content(), picture.mediaType()));
        case Taken.Document _ -> sent.refuse(400, "media", Taken.Reason.NO_PICTURE.words());
        case Taken.Refused(Taken.Reason reason) -> sent.refuse(400, "media", reason.words());
      }
    }
    if (!address.isEmpty() && sent.faults().isEmpty()) {
      switch (remote.fetch(address)) {
        case Fetched.Picture(var photo) -> kept.add(photo);
        case Fetched.Refused(String problem) -> sent.refuse(400, "media_url", problem);
        case Fetched.Busy() -> sent.refuse(503, "media_url", "requests.open311.media.busy");
      }
    }
    return kept;
  }

  /// The standard's name for a field of a form of ours.
  private static String argument(String field) {
    return switch (field) {
      case "place" -> "address_string";
      case "words" -> "description";
      case "name" -> "first_name, last_name";
      case "photo" -> "media_url";
      default -> field;
    };
  }
}
