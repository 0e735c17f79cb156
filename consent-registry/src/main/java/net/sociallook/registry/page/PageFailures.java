package net.sociallook.registry.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.sociallook.registry.web.Diagnosis;
import net.sociallook.registry.web.PageForward;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Shows what a controller of the page throws as a page, where others answer JSON. */
@ControllerAdvice(basePackages = {"net.sociallook.registry.page", "net.sociallook.registry.staff"})
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFailures {

  /** The browser went on to another page: there is nobody to answer, and the response says so. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException gone, HttpServletResponse response) {}

  @ExceptionHandler
  String failed(Exception cause, HttpServletRequest request) {
    if (PageProblems.isShown(request)) {
      throw new IllegalStateException(
          "page of a problem: failed (expected: to need nothing)", cause);
    }
    PageForward.set(request, Diagnosis.of(cause, request));
    return "forward:" + PageForward.PATH;
  }
}
