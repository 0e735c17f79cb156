// A form of the staff's page that a passkey fills in: the answer goes into its last field.
import { isSupported } from "./passkey.js";
import { onPress, Refused, say } from "./page.js";

/** Sends fields of a form; the answer is JSON. */
export async function postForm(path, fields) {
  const response = await fetch(path, {
    method: "POST",
    headers: { Accept: "application/json" },
    body: new URLSearchParams(fields),
  });
  if (!response.ok) {
    throw new Refused(response.status, "");
  }
  return response.json();
}

/** Runs the ceremony when the button is pressed, and sends what came of it with the form. */
export function withPasskey(form, ceremony) {
  if (!isSupported()) {
    say("unsupported");
    return;
  }
  form.hidden = false;
  onPress(form.querySelector("button"), async () => {
    for (const [name, value] of Object.entries(await ceremony(form))) {
      form.elements[name].value = value;
    }
    form.submit();
  });
}
