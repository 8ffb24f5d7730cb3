package org.foyal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.foyal.HouseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// A door that asks its address for a word which is not in it answers 500 to everybody.
@HouseTest
class AddressesOfDoorsTest {
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  /// The words that a door asks its address for, and that the address does not hold.
  static List<String> missing(Set<String> patterns, HandlerMethod door) {
    return Arrays.stream(door.getMethod().getParameters())
        .filter(one -> one.isAnnotationPresent(PathVariable.class))
        .map(AddressesOfDoorsTest::nameOf)
        .flatMap(name ->
            patterns.stream()
                .filter(pattern ->
                    Stream.of("{" + name + "}", "{" + name + ":", "{*" + name + "}")
                        .noneMatch(pattern::contains))
                .map(pattern -> pattern + " has no " + name))
        .toList();
  }

  private static String nameOf(Parameter parameter) {
    var said = parameter.getAnnotation(PathVariable.class).value();
    return said.isEmpty() ? parameter.getName() : said;
  }

  @Test
  void everyWordThatADoorAsksItsAddressForIsInIt() {
    var doors = requestMappingHandlerMapping.getHandlerMethods();
    assertThat(doors).hasSizeGreaterThan(100);
    assertThat(doors.entrySet())
        .flatMap(one -> missing(one.getKey().getPatternValues(), one.getValue()))
        .isEmpty();
  }

  /// The offender: it asks for the language, as nobody calls it.
  static final class Planted {
    void open(@PathVariable String language, @PathVariable("id") long number) {}
  }

  @Test
  void aDoorThatAsksForAWordThatIsNotThereIsFound() throws NoSuchMethodException {
    var open = Planted.class.getDeclaredMethod("open", String.class, long.class);
    assertThat(
            missing(
                Set.of("/{readersLanguage:fr|en}/{id}"), new HandlerMethod(new Planted(), open)))
        .containsExactly("/{readersLanguage:fr|en}/{id} has no language");
  }
}
