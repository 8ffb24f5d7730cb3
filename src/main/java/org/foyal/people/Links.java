package org.foyal.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Inviting.Invited;
import org.foyal.people.LinkStore.Kind;
import org.foyal.people.LinkStore.Link;
import org.foyal.people.keys.OneTime;
import org.foyal.people.keys.Totp;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Links that open once. What a link carries is shown when it is made and never kept.
@Component
class Links {
  private final LinkStore store;
  private final PeopleSettings settings;
  private final SiteAddress site;
  private final LinkLetters letters;
  private final Clock clock;

  Links(
      LinkStore store,
      PeopleSettings settings,
      SiteAddress site,
      LinkLetters letters,
      Clock clock) {
    this.store = store;
    this.settings = settings;
    this.site = site;
    this.letters = letters;
    this.clock = clock;
  }

  /// A link by which the person of an account takes it.
  @Transactional(propagation = Propagation.MANDATORY)
  Invited invite(Account account) {
    var open = Duration.ofDays(settings.invitationDays());
    return make(account, Kind.INVITATION, open, account.language());
  }

  /// A link by which the person of an account chooses a new password.
  @Transactional(propagation = Propagation.MANDATORY)
  Invited newPassword(Account account, Language language) {
    var open = Duration.ofMinutes(settings.passwordLinkMinutes());
    return make(account, Kind.PASSWORD, open, language);
  }

  private Invited make(Account account, Kind kind, Duration open, Language language) {
    var until = clock.instant().plus(open);
    var address = address(account.id(), kind, until, language);
    var letter = letters.write(new LinkLetters.Carried(account, kind, address, until, language));
    return new Invited(account, address, until, letter);
  }

  /// A link for whoever will be the city's first administrator; earlier ones open no more.
  @Transactional(propagation = Propagation.MANDATORY)
  String firstAdministrator() {
    shutFirstAdministrators();
    var until = clock.instant().plus(Duration.ofHours(settings.firstAdministratorHours()));
    return address(null, Kind.FIRST_ADMINISTRATOR, until, Language.FR);
  }

  void shutFirstAdministrators() {
    store.shutFirstAdministrators();
  }

  private String address(
      @org.jspecify.annotations.Nullable UUID account,
      Kind kind,
      Instant until,
      Language language) {
    var token = OneTime.token();
    store.add(OneTime.hash(token), new Link(kind, account, Totp.fresh(), until), clock.instant());
    var door = kind == Kind.PASSWORD ? "/staff/password/" : "/staff/invitation/";
    return site.get() + "/" + language.code() + door + token;
  }

  /// The link that carries a token, while it is open.
  Optional<Link> find(String token) {
    return store.findOpen(OneTime.hash(token), clock.instant());
  }

  /// Uses a link up: of two at the same time one succeeds.
  boolean use(String token) {
    return store.use(OneTime.hash(token), clock.instant());
  }

  void shutAll(UUID account) {
    store.shutAll(account);
  }

  /// Forgets links a day after they shut.
  int forgetOld() {
    return store.forgetOld(clock.instant().minus(Duration.ofDays(1)));
  }
}
