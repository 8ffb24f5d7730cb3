package org.foyal.shell.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Turns a form with files away by its announced length, before a byte of it is read, unless it
/// comes to a door that takes as much ([UploadDoor]). One that does not announce its length, as no
/// browser does, is turned away too.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class UploadGate extends OncePerRequestFilter {
  private final List<Opening> openings;

  UploadGate(List<UploadDoor> doors) {
    openings =
        doors.stream()
            .map(door ->
                new Opening(
                    PathPatternParser.defaultInstance.parse(door.path()), door.most_bytes()))
            .toList();
  }

  private record Opening(PathPattern path, long most_bytes) {}

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var type = request.getContentType();
    return type == null || !type.toLowerCase(Locale.ROOT).strip().startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long length = request.getContentLengthLong();
    var path = PathContainer.parsePath(request.getRequestURI());
    var opening = openings.stream().filter(o -> o.path.matches(path)).findFirst();
    boolean leftToStaff = opening.isEmpty() && StaffChain.isStaffs(request.getRequestURI());
    if (leftToStaff) {
      chain.doFilter(request, response);
    } else if (opening.isEmpty()) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
    } else if (length < 0) {
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else if (length > opening.get().most_bytes) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
