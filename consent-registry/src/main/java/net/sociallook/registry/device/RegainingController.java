package net.sociallook.registry.device;

import net.sociallook.registry.session.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An older device confirms new access that was given in person. */
@RestController
class RegainingController {
  private final Regaining regaining;

  RegainingController(Regaining regaining) {
    this.regaining = regaining;
  }

  @PostMapping("/api/recoveries/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(SignedIn signedIn, @RequestBody JoiningController.ConfirmationRequest request) {
    regaining.confirm(signedIn.client(), request.id(), request.assertion());
  }
}
