package org.foyal.fablab.projects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.fablab.members.Member;
import org.foyal.fablab.members.Members;
import org.foyal.fablab.projects.Projects.Writing;
import org.foyal.kernel.Reference;
import org.foyal.shell.Page;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.guard.UploadDoor;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The web door to one's own projects, by the reference and code of one's card: written, given
/// pictures and files, handed to the staff. A form answers with the page itself.
@Controller
@RequestMapping("/fablab/projects/mine")
class MyProjectsPage {
  private static final int MOST_STEPS = 40;
  private static final int MOST_MATERIALS = 60;
  private static final int LONGEST_LINE = 600;

  private final Guesses guesses = new Guesses();
  private final Members members;
  private final Projects projects;
  private final Pages pages;

  MyProjectsPage(Members members, Projects projects, Pages pages) {
    this.members = members;
    this.projects = projects;
    this.pages = pages;
  }

  @Bean
  static UploadDoor projectFilesDoor() {
    return new UploadDoor(
        "/{readersLanguage}/fablab/projects/mine/files", ProjectFiles.MOST_bytes + 200_000L);
  }

  /// What is typed.
  ///
  /// @param act nothing, `new`, `open`, `write`, `detach`, `send`, `withdraw`; with a file `attach`
  ///   or `bring`
  record Form(
      @Nullable String reference,
      @Nullable String code,
      @Nullable String act,
      @Nullable String project,
      @Nullable String title,
      @Nullable String purpose,
      @Nullable String author,
      @Nullable String licence,
      @Nullable String steps,
      @Nullable String materials,
      @Nullable String file) {
    static String shown(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  /// The page that asks for the card.
  record Ask(String reference, String problem) {}

  /// The page of a member's projects.
  ///
  /// @param editing the form of one that is written, with its name
  /// @param about what a problem speaks of, for example a field
  record View(
      Member member,
      String code,
      List<Project> all,
      Optional<Project> one,
      Optional<Form> editing,
      String name,
      String done,
      List<String> left,
      Map<String, String> problems,
      String about) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    Map<String, String> licences(Page page) {
      var some = new LinkedHashMap<String, String>();
      for (var one : Licence.values()) {
        some.put(one.spdx(), one.spdx() + " – " + page.say(one.words()));
      }
      return some;
    }
  }

  /// What an act came to.
  ///
  /// @param typed what was typed, to be shown again where it was refused
  private record Came(
      Optional<UUID> project,
      Optional<Form> typed,
      String done,
      List<String> left,
      Map<String, String> problems,
      String about) {
    static Came nothing(Optional<UUID> project) {
      return new Came(project, Optional.empty(), "", List.of(), Map.of(), "");
    }
  }

  @GetMapping
  ModelAndView ask() {
    return ask("", "", HttpStatus.OK);
  }

  private static ModelAndView ask(String reference, String problem, HttpStatus status) {
    return new ModelAndView("fablab/projects/ask", status)
        .addObject("ask", new Ask(reference, problem));
  }

  @PostMapping
  ModelAndView act(Form form, HttpServletRequest request, HttpServletResponse response) {
    return opened(form, request, response, (member, reader) -> acted(form, member, reader));
  }

  @PostMapping("/files")
  ModelAndView file(
      Form form,
      @RequestParam(name = "upload", required = false) @Nullable MultipartFile upload,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return opened(form, request, response, (member, reader) -> taken(form, upload, member, reader));
  }

  private interface Acting {
    Came by(Member member, Language reader) throws IOException;
  }

  private ModelAndView opened(
      Form form, HttpServletRequest request, HttpServletResponse response, Acting acting) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    var typed = line(form.reference(), 60);
    var reference = Reference.read(typed);
    if (reference.isEmpty()) {
      return ask(typed, "fablab.projects.problem.reference", HttpStatus.UNPROCESSABLE_CONTENT);
    }
    if (!guesses.mayTry(reference.get().signs())) {
      return ask(typed, "fablab.projects.problem.wait", HttpStatus.TOO_MANY_REQUESTS);
    }
    var member = members.find(reference.get(), line(form.code(), 60));
    if (member.isEmpty()) {
      boolean goOn = guesses.mayGoOn(request.getRemoteAddr(), reference.get().signs());
      return goOn
          ? ask(typed, "fablab.projects.problem.code", HttpStatus.UNPROCESSABLE_CONTENT)
          : ask(typed, "fablab.projects.problem.wait", HttpStatus.TOO_MANY_REQUESTS);
    }
    var reader = pages.of(request).language();
    Came came;
    try {
      came = acting.by(member.get(), reader);
    } catch (IOException cut) {
      came = refused(Optional.empty(), Optional.empty(), "file", "fablab.projects.file.cut", "");
    }
    return show(member.get(), came);
  }

  private Came acted(Form form, Member member, Language reader) {
    var id = named(form.project());
    return switch (line(form.act(), 20)) {
      case "new" ->
          new Came(
              Optional.empty(), Optional.of(fresh(member, reader)), "", List.of(), Map.of(), "");
      case "write" -> write(form, id.orElseGet(UUID::randomUUID), member, reader);
      case "detach" ->
          id.map(one -> came(projects.detach(one, member, number(form.file())), id, "saved"))
              .orElse(Came.nothing(id));
      case "send" ->
          id.map(one -> came(projects.send(one, member), id, "sent")).orElse(Came.nothing(id));
      case "withdraw" ->
          id.map(one -> came(projects.withdraw(one, member), id, "withdrawn"))
              .orElse(Came.nothing(id));
      default -> Came.nothing(id);
    };
  }

  private Form fresh(Member member, Language reader) {
    var materials = String.join("\n", projects.proposed(member, reader));
    return new Form(
        "", "", "", UUID.randomUUID().toString(), "", "", "", "CC-BY-SA-4.0", "", materials, "");
  }

  private Came taken(Form form, @Nullable MultipartFile upload, Member member, Language reader)
      throws IOException {
    var id = named(form.project());
    if (upload == null || upload.isEmpty()) {
      return refused(id, Optional.empty(), "file", "fablab.projects.file.empty", "");
    }
    try (var in = upload.getInputStream()) {
      if ("bring".equals(line(form.act(), 20))) {
        var made = id.orElseGet(UUID::randomUUID);
        return came(projects.bring(made, member, reader, in), Optional.of(made), "brought");
      }
      var name = Form.shown(upload.getOriginalFilename());
      return id.isEmpty()
          ? Came.nothing(id)
          : came(projects.attach(id.get(), member, name, in), id, "saved");
    }
  }

  private Came write(Form form, UUID id, Member member, Language reader) {
    var fields = new Fields();
    var title = needed(fields, "title", form.title(), 100);
    var purpose = needed(fields, "purpose", form.purpose(), 1_000);
    var author = needed(fields, "author", form.author(), 60);
    var licence = Licence.find(line(form.licence(), 60));
    if (licence.isEmpty()) {
      fields.refuse("licence", "fablab.projects.problem.licence");
    }
    var steps = lines(fields, "steps", form.steps(), MOST_STEPS);
    var materials = lines(fields, "materials", form.materials(), MOST_MATERIALS);
    if (!fields.good()) {
      return new Came(Optional.of(id), Optional.of(form), "", List.of(), fields.problems(), "");
    }
    var told =
        new Project.Told(title, purpose, author, licence.orElseThrow(), reader, steps, materials);
    return came(projects.write(id, member, told), Optional.of(id), "saved");
  }

  private static String needed(Fields fields, String field, @Nullable String typed, int most) {
    var text = fields.line(field, typed, most);
    if (text.isEmpty()) {
      fields.refuse(field, "fablab.projects.problem.empty");
    }
    return text;
  }

  private static List<String> lines(Fields fields, String field, @Nullable String typed, int most) {
    var lines =
        Stream.of(Plain.text(typed).split("\n"))
            .map(Plain::line)
            .filter(one -> !one.isEmpty())
            .toList();
    if (lines.size() > most || lines.stream().anyMatch(one -> one.length() > LONGEST_LINE)) {
      fields.refuse(field, "fablab.projects.problem.lines");
    }
    return lines;
  }

  private static Came came(Writing writing, Optional<UUID> id, String what) {
    return switch (writing) {
      case Writing.Done(var project, var left) ->
          new Came(
              Optional.of(project.id()),
              Optional.empty(),
              "fablab.projects.done." + what,
              left,
              Map.of(),
              "");
      case Writing.Refused(var words, var about) ->
          refused(id, Optional.empty(), "file", words, about);
      case Writing.NotNow() ->
          refused(id, Optional.empty(), "file", "fablab.projects.problem.not-now", "");
    };
  }

  private static Came refused(
      Optional<UUID> id, Optional<Form> typed, String field, String words, String about) {
    return new Came(id, typed, "", List.of(), Map.of(field, words), about);
  }

  private ModelAndView show(Member member, Came came) {
    var all = projects.listOf(member);
    var one = came.project().flatMap(id -> all.stream().filter(p -> p.id().equals(id)).findFirst());
    var editing =
        came.typed().or(() -> one.filter(p -> p.state().open()).map(MyProjectsPage::form));
    var name = editing.map(form -> Form.shown(form.project())).orElse("");
    return new ModelAndView("fablab/projects/mine", Fields.status(came.problems()))
        .addObject(
            "view",
            new View(
                member,
                members.code(member),
                all,
                one,
                editing,
                name.isEmpty() ? UUID.randomUUID().toString() : name,
                came.done(),
                came.left(),
                came.problems(),
                came.about()));
  }

  private static Form form(Project project) {
    var told = project.told();
    return new Form(
        "",
        "",
        "",
        project.id().toString(),
        told.title(),
        told.purpose(),
        told.author(),
        told.licence().spdx(),
        String.join("\n", told.steps()),
        String.join("\n", told.materials()),
        "");
  }

  private static String line(@Nullable String typed, int most) {
    var line = Plain.line(typed);
    return line.length() > most ? line.substring(0, most) : line;
  }

  private static long number(@Nullable String typed) {
    var line = line(typed, 18);
    return line.matches("[0-9]{1,18}") ? Long.parseLong(line) : -1;
  }

  private static Optional<UUID> named(@Nullable String typed) {
    try {
      return Optional.of(UUID.fromString(line(typed, 40)));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }
}
