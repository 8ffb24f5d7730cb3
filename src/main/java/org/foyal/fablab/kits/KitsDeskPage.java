package org.foyal.fablab.kits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.foyal.fablab.members.Members;
import org.foyal.kernel.Reference;
import org.foyal.learning.enrolment.Participation.Learner;
import org.foyal.people.Actor;
import org.foyal.shell.Pages;
import org.foyal.shell.guard.For;
import org.foyal.shell.guard.Role;
import org.foyal.shell.guard.SignedIn;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Plain;
import org.foyal.shell.language.Told;
import org.foyal.things.showing.Measure;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The staff's web door to kits: what there is, lending, taking back.
@Controller
@For({Role.FABLAB, Role.ADMIN})
@RequestMapping("/staff/fablab/kits")
class KitsDeskPage {
  private static final int MOST = 100;
  private static final int LONG = 6_000;

  private final Kits kits;
  private final Members members;
  private final Pages pages;

  KitsDeskPage(Kits kits, Members members, Pages pages) {
    this.kits = kits;
    this.members = members;
    this.pages = pages;
  }

  /// A loan as typed.
  ///
  /// @param act `lend`, `prolong` or `back`
  record LoanForm(
      @Nullable String act,
      @Nullable String form,
      @Nullable String kit,
      @Nullable String member,
      @Nullable String loan,
      @Nullable String until,
      @Nullable String state,
      @Nullable String words) {
    static final LoanForm NOTHING = new LoanForm("", "", "", "", "", "", "", "");
  }

  /// A kit as typed; texts in French, English and Creole.
  record KitForm(
      @Nullable String id,
      @Nullable String version,
      @Nullable List<String> title,
      @Nullable List<String> about,
      @Nullable List<String> contents,
      @Nullable List<String> steps,
      @Nullable List<String> measure,
      @Nullable String boxes,
      @Nullable String days,
      @Nullable String active) {
    static String shown(@Nullable List<String> texts, int number) {
      return texts == null || texts.size() <= number ? "" : texts.get(number);
    }

    static KitForm fresh() {
      return new KitForm(
          UUID.randomUUID().toString(), "0", null, null, null, null, null, "1", "30", "yes");
    }

    static KitForm of(Kit kit) {
      return new KitForm(
          kit.id().toString(),
          Integer.toString(kit.version()),
          texts(kit.texts().title()),
          texts(kit.texts().about()),
          texts(kit.texts().contents()),
          texts(kit.texts().steps()),
          kit.measures().stream().map(Measure::code).toList(),
          Integer.toString(kit.boxes()),
          Integer.toString(kit.loan_days()),
          kit.active() ? "yes" : "");
    }

    private static List<String> texts(Told told) {
      return Stream.of(org.foyal.shell.language.Language.values()).map(told::only).toList();
    }

    boolean has(Measure one) {
      return measure != null && measure.contains(one.code());
    }
  }

  /// A loan in the list.
  ///
  /// @param name of who has it; empty once it was erased
  record Row(Loan loan, String kit, String name, boolean late) {}

  /// What the page shows.
  ///
  /// @param lent what was lent just now
  record View(
      List<Kits.Stock> kits,
      List<Row> rows,
      LoanForm form,
      Optional<Lending.Lent> lent,
      String fresh,
      String done,
      Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    Map<String, String> lendable(org.foyal.shell.language.Language reader) {
      var some = new LinkedHashMap<String, String>();
      kits.stream()
          .filter(one -> one.kit().active() && one.in() > 0)
          .forEach(one ->
              some.put(
                  one.kit().id().toString(),
                  one.kit().texts().title().in(reader) + " (" + one.in() + ")"));
      return some;
    }
  }

  /// The page of a kit.
  record KitView(KitForm form, boolean fresh, Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }
  }

  @GetMapping
  ModelAndView list(HttpServletRequest request) {
    return page(request, LoanForm.NOTHING, Optional.empty(), "", Map.of());
  }

  @PostMapping
  ModelAndView act(LoanForm form, SignedIn who, HttpServletRequest request) {
    var by = Actor.of(who);
    return switch (Plain.line(form.act())) {
      case "lend" -> lend(by, form, request);
      case "prolong" -> {
        var until = Plain.day(form.until());
        boolean done =
            named(form.loan())
                .filter(loan -> until.filter(day -> kits.prolong(by, loan, day)).isPresent())
                .isPresent();
        yield done
            ? page(
                request, LoanForm.NOTHING, Optional.empty(), "fablab.kits.done.prolonged", Map.of())
            : refused(request, form, "until", "fablab.kits.problem.until");
      }
      case "back" -> {
        var state =
            Stream.of(Loan.State.values())
                .filter(one -> one.name().equals(form.state()))
                .findFirst();
        var words = Plain.line(form.words());
        if (state.isEmpty() || words.length() > 300) {
          yield refused(request, form, "state", "fablab.kits.problem.state");
        }
        boolean done =
            named(form.loan())
                .filter(loan ->
                    kits.takeBack(
                        by, loan, state.get(), Optional.of(words).filter(w -> !w.isEmpty())))
                .isPresent();
        yield done
            ? page(request, LoanForm.NOTHING, Optional.empty(), "fablab.kits.done.back", Map.of())
            : refused(request, form, "state", "fablab.kits.problem.back");
      }
      default -> list(request);
    };
  }

  private ModelAndView lend(Actor by, LoanForm form, HttpServletRequest request) {
    var member = Reference.read(Plain.line(form.member())).flatMap(members::findAtTheCounter);
    var kit = named(form.kit());
    if (member.isEmpty()) {
      return refused(request, form, "member", "fablab.kits.problem.member");
    }
    if (kit.isEmpty()) {
      return refused(request, form, "kit", "fablab.kits.problem.kit");
    }
    return switch (kits.lend(by, Plain.formName(form.form()), kit.get(), member.get())) {
      case Lending.Lent lent ->
          page(request, LoanForm.NOTHING, Optional.of(lent), "fablab.kits.done.lent", Map.of());
      case Lending.NoneLeft() -> refused(request, form, "kit", "fablab.kits.problem.none-left");
      case Lending.NotThere() -> refused(request, form, "kit", "fablab.kits.problem.kit");
    };
  }

  private ModelAndView refused(
      HttpServletRequest request, LoanForm form, String field, String words) {
    return page(request, form, Optional.empty(), "", Map.of(field, words));
  }

  private ModelAndView page(
      HttpServletRequest request,
      LoanForm form,
      Optional<Lending.Lent> lent,
      String done,
      Map<String, String> problems) {
    var all = kits.list();
    var loans = kits.listLoans(MOST);
    var who = members.who(loans.stream().map(Loan::member).toList());
    var reader = pages.of(request).language();
    var titles = new LinkedHashMap<UUID, String>();
    all.forEach(one -> titles.put(one.kit().id(), one.kit().texts().title().in(reader)));
    var rows =
        loans.stream()
            .map(loan ->
                new Row(
                    loan,
                    titles.getOrDefault(loan.kit(), ""),
                    Optional.ofNullable(who.get(loan.member())).map(Learner::name).orElse(""),
                    loan.late(kits.today())))
            .toList();
    return new ModelAndView("fablab/kits/desk", Fields.status(problems))
        .addObject(
            "view", new View(all, rows, form, lent, UUID.randomUUID().toString(), done, problems));
  }

  @GetMapping("/new")
  ModelAndView fresh() {
    return kitPage(KitForm.fresh(), true, Map.of());
  }

  @GetMapping("/{id:[0-9a-fA-F-]{36}}")
  ModelAndView edit(@PathVariable String id) {
    var kit =
        named(id)
            .flatMap(kits::find)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return kitPage(KitForm.of(kit), false, Map.of());
  }

  @PostMapping("/kit")
  ModelAndView keep(KitForm form, SignedIn who, HttpServletRequest request) {
    var fields = new Fields();
    var id = Plain.formName(form.id());
    var before = kits.find(id);
    var made = read(form, fields, id, before.map(Kit::example).orElse(false));
    if (made.isEmpty()) {
      return kitPage(form, before.isEmpty(), fields.problems());
    }
    var by = Actor.of(who);
    return switch (before.isEmpty() ? kits.add(by, made.get()) : kits.update(by, made.get())) {
      case DONE ->
          page(request, LoanForm.NOTHING, Optional.empty(), "fablab.kits.done.kit", Map.of());
      case TAKEN -> kitPage(form, false, Map.of("boxes", "fablab.kits.problem.boxes-lent"));
      case OVERTAKEN, CIRCLE, UNKNOWN ->
          kitPage(
              before.map(_ -> KitForm.of(kits.find(id).orElseThrow())).orElse(form),
              false,
              Map.of("version", "fablab.kits.problem.overtaken"));
    };
  }

  private static Optional<Kit> read(KitForm form, Fields fields, UUID id, boolean example) {
    var texts =
        new Kit.Texts(
            told(fields, "title", form.title(), 100),
            told(fields, "about", form.about(), 1_000),
            told(fields, "contents", form.contents(), 2_000),
            told(fields, "steps", form.steps(), LONG));
    var measures =
        form.measure() == null
            ? List.<Measure>of()
            : form.measure().stream().flatMap(w -> Measure.find(w).stream()).distinct().toList();
    if (measures.isEmpty() || measures.size() > 6) {
      fields.refuse("measure", "fablab.kits.problem.measure");
    }
    int boxes = fields.number("boxes", form.boxes(), 1, 200, "fablab.kits.problem.boxes");
    int days = fields.number("days", form.days(), 1, 365, "fablab.kits.problem.days");
    int version = fields.number("version", form.version(), 0, 99_999, "shell.problem.long");
    boolean active = "yes".equals(form.active());
    return fields.good()
        ? Optional.of(new Kit(id, texts, measures, boxes, days, active, example, version))
        : Optional.empty();
  }

  private static Told told(Fields fields, String field, @Nullable List<String> texts, int longest) {
    var typed = Stream.of(0, 1, 2).map(i -> Plain.text(KitForm.shown(texts, i))).toList();
    if (typed.stream().anyMatch(text -> text.length() > longest)) {
      fields.refuse(field, "shell.problem.long");
      return Told.inFrench("-");
    }
    return Told.of(typed.get(0), typed.get(1), typed.get(2))
        .orElseGet(() -> {
          fields.refuse(field, "shell.problem.french");
          return Told.inFrench("-");
        });
  }

  private static ModelAndView kitPage(KitForm form, boolean fresh, Map<String, String> problems) {
    return new ModelAndView("fablab/kits/kit", Fields.status(problems))
        .addObject("view", new KitView(form, fresh, problems));
  }

  private static Optional<UUID> named(@Nullable String typed) {
    try {
      return Optional.of(UUID.fromString(Plain.line(typed)));
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }
}
