// Makes the passkey of one more device and brings it; an older device decides about it.
import { create, isSupported } from "./passkey.js";
import { onPress, post, Refused, say } from "./page.js";

const area = document.querySelector("#create");

async function join() {
  const { code } = area.dataset;
  try {
    const options = await post("/api/devices/joining-options", { code });
    const credential = await create(options.creationOptions);
    await post("/api/devices/joining", { code, ceremony: options.ceremony, credential });
  } catch (problem) {
    if (problem instanceof Refused && (problem.code === "ended" || problem.code === "too-many-tries")) {
      // The page itself knows what has become of the code.
      location.reload();
      return;
    }
    throw problem;
  }
  location.assign("/join/waiting");
}

if (isSupported()) {
  area.hidden = false;
  onPress(area.querySelector("button"), join);
} else {
  say("unsupported");
}
