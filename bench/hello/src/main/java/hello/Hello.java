package hello;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The baseline of the pages' bench: the same stack writing the same bytes, line by line from memory.
@SpringBootApplication
@RestController
public class Hello {
  private final List<String> lines;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  Hello(@Value("${page}") Path page) throws IOException {
    lines = Files.readAllLines(page);
  }

  public static void main(String[] args) {
    SpringApplication.run(Hello.class, args);
  }

  @GetMapping("/")
  void page(HttpServletResponse response) throws IOException {
    var body = new Utf8ByteOutput();
    templates.render("page.jte", Map.of("lines", lines), body);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(body.getContentLength());
    body.writeTo(response.getOutputStream());
  }
}
