// Says what this device tells of, and changes it. Its push address is known to its browser and, once something is
// switched on, to the registry.
import { onPress, post, Refused, say } from "./page.js";

const READY_WITHIN = 10_000;
const area = document.querySelector("#notices");
const switches = [...area.querySelectorAll("input")];
const { key } = area.dataset;

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

/** The part of the browser that shows notices; where it is not kept (private windows), there are none. */
async function installed() {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error("service worker: none (expected: one of this page)")), READY_WITHIN);
  });
  return (await Promise.race([navigator.serviceWorker.ready, late])).pushManager;
}

/** As this client's, with these topics and no others. */
function tell(device, topics) {
  const { endpoint, keys } = device.toJSON();
  return post("/api/push-devices", { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth }, applicationServerKey: key, topics });
}

/** A device that was told of another key of ours could not be reached any more. */
async function subscribed(manager) {
  const known = await manager.getSubscription();
  if (known && text(known.options.applicationServerKey) === key) {
    return known;
  }
  await known?.unsubscribe();
  return manager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
}

const isOver = (problem) => problem instanceof Refused && problem.status === 401;

async function keep(manager, topics) {
  const known = await manager.getSubscription();
  if (topics.length > 0) {
    await tell(await subscribed(manager), topics);
  } else if (known) {
    await tell(known, topics);
    await known.unsubscribe();
  }
}

async function save(manager) {
  const topics = switches.filter((one) => one.checked).map((one) => one.value);
  try {
    await keep(manager, topics);
  } catch (problem) {
    problem.says = isOver(problem) ? "session" : undefined;
    throw problem;
  }
  location.assign(`/notices?saved=${topics.length > 0 ? "on" : "off"}`);
}

async function show() {
  const manager = await installed();
  const known = await manager.getSubscription();
  const { topics } = known ? await post("/api/push-devices/state", { endpoint: known.endpoint }) : { topics: [] };
  for (const one of switches) {
    one.checked = topics.includes(one.value);
  }
  if (topics.length > 0 && text(known.options.applicationServerKey) !== key) {
    await tell(await subscribed(manager), topics);
  }
  area.hidden = false;
  onPress(area.querySelector("button"), () => save(manager));
}

if (!navigator.serviceWorker || !window.PushManager || !window.Notification) {
  say("unsupported");
} else if (Notification.permission === "denied") {
  say("denied");
} else {
  show().catch((problem) => say(isOver(problem) ? "session" : "unsupported"));
}
