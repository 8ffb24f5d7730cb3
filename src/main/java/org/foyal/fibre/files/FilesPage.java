package org.foyal.fibre.files;

import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foyal.fibre.files.partners.Partners;
import org.foyal.fibre.files.partners.Partners.Voice;
import org.foyal.fibre.files.reading.Projection;
import org.foyal.fibre.files.reading.Row.Refused;
import org.foyal.people.Actor;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.TerritorySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to files of fibre: send one, see what would change, apply it, take it back.
/// Somebody of an operator is held to that operator.
@Controller
@For({Role.ADMIN, Role.OPERATOR})
@RequestMapping("/staff/fibre/files")
class FilesPage {
  private static final Pattern BETWEEN_CODES = Pattern.compile("[^0-9A-Za-z]+");
  private static final long MOST_bytes = 2L << 30;

  private final FibreFiles files;
  private final Arrivals arrivals;
  private final Partners partners;
  private final TerritorySettings settings;
  private final ReportWords words;
  private final Pages pages;

  FilesPage(
      FibreFiles files,
      Arrivals arrivals,
      Partners partners,
      TerritorySettings settings,
      ReportWords words,
      Pages pages) {
    this.files = files;
    this.arrivals = arrivals;
    this.partners = partners;
    this.settings = settings;
    this.words = words;
    this.pages = pages;
  }

  @Bean
  static Door fibreFilesDoor() {
    return new Door(
        "/staff/fibre/files",
        "fibre.files.door",
        66,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.OPERATOR);
  }

  /// The form and what was delivered before.
  ///
  /// @param problem the key of what is wrong with the form; empty when nothing
  /// @param said what came of taking a delivery back; empty when nothing was asked
  record Entry(
      List<Delivery> past,
      List<Projection> projections,
      String communes,
      Voice voice,
      String problem,
      String said) {
    boolean city() {
      return voice instanceof Voice.City;
    }

    boolean nobody() {
      return voice instanceof Voice.Nobody;
    }
  }

  /// The form as it was sent, from whatever it was sent.
  record Form(
      @Nullable String operator,
      @Nullable String asOf,
      @Nullable String projection,
      @Nullable String communes,
      @Nullable String complete,
      @Nullable String gone) {
    Form tidy() {
      return new Form(
          Plain.line(operator),
          Plain.line(asOf),
          Plain.line(projection),
          Plain.line(communes),
          "yes".equals(complete) ? "yes" : "",
          Plain.line(gone));
    }

    /// The key of what is wrong with it; empty when nothing.
    String problem() {
      if (!Plain.line(asOf).isEmpty() && Plain.day(asOf).isEmpty()) {
        return "fibre.files.problem.day";
      }
      return !Plain.line(projection).isEmpty() && Projection.find(Plain.line(projection)).isEmpty()
          ? "fibre.files.problem.projection"
          : "";
    }

    private Optional<String> operatorCode() {
      var code = Plain.line(operator).toUpperCase(Locale.ROOT);
      return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    private FileOrder.Terms terms(Voice voice) {
      var mine = voice.restrictedTo();
      return new FileOrder.Terms(
          mine.isPresent() ? mine : operatorCode(),
          Plain.day(asOf),
          Projection.find(Plain.line(projection)),
          mine,
          voice instanceof Voice.Of(String _, boolean example) && example);
    }

    private OptionalLong confirmed() {
      var number = Plain.line(gone);
      return number.matches("\\d{1,15}")
          ? OptionalLong.of(Long.parseLong(number))
          : OptionalLong.empty();
    }
  }

  /// What came of a trial or a delivery.
  ///
  /// @param upload the file that waits to be applied; empty when there is nothing to apply
  /// @param reasons how many rows were refused for which reason, in few words
  /// @param gone how many buildings must be confirmed to be gone; 0: none
  record Result(
      String fileName,
      String sentence,
      boolean trial,
      boolean good,
      Optional<Report> report,
      Map<String, Long> reasons,
      List<Line> refused,
      List<Ask> asked,
      String upload,
      long gone,
      long delivery,
      Form form) {}

  /// A refused row in the reader's words.
  record Line(long line, String reason, String cure, String excerpt) {}

  /// Something that the operator is asked, in the reader's words.
  record Ask(long line, String ref, String words, boolean waits) {}

  @GetMapping
  ModelAndView form(SignedIn who) {
    return entry(who, "", "");
  }

  private ModelAndView entry(SignedIn who, String problem, String said) {
    var voice = partners.voiceOf(who);
    return new ModelAndView(
            "fibre/files/files",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new Entry(
                files.listDeliveries(voice.restrictedTo()),
                List.of(Projection.values()),
                settings.commune(),
                voice,
                problem,
                said));
  }

  @PostMapping(path = "/trials", consumes = MULTIPART_FORM_DATA_VALUE)
  ModelAndView look(
      HttpServletRequest request,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Form form,
      SignedIn who) {
    if (file == null || file.isEmpty()) {
      return entry(who, "fibre.files.problem.file", "");
    }
    if (!form.problem().isEmpty()) {
      return entry(who, form.problem(), "");
    }
    if (partners.voiceOf(who) instanceof Voice.Nobody) {
      return entry(who, "fibre.files.problem.nobody", "");
    }
    try (var in = file.getInputStream()) {
      var token = arrivals.keep(in, MOST_bytes);
      var kept = new Kept(token, Arrivals.name(file.getOriginalFilename()));
      return bring(said(request), kept, form, who, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Language said(HttpServletRequest request) {
    return pages.of(request).language();
  }

  private record Kept(String token, String name) {}

  @PostMapping
  ModelAndView apply(
      HttpServletRequest request,
      @RequestParam(defaultValue = "") String upload,
      @RequestParam(defaultValue = "") String name,
      Form form,
      SignedIn who) {
    if (arrivals.find(upload).isEmpty()) {
      return entry(who, "fibre.files.problem.expired", "");
    }
    if (!form.problem().isEmpty()) {
      return entry(who, form.problem(), "");
    }
    if (partners.voiceOf(who) instanceof Voice.Nobody) {
      return entry(who, "fibre.files.problem.nobody", "");
    }
    try {
      return bring(said(request), new Kept(upload, Arrivals.name(name)), form, who, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ModelAndView bring(Language language, Kept kept, Form form, SignedIn who, boolean trial)
      throws IOException {
    var voice = partners.voiceOf(who);
    var typed =
        voice instanceof Voice.City && form.communes() != null
            ? Plain.line(form.communes())
            : settings.commune();
    Set<String> communes =
        BETWEEN_CODES
            .splitAsStream(typed)
            .filter(one -> !one.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    var order =
        new FileOrder(
            arrivals.find(kept.token()).orElseThrow(),
            kept.name(),
            form.terms(voice),
            communes,
            "yes".equals(form.complete()),
            form.confirmed(),
            trial);
    var delivered = files.bring(order, Actor.of(who));
    boolean waits =
        switch (delivered) {
          case Delivered.Tried(var report, var hold) ->
              hold.isEmpty() || hold.get() == Delivered.Hold.GONE;
          case Delivered.Busy() -> true;
          case Delivered.HeldBack(var _, var hold) -> hold == Delivered.Hold.GONE;
          case Delivered.Applied _,
              Delivered.NothingNew _,
              Delivered.Unreadable _,
              Delivered.Unfit _ ->
              false;
        };
    if (!waits) {
      arrivals.forget(kept.token());
    }
    return result(language, kept, form.tidy(), delivered, waits);
  }

  private ModelAndView result(
      Language language, Kept kept, Form form, Delivered delivered, boolean waits) {
    var report = ReportWords.report(delivered);
    boolean good =
        delivered instanceof Delivered.Applied || delivered instanceof Delivered.NothingNew;
    boolean trial = delivered instanceof Delivered.Tried;
    return new ModelAndView(
            "fibre/files/result", good || trial ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new Result(
                kept.name(),
                words.sentence(language, delivered),
                trial,
                good,
                report,
                report.map(one -> briefly(language, one.reasons())).orElse(Map.of()),
                lines(language, report.map(Report::refused).orElse(List.of())),
                asks(language, report.map(Report::asked).orElse(List.of())),
                waits ? kept.token() : "",
                report.map(one -> one.counts().gone()).orElse(0L),
                delivered instanceof Delivered.Applied(var id, var _) ? id : 0,
                form));
  }

  private Map<String, Long> briefly(Language language, Map<String, Long> reasons) {
    var counted = new TreeMap<String, Long>();
    reasons.forEach(
        (reason, count) -> counted.merge(words.briefly(language, reason), count, Long::sum));
    return counted;
  }

  private List<Line> lines(Language language, List<Refused> refused) {
    return refused.stream()
        .limit(200)
        .map(one ->
            new Line(
                one.line(), words.reason(language, one), words.cure(language, one), one.excerpt()))
        .toList();
  }

  private List<Ask> asks(Language language, List<Report.Asked> asked) {
    return asked.stream()
        .map(one ->
            new Ask(
                one.line(),
                one.ref(),
                words.asked(language, one.reason(), one.arguments()),
                one.holdsBack()))
        .toList();
  }

  @PostMapping("/{id:\\d{1,18}}/undo")
  ModelAndView undo(HttpServletRequest request, @PathVariable long id, SignedIn who) {
    var undoing = files.undo(id, partners.voiceOf(who).restrictedTo(), Actor.of(who));
    return entry(who, "", words.undoing(said(request), undoing));
  }

  @GetMapping("/{id:\\d{1,18}}/refused.csv")
  ResponseEntity<String> refused(HttpServletRequest request, @PathVariable long id, SignedIn who) {
    var mine = partners.voiceOf(who).restrictedTo();
    var found = files.findDelivery(id).filter(one -> mine.isEmpty() || one.operator().equals(mine));
    var rows = found.isPresent() ? files.listRefused(id) : List.<Refused>of();
    return ResponseEntity.status(found.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-" + id + ".csv\"")
        .body(words.table(said(request), rows));
  }
}
