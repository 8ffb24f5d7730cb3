package org.foyal.fablab.credit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.foyal.fablab.machines.LabEntry;
import org.foyal.fablab.machines.MachineType;
import org.foyal.fablab.machines.Machines;
import org.foyal.fablab.members.Members;
import org.foyal.kernel.Reference;
import org.foyal.shell.guard.Guesses;
import org.foyal.shell.language.Fields;
import org.foyal.shell.language.Language;
import org.foyal.shell.language.Plain;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// The public web door to what the lab costs: the price of an hour, a little sum with a quotient
/// that nobody keeps, and what somebody's card holds.
@Controller("fablabPricesPage")
class PricesPage {
  private static final int MOST_minutes = 1_440;
  private static final int MOST_QUOTIENT = 100_000;

  private final Guesses guesses = new Guesses();
  private final Credit credit;
  private final Members members;
  private final Machines machines;

  PricesPage(Credit credit, Members members, Machines machines) {
    this.credit = credit;
    this.members = members;
    this.machines = machines;
  }

  @Bean
  static LabEntry pricesEntry() {
    return new LabEntry("/fablab/prices", "fablab.credit", 60);
  }

  /// What is typed.
  ///
  /// @param act `sum` or `mine`
  record Form(
      @Nullable String act,
      @Nullable String type,
      @Nullable String minutes,
      @Nullable String quotient,
      @Nullable String reference,
      @Nullable String code) {
    static final Form EMPTY = new Form("", "", "60", "", "", "");

    static String shown(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  /// What an hour at a kind of machine costs.
  ///
  /// @param least with the least quotient
  record Row(MachineType type, BigDecimal full, BigDecimal least) {}

  /// What the page shows.
  ///
  /// @param sum what the time costs that was asked for
  /// @param terms of the tariff
  record View(
      List<Row> rows,
      Form form,
      Optional<BigDecimal> sum,
      Optional<Credit.Holding> mine,
      CreditSettings terms,
      Map<String, String> problems) {
    @Nullable String problem(String field) {
      return problems.get(field);
    }

    Map<String, String> types(Language reader) {
      var all = new LinkedHashMap<String, String>();
      rows.forEach(row -> all.put(row.type().code(), row.type().title().in(reader)));
      return all;
    }
  }

  @GetMapping("/fablab/prices")
  ModelAndView prices() {
    return page(Form.EMPTY, Optional.empty(), Optional.empty(), Map.of());
  }

  @PostMapping("/fablab/prices")
  ModelAndView act(Form form, HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    return "mine".equals(form.act()) ? mine(form, request) : sum(form);
  }

  /// The quotient is read and forgotten: it is in no address, no table and no log.
  private ModelAndView sum(Form form) {
    var fields = new Fields();
    int minutes =
        fields.number("minutes", form.minutes(), 1, MOST_minutes, "fablab.credit.problem.minutes");
    int quotient =
        fields.number(
            "quotient", form.quotient(), 0, MOST_QUOTIENT, "fablab.credit.problem.quotient");
    var type = machines.findType(Plain.line(form.type()));
    if (type.isEmpty()) {
      fields.refuse("type", "fablab.credit.problem.type");
    }
    return fields.good()
        ? page(
            form,
            Optional.of(euros(credit.sum(type.orElseThrow().code(), minutes, quotient))),
            Optional.empty(),
            Map.of())
        : page(form, Optional.empty(), Optional.empty(), fields.problems());
  }

  private ModelAndView mine(Form form, HttpServletRequest request) {
    var reference = Reference.read(Plain.line(form.reference()));
    if (reference.isEmpty()) {
      return refused(form, "reference", "fablab.credit.problem.reference");
    }
    if (!guesses.mayTry(reference.get().signs())) {
      return refused(form, "code", "fablab.credit.problem.wait");
    }
    var member = members.find(reference.get(), Plain.line(form.code()));
    if (member.isEmpty()) {
      boolean goOn = guesses.mayGoOn(request.getRemoteAddr(), reference.get().signs());
      return refused(
          form, "code", goOn ? "fablab.credit.problem.code" : "fablab.credit.problem.wait");
    }
    return page(form, Optional.empty(), Optional.of(credit.holding(member.get().id())), Map.of());
  }

  private ModelAndView refused(Form form, String field, String words) {
    return page(form, Optional.empty(), Optional.empty(), Map.of(field, words));
  }

  private ModelAndView page(
      Form form,
      Optional<BigDecimal> sum,
      Optional<Credit.Holding> mine,
      Map<String, String> problems) {
    var rows =
        machines.listTypes().stream()
            .filter(MachineType::active)
            .map(type ->
                new Row(
                    type, euros(credit.price(type.code())), euros(credit.sum(type.code(), 60, 0))))
            .toList();
    var status = problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    return new ModelAndView("fablab/credit/prices", status)
        .addObject("view", new View(rows, form, sum, mine, credit.terms(), problems));
  }

  static BigDecimal euros(int cents) {
    return BigDecimal.valueOf(cents, 2);
  }
}
