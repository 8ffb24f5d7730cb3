package org.foyal.shell.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

class StaffGateTest {
  private final StaffGate gate = new StaffGate();

  @AfterEach
  void leave() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void aStaffPageThatDoesNotSayWhoMayEnterIsClosedToEverybody() throws Exception {
    signIn(Role.values());
    assertThat(enters(new Silent(), "/fr/staff/secret")).isFalse();
  }

  @Test
  void aStaffPageIsKnownByItsPatternHoweverTheAddressIsWritten() throws Exception {
    signIn(Role.values());
    assertThat(enters(new Silent(), "/fr/%73taff/secret", "/{language:fr|en|gcf}/staff/secret"))
        .isFalse();
  }

  @Test
  void oneOfTheNamedRolesIsEnough() throws Exception {
    signIn(Role.AGENT, Role.ANALYST);
    assertThat(enters(new ForAnalysts(), "/fr/staff/figures")).isTrue();
  }

  @Test
  void anAdministratorHasNoWayRoundARoleThatSheHasNot() throws Exception {
    signIn(Role.ADMIN);
    assertThat(enters(new ForAnalysts(), "/fr/staff/figures")).isFalse();
  }

  @Test
  void nobodyEntersAPageWithARuleEvenOutsideTheStaffsAddresses() throws Exception {
    assertThat(enters(new ForAnalysts(), "/fr/figures")).isFalse();
  }

  @Test
  void aPageForEveryMemberOfTheStaffAsksForNoRole() throws Exception {
    signIn(Role.FABLAB);
    assertThat(enters(new ForAll(), "/fr/staff")).isTrue();
  }

  @Test
  void aPublicPageNeedsNoRule() throws Exception {
    assertThat(enters(new Silent(), "/fr/areas")).isTrue();
  }

  private static void signIn(Role... roles) {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                new Person(Set.of(roles)), null, List.of()));
  }

  private boolean enters(Object door, String address) throws Exception {
    return enters(door, address, address);
  }

  private boolean enters(Object door, String address, String pattern) throws Exception {
    var request = new MockHttpServletRequest("GET", address);
    request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, pattern);
    var response = new MockHttpServletResponse();
    boolean enters =
        gate.preHandle(
            request, response, new HandlerMethod(door, door.getClass().getMethod("show")));
    assertThat(response.getStatus()).isEqualTo(enters ? 200 : 403);
    return enters;
  }

  private record Person(Set<Role> roles) implements SignedIn {
    @Override
    public UUID id() {
      return new UUID(0, 1);
    }

    @Override
    public String displayName() {
      return "Ana";
    }

    @Override
    public String from() {
      return "127.0.0.1";
    }
  }

  static class Silent {
    public void show() {}
  }

  @For(Role.ANALYST)
  static class ForAnalysts {
    public void show() {}
  }

  @For
  static class ForAll {
    public void show() {}
  }
}
