package org.foyal.learning.courses.desk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.foyal.learning.courses.Competence;
import org.foyal.learning.courses.Course;
import org.foyal.learning.courses.Course.Audience;
import org.foyal.learning.courses.Course.Level;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Told;
import org.jspecify.annotations.Nullable;

/// A course as typed.
///
/// @param act `preview`, or nothing to save it
record CourseForm(
    @Nullable String code,
    @Nullable String titleFr,
    @Nullable String titleEn,
    @Nullable String titleGcf,
    @Nullable String descriptionFr,
    @Nullable String descriptionEn,
    @Nullable String descriptionGcf,
    @Nullable String bringFr,
    @Nullable String bringEn,
    @Nullable String bringGcf,
    @Nullable String priceFr,
    @Nullable String priceEn,
    @Nullable String priceGcf,
    @Nullable String level,
    @Nullable String minutes,
    @Nullable List<String> audiences,
    @Nullable List<String> competences,
    @Nullable List<String> needs,
    @Nullable String active,
    @Nullable String act,
    @Nullable String version) {
  static final CourseForm EMPTY =
      new CourseForm(
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          "",
          Level.BEGINNER.name(),
          "90",
          List.of(),
          List.of(),
          List.of(),
          "yes",
          "",
          "");

  static CourseForm of(Course one) {
    return new CourseForm(
        one.code(),
        one.title().french(),
        one.title().only(Language.EN),
        one.title().only(Language.GCF),
        one.description().french(),
        one.description().only(Language.EN),
        one.description().only(Language.GCF),
        in(one.bring(), Language.FR),
        in(one.bring(), Language.EN),
        in(one.bring(), Language.GCF),
        in(one.price(), Language.FR),
        in(one.price(), Language.EN),
        in(one.price(), Language.GCF),
        one.level().name(),
        Integer.toString(one.minutes()),
        one.audiences().stream().map(Audience::name).toList(),
        one.competences().stream().map(Competence::code).toList(),
        one.needs(),
        one.active() ? "yes" : "",
        "",
        Integer.toString(one.version()));
  }

  private static String in(Optional<Told> text, Language language) {
    return text.map(told -> told.only(language)).orElse("");
  }

  boolean preview() {
    return "preview".equals(act);
  }

  boolean has(Audience one) {
    return audiences != null && audiences.contains(one.name());
  }

  boolean has(Competence one) {
    return competences != null && competences.contains(one.code());
  }

  boolean hasNeed(String one) {
    return needs != null && needs.contains(one);
  }

  /// The course; what can't be is noted in the fields.
  ///
  /// @param known the codes of the needs that there are
  Course read(String code, List<String> known, Fields fields) {
    return new Course(
        code,
        fields.told("title", 150, titleFr, titleEn, titleGcf),
        described(fields),
        maybe("bring", 500, fields, bringFr, bringEn, bringGcf),
        maybe("price", 200, fields, priceFr, priceEn, priceGcf),
        Stream.of(Level.values())
            .filter(one -> one.name().equals(level))
            .findFirst()
            .orElse(Level.BEGINNER),
        fields.number("minutes", minutes, 15, 480, "learning.courses.problem.minutes"),
        Stream.of(Audience.values()).filter(this::has).collect(Collectors.toSet()),
        Stream.of(Competence.values()).filter(this::has).collect(Collectors.toSet()),
        known.stream().filter(this::hasNeed).toList(),
        "yes".equals(active),
        false,
        Versions.read(version));
  }

  private Told described(Fields fields) {
    var french = fields.text("description", descriptionFr, 2000);
    var english = fields.text("description", descriptionEn, 2000);
    var creole = fields.text("description", descriptionGcf, 2000);
    return Told.of(french, english, creole)
        .orElseGet(() -> {
          fields.refuse("description", "shell.problem.french");
          return Told.inFrench("-");
        });
  }

  private static Optional<Told> maybe(
      String field, int longest, Fields fields, @Nullable String... typed) {
    boolean empty = Stream.of(typed).allMatch(text -> fields.line(field, text, longest).isEmpty());
    return empty ? Optional.empty() : Optional.of(fields.told(field, longest, typed));
  }
}
