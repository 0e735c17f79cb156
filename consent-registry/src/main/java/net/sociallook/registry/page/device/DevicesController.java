package net.sociallook.registry.page.device;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import net.sociallook.registry.device.Device;
import net.sociallook.registry.device.Devices;
import net.sociallook.registry.link.Recoveries;
import net.sociallook.registry.page.Redirect;
import net.sociallook.registry.sequence.EffectResult;
import net.sociallook.registry.session.Person;
import net.sociallook.registry.session.Sessions;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which devices there are; naming and removing them. */
@Controller
class DevicesController {
  private final Devices devices;
  private final Sessions sessions;
  private final InForce inForce;
  private final Owners owners;

  /** What a person was asked about her access, and what she is beside it. */
  @Component
  record Owners(Recoveries recoveries, OwnRoles roles) {}

  DevicesController(Devices devices, Sessions sessions, InForce inForce, Owners owners) {
    this.devices = devices;
    this.sessions = sessions;
    this.inForce = inForce;
    this.owners = owners;
  }

  @GetMapping("/devices")
  String list(Person person, Model model) {
    model.addAttribute("devices", devices.of(person));
    model.addAttribute(
        "refused",
        owners.recoveries().of(person.id()).stream()
            .filter(one -> one.stand().end().filter(end -> !end.full()).isPresent())
            .toList());
    model.addAttribute("acts", owners.roles().actsForSomebody(person));
    return "device/devices";
  }

  @PostMapping("/devices/{id}/name")
  Redirect rename(Person person, @PathVariable String id, @RequestParam String name) {
    devices.rename(person, id, name);
    return Redirect.to("/devices");
  }

  /**
   * @param missed whether the word about the last device was missing
   */
  @GetMapping("/devices/{id}/removal")
  Object confirm(
      Person person,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean missed,
      Model model) {
    if (devices.wasRemoved(person, id)) {
      return Redirect.to("/devices/" + id + "/removed");
    }
    model.addAttribute("device", devices.find(person, id));
    model.addAttribute("last", isLast(person));
    model.addAttribute("acts", owners.roles().actsForSomebody(person));
    model.addAttribute("missed", missed);
    return "device/removal";
  }

  /** The answer comes when no gateway acts on its sessions, or when that cannot be known. */
  @PostMapping("/devices/{id}/removal")
  Redirect remove(
      Person person,
      @PathVariable String id,
      @RequestParam(defaultValue = "false") boolean understood,
      HttpServletResponse response) {
    if (devices.wasRemoved(person, id)) {
      return Redirect.to("/devices/" + id + "/removed");
    }
    if (isLast(person) && !understood) {
      return Redirect.to("/devices/" + id + "/removal?missed=true");
    }
    Device device = devices.find(person, id);
    EffectResult result = devices.remove(person, id);
    if (device.thisOne()) {
      response.addHeader(HttpHeaders.SET_COOKIE, sessions.none().toString());
      return Redirect.to(
          result instanceof EffectResult.Effective ? "/signed-out" : "/signed-out?checking=true");
    }
    return Redirect.to("/devices/" + id + "/removed");
  }

  /** Says what is true when it is asked. */
  @GetMapping("/devices/{id}/removed")
  Object removed(Person person, @PathVariable String id, Model model) {
    if (!devices.wasRemoved(person, id)) {
      return Redirect.to("/devices");
    }
    model.addAttribute("id", id);
    return inForce.now() ? "device/removed" : "device/checking";
  }

  private boolean isLast(Person person) {
    List<Device> all = devices.of(person);
    return all.size() == 1;
  }
}
