package org.foyal.shell.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.foyal.shell.language.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/// The one security chain, where the one kind of session lives: the staff's pages.
///
/// Public pages pass by it and get no cookie. The proof that a form is ours lives in a cookie of
/// its own, so that a visitor who only looks at the sign-in form costs no row in the database.
@Configuration
@ConditionalOnWebApplication
class StaffChain {
  private static final Pattern STAFFS = Pattern.compile("/[^/]+/staff(/.*)?");

  @Bean
  SecurityFilterChain staffPages(HttpSecurity http, ObjectProvider<Reception> receptions) {
    var reception = receptions.getIfAvailable();
    var open = reception == null ? List.<String>of() : reception.openAddresses();
    var formCookie = new CookieCsrfTokenRepository();
    formCookie.setCookieName("foyal-form");
    formCookie.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return http.securityMatcher("/*/staff/**")
        .securityContext(c -> c.securityContextRepository(new AtReception(receptions)))
        .csrf(c -> c.csrfTokenRepository(formCookie))
        .addFilterBefore(new Discretion(), CsrfFilter.class)
        .sessionManagement(c -> c.sessionCreationPolicy(SessionCreationPolicy.NEVER))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(AbstractHttpConfigurer::disable)
        .exceptionHandling(c -> c.authenticationEntryPoint(StaffChain::askToSignIn))
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers(open.toArray(String[]::new))
                .permitAll()
                .anyRequest()
                .authenticated())
        .build();
  }

  /// Whether an address, or the pattern of one, is a staff page's.
  static boolean isStaffs(String address) {
    return STAFFS.matcher(address).matches();
  }

  /// Shows the sign-in form, and remembers the page that was asked for.
  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody) {
    var parts = request.getRequestURI().split("/", 3);
    var language = Language.find(parts.length > 1 ? parts[1] : "").orElse(Language.FR);
    var address = "/" + language.code() + "/staff/sign-in";
    if ("GET".equals(request.getMethod())) {
      var query = request.getQueryString();
      var asked = request.getRequestURI() + (query == null ? "" : "?" + query);
      address += "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", address);
  }

  /// Reads who is signed in afresh at each request, so that an account that was closed, or lost a
  /// role, feels it at once.
  private record AtReception(ObjectProvider<Reception> reception)
      implements SecurityContextRepository {
    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
      var context = new SecurityContextImpl();
      Optional.ofNullable(reception.getIfAvailable())
          .flatMap(r -> r.whoIs(holder.getRequest()))
          .map(who -> UsernamePasswordAuthenticationToken.authenticated(who, null, List.of()))
          .ifPresent(context::setAuthentication);
      return context;
    }

    @Override
    public void saveContext(
        SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
      // `people` writes into the session itself, at sign-in and nowhere else
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
      return request.getSession(false) != null;
    }
  }

  /// Staff pages are kept by no cache, and files are only received from whoever is signed in: a
  /// stranger can't fill the disk before being turned away.
  private static final class Discretion extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      response.setHeader("Cache-Control", "no-store");
      var type = request.getContentType();
      boolean file = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
      if (file && SecurityContextHolder.getContext().getAuthentication() == null) {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return;
      }
      chain.doFilter(request, response);
    }
  }
}
