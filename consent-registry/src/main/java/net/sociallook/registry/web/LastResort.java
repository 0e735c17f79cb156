package net.sociallook.registry.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers what failed outside every controller, in the same form as {@link ProblemAnswers}, or as a
 * page.
 */
@RestController
class LastResort implements ErrorController {

  @RequestMapping("${spring.web.error.path:/error}")
  @Nullable ResponseEntity<Object> answer(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    int status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 500;
    Problem problem =
        switch (status) {
          case 404 -> Problem.NOT_FOUND;
          case 405 -> Problem.METHOD_NOT_ALLOWED;
          case 413 -> Problem.TOO_LARGE;
          case 503 -> Problem.UNAVAILABLE;
          default -> status >= 400 && status < 500 ? Problem.MALFORMED : Problem.INTERNAL;
        };
    if (PageForward.isWanted(request)) {
      PageForward.forward(request, response, problem);
      return null;
    }
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    Refusal refusal = Refusal.of(problem.body(), String.valueOf(path));
    return ResponseEntity.status(problem.status()).contentType(refusal.type()).body(refusal.body());
  }
}
