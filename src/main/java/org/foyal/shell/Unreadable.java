package org.foyal.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/// Parameters that can't be read, for example `?q=%zz` or a form that is too long, are the sender's
/// fault and no incident.
@ControllerAdvice
class Unreadable {
  @ExceptionHandler(InvalidParameterException.class)
  void refuse(InvalidParameterException unreadable, HttpServletResponse response)
      throws IOException {
    response.sendError(unreadable.getErrorCode());
  }

  /// A form with a file that is cut, has no boundary, or is more than is taken.
  @ExceptionHandler(MultipartException.class)
  void refuse(MultipartException unreadable, HttpServletResponse response) throws IOException {
    response.sendError(unreadable instanceof MaxUploadSizeExceededException ? 413 : 400);
  }
}
