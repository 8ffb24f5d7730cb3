package org.foyal.requests.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.requests.Attribute;
import org.foyal.requests.Attribute.Kind;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.requests.Requests;
import org.foyal.requests.open311.Tree.Group;
import org.foyal.requests.open311.Tree.Listed;
import org.foyal.requests.open311.Tree.Value;
import org.foyal.shell.Page;
import org.foyal.shell.ShellSettings;
import org.foyal.shell.SiteAddress;
import org.foyal.shell.language.Language;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The Open311 door to what can be reported: service discovery, the list of services, and what each
/// asks (GeoReport v2, « GET Service List », « GET Service Definition »).
///
/// There is one city, so that `jurisdiction_id` is passed over, as the standard allows. In a crisis
/// the list stays whole: a program that copies it would take the rest for gone.
@RestController
class ServicesApi {
  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

  /// When what these doors answer last changed its form.
  private static final String CHANGESET = "2026-11-26T00:00:00Z";

  private final Requests requests;
  private final Categories categories;
  private final Speech speech;
  private final SiteAddress site;
  private final ShellSettings shell;

  ServicesApi(
      Requests requests,
      Categories categories,
      Speech speech,
      SiteAddress site,
      ShellSettings shell) {
    this.requests = requests;
    this.categories = categories;
    this.speech = speech;
    this.site = site;
    this.shell = shell;
  }

  @GetMapping("/open311/discovery.{form:xml|json}")
  ResponseEntity<byte[]> discovery(HttpServletRequest request) {
    var page = speech.page(request);
    var formats =
        new Listed(
            "formats",
            Arrays.stream(Form.values()).map(form -> new Value("format", form.listed())).toList());
    var endpoint =
        Group.of(
            "endpoint",
            new Value("specification", SPECIFICATION),
            new Value("url", site.get() + "/open311/v2"),
            new Value("changeset", CHANGESET),
            new Value("type", "production"),
            formats);
    return speech.tell(
        request,
        Group.of(
            "discovery",
            new Value("changeset", CHANGESET),
            new Value("contact", page.say("requests.open311.contact", reach(page))),
            new Value("key_service", page.say("requests.open311.key-service", reach(page))),
            new Listed("endpoints", List.of(endpoint))));
  }

  /// How to reach the city: what it has entered, and the page that says it all.
  private String reach(Page page) {
    return Stream.of(
            shell.contactEmail(), shell.contactPhone(), site.get() + page.href("/about/contact"))
        .filter(way -> !way.isBlank())
        .collect(Collectors.joining(", "));
  }

  @GetMapping("/open311/v2/services.{form:xml|json}")
  ResponseEntity<byte[]> services(HttpServletRequest request) {
    var page = speech.page(request);
    var asking = requests.asking();
    return speech.tell(
        request,
        new Listed(
            "services",
            categories.list().stream()
                .filter(Category::active)
                .map(one -> service(one, asking.contains(one.code()), page))
                .toList()));
  }

  private static Tree service(Category one, boolean asks, Page page) {
    var language = page.language();
    var delay = one.delay().accepted() ? "requests.open311.promised" : "requests.open311.objective";
    return Group.of(
        "service",
        new Value("service_code", one.code()),
        new Value("service_name", one.title().in(language)),
        new Value("description", page.say(delay, one.delay().working_days())),
        new Value("metadata", asks),
        new Value("type", "realtime"),
        new Value("keywords", keywords(one, language)),
        new Value("group", one.group().in(language)));
  }

  /// With commas between, the name in the other languages among them.
  private static String keywords(Category one, Language reader) {
    var names =
        Arrays.stream(Language.values())
            .filter(other -> other != reader)
            .map(one.title()::only)
            .filter(name -> !name.isEmpty());
    return Stream.concat(Stream.of(one.keywords().split("[,;\\s]+")), names)
        .filter(word -> !word.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  @GetMapping("/open311/v2/services/{code}.{form:xml|json}")
  ResponseEntity<byte[]> definition(@PathVariable String code, HttpServletRequest request) {
    var service = requests.findCategory(code).filter(Category::active);
    if (service.isEmpty()) {
      return speech.refuse(request, 404, "requests.open311.no-service");
    }
    var page = speech.page(request);
    var asked = requests.asked(code);
    var attributes = new ArrayList<Tree>();
    for (var one : asked) {
      attributes.add(attribute(one, attributes.size() + 1, asked, page));
    }
    return speech.tell(
        request,
        Group.of(
            "service_definition",
            new Value("service_code", code),
            new Listed("attributes", attributes)));
  }

  /// The standard has no conditions: what is asked only sometimes is never required there, and says
  /// in words when it is asked.
  private static Tree attribute(Attribute one, int order, List<Attribute> asked, Page page) {
    var language = page.language();
    boolean note = one.kind() == Kind.NOTE;
    var parts =
        new ArrayList<Tree>(
            List.of(
                new Value("variable", !note),
                new Value("code", one.code()),
                new Value("datatype", note ? "text" : one.kind().name().toLowerCase(Locale.ROOT)),
                new Value("required", one.required() && one.condition().isEmpty()),
                Value.of("datatype_description", described(one, asked, page)),
                new Value("order", order),
                new Value("description", one.ask().in(language))));
    if (one.kind().isList()) {
      parts.add(
          new Listed(
              "values",
              one.options().stream()
                  .map(option ->
                      Group.of(
                          "value",
                          new Value("key", option.key()),
                          new Value("name", option.said().in(language))))
                  .toList()));
    }
    return new Group("attribute", parts);
  }

  private static Optional<String> described(Attribute one, List<Attribute> asked, Page page) {
    var kind =
        switch (one.kind()) {
          case DATETIME -> page.say("requests.open311.type.datetime");
          case NUMBER -> page.say("requests.open311.type.number");
          case STRING, TEXT, SINGLEVALUELIST, MULTIVALUELIST, NOTE -> "";
        };
    var when =
        one.condition()
            .flatMap(condition ->
                asked.stream()
                    .filter(other -> other.code().equals(condition.code()))
                    .findFirst()
                    .flatMap(other ->
                        other
                            .option(condition.option())
                            .map(option ->
                                page.say(
                                    "requests.open311.only-if",
                                    other.ask().in(page.language()),
                                    option.said().in(page.language())))))
            .orElse("");
    var all = (kind + " " + when).strip();
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }
}
