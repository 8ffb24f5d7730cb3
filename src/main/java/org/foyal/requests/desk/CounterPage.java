package org.foyal.requests.desk;

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
import org.foyal.post.Post;
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

  private static final List<Channel> CHANNELS =
      List.of(Channel.COUNTER, Channel.PHONE, Channel.EMAIL);

  private final Requests requests;
  private final Categories categories;
  private final Search search;
  private final Post post;

  CounterPage(Requests requests, Categories categories, Search search, Post post) {
    this.requests = requests;
    this.categories = categories;
    this.search = search;
    this.post = post;
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

  /// A request as written down.
  ///
  /// @param agreed whether the person said yes to being noted
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
      @Nullable String form) {
    static Form at(@Nullable String lat, @Nullable String lon, @Nullable String place) {
      return new Form(
          "", "COUNTER", "fr", lat, lon, place, "", "", "", "", "", UUID.randomUUID().toString());
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

  /// What the page shows.
  ///
  /// @param hits what a search for the place found
  /// @param answers whether this person may open the queue
  record View(
      List<Category> categories,
      List<Channel> channels,
      Form form,
      String typed,
      List<Hit> hits,
      boolean answers,
      Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
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
    return page(Form.at(lat, lon, place), typed, who, Map.of());
  }

  @PostMapping
  ModelAndView file(Form form, SignedIn who, HttpServletResponse response) {
    var problems = new LinkedHashMap<String, String>();
    var channel = CHANNELS.stream().filter(one -> one.name().equals(form.channel())).findFirst();
    if (channel.isEmpty()) {
      problems.put("channel", "requests.problem.channel");
    }
    check(form, problems);
    if (!problems.isEmpty()) {
      return page(form, "", who, problems);
    }
    var draft =
        new Draft(
            form.named(),
            Plain.line(form.category()),
            form.where(),
            Plain.line(form.place()),
            Plain.text(form.words()),
            List.of(),
            channel.orElseThrow(),
            form.asker(),
            who.id(),
            false);
    return switch (requests.file(draft)) {
      case Filing.Filed(var opened, String code, boolean letter) ->
          receipt(new Receipt(opened, code, letter, answers(who)), response);
      case Filing.FiledBefore(var opened, String code) ->
          receipt(new Receipt(opened, code, false, answers(who)), response);
      case Filing.Outside(var _) ->
          page(form, "", who, Map.of("place", "requests.problem.outside"));
      case Filing.NoCategory() ->
          page(form, "", who, Map.of("category", "requests.problem.category"));
    };
  }

  private static boolean answers(SignedIn who) {
    return who.administrator() || who.roles().contains(Role.AGENT);
  }

  private void check(Form form, Map<String, String> problems) {
    var place = Plain.line(form.place());
    if (place.isEmpty() || place.length() > 300) {
      problems.put("place", place.isEmpty() ? "requests.problem.where" : "requests.problem.long");
    }
    var words = Plain.text(form.words());
    if (words.isEmpty() || words.length() > 4000) {
      problems.put("words", words.isEmpty() ? "requests.problem.words" : "requests.problem.long");
    }
    var asker = form.asker();
    if (asker.name().filter(name -> name.length() > 200).isPresent()) {
      problems.put("name", "requests.problem.long");
    }
    if (asker.email().isPresent() && asker.email().flatMap(post::address).isEmpty()) {
      problems.put("email", "requests.problem.email");
    }
    if (asker.phone().filter(number -> !number.matches("[+0-9][0-9 .()-]{5,39}")).isPresent()) {
      problems.put("phone", "requests.problem.phone");
    }
    boolean noted =
        asker.name().isPresent() || asker.email().isPresent() || asker.phone().isPresent();
    if (noted && !"yes".equals(form.agreed())) {
      problems.put("agreed", "requests.problem.agreed");
    }
  }

  private static ModelAndView receipt(Receipt receipt, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return new ModelAndView("requests/desk/receipt").addObject("receipt", receipt);
  }

  private ModelAndView page(Form form, String typed, SignedIn who, Map<String, String> problems) {
    var hits =
        typed.isEmpty()
            ? List.<Hit>of()
            : search.find(typed, MOST_HITS).hits().stream()
                .filter(hit -> hit.where() != null)
                .toList();
    return new ModelAndView(
            "requests/desk/counter",
            problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject(
            "view",
            new View(
                categories.list().stream().filter(Category::active).toList(),
                CHANNELS,
                form,
                typed,
                hits,
                answers(who),
                problems));
  }
}
