package net.sociallook.registry.staff.invite;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import net.sociallook.registry.RegistryProperties;
import net.sociallook.registry.link.Invited;
import net.sociallook.registry.link.Inviting;
import net.sociallook.registry.page.PageLanguage;
import net.sociallook.registry.page.print.QrCode;
import net.sociallook.registry.staff.Desk;
import net.sociallook.registry.web.Problem;
import net.sociallook.registry.web.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The sheet that a client takes with her: QR code, code, and what to do, in her language too. */
@Controller
class SheetController {
  private final Inviting inviting;
  private final SheetCookie cookie;
  private final SheetWords words;
  private final String origin;

  SheetController(
      Inviting inviting, SheetCookie cookie, SheetWords words, RegistryProperties properties) {
    this.inviting = inviting;
    this.cookie = cookie;
    this.words = words;
    this.origin = properties.page().origin().toString();
  }

  /**
   * @param language tag of the client's language
   */
  @GetMapping("/staff/invitations/{id}/sheet")
  String sheet(
      Desk desk,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "de") String language,
      HttpServletRequest request,
      Model model) {
    Invited invited =
        inviting.find(desk.id(), id).orElseThrow(() -> new Refused(Problem.NOT_FOUND));
    PageLanguage own =
        PageLanguage.ofTag(language).orElseThrow(() -> new Refused(Problem.MALFORMED));
    model.addAttribute("invited", invited);
    model.addAttribute("code", cookie.read(request, id).map(SheetController::spaced).orElse(null));
    model.addAttribute("address", origin + "/arrive");
    model.addAttribute("own", own);
    model.addAttribute("sheetLanguages", PageLanguage.values());
    model.addAttribute("sheets", words.beside(own, invited.expiresAt()));
    return "staff/sheet";
  }

  @GetMapping("/staff/invitations/{id}/code.svg")
  ResponseEntity<String> qrCode(Desk desk, @PathVariable UUID id, HttpServletRequest request) {
    return inviting
        .find(desk.id(), id)
        .flatMap(invited -> cookie.read(request, id))
        .map(code ->
            ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(new QrCode(origin + "/arrive#" + code).svg()))
        .orElseThrow(() -> new Refused(Problem.NOT_FOUND));
  }

  private static String spaced(String code) {
    return code.substring(0, 4) + " " + code.substring(4, 8) + " " + code.substring(8);
  }
}
