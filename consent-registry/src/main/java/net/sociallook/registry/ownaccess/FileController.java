package net.sociallook.registry.ownaccess;

import jakarta.servlet.http.HttpServletResponse;
import net.sociallook.registry.session.SignedIn;
import net.sociallook.registry.session.WithinReach;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The files of a client's own documents. */
@RestController
class FileController {
  private final OwnFiles files;

  FileController(OwnFiles files) {
    this.files = files;
  }

  @GetMapping("/api/own/documents/{institution}/files/{file}")
  void file(
      @WithinReach SignedIn signedIn,
      @PathVariable String institution,
      @PathVariable String file,
      HttpServletResponse response)
      throws InterruptedException {
    files.send(signedIn, institution, file, response);
  }
}
