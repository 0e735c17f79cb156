package net.sociallook.registry.page.notices;

import java.util.Arrays;
import java.util.UUID;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.push.Devices;
import net.sociallook.registry.push.Topic;
import net.sociallook.registry.session.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Being told, on this device and on others. What this very device tells of, its browser alone can
 * say; a script fills it in.
 */
@Controller
class NoticesController {
  private final Devices devices;

  NoticesController(Devices devices) {
    this.devices = devices;
  }

  /**
   * @param saved {@code on} or {@code off} after a change
   */
  @GetMapping("/notices")
  String show(SignedIn signedIn, @RequestParam(defaultValue = "") String saved, Model model) {
    model.addAttribute("key", devices.offered().orElse(null));
    model.addAttribute("topics", Arrays.stream(Topic.values()).map(Topic::code).toList());
    model.addAttribute(
        "devices", devices.of(signedIn.client()).stream().map(DeviceLine::of).toList());
    model.addAttribute("saved", saved);
    return "notices/notices";
  }

  @PostMapping("/notices/{device}/off")
  Redirect off(SignedIn signedIn, @PathVariable UUID device) {
    devices.forget(signedIn.client(), device);
    return Redirect.to("/notices?saved=off");
  }
}
