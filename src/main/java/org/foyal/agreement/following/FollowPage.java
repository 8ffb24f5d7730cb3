package org.foyal.agreement.following;

import jakarta.servlet.http.HttpServletRequest;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Commitment;
import org.foyal.post.subscriptions.Subscriptions;
import org.foyal.post.subscriptions.Topic;
import org.foyal.shell.Pages;
import org.foyal.shell.language.Told;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The web door to being told: of all promises, or of one. Whoever asks confirms by a letter.
@Controller
class FollowPage {
  private final Subscriptions subscriptions;
  private final Agreements agreements;
  private final Pages pages;
  private final Words words;

  FollowPage(Subscriptions subscriptions, Agreements agreements, Pages pages, Words words) {
    this.subscriptions = subscriptions;
    this.agreements = agreements;
    this.pages = pages;
    this.words = words;
  }

  /// What the page shows.
  ///
  /// @param about what one is told of
  /// @param back where the page about it is
  /// @param asked whether the letter is on its way
  record View(
      Told about, String action, String back, boolean asked, String problem, String typed) {}

  @GetMapping("/agreements/changes/follow")
  ModelAndView form() {
    return page(all(), "/agreements/changes", false, "", "");
  }

  @PostMapping("/agreements/changes/follow")
  ModelAndView follow(
      @RequestParam(required = false) @Nullable String address, HttpServletRequest request) {
    return ask(FollowingLetters.ALL, all(), "/agreements/changes", address, request);
  }

  @GetMapping("/commitments/{code:[a-z0-9-]{1,80}}/follow")
  ModelAndView form(@PathVariable String code) {
    var commitment = commitment(code);
    return page(commitment.said().title(), "/commitments/" + code, false, "", "");
  }

  @PostMapping("/commitments/{code:[a-z0-9-]{1,80}}/follow")
  ModelAndView follow(
      @PathVariable String code,
      @RequestParam(required = false) @Nullable String address,
      HttpServletRequest request) {
    var commitment = commitment(code);
    return ask(
        FollowingLetters.topic(commitment),
        commitment.said().title(),
        "/commitments/" + code,
        address,
        request);
  }

  private ModelAndView ask(
      String topic, Told about, String back, @Nullable String address, HttpServletRequest request) {
    var language = pages.of(request).language();
    var typed = address == null ? "" : address;
    var asking =
        subscriptions.ask(
            typed,
            new Topic(topic, FollowingLetters.titles(about)),
            language,
            request.getRemoteAddr());
    return switch (asking) {
      case ASKED -> page(about, back, true, "", "");
      case NO_ADDRESS, TOO_OFTEN -> page(about, back, false, asking.words(), typed);
    };
  }

  private Told all() {
    return words.everywhere("following.all");
  }

  private Commitment commitment(String code) {
    return agreements
        .findCommitment(code)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static ModelAndView page(
      Told about, String back, boolean asked, String problem, String typed) {
    var shown = typed.length() > 254 ? "" : typed;
    return new ModelAndView(
            "agreement/following/follow",
            problem.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
        .addObject("view", new View(about, back + "/follow", back, asked, problem, shown));
  }
}
