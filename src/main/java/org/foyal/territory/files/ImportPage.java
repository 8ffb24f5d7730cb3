package org.foyal.territory.files;

import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.territory.TerritorySettings;
import org.foyal.territory.files.ImportOutcome.Applied;
import org.foyal.territory.files.ImportOutcome.Busy;
import org.foyal.territory.files.ImportOutcome.HeldBack;
import org.foyal.territory.files.ImportOutcome.NothingNew;
import org.foyal.territory.files.ImportOutcome.Tried;
import org.foyal.territory.files.ImportOutcome.Unreadable;
import org.foyal.territory.files.reading.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The administrator's door: send a file, see what would change, apply it, take it back.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/imports")
class ImportPage {
  private static final Pattern BETWEEN_CODES = Pattern.compile("[^0-9A-Za-z]+");

  private final TerritoryFiles files;
  private final Uploads uploads;
  private final TerritorySettings settings;
  private final ReportText text;

  ImportPage(TerritoryFiles files, Uploads uploads, TerritorySettings settings, ReportText text) {
    this.files = files;
    this.uploads = uploads;
    this.settings = settings;
    this.text = text;
  }

  @Bean
  static Door importDoor() {
    return new Door("/staff/imports", "files.door", 60, Door.Audience.ADMINISTRATOR);
  }

  /// The form and what was sent before.
  ///
  /// @param problem the key of what is wrong with the form; empty when nothing
  /// @param said what came of taking an import back; empty when nothing was asked
  record Entry(
      List<ImportRecord> past,
      List<Format> formats,
      String communes,
      String problem,
      String said) {}

  /// The form as it was sent, from whatever it was sent.
  record Form(
      @Nullable String source,
      @Nullable String licence,
      @Nullable String period,
      @Nullable String communes,
      @Nullable Boolean keep,
      @Nullable Boolean complete) {
    private Wishes wishes() {
      return new Wishes(
          line(source, 300),
          line(licence, 200),
          line(period, 20),
          line(communes, 2_000),
          keep == null || keep,
          complete != null && complete);
    }

    /// One line of visible signs.
    private static String line(@Nullable String text, int longest) {
      var clean = text == null ? "" : Uploads.UNSEEN.matcher(text).replaceAll(" ").strip();
      return clean.substring(0, Math.min(clean.length(), longest));
    }
  }

  /// What the form says, kept from the trial to its application.
  record Wishes(
      String source,
      String licence,
      String period,
      String communes,
      boolean keep,
      boolean complete) {
    ImportOrder order(Uploads.Upload upload, String by, boolean trial) {
      var codes =
          BETWEEN_CODES
              .splitAsStream(communes)
              .filter(code -> !code.isEmpty())
              .collect(Collectors.toCollection(TreeSet::new));
      return new ImportOrder(
          upload.file(),
          upload.name(),
          by,
          source,
          licence,
          period,
          Set.copyOf(codes),
          keep,
          complete,
          trial);
    }
  }

  /// What came of a trial or an import.
  ///
  /// @param upload the file that waits to be applied; empty when there is nothing to apply
  record Result(
      String fileName,
      String sentence,
      boolean trial,
      boolean good,
      @Nullable ImportReport report,
      List<Refused> refused,
      String upload,
      long importId,
      Wishes wishes) {}

  /// A refused row in the reader's words.
  record Refused(long line, String reason, String cure, String excerpt) {}

  @GetMapping
  ModelAndView form() {
    return form("", "");
  }

  private ModelAndView form(String problem, String said) {
    return new ModelAndView("territory/files/imports")
        .addObject(
            "view",
            new Entry(
                files.listImports(), List.of(Format.values()), settings.commune(), problem, said));
  }

  @PostMapping(path = "/trials", consumes = MULTIPART_FORM_DATA_VALUE)
  ModelAndView look(
      @PathVariable("readersLanguage") String language,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Form form,
      SignedIn who) {
    var wishes = form.wishes();
    if (file == null || file.isEmpty()) {
      return form("files.missing", "");
    }
    try {
      var upload = uploads.keep(file);
      return result(
          language, upload, wishes, files.bring(wishes.order(upload, who.displayName(), true)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @PostMapping
  ModelAndView apply(
      @PathVariable("readersLanguage") String language,
      @RequestParam String upload,
      @RequestParam String name,
      Form form,
      SignedIn who) {
    var wishes = form.wishes();
    var kept = uploads.find(upload, name);
    if (kept.isEmpty()) {
      return form("files.expired", "");
    }
    var outcome = files.bring(wishes.order(kept.get(), who.displayName(), false), who);
    if (!(outcome instanceof Busy)) {
      uploads.forget(kept.get());
    }
    return result(language, kept.get(), wishes, outcome);
  }

  private ModelAndView result(
      String code, Uploads.Upload upload, Wishes wishes, ImportOutcome outcome) {
    var language = Language.find(code).orElse(Language.FR);
    var report = report(outcome);
    var refused =
        outcome instanceof Unreadable(var one)
            ? List.of(one)
            : report == null ? List.<Refusal>of() : report.refused();
    boolean waits = outcome instanceof Tried || outcome instanceof Busy;
    var shown =
        refused.stream()
            .limit(200)
            .map(r ->
                new Refused(
                    r.line(), text.reason(language, r), text.cure(language, r), r.excerpt()))
            .toList();
    return new ModelAndView("territory/files/result")
        .addObject(
            "view",
            new Result(
                upload.name(),
                text.sentence(language, outcome),
                outcome instanceof Tried,
                outcome instanceof Applied || (outcome instanceof NothingNew && refused.isEmpty()),
                report,
                shown,
                waits ? upload.token() : "",
                outcome instanceof Applied(var id, var _) ? id : 0,
                wishes));
  }

  private static @Nullable ImportReport report(ImportOutcome outcome) {
    return switch (outcome) {
      case Applied(var _, var report) -> report;
      case Tried(var report) -> report;
      case NothingNew(var report) -> report;
      case HeldBack(var report) -> report;
      case Unreadable _, Busy _ -> null;
    };
  }

  @PostMapping("/{id:\\d{1,18}}/undo")
  ModelAndView undo(
      @PathVariable("readersLanguage") String language, @PathVariable long id, SignedIn who) {
    var undoing = files.undo(id, who);
    return form("", text.undoing(Language.find(language).orElse(Language.FR), undoing));
  }

  @GetMapping("/{id:\\d{1,18}}/refused.csv")
  ResponseEntity<String> refused(
      @PathVariable("readersLanguage") String language, @PathVariable long id) {
    var said = Language.find(language).orElse(Language.FR);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"refused-" + id + ".csv\"")
        .body(text.table(said, files.listRefused(id)));
  }
}
