package org.foyal.agreement.promises;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.Agreements.Tally;
import org.foyal.agreement.Commitment.Audience;
import org.foyal.agreement.Commitment.Theme;
import org.foyal.agreement.Party;
import org.foyal.agreement.Standing;
import org.foyal.shell.Door;
import org.foyal.shell.Freshness;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.servlet.ModelAndView;

/// The web door to the list of promises, with its filters.
@Controller
class PromisesPage {
  private static final int ON_A_PAGE = 50;

  private final Agreements agreements;
  private final Freshness freshness;

  PromisesPage(Agreements agreements, Freshness freshness) {
    this.agreements = agreements;
    this.freshness = freshness;
  }

  @Bean
  static Door agreementsDoor() {
    return new Door("/agreements", "agreement.door", 5, Door.Audience.EVERYBODY);
  }

  /// What was asked for, word by word; what is no word of ours asks for nothing.
  record Asked(
      @Nullable String agreement,
      @Nullable String theme,
      @Nullable String audience,
      @Nullable String party,
      @Nullable String state,
      @Nullable Integer page) {
    Selection selection(List<Agreement> known, List<Party> parties) {
      return new Selection(
          word(agreement).filter(code -> known.stream().anyMatch(a -> a.code().equals(code))),
          word(theme).flatMap(Theme::find),
          word(audience).flatMap(Audience::find),
          word(party).filter(code -> parties.stream().anyMatch(p -> p.code().equals(code))),
          standing(),
          "late".equals(state),
          Optional.empty());
    }

    Optional<Standing.State> standing() {
      return word(state)
          .flatMap(asked ->
              Stream.of(Standing.State.values()).filter(s -> code(s).equals(asked)).findFirst());
    }

    static String code(Standing.State state) {
      return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    int number() {
      return page == null || page < 1 || page > 100_000 ? 1 : page;
    }

    /// The address of the list with one word changed.
    String href(String name, String value) {
      var words = new java.util.LinkedHashMap<String, @Nullable String>();
      words.put("agreement", agreement);
      words.put("theme", theme);
      words.put("audience", audience);
      words.put("party", party);
      words.put("state", state);
      words.put(name, value);
      var query = new StringBuilder();
      words.forEach((key, word) -> {
        if (word != null && !word.isBlank() && word.length() <= 100) {
          query
              .append(query.isEmpty() ? '?' : '&')
              .append(key)
              .append('=')
              .append(URLEncoder.encode(word, StandardCharsets.UTF_8));
        }
      });
      return "/agreements" + query;
    }

    private static Optional<String> word(@Nullable String typed) {
      return Optional.ofNullable(typed).filter(text -> !text.isBlank());
    }
  }

  /// What the list shows.
  ///
  /// @param all how many promises stand where, whatever is asked for
  /// @param found how many are asked for
  /// @param next whether there is another page
  record View(
      Asked asked,
      Selection selection,
      List<Agreement> agreements,
      List<Party> parties,
      Tally all,
      int found,
      List<Card> cards,
      boolean next) {
    boolean filtered() {
      return !selection.equals(Selection.ALL);
    }
  }

  @GetMapping("/agreements")
  @Nullable ModelAndView list(Asked asked, ServletWebRequest request) {
    if (freshness.unchanged(request, agreements.version(), agreements.changedAt())) {
      return null;
    }
    var known = agreements.list();
    var parties = agreements.listParties();
    var selection = asked.selection(known, parties);
    var all = agreements.count(Selection.ALL);
    var found = selection.equals(Selection.ALL) ? all.all() : agreements.count(selection).all();
    var promises = agreements.list(selection, (asked.number() - 1) * ON_A_PAGE, ON_A_PAGE + 1);
    var today = agreements.today();
    var view =
        new View(
            asked,
            selection,
            known,
            parties,
            all,
            found,
            promises.stream().limit(ON_A_PAGE).map(c -> Card.of(c, today)).toList(),
            promises.size() > ON_A_PAGE);
    return new ModelAndView("agreement/promises/list").addObject("view", view);
  }
}
