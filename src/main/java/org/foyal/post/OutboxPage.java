package org.foyal.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.shell.Door;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
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

/// The outbox, for administrators: what left, what waits, what failed; without a mail server, what
/// would have left, to be printed and handed over.
@Controller
@For(Role.ADMIN)
@RequestMapping("/staff/outbox")
class OutboxPage {
  private static final int A_PAGE = 50;
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

  private final Post post;
  private final Outbox outbox;
  private final Envelope envelope;
  private final SiteAddress site;

  OutboxPage(Post post, Outbox outbox, Envelope envelope, SiteAddress site) {
    this.post = post;
    this.outbox = outbox;
    this.envelope = envelope;
    this.site = site;
  }

  @Bean
  static Door outboxDoor() {
    return new Door("/staff/outbox", "post.outbox", 40, Door.Audience.ADMINISTRATOR);
  }

  /// The list.
  ///
  /// @param state the one state shown, null for all
  /// @param older the letter below which the next page starts, null when there is none
  /// @param retried how many failed letters were just sent again, null when none were asked to
  record Listed(
      List<Posted> letters,
      @Nullable DeliveryState state,
      @Nullable Long older,
      Waiting waiting,
      boolean carries,
      @Nullable Integer retried) {}

  /// One letter.
  ///
  /// @param parts its text, our own addresses apart so that they can be followed
  /// @param done the words that say what was just done, null when nothing was
  record One(Posted letter, List<Part> parts, boolean carries, @Nullable String done) {}

  /// A piece of text; a link leads to our own site, any other address stays text.
  record Part(String text, boolean link) {}

  @GetMapping
  ModelAndView list(
      @RequestParam(defaultValue = "") String state,
      @RequestParam(required = false) @Nullable Long before,
      @RequestParam(required = false) @Nullable Integer retried) {
    var wanted = DeliveryState.find(state);
    var letters = outbox.list(wanted, Optional.ofNullable(before), A_PAGE + 1);
    boolean more = letters.size() > A_PAGE;
    var shown = more ? letters.subList(0, A_PAGE) : letters;
    return new ModelAndView("post/outbox")
        .addObject(
            "view",
            new Listed(
                shown,
                wanted.orElse(null),
                more ? Long.valueOf(shown.getLast().id()) : null,
                outbox.waiting(),
                post.carries(),
                retried));
  }

  @GetMapping("/{letter}")
  ModelAndView one(@PathVariable long letter, @RequestParam(defaultValue = "") String done) {
    return page(letter, List.of("retried", "printed").contains(done) ? "post.done." + done : null);
  }

  @PostMapping("/retry")
  String retryFailed(@PathVariable("readersLanguage") String language, SignedIn who) {
    return "redirect:/" + language + "/staff/outbox?retried=" + outbox.retryFailed(who);
  }

  @PostMapping("/{letter}/retry")
  ModelAndView retry(
      @PathVariable("readersLanguage") String language, @PathVariable long letter, SignedIn who) {
    return after(outbox.retry(letter, who), language, letter, "retried");
  }

  @PostMapping("/{letter}/printed")
  ModelAndView printed(
      @PathVariable("readersLanguage") String language, @PathVariable long letter, SignedIn who) {
    return after(outbox.handOver(letter, who), language, letter, "printed");
  }

  private ModelAndView after(boolean moved, String language, long letter, String done) {
    if (moved) {
      return new ModelAndView(
          "redirect:/" + language + "/staff/outbox/" + letter + "?done=" + done);
    }
    var page = page(letter, "post.done.late");
    page.setStatus(HttpStatus.CONFLICT);
    return page;
  }

  private ModelAndView page(long id, @Nullable String done) {
    var letter =
        outbox.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return new ModelAndView("post/letter")
        .addObject("view", new One(letter, parts(envelope.text(letter)), post.carries(), done));
  }

  /// Words that people typed may hold addresses that lead astray: only our own can be followed.
  private List<Part> parts(String text) {
    var ours = site.get() + "/";
    var parts = new ArrayList<Part>();
    var found = ADDRESS.matcher(text);
    int end = 0;
    while (found.find()) {
      if (found.group().startsWith(ours)) {
        parts.add(new Part(text.substring(end, found.start()), false));
        parts.add(new Part(found.group(), true));
        end = found.end();
      }
    }
    parts.add(new Part(text.substring(end), false));
    return parts;
  }
}
