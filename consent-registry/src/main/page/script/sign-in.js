// Signs in with a passkey that the person chooses.
import { isSupported, sign } from "./passkey.js";
import { onPress, post, Refused, say } from "./page.js";

const area = document.querySelector("#sign-in");

async function signIn() {
  const { ceremony, requestOptions } = await post("/api/session/options", {});
  const assertion = await sign(requestOptions);
  try {
    await post("/api/session", { ceremony, assertion });
  } catch (problem) {
    if (problem instanceof Refused && problem.code === "signature-refused") {
      problem.says = "unknown";
    }
    throw problem;
  }
  location.assign(area.dataset.back);
}

if (isSupported()) {
  area.hidden = false;
  onPress(area.querySelector("button"), signIn);
} else {
  say("unsupported");
}
