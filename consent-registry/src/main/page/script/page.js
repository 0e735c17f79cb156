// What the scripts of all pages share.

/** What the registry refused: its status, and the code of the problem. */
export class Refused extends Error {
  constructor(status, code) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

async function answered(response) {
  const text = await response.text();
  const body = text ? JSON.parse(text) : {};
  if (!response.ok) {
    throw new Refused(response.status, (body.type ?? "").split("/").pop());
  }
  return body;
}

/** Sends JSON to the registry; throws Refused, or TypeError when there is no connection. */
export async function post(path, body) {
  return answered(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

export async function get(path) {
  return answered(await fetch(path, { headers: { Accept: "application/json" } }));
}

/** Shows one of the messages that the page holds, and no other. */
export function say(name) {
  for (const message of document.querySelectorAll("[data-message]")) {
    message.hidden = message.dataset.message !== name;
    if (!message.hidden) {
      message.scrollIntoView({ block: "nearest" });
    }
  }
}

/** Runs the work of a button: once at a time, and with words for what goes wrong. */
export function onPress(button, work) {
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-disabled") === "true") {
      return;
    }
    button.setAttribute("aria-disabled", "true");
    say("");
    try {
      await work();
    } catch (problem) {
      button.removeAttribute("aria-disabled");
      const stopped = problem.name === "NotAllowedError" || problem.name === "AbortError";
      say(stopped ? "cancelled" : (problem.says ?? "failed"));
    }
  });
}
