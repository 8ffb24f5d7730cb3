package org.foyal.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// All SQL of a room stands in its stores, which nobody outside the room sees.
@Tag("rules")
class StoresTest {
  private static final DescribedPredicate<JavaClass> SQL =
      resideInAPackage("java.sql..")
          .or(resideInAPackage("javax.sql.."))
          .or(resideInAPackage("org.springframework.jdbc.."))
          .or(resideInAPackage("org.postgresql.."))
          .or(resideInAPackage("org.jooq.."));

  @Test
  void onlyStoresSpeakSql() {
    var house =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            .importPackages("org.foyal");
    assertThat(speakers(house)).isEmpty();
    assertThat(publicStores(house)).isEmpty();
  }

  @Test
  void plantedSpeakersAreCaught() {
    var teeth = new ClassFileImporter().importPackages("teeth.sql");
    assertThat(speakers(teeth))
        .containsExactlyInAnyOrder(
            "teeth.sql.AreaCount speaks JdbcClient",
            "teeth.sql.AreaCopy speaks CopyManager",
            "teeth.sql.AreaCopy$Inner speaks Connection");
    assertThat(publicStores(teeth)).containsExactly("teeth.sql.OpenStore is public");
  }

  private static List<String> speakers(JavaClasses classes) {
    return classes.stream()
        .filter(type -> !type.getPackageName().equals("org.foyal.shell.database"))
        .filter(type -> !outermost(type).getSimpleName().endsWith("Store"))
        .flatMap(type ->
            type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(SQL)
                .map(sql -> type.getName() + " speaks " + sql.getSimpleName()))
        .distinct()
        .toList();
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(StoresTest::outermost).orElse(type);
  }

  private static List<String> publicStores(JavaClasses classes) {
    return classes.stream()
        .filter(type -> type.getSimpleName().endsWith("Store"))
        .filter(type -> type.getModifiers().contains(PUBLIC))
        .map(type -> type.getName() + " is public")
        .toList();
  }
}
