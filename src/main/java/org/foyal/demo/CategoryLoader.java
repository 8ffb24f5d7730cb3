package org.foyal.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.foyal.cases.Case.Silence;
import org.foyal.cases.Department;
import org.foyal.cases.Departments;
import org.foyal.cases.Question.Delay;
import org.foyal.people.Actor;
import org.foyal.requests.Attribute;
import org.foyal.requests.Attribute.Condition;
import org.foyal.requests.Attribute.Kind;
import org.foyal.requests.Attribute.Option;
import org.foyal.requests.Attributes;
import org.foyal.requests.Categories;
import org.foyal.requests.Category;
import org.foyal.shell.language.Told;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Enters the departments and categories of the demonstration, marked as examples, with what the
/// categories ask; those that are there are left as they stand. Their delays are objectives: no
/// department has accepted one.
@Component
@Order(20)
@ConditionalOnProperty("foyal.demo.city")
class CategoryLoader implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(CategoryLoader.class);

  private final Departments departments;
  private final Categories categories;
  private final Attributes attributes;
  private final Path city;

  CategoryLoader(
      Departments departments, Categories categories, Attributes attributes, DemoSettings demo) {
    this.departments = departments;
    this.categories = categories;
    this.attributes = attributes;
    this.city = demo.city() == null ? Path.of("") : demo.city();
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    var catalogue = Catalogue.read(city);
    catalogue.departments().forEach(office -> departments.add(Actor.CONSOLE, department(office)));
    var entered = new ArrayList<Catalogue.Line>();
    int place = 0;
    for (var line : catalogue.categories()) {
      place += 10;
      if (categories.add(Actor.CONSOLE, category(line, place))) {
        ask(line);
        entered.add(line);
      }
    }
    mark(entered);
    if (!entered.isEmpty()) {
      LOG.info("Loaded {} categories of requests, as examples", entered.size());
    }
  }

  /// Marks those that can be reported in a crisis, unless somebody has marked some.
  private void mark(List<Catalogue.Line> entered) {
    var urgent = new TreeSet<String>();
    entered.stream()
        .filter(line -> Boolean.TRUE.equals(line.crisis()))
        .forEach(line -> urgent.add(line.code()));
    if (!urgent.isEmpty()) {
      categories.markForCrisis(Actor.CONSOLE, new TreeSet<>(), urgent);
    }
  }

  private void ask(Catalogue.Line line) {
    int place = 0;
    for (var asked : line.asked()) {
      place += 10;
      attributes.add(Actor.CONSOLE, attribute(line.code(), asked, place));
    }
  }

  private static Department department(Catalogue.Office office) {
    return new Department(
        office.code(),
        office.name(),
        Optional.of(office.email()),
        Optional.empty(),
        Optional.empty(),
        true,
        true,
        1);
  }

  private static Category category(Catalogue.Line line, int place) {
    return new Category(
        line.code(),
        Told.of(line.group()),
        Told.of(line.title()),
        line.keywords(),
        Optional.of(line.department()),
        new Delay(line.workingDays(), false, Silence.NOTHING),
        place,
        true,
        true,
        1);
  }

  private static Attribute attribute(String category, Catalogue.Asked asked, int place) {
    var options = asked.options() == null ? List.<Catalogue.Choice>of() : asked.options();
    return new Attribute(
        0,
        category,
        asked.code(),
        Told.of(asked.ask()),
        Kind.valueOf(asked.kind()),
        Boolean.TRUE.equals(asked.required()),
        Boolean.TRUE.equals(asked.open()),
        options.stream().map(one -> new Option(one.key(), Told.of(one.said()))).toList(),
        Optional.ofNullable(asked.condition()).map(on -> new Condition(on.code(), on.option())),
        place,
        true,
        1);
  }
}
