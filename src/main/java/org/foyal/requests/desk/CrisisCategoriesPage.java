package org.foyal.requests.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.foyal.people.Actor;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The administrators' web door to the categories that can be reported in a crisis.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/crisis/categories")
class CrisisCategoriesPage {
  private final Categories categories;
  private final Pages pages;

  CrisisCategoriesPage(Categories categories, Pages pages) {
    this.categories = categories;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param marked the codes of those that are marked
  record View(List<Category> active, Set<String> marked, boolean overtaken, boolean done) {
    /// Those that are marked, as the form carries them.
    String before() {
      return String.join(",", marked);
    }
  }

  @GetMapping
  ModelAndView show(@RequestParam(defaultValue = "") String done) {
    return page(false, "yes".equals(done));
  }

  /// @param before those that were marked on the page
  /// @param mark those that are ticked
  @PostMapping
  ModelAndView mark(
      @RequestParam(defaultValue = "") String before,
      @RequestParam(defaultValue = "") List<String> mark,
      SignedIn who,
      HttpServletRequest request) {
    var known = active().stream().map(Category::code).collect(Collectors.toSet());
    var stood = new TreeSet<>(Arrays.asList(before.split(",")));
    stood.remove("");
    var wanted = new TreeSet<>(mark);
    wanted.retainAll(known);
    if (!categories.markForCrisis(Actor.of(who), stood, wanted)) {
      return page(true, false);
    }
    return new ModelAndView(
        "redirect:" + pages.of(request).href("/staff/crisis/categories?done=yes"));
  }

  private List<Category> active() {
    return categories.list().stream().filter(Category::active).toList();
  }

  private ModelAndView page(boolean overtaken, boolean done) {
    return new ModelAndView("requests/desk/crisis", overtaken ? HttpStatus.CONFLICT : HttpStatus.OK)
        .addObject("view", new View(active(), categories.listForCrisis(), overtaken, done));
  }
}
