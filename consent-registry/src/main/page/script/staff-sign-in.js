// Signs a person of an institution's staff in with her passkey.
import { sign } from "./passkey.js";
import { postForm, withPasskey } from "./staff-form.js";

withPasskey(document.querySelector("#sign-in"), async () => {
  const { ceremony, requestOptions } = await postForm("/staff/passkey/options", {});
  return { ceremony, assertion: JSON.stringify(await sign(requestOptions)) };
});
