package org.foyal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;

/// The frame runs loaders of the same turn in any order: once in a while the season came before the
/// place where it is held, and was left out without a word.
class LoadingInTurnTest {
  private static List<JavaClass> loaders() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.foyal.demo")
            .stream()
            .filter(one -> one.isAssignableTo(ApplicationRunner.class))
            .toList();
  }

  @Test
  void everyLoaderHasATurnOfItsOwn() {
    assertThat(loaders()).hasSizeGreaterThan(5).allMatch(one -> one.isAnnotatedWith(Order.class));
    assertThat(loaders())
        .extracting(one -> one.getAnnotationOfType(Order.class).value())
        .doesNotHaveDuplicates();
  }
}
