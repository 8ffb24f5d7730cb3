package org.foyal.people.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.foyal.people.Account;
import org.foyal.people.Accounts;
import org.foyal.people.PeopleSettings;
import org.foyal.people.keys.OneTime;
import org.foyal.people.keys.Seal;
import org.foyal.people.keys.Totp;
import org.foyal.shell.guard.Reception;
import org.foyal.shell.guard.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Who is signed in, and where. A session holds the account's number and the epoch of its keys; all
/// else is read afresh at each request. Nobody has a session before the password was right.
@Component
class Sessions implements Reception {
  private static final String ACCOUNT = "foyal.account";
  private static final String EPOCH = "foyal.epoch";
  private static final String SINCE = "foyal.since";
  private static final String BROWSER = "foyal.browser";
  private static final String HANDLE = "foyal.handle";
  private static final String HALFWAY = "foyal.halfway";
  private static final String OFFERED = "foyal.offer";
  private static final String GOAL = "foyal.goal";
  private static final Duration HALFWAY_LASTS = Duration.ofMinutes(10);

  private final Accounts accounts;
  private final PeopleSettings settings;
  private final Seal seal;
  private final FindByIndexNameSessionRepository<? extends Session> all;
  private final Clock clock;

  Sessions(
      Accounts accounts,
      PeopleSettings settings,
      Seal seal,
      FindByIndexNameSessionRepository<? extends Session> all,
      Clock clock) {
    this.accounts = accounts;
    this.settings = settings;
    this.seal = seal;
    this.all = all;
    this.clock = clock;
  }

  /// A session as its owner sees it.
  ///
  /// @param handle names it in the form that ends it; not the secret in the cookie
  record Open(String handle, Instant since, Instant lastSeen, String browser, boolean thisOne) {}

  @Override
  public Optional<SignedIn> whoIs(HttpServletRequest request) {
    return account(request)
        .map(a -> new StaffMember(a.id(), a.name(), a.roles(), request.getRemoteAddr()));
  }

  private Optional<Account> account(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(ACCOUNT) instanceof String id)
        || !(session.getAttribute(EPOCH) instanceof Integer epoch)
        || !(session.getAttribute(SINCE) instanceof Long since)
        || Instant.ofEpochMilli(since)
            .plus(Duration.ofHours(settings.sessionHours()))
            .isBefore(clock.instant())) {
      return Optional.empty();
    }
    return accounts.findActive(UUID.fromString(id), epoch);
  }

  @Override
  public List<String> openAddresses() {
    return List.of(
        "/*/staff/sign-in/**",
        "/*/staff/sign-out",
        "/*/staff/invitation/*",
        "/*/staff/password/**");
  }

  /// The password was right: the second step may come, for ten minutes, in a session that nobody
  /// could have prepared.
  void halfway(HttpServletRequest request, Account account, String goal) {
    end(request);
    var session = request.getSession(true);
    session.setMaxInactiveInterval((int) HALFWAY_LASTS.toSeconds());
    session.setAttribute(HALFWAY, account.id().toString());
    session.setAttribute(EPOCH, accounts.epoch(account.id()));
    session.setAttribute(SINCE, clock.millis());
    session.setAttribute(GOAL, goal);
  }

  /// The account whose second step is due in this session.
  Optional<Account> halfway(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null
        || !(session.getAttribute(HALFWAY) instanceof String id)
        || !(session.getAttribute(EPOCH) instanceof Integer epoch)
        || !(session.getAttribute(SINCE) instanceof Long since)
        || Instant.ofEpochMilli(since).plus(HALFWAY_LASTS).isBefore(clock.instant())) {
      return Optional.empty();
    }
    return accounts.findActive(UUID.fromString(id), epoch);
  }

  /// Both steps were right: from here on the session is the person's, under a new number. Answers
  /// where the person wanted to go.
  String enter(HttpServletRequest request, Account account) {
    var old = request.getSession(false);
    var goal = old != null && old.getAttribute(GOAL) instanceof String g ? g : "";
    end(request);
    var session = request.getSession(true);
    session.setAttribute(ACCOUNT, account.id().toString());
    session.setAttribute(EPOCH, accounts.epoch(account.id()));
    session.setAttribute(SINCE, clock.millis());
    session.setAttribute(BROWSER, Browser.of(request.getHeader("User-Agent")));
    session.setAttribute(HANDLE, OneTime.token());
    session.setAttribute(
        FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.id().toString());
    return goal;
  }

  /// Ends the request's session, if it has one.
  void end(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /// The secret that the person's application may share, drawn once a session.
  Totp offered(HttpServletRequest request) {
    var session = session(request);
    var name = "offer:" + owner(session);
    if (session.getAttribute(OFFERED) instanceof String sealed) {
      var secret = seal.open(name, Base64.getDecoder().decode(sealed));
      if (secret.isPresent()) {
        return new Totp(secret.get());
      }
    }
    var fresh = Totp.fresh();
    session.setAttribute(
        OFFERED, Base64.getEncoder().encodeToString(seal.close(name, fresh.bytes())));
    return fresh;
  }

  private static String owner(HttpSession session) {
    return session.getAttribute(ACCOUNT) instanceof String id
        ? id
        : String.valueOf(session.getAttribute(HALFWAY));
  }

  private static HttpSession session(HttpServletRequest request) {
    @Nullable HttpSession session = request.getSession(false);
    if (session == null) {
      throw new IllegalStateException("only within a session");
    }
    return session;
  }

  /// The open sessions of the person, this one first.
  List<Open> list(HttpServletRequest request, UUID account) {
    var own = session(request).getAttribute(HANDLE);
    int epoch = accounts.epoch(account);
    return all.findByPrincipalName(account.toString()).values().stream()
        .filter(s -> !s.isExpired() && Integer.valueOf(epoch).equals(s.getAttribute(EPOCH)))
        .map(s ->
            new Open(
                String.valueOf(s.<Object>getAttribute(HANDLE)),
                s.getCreationTime(),
                s.getLastAccessedTime(),
                String.valueOf(s.<Object>getAttribute(BROWSER)),
                String.valueOf(s.<Object>getAttribute(HANDLE)).equals(own)))
        .sorted(Comparator.comparing(Open::thisOne).thenComparing(Open::lastSeen).reversed())
        .toList();
  }

  /// Ends one of the person's sessions.
  void end(UUID account, String handle) {
    all.findByPrincipalName(account.toString()).values().stream()
        .filter(s -> handle.equals(s.<Object>getAttribute(HANDLE)))
        .forEach(s -> all.deleteById(s.getId()));
  }

  /// The keys have changed: this session goes on under a new number, all others end.
  void onlyThisOne(HttpServletRequest request, UUID account) {
    var own = session(request);
    own.setAttribute(EPOCH, accounts.epoch(account));
    own.removeAttribute(OFFERED);
    var id = own.getId();
    all.findByPrincipalName(account.toString()).keySet().stream()
        .filter(other -> !other.equals(id))
        .forEach(all::deleteById);
    request.changeSessionId();
  }
}
