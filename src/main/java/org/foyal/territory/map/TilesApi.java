package org.foyal.territory.map;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The door for pictures: `/tiles/light/13/2706/3764.png`, sharper with `@2x`; whole views for the
/// page without scripts below `view` and `narrow`. A plain servlet: a map asks for dozens at once.
@Component
class TilesApi extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final Pattern ADDRESS =
      Pattern.compile("/([a-z]{1,9})/(view/|narrow/)?(\\d{1,3})/(\\d{1,9})/(\\d{1,9})(@2x)?\\.png");

  private final transient Maps maps;
  private final transient Problems problems;

  TilesApi(Maps maps, Problems problems) {
    this.maps = maps;
    this.problems = problems;
  }

  /// What an address asks for.
  sealed interface Asked {
    record Piece(Region region) implements Asked {}

    record Refused(int status, String key) implements Asked {}
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var path = request.getPathInfo();
    switch (read(path == null ? "" : path)) {
      case Asked.Refused(int status, String key) -> problems.answer(request, response, status, key);
      case Asked.Piece(Region region) -> {
        switch (maps.draw(region)) {
          case Tiles.Drawn.Picture picture -> send(request, response, picture);
          case Tiles.Drawn.TooBusy _ -> {
            response.setHeader("Retry-After", "2");
            problems.answer(request, response, 503, "map.problem.busy");
          }
        }
      }
    }
  }

  static Asked read(String path) {
    var address = ADDRESS.matcher(path);
    if (!address.matches()) {
      return new Asked.Refused(400, "map.problem.address");
    }
    var look = Look.find(address.group(1));
    if (look.isEmpty()) {
      return new Asked.Refused(404, "map.problem.look");
    }
    int zoom = Integer.parseInt(address.group(3));
    if (zoom < Region.FIRST_ZOOM || zoom > Region.LAST_ZOOM) {
      return new Asked.Refused(404, "map.problem.zoom");
    }
    int x = Integer.parseInt(address.group(4));
    int y = Integer.parseInt(address.group(5));
    int beyond = (address.group(2) == null ? 1 : Mercator.TILE_px / Region.STEP_px) << zoom;
    if (x >= beyond || y >= beyond) {
      return new Asked.Refused(404, "map.problem.tile");
    }
    return new Asked.Piece(region(look.get(), zoom, x, y, address));
  }

  private static Region region(Look look, int zoom, int x, int y, Matcher address) {
    int scale = address.group(6) == null ? 1 : 2;
    return switch (address.group(2)) {
      case null -> Region.tile(look, zoom, x, y, scale);
      case "view/" -> Region.view(look, zoom, x * Region.STEP_px, y * Region.STEP_px, scale);
      default -> Region.narrow(look, zoom, x * Region.STEP_px, y * Region.STEP_px);
    };
  }

  private void send(
      HttpServletRequest request, HttpServletResponse response, Tiles.Drawn.Picture picture)
      throws IOException {
    var mark = '"' + picture.mark() + '"';
    boolean ofThisVersion = Long.toString(maps.version()).equals(request.getParameter("v"));
    response.setHeader("ETag", mark);
    response.setHeader(
        "Cache-Control",
        ofThisVersion ? "public, max-age=31536000, immutable" : "public, max-age=300");
    if (matches(request.getHeader("If-None-Match"), mark)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType("image/png");
    response.setContentLength(picture.png().length);
    response.getOutputStream().write(picture.png());
  }

  private static boolean matches(@Nullable String asked, String mark) {
    return asked != null && (asked.equals("*") || asked.contains(mark));
  }
}
