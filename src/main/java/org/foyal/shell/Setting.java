package org.foyal.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The sentence that docs/settings.md says about a setting; it stands on each component of a
/// `…Settings` record.
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.FIELD})
public @interface Setting {
  /// One sentence: what it is, its unit, what its absence means.
  String value();

  /// Whether it says who the city is: such settings are noted in the data folder for commands at
  /// the console.
  boolean ofTheCity() default false;
}
