// 炉前: the scanner writes into the field without a press, the screen shouts when a tag is wrong, the board keeps itself fresh.

const scan = document.querySelector("[data-scan]");
if (scan) {
  scan.focus();
  // a scanner types like a keyboard, wherever the focus is
  document.addEventListener("keydown", event => {
    if (event.target === scan || event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1 || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    scan.focus();
  });
}
document.querySelector("[data-first]")?.focus();

/** Three short tones; a tablet that has no sound shakes. */
function shout() {
  navigator.vibrate?.([400, 150, 400, 150, 400]);
  const Sound = window.AudioContext ?? window.webkitAudioContext;
  if (!Sound) return;
  const sound = new Sound();
  const play = () => [0, 0.5, 1].forEach(at => {
    const tone = sound.createOscillator();
    tone.type = "square";
    tone.frequency.value = 880;
    tone.connect(sound.destination);
    tone.start(sound.currentTime + at);
    tone.stop(sound.currentTime + at + 0.3);
  });
  // where the browser waits for a touch, the first touch gives the sound
  if (sound.state === "suspended") document.addEventListener("pointerdown", () => sound.resume().then(play), { once: true });
  else play();
  document.documentElement.dataset.alarmed = "1";
}
if (document.querySelector(".stop-page")) shout();

// the label goes to the printer by itself, once; going back in the history prints nothing
if (document.querySelector("[data-print-now]") && performance.getEntriesByType("navigation")[0]?.type === "navigate") addEventListener("load", () => print());
document.querySelectorAll("[data-print]").forEach(button => { button.hidden = false; button.addEventListener("click", () => print()); });

// the board, every few seconds, unless somebody is typing; a lost line keeps what was last seen and says so
const board = document.querySelector("[data-live]");
const every = Number(board?.dataset.live || 0);
if (every > 0) setInterval(async () => {
  const field = document.querySelector("[data-scan]");
  if (document.hidden || field?.value || document.querySelector("dialog[open], .stop-page, .m2-told")) return;
  try {
    const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(board.id);
    if (fresh && !document.querySelector("[data-scan]")?.value) {
      document.getElementById(board.id).replaceChildren(...fresh.childNodes);
      document.querySelector("[data-scan]")?.focus();
    }
    document.documentElement.removeAttribute("data-offline");
  } catch {
    document.documentElement.dataset.offline = "1";
  }
}, every * 1000);
