package org.foyal.shell.guard;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may enter a staff page: whoever has one of these roles. A staff page that does not say it
/// lets nobody in. On a method it stands instead of the one on its class.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface For {
  /// One of these roles is enough; none written: every signed-in person.
  Role[] value() default {};
}
