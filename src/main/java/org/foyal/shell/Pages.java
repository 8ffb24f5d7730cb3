package org.foyal.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.foyal.shell.crisis.CrisisSwitch;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the [Page] of a request.
@Component
public class Pages {
  private final Words words;
  private final ShellSettings settings;
  private final Assets assets;
  private final List<Door> doors;
  private final List<Page.Script> scripts;
  private final CrisisSwitch crisis;

  Pages(
      Words words,
      ShellSettings settings,
      Assets assets,
      List<Door> doors,
      List<Page.Script> scripts,
      CrisisSwitch crisis) {
    this.words = words;
    this.settings = settings;
    this.assets = assets;
    this.doors = doors.stream().sorted(Comparator.comparingInt(Door::order)).toList();
    this.scripts = List.copyOf(scripts);
    this.crisis = crisis;
  }

  /// The page that a request asks for, in the language of its address, else in the one that the
  /// browser prefers.
  public Page of(HttpServletRequest request) {
    var asked = asked(request);
    var parts = asked.split("/", 3);
    var inAddress = parts.length > 1 ? Language.find(parts[1]) : Optional.<Language>empty();
    var language = inAddress.orElseGet(() -> preferred(request));
    var path = inAddress.isPresent() ? "/" + (parts.length > 2 ? parts[2] : "") : asked;
    var query = request.getQueryString();
    return new Page(
        language,
        path,
        query != null && "GET".equals(request.getMethod()) ? "?" + query : "",
        staff(),
        csrf(request),
        words,
        settings,
        assets,
        doors,
        scripts,
        crisis.now().orElse(null));
  }

  private static Language preferred(HttpServletRequest request) {
    var header = request.getHeader("Accept-Language");
    return Language.wanted(header == null ? "" : header);
  }

  /// The address before any dispatch to the error page.
  private static String asked(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
        ? uri
        : request.getRequestURI();
  }

  private static Page.@Nullable Staff staff() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? new Page.Staff(person.displayName(), person.administrator())
        : null;
  }

  private static Page.@Nullable CsrfField csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Page.CsrfField(token.getParameterName(), token.getToken())
        : null;
  }
}
