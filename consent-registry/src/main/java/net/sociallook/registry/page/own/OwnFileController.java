package net.sociallook.registry.page.own;

import jakarta.servlet.http.HttpServletResponse;
import net.sociallook.registry.ownaccess.OwnFiles;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import net.sociallook.registry.web.BrokenOff;
import net.sociallook.registry.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Saving a file; where it cannot be had, a page says so. */
@Controller
class OwnFileController {
  private final OwnFiles files;

  OwnFileController(OwnFiles files) {
    this.files = files;
  }

  @GetMapping("/own/documents/{institution}/files/{file}")
  @Nullable String save(
      @WithinReach SignedIn signedIn,
      @PathVariable String institution,
      @PathVariable String file,
      Model model,
      HttpServletResponse response)
      throws InterruptedException {
    try {
      files.send(signedIn, institution, file, response);
      return null;
    } catch (Refused refused) {
      return switch (refused.problem()) {
        case SIGN_IN_NEEDED -> {
          model.addAttribute("back", "/own/documents");
          yield "own/sign-in";
        }
        case HOLDER_SILENT -> {
          response.setStatus(refused.problem().status().value());
          model.addAttribute("institution", institution);
          yield "own/no-file";
        }
        default -> throw refused;
      };
    }
  }

  /** Leaves it to the server, which closes the connection: no page can follow half a file. */
  @ExceptionHandler
  void brokenOff(BrokenOff broken) {
    throw broken;
  }
}
