// Signs with this device's passkey that another key is one's own too.
import { isSupported, sign } from "./passkey.js";
import { onPress, post, Refused, say } from "./page.js";

const button = document.querySelector("#confirm");

async function confirm() {
  const { subject, options, path } = button.dataset;
  const assertion = await sign(JSON.parse(options));
  try {
    await post(path, { id: subject, assertion });
  } catch (problem) {
    if (!(problem instanceof Refused)) {
      throw problem;
    }
  }
  // Signed, refused or over: the page itself knows.
  location.reload();
}

if (isSupported()) {
  button.hidden = false;
  onPress(button, confirm);
} else {
  say("unsupported");
}
