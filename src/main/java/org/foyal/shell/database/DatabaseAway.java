package org.foyal.shell.database;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asks for patience (503 with `Retry-After`) while the database is away, rather than calling it an
/// error of ours: it is being started again, and nothing acknowledged is lost.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class DatabaseAway extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);

  private final Words words;

  DatabaseAway(Words words) {
    this.words = words;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (NestedRuntimeException | ServletException e) {
      if (!isAway(e) || response.isCommitted()) {
        throw e;
      }
      LOG.warn("The database is away; {} was asked to wait", request.getRequestURI());
      response.resetBuffer();
      response.setHeader("Retry-After", "5");
      if (request.getDispatcherType() == DispatcherType.ERROR) {
        sayPlainly(response);
      } else {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
    }
  }

  /// The page of errors asks the database who is signed in; where even that fails, this is said.
  private void sayPlainly(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("text/plain;charset=UTF-8");
    for (var language : Language.values()) {
      response.getWriter().println(words.say(language, "error.503.title"));
      response.getWriter().println(words.say(language, "error.503.cure") + "\n");
    }
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /// A failure, what caused it, and what went wrong first where undoing the transaction failed too.
  private static Stream<Throwable> behind(Throwable failure) {
    var first =
        failure instanceof TransactionSystemException undoing
            ? undoing.getOriginalException()
            : null;
    return Stream.concat(
        Stream.iterate(failure, java.util.Objects::nonNull, Throwable::getCause),
        Stream.iterate(first, java.util.Objects::nonNull, Throwable::getCause));
  }

  /// Whether a failure comes from a connection that is gone or can't be had: class 08 of SQLSTATE,
  /// or a server that stops, crashes or still starts (57P01 to 57P03).
  static boolean isAway(Throwable failure) {
    return behind(failure)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .anyMatch(e -> e instanceof SQLTransientConnectionException || isAway(e.getSQLState()));
  }

  private static boolean isAway(@org.jspecify.annotations.Nullable String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P0"));
  }
}
