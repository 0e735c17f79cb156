// Passkeys: the bytes of WebAuthn as base64url, as the registry sends and expects them. Written out, since older phones
// lack PublicKeyCredential.parseCreationOptionsFromJSON and its siblings.
// https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON

function decode(text) {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function encode(buffer) {
  const binary = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function toJson(credential, response) {
  return {
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

export function isSupported() {
  return "PublicKeyCredential" in window && "credentials" in navigator;
}

/** A new passkey; throws NotAllowedError when the person stops. */
export async function create(options) {
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      user: { ...options.user, id: decode(options.user.id) },
    },
  });
  return toJson(credential, {
    clientDataJSON: encode(credential.response.clientDataJSON),
    attestationObject: encode(credential.response.attestationObject),
    transports: credential.response.getTransports?.() ?? [],
  });
}

/** A signature with a passkey; throws NotAllowedError when the person stops. */
export async function sign(options) {
  const credential = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: decode(options.challenge),
      allowCredentials: options.allowCredentials.map((one) => ({ ...one, id: decode(one.id) })),
    },
  });
  const { response } = credential;
  return toJson(credential, {
    clientDataJSON: encode(response.clientDataJSON),
    authenticatorData: encode(response.authenticatorData),
    signature: encode(response.signature),
    ...(response.userHandle ? { userHandle: encode(response.userHandle) } : {}),
  });
}
