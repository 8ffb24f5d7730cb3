package org.foyal.post.subscriptions;

import java.time.Duration;
import java.util.Optional;
import org.foyal.shell.guard.Pace;
import org.foyal.shell.language.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// Where the links of letters lead: to confirm a subscription, to end it, without an account.
///
/// Opening a link changes nothing, since mail scanners follow links; the button of the page does.
@Controller
class SubscriptionPage {
  static final String CONFIRM = "/letters/subscriptions/confirm";
  static final String LEAVE = "/letters/subscriptions/leave";

  private final Subscriptions subscriptions;

  SubscriptionPage(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /// How often one sender may ask for letters: thirty times an hour is enough for a mediator who
  /// helps a whole room.
  @Bean
  static Pace wishes() {
    return new Pace(30, Duration.ofHours(1));
  }

  /// What the page shows.
  ///
  /// @param leaves whether the link is one that ends a subscription
  /// @param title the topic; null when the link leads to none
  /// @param done whether it was just confirmed or ended, or had been
  /// @param token what the button sends back
  /// @param leaveToken what ends the subscription that was just confirmed
  /// @param stoppedAt where to take back a STOP that holds these letters back
  record View(
      boolean leaves,
      @Nullable String title,
      boolean done,
      String token,
      @Nullable String leaveToken,
      @Nullable String stoppedAt) {
    static View nothing(boolean leaves) {
      return new View(leaves, null, false, "", null, null);
    }

    /// Where the button sends.
    public String to() {
      return (leaves ? LEAVE : CONFIRM) + "/" + token;
    }
  }

  @GetMapping(CONFIRM + "/{token}")
  ModelAndView askToConfirm(
      @PathVariable("readersLanguage") String language, @PathVariable String token) {
    var wish = subscriptions.toConfirm(token);
    if (wish.isPresent() && wish.get().confirmed()) {
      var w = wish.get();
      return page(
          new View(false, w.topic().title(in(language)), true, token, w.leaveToken(), null));
    }
    return page(
        wish.map(w -> new View(false, w.topic().title(in(language)), false, token, null, null))
            .orElseGet(() -> View.nothing(false)));
  }

  @PostMapping(CONFIRM + "/{token}")
  ModelAndView confirm(
      @PathVariable("readersLanguage") String language, @PathVariable String token) {
    return page(
        subscriptions
            .confirm(token)
            .map(c ->
                new View(
                    false,
                    c.topic().title(in(language)),
                    true,
                    token,
                    c.leaveToken(),
                    c.stoppedAt().orElse(null)))
            .orElseGet(() -> View.nothing(false)));
  }

  @GetMapping(LEAVE + "/{token}")
  ModelAndView askToLeave(
      @PathVariable("readersLanguage") String language, @PathVariable String token) {
    return page(left(subscriptions.toLeave(token), language, token, false));
  }

  @PostMapping(LEAVE + "/{token}")
  ModelAndView leave(@PathVariable("readersLanguage") String language, @PathVariable String token) {
    return page(left(subscriptions.leave(token), language, token, true));
  }

  private static View left(Optional<Topic> topic, String language, String token, boolean done) {
    return topic
        .map(t -> new View(true, t.title(in(language)), done, token, null, null))
        .orElseGet(() -> View.nothing(true));
  }

  private static Language in(String code) {
    return Language.find(code).orElse(Language.FR);
  }

  private static ModelAndView page(View view) {
    return new ModelAndView(
            "post/subscriptions/subscription",
            view.title() == null ? HttpStatus.NOT_FOUND : HttpStatus.OK)
        .addObject("view", view);
  }
}
