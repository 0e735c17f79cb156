// Reads the page aloud, with the voice that the device has for its language. Without one the button stays away: a German
// voice makes nothing of Arabic.

const button = document.querySelector("#read-aloud");
const [start, stop] = button.querySelectorAll("[data-when]");
const BLOCKS = "h1, h2, h3, p, li, dt, dd, summary, label, legend, button, .kern-btn, td, th, div, section, main";
const UNSPOKEN = "script, style, noscript, [aria-hidden='true']";
const speech = window.speechSynthesis;

/** "de" for "de-simple": there are no voices for simple language. */
const spoken = (language) => language.split("-")[0].toLowerCase();

function voiceFor(language) {
  return speech.getVoices().find((voice) => spoken(voice.lang.replace("_", "-")) === spoken(language));
}

/** What can be seen of the page, block by block: a long text in one piece would break off. */
function pieces(main) {
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const all = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.replace(/\s+/g, " ").trim();
    const parent = node.parentElement;
    if (text && !parent.closest(UNSPOKEN) && parent.checkVisibility({ visibilityProperty: true })) {
      const block = parent.closest(BLOCKS);
      const language = spoken(parent.closest("[lang]").lang);
      const last = all.at(-1);
      if (last?.block === block && last.language === language) {
        last.text += ` ${text}`;
      } else {
        all.push({ block, language, text });
      }
    }
  }
  return all;
}

function show(reading) {
  start.hidden = reading;
  stop.hidden = !reading;
}

function read() {
  const all = pieces(document.querySelector("main")).map(({ text, language }) => {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.lang = language;
    utterance.voice = voiceFor(language) ?? null;
    return utterance;
  });
  if (all.length > 0) {
    all.at(-1).addEventListener("end", () => show(false));
    show(true);
    all.forEach((utterance) => speech.speak(utterance));
  }
}

function silence() {
  speech.cancel();
  show(false);
}

if (speech && window.SpeechSynthesisUtterance) {
  const offer = () => {
    button.hidden = !voiceFor(document.documentElement.lang);
  };
  offer();
  // Devices load their voices after the page.
  speech.addEventListener?.("voiceschanged", offer);
  button.addEventListener("click", () => (stop.hidden ? read() : silence()));
  // Else it would go on on the next page.
  addEventListener("pagehide", silence);
}
