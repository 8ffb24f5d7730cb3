package org.foyal.people;

import java.util.List;
import java.util.stream.Stream;
import org.foyal.shell.Door;
import org.foyal.shell.Door.Audience;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// The staff's desk: the doors that are open to whoever is signed in.
@Controller
@For
class DeskPage {
  private final ObjectProvider<Door> doors;

  DeskPage(ObjectProvider<Door> doors) {
    this.doors = doors;
  }

  /// What the desk shows.
  record View(String name, List<String> roles, List<Door> doors) {}

  @Bean
  static Door accountsDoor() {
    return new Door("/staff/accounts", "people.accounts", 900, Audience.ADMINISTRATOR);
  }

  @Bean
  static Door auditDoor() {
    return new Door("/staff/audit", "people.audit", 910, Audience.ADMINISTRATOR);
  }

  @Bean
  static Door ownDoor() {
    return new Door("/staff/me", "people.me", 990, Audience.STAFF);
  }

  @GetMapping("/staff")
  ModelAndView desk(SignedIn who) {
    Stream<Door> open = doors.stream().filter(door -> door.opensFor(who));
    var view =
        new View(
            who.displayName(),
            who.roles().stream().sorted().map(role -> "people.role." + role.code()).toList(),
            open.sorted(java.util.Comparator.comparingInt(Door::order)).toList());
    return new ModelAndView("people/desk").addObject("view", view);
  }
}
