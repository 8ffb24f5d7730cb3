package org.foyal.shell;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Draws a view such as `territory/area` with the template of that name, made at build time.
@Component
class JteViews implements ViewResolver, Ordered {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, JteViews.class.getClassLoader(), "org.foyal");
  private final Pages pages;

  JteViews(Pages pages) {
    this.pages = pages;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    if (name.startsWith("redirect:")) {
      return null;
    }
    return new Drawn(name);
  }

  /// Before the frame's own resolvers, which would look for a servlet page.
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private final class Drawn implements View {
    private final String name;

    private Drawn(String name) {
      this.name = name;
    }

    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      draw(name, model, request, response);
    }
  }

  private void draw(
      String name,
      @Nullable Map<String, ?> model,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var parameters = new HashMap<String, @Nullable Object>();
    if (model != null) {
      model.forEach((key, value) -> {
        if (!key.startsWith("org.springframework.")) {
          parameters.put(key, value);
        }
      });
    }
    var page = pages.of(request);
    parameters.put("page", page);
    var body = new Utf8ByteOutput();
    templates.render(name + ".jte", parameters, body);
    response.setContentType("text/html;charset=UTF-8");
    // the locale, not the header: the server writes the header from the locale last of all
    response.setLocale(Locale.forLanguageTag(page.language().code()));
    if (response.getHeader("Cache-Control") == null) {
      response.setHeader("Cache-Control", "no-cache");
    }
    response.setContentLength(body.getContentLength());
    body.writeTo(response.getOutputStream());
  }
}
