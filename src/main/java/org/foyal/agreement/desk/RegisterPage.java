package org.foyal.agreement.desk;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.foyal.agreement.Agreement;
import org.foyal.agreement.Agreements;
import org.foyal.agreement.Agreements.Selection;
import org.foyal.agreement.promises.Card;
import org.foyal.shell.Door;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The staff's way into the register: what somebody looks after, the most pressing first; for
/// administrators, everything.
@Controller
@For
class RegisterPage {
  private static final int ON_A_PAGE = 100;
  private static final Set<Role> COMMITTEE = Set.of(Role.ADMIN, Role.ELECTED, Role.AGENT);

  private final Agreements agreements;

  RegisterPage(Agreements agreements) {
    this.agreements = agreements;
  }

  @Bean
  static Door registerDoor() {
    return new Door("/staff/agreements", "agreement.desk.door", 100, Door.Audience.STAFF);
  }

  /// What the page shows.
  ///
  /// @param meets whether this person may see the committee's meetings
  /// @param own what this person looks after
  /// @param all one page of everything, for administrators
  record View(
      boolean administrator,
      boolean meets,
      List<Card> own,
      List<Card> all,
      List<Agreement> agreements,
      int page,
      boolean next) {}

  @GetMapping("/staff/agreements")
  ModelAndView show(SignedIn who, @RequestParam(defaultValue = "1") int page) {
    int number = Math.clamp(page, 1, 10_000);
    var today = agreements.today();
    var own =
        agreements.list(Selection.ownedBy(who.id()), 0, ON_A_PAGE).stream()
            .map(c -> Card.of(c, today))
            .toList();
    var all =
        who.administrator()
            ? agreements.list(Selection.ALL, (number - 1) * ON_A_PAGE, ON_A_PAGE + 1).stream()
                .map(c -> Card.of(c, today))
                .toList()
            : List.<Card>of();
    var view =
        new View(
            who.administrator(),
            !Collections.disjoint(who.roles(), COMMITTEE),
            own,
            all.stream().limit(ON_A_PAGE).toList(),
            agreements.list(),
            number,
            all.size() > ON_A_PAGE);
    return new ModelAndView("agreement/desk/register").addObject("view", view);
  }
}
