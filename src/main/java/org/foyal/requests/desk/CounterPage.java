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
import org.foyal.people.Actor;
import org.foyal.people.mandates.ActKind;
import org.foyal.people.mandates.UnderMandate;
import org.foyal.requests.Attribute;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Draft;
import org.foyal.requests.Filing;
import org.foyal.requests.Requests;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
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

  CounterPage(Requests requests, Categories categories, Search search, UnderMandate mandates) {
    this.mandates = mandates;
    this.requests = requests;
    this.categories = categories;
    this.search = search;
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
  record Typed(Form form, Map<String, List<String>> said, Map<String, String> problems) {}

  /// What the page shows.
  ///
  /// @param asked what the category asks that was chosen, once one was
  /// @param searched the place that was looked for
  /// @param hits what was found
  /// @param answers whether this person may open the queue
  record View(
      List<Category> categories,
      List<Attribute> asked,
      Typed typed,
      String searched,
      List<Hit> hits,
      boolean answers) {
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
      SignedIn who) {
    var typed = Plain.line(q.length() > 200 ? q.substring(0, 200) : q);
    return page(new Typed(Form.at(lat, lon, place), Map.of(), Map.of()), typed, who);
  }

  @PostMapping
  ModelAndView file(
      Form form, SignedIn who, HttpServletRequest request, HttpServletResponse response) {
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
    if (!problems.isEmpty()) {
      return page(new Typed(form, said, problems), "", who);
    }
    return switch (filed(draft, Plain.line(form.mandate()), who)) {
      case Filing.Filed(var opened, String code, boolean letter) ->
          receipt(new Receipt(opened, code, letter, answers(who)), response);
      case Filing.FiledBefore(var opened, String code) ->
          receipt(new Receipt(opened, code, false, answers(who)), response);
      case Filing.Outside(var _) ->
          page(new Typed(form, said, Map.of("place", "requests.problem.outside")), "", who);
      case Filing.NoCategory() ->
          page(new Typed(form, said, Map.of("category", "requests.problem.category")), "", who);
      case Filing.Refused(var why) -> page(new Typed(form, said, why), "", who);
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
    return new ModelAndView(
            "requests/desk/counter",
            typed.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(active, asked, typed, searched, hits, answers(who)));
  }
}
