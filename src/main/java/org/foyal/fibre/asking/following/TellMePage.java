package org.foyal.fibre.asking.following;

import jakarta.servlet.http.HttpServletRequest;
import org.foyal.fibre.asking.Asked;
import org.foyal.post.subscriptions.Asking;
import org.foyal.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to being told when a home can order. Whoever asks confirms by a letter.
@Controller
class TellMePage {
  private final FibreFollowing following;
  private final Pages pages;

  TellMePage(FibreFollowing following, Pages pages) {
    this.following = following;
    this.pages = pages;
  }

  /// What the page shows.
  ///
  /// @param asked whether the letter is on its way
  /// @param problem the key of what is wrong; empty when nothing
  record View(
      Followed followed, String action, String back, boolean asked, String problem, String typed) {
    static View of(Followed followed, boolean asked, String problem, String typed) {
      var back = FibreFollowing.path(followed);
      return new View(
          followed,
          back.replace("/fibre/address?", "/fibre/address/tell-me?"),
          back,
          asked,
          problem,
          typed.length() > 254 ? "" : typed);
    }
  }

  @GetMapping("/fibre/address/tell-me")
  ModelAndView form(Asked asked, HttpServletRequest request) {
    return following
        .subject(asked, pages.of(request).language())
        .map(followed -> page(View.of(followed, false, "", "")))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  @PostMapping("/fibre/address/tell-me")
  ModelAndView follow(
      Asked asked,
      @RequestParam(required = false) @Nullable String address,
      HttpServletRequest request) {
    var typed = address == null ? "" : address;
    var language = pages.of(request).language();
    return switch (following.follow(asked, typed, language, request.getRemoteAddr())) {
      case FibreFollowing.Wish.Taken(var followed, var asking) ->
          asking == Asking.ASKED
              ? page(View.of(followed, true, "", ""))
              : page(View.of(followed, false, asking.words(), typed));
      case FibreFollowing.Wish.Orderable(var followed) ->
          page(View.of(followed, false, "fibre.asking.tell-me.orderable", typed));
      case FibreFollowing.Wish.Nowhere() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private static ModelAndView page(View view) {
    return new ModelAndView(
            "fibre/asking/following/tellme",
            view.problem().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", view);
  }
}
