package org.foyal.requests.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.foyal.cases.Case;
import org.foyal.cases.Channel;
import org.foyal.cases.Question.Asker;
import org.foyal.kernel.Position;
import org.foyal.kernel.Reference;
import org.foyal.people.Actor;
import org.foyal.people.mandates.ActKind;
import org.foyal.people.mandates.UnderMandate;
import org.foyal.requests.Attribute;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Draft;
import org.foyal.requests.Filing;
import org.foyal.requests.Pictures;
import org.foyal.requests.Report;
import org.foyal.requests.Requests;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.guard.UploadDoor;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.foyal.territory.search.Hit;
import org.foyal.territory.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door for somebody who comes to a counter, calls or writes: their request, in the
/// same queue as all others. A telephone number alone is enough, and nothing at all is enough too;
/// what is noted to reach them is noted with their spoken yes.
@Controller
@For({Role.ADMIN, Role.AGENT, Role.MEDIATOR})
@RequestMapping("/staff/requests/new")
class CounterPage {
  private static final int MOST_HITS = 10;
  private static final String MANDATED = "requests.report";

  private static final List<Channel> CHANNELS =
      List.of(Channel.COUNTER, Channel.PHONE, Channel.EMAIL);

  private final Requests requests;
  private final Categories categories;
  private final Search search;
  private final UnderMandate mandates;
  private final Pictures pictures;
  private final Pages pages;

  CounterPage(
      Requests requests,
      Categories categories,
      Search search,
      UnderMandate mandates,
      Pictures pictures,
      Pages pages) {
    this.mandates = mandates;
    this.requests = requests;
    this.categories = categories;
    this.search = search;
    this.pictures = pictures;
    this.pages = pages;
  }

  @Bean
  static Door counterDoor() {
    return new Door(
        "/staff/requests/new",
        "requests.counter",
        12,
        Door.Audience.STAFF,
        Role.ADMIN,
        Role.AGENT,
        Role.MEDIATOR);
  }

  @Bean
  static UploadDoor counterPictures() {
    return new UploadDoor("/{readersLanguage}/staff/requests/new", Pictures.MOST_bytes);
  }

  /// What a helper may do for somebody under a mandate.
  @Bean
  static ActKind reportForSomebody() {
    return new ActKind(MANDATED, "requests.helped", 10);
  }

  /// A request as written down.
  ///
  /// @param agreed whether the person said yes to being noted
  /// @param received the day on which a letter came
  /// @param mandate the reference of the mandate under which it is written down
  record Form(
      @Nullable String category,
      @Nullable String channel,
      @Nullable String language,
      @Nullable String lat,
      @Nullable String lon,
      @Nullable String place,
      @Nullable String words,
      @Nullable String name,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String agreed,
      @Nullable String received,
      @Nullable String mandate,
      @Nullable String form) {
    static Form at(@Nullable String lat, @Nullable String lon, @Nullable String place) {
      return new Form(
          "",
          "COUNTER",
          "fr",
          lat,
          lon,
          place,
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          UUID.randomUUID().toString());
    }

    Optional<Position> where() {
      return lat == null || lon == null ? Optional.empty() : Position.read(lat, lon);
    }

    UUID named() {
      return Plain.formName(form);
    }

    Asker asker() {
      return new Asker(
          some(name),
          some(email),
          some(phone),
          Language.find(language == null ? "" : language).orElse(Language.FR));
    }
  }

  private static Optional<String> some(@Nullable String text) {
    return Optional.of(Plain.line(text)).filter(line -> !line.isEmpty());
  }

  /// A form with what was answered to the category's questions and what is wrong with it.
  record Typed(Form form, Map<String, List<String>> said, Map<String, String> problems) {
    Typed with(Map<String, String> why) {
      return new Typed(form, said, why);
    }
  }

  /// What the page shows.
  ///
  /// @param asked what the category asks that was chosen, once one was
  /// @param searched the place that was looked for
  /// @param hits what was found
  /// @param near what was reported close to the place that was chosen, and is open
  /// @param joined the reference of a report that the person says « moi aussi » to, just now
  /// @param answers whether this person may open the queue
  record View(
      List<Category> categories,
      List<Attribute> asked,
      Typed typed,
      String searched,
      List<Hit> hits,
      List<Report> near,
      String joined,
      boolean answers) {
    View with(String reference) {
      return new View(categories, asked, typed, searched, hits, near, reference, answers);
    }

    List<Channel> channels() {
      return CHANNELS;
    }

    Form form() {
      return typed.form();
    }

    @Nullable String problem(String field) {
      return typed.problems().get(field);
    }
  }

  /// What to hand over: the reference and its code.
  ///
  /// @param answers whether this person may open the case
  record Receipt(Case opened, String code, boolean letter, boolean answers) {}

  @GetMapping
  ModelAndView show(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) @Nullable String lat,
      @RequestParam(required = false) @Nullable String lon,
      @RequestParam(required = false) @Nullable String place,
      @RequestParam(defaultValue = "") String joined,
      SignedIn who) {
    var typed = Plain.line(q.length() > 200 ? q.substring(0, 200) : q);
    var page = page(new Typed(Form.at(lat, lon, place), Map.of(), Map.of()), typed, who);
    if (page.getModel().get("view") instanceof View view) {
      page.addObject("view", view.with(Reference.read(joined).map(Reference::toString).orElse("")));
    }
    return page;
  }

  /// Counts the person who is there with a report that is open: « moi aussi ».
  @PostMapping("/join")
  String join(
      @RequestParam(defaultValue = "") String reference,
      @RequestParam(required = false) @Nullable String form,
      HttpServletRequest request) {
    var found =
        Reference.read(reference)
            .filter(one -> requests.join(one, Plain.formName(form)))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return "redirect:" + pages.of(request).href("/staff/requests/new?joined=" + found);
  }

  @PostMapping
  ModelAndView file(
      Form form,
      @RequestParam(name = "photo", required = false) @Nullable List<MultipartFile> photos,
      SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response) {
    var said = Attribute.sent(request.getParameterMap());
    var channel = CHANNELS.stream().filter(one -> one.name().equals(form.channel())).findFirst();
    var draft = draft(form, said, channel.orElse(Channel.COUNTER), who);
    var problems = new LinkedHashMap<String, String>();
    if (channel.isEmpty()) {
      problems.put("channel", "requests.problem.channel");
    }
    if (!Plain.line(form.received()).isEmpty() && draft.receivedOn().isEmpty()) {
      problems.put("received", "requests.problem.answer.day");
    }
    problems.putAll(requests.check(draft));
    boolean wrote = draft.channel() == Channel.EMAIL;
    if (isNoted(draft.asker()) && !wrote && !"yes".equals(form.agreed())) {
      problems.put("agreed", "requests.problem.agreed");
    }
    var kept =
        problems.isEmpty()
            ? pictures.take(Pictures.some(photos), problems)
            : List.<Draft.Photo>of();
    if (!problems.isEmpty()) {
      return page(new Typed(form, said, problems), "", who);
    }
    return answer(
        filed(draft.with(kept), Plain.line(form.mandate()), who),
        new Typed(form, said, problems),
        who,
        response);
  }

  private ModelAndView answer(
      Filing filing, Typed typed, SignedIn who, HttpServletResponse response) {
    return switch (filing) {
      case Filing.Filed(var opened, String code, boolean letter) ->
          receipt(new Receipt(opened, code, letter, answers(who)), response);
      case Filing.FiledBefore(var opened, String code) ->
          receipt(new Receipt(opened, code, false, answers(who)), response);
      case Filing.Outside(var _) ->
          page(typed.with(Map.of("place", "requests.problem.outside")), "", who);
      case Filing.NoCategory() ->
          page(typed.with(Map.of("category", "requests.problem.category")), "", who);
      case Filing.Refused(var why) -> page(typed.with(why), "", who);
    };
  }

  /// Under a mandate where one is named: then its journal says so, or nothing is filed.
  private Filing filed(Draft draft, String mandate, SignedIn who) {
    if (mandate.isEmpty()) {
      return requests.file(draft);
    }
    var about =
        categories
            .find(draft.category())
            .map(one -> one.title().in(draft.asker().language()))
            .orElse("");
    return mandates.act(
        new UnderMandate.Act(mandate, Actor.of(who), MANDATED, about, draft.form()),
        () -> requests.file(draft),
        came -> came instanceof Filing.Filed || came instanceof Filing.FiledBefore,
        acting -> new Filing.Refused(Map.of("mandate", acting.words())));
  }

  private static Draft draft(
      Form form, Map<String, List<String>> said, Channel channel, SignedIn who) {
    return new Draft(
        form.named(),
        Plain.line(form.category()),
        form.where(),
        Plain.line(form.place()),
        Plain.text(form.words()),
        said,
        List.of(),
        channel,
        form.asker(),
        who.id(),
        false,
        Plain.day(form.received()));
  }

  private static boolean isNoted(Asker asker) {
    return asker.name().isPresent() || asker.email().isPresent() || asker.phone().isPresent();
  }

  private static boolean answers(SignedIn who) {
    return who.administrator() || who.roles().contains(Role.AGENT);
  }

  private static ModelAndView receipt(Receipt receipt, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return new ModelAndView("requests/desk/receipt").addObject("receipt", receipt);
  }

  private ModelAndView page(Typed typed, String searched, SignedIn who) {
    var hits =
        searched.isEmpty()
            ? List.<Hit>of()
            : search.find(searched, MOST_HITS).hits().stream()
                .filter(hit -> hit.where() != null)
                .toList();
    var active = categories.list().stream().filter(Category::active).toList();
    var asked =
        active.stream()
            .filter(one -> one.code().equals(typed.form().category()))
            .findFirst()
            .map(one -> requests.asked(one.code()))
            .orElse(List.of());
    var near = typed.form().where().map(requests::near).orElse(List.of());
    return new ModelAndView(
            "requests/desk/counter",
            typed.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(active, asked, typed, searched, hits, near, "", answers(who)));
  }
}
