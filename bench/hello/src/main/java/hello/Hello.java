package hello;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The baseline of the pages' bench: the same stack with one page made from constants.
@SpringBootApplication
@RestController
public class Hello {
  private static final List<String> LINES =
      IntStream.range(0, 80).mapToObj(i -> "Rue numéro " + i).toList();
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  public static void main(String[] args) {
    SpringApplication.run(Hello.class, args);
  }

  @GetMapping("/")
  void page(HttpServletResponse response) throws IOException {
    var body = new Utf8ByteOutput();
    templates.render("page.jte", Map.of("title", "Fort", "lines", LINES), body);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(body.getContentLength());
    body.writeTo(response.getOutputStream());
  }
}
