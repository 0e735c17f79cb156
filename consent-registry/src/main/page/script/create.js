// Makes the passkey of a new client and accepts the invitation with it.
import { create, isSupported } from "./passkey.js";
import { onPress, post, Refused, say } from "./page.js";

const area = document.querySelector("#create");

async function accept() {
  const { code } = area.dataset;
  try {
    const options = await post("/api/invitations/acceptance-options", { code });
    const credential = await create(options.creationOptions);
    await post("/api/invitations/acceptance", { code, ceremony: options.ceremony, credential });
  } catch (problem) {
    if (problem instanceof Refused && (problem.code === "ended" || problem.code === "too-many-tries")) {
      // The page itself knows what has become of the code.
      location.reload();
      return;
    }
    throw problem;
  }
  location.assign("/arrive/waiting");
}

if (isSupported()) {
  area.hidden = false;
  onPress(area.querySelector("button"), accept);
} else {
  say("unsupported");
}
