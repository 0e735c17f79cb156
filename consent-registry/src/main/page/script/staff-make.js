// Makes the passkey of a person of an institution's staff.
import { create } from "./passkey.js";
import { withPasskey } from "./staff-form.js";

withPasskey(document.querySelector("#make"), async (form) => ({
  credential: JSON.stringify(await create(JSON.parse(form.dataset.options))),
}));
