package org.foyal.requests.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.foyal.people.Actor;
import org.foyal.post.Post;
import org.foyal.shell.Door;
import org.foyal.shell.Pages;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to the programs that may file reports: who has a key, a new key, a
/// key that shall open nothing any more.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/programs")
class ClientsPage {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_CONTACT = 254;

  private final Clients clients;
  private final Post post;
  private final SiteAddress site;
  private final Pages pages;

  ClientsPage(Clients clients, Post post, SiteAddress site, Pages pages) {
    this.clients = clients;
    this.post = post;
    this.site = site;
    this.pages = pages;
  }

  @Bean
  static Door programsDoor() {
    return new Door("/staff/programs", "requests.programs", 74, Door.Audience.ADMINISTRATOR);
  }

  /// A program as typed.
  ///
  /// @param form names the form: sent again, it gives no second key
  record Typed(@Nullable String form, @Nullable String name, @Nullable String contact) {
    static Typed nothing() {
      return new Typed(UUID.randomUUID().toString(), "", "");
    }
  }

  /// What the page shows.
  ///
  /// @param key the one that was just made, to be copied now or never
  record View(
      List<Client> all,
      Typed form,
      Map<String, String> problems,
      @Nullable String key,
      String address,
      boolean revoked) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView list(@RequestParam(defaultValue = "") String done) {
    return page(Typed.nothing(), Map.of(), null, "revoked".equals(done));
  }

  /// The answer is the page itself: the key stands in no address.
  @PostMapping
  ModelAndView add(Typed form, SignedIn who, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    var fields = new Fields();
    var name = fields.line("name", form.name(), LONGEST_NAME);
    if (name.isEmpty()) {
      fields.refuse("name", "cases.problem.empty");
    }
    var typed = fields.line("contact", form.contact(), LONGEST_CONTACT);
    var contact = post.address(typed);
    if (contact.isEmpty()) {
      fields.refuse("contact", "requests.problem.email");
    }
    if (!fields.good() || contact.isEmpty()) {
      return page(form, fields.problems(), null, false);
    }
    var key = clients.add(Actor.of(who), Plain.formName(form.form()), name, contact.get(), false);
    if (key.isEmpty()) {
      fields.refuse("form", "requests.programs.again");
    }
    return page(Typed.nothing(), fields.problems(), key.orElse(null), false);
  }

  @PostMapping("/{id}/revoke")
  ModelAndView revoke(@PathVariable String id, SignedIn who, HttpServletRequest request) {
    clients.revoke(Actor.of(who), named(id));
    return new ModelAndView("redirect:" + pages.of(request).href("/staff/programs?done=revoked"));
  }

  private static UUID named(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException noName) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private ModelAndView page(
      Typed form, Map<String, String> problems, @Nullable String key, boolean revoked) {
    return new ModelAndView("requests/open311/programs", Fields.status(problems))
        .addObject(
            "view",
            new View(
                clients.list(),
                form,
                problems,
                key,
                site.get() + "/open311/discovery.xml",
                revoked));
  }
}
