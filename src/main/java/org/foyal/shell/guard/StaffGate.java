package org.foyal.shell.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets a person into a staff page only when the page says that one of her roles may enter.
///
/// Denies by default: a staff page without [For] is closed to everybody. Also hands the signed-in
/// person to doors that ask for [SignedIn].
@Component
class StaffGate implements HandlerInterceptor, HandlerMethodArgumentResolver, WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry doors) {
    doors.addInterceptor(this);
  }

  @Override
  public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object door)
      throws IOException {
    boolean enters = door instanceof HandlerMethod method ? mayEnter(request, method) : true;
    if (!enters) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
    return enters;
  }

  private static boolean mayEnter(HttpServletRequest request, HandlerMethod door) {
    var rule = rule(door);
    if (rule == null) {
      return !isStaffs(request) || door.getBeanType().isAnnotationPresent(BeforeSignIn.class);
    }
    var person = person();
    return person != null
        && (rule.value().length == 0
            || Arrays.stream(rule.value()).anyMatch(person.roles()::contains));
  }

  private static @Nullable For rule(HandlerMethod door) {
    var own = AnnotatedElementUtils.findMergedAnnotation(door.getMethod(), For.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(door.getBeanType(), For.class);
  }

  private static boolean isStaffs(HttpServletRequest request) {
    var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    return StaffChain.isStaffs(request.getRequestURI())
        || (pattern != null && StaffChain.isStaffs(pattern.toString()));
  }

  private static @Nullable SignedIn person() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return SignedIn.class.equals(parameter.getParameterType());
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer model,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var person = person();
    if (person == null) {
      throw new IllegalStateException("the door asks who is signed in, and nobody can be");
    }
    return person;
  }
}
