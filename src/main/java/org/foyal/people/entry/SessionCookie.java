package org.foyal.people.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/// The cookie of a session: unreadable for scripts, not sent with other sites' forms. What carries
/// no number of ours never reaches the database, which has no words for some of it.
@Component
class SessionCookie extends DefaultCookieSerializer {
  private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  SessionCookie() {
    setCookieName("foyal");
    setUseHttpOnlyCookie(true);
    setSameSite("Lax");
  }

  @Override
  public List<String> readCookieValues(HttpServletRequest request) {
    return super.readCookieValues(request).stream()
        .filter(value -> NUMBER.matcher(value).matches())
        .toList();
  }
}
