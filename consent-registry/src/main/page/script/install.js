// Makes the page one that says so when there is no connection, and that can be put among the apps.

const ADDRESS = /^\/service-worker\.js\?language=[a-z-]+$/;

function checked(address) {
  if (!ADDRESS.test(address)) {
    throw new TypeError(`address: ${address} (expected: of the service worker)`);
  }
  return address;
}

const policy = window.trustedTypes?.createPolicy("page", { createScriptURL: checked }) ?? { createScriptURL: checked };

async function install() {
  try {
    await navigator.serviceWorker.register(policy.createScriptURL(`/service-worker.js?language=${document.documentElement.lang}`));
  } catch {
    // Private windows and full devices have no room for it; everything else works without.
  }
}

if (navigator.serviceWorker) {
  addEventListener("load", install);
}
