import "./forms.js";
import "./paper.js";

// What is kept on this device goes once it was sent: the page after the last step holds neither the form nor its check.
const keeps = "anmin-keep-";
document.addEventListener("submit", event => {
  const name = event.target.dataset.keepSends;
  if (name && event.submitter?.value === "send") sessionStorage.setItem(keeps + name, "sent");
});
try {
  for (const key of Object.keys(sessionStorage).filter(key => key.startsWith(keeps))) {
    const name = key.slice(keeps.length);
    if (!document.querySelector(`[data-keep="${name}"], [data-keep-sends="${name}"]`)) localStorage.removeItem(key);
    sessionStorage.removeItem(key);
  }
} catch { /* a browser without a store keeps nothing */ }
if (document.querySelector("form[data-keep]")) import("./keep.js");

// 朗读: reads the page aloud with the device's own voice; absent voice, absent button.
if ("speechSynthesis" in window) {
  document.querySelectorAll("[data-speak]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (speechSynthesis.speaking) {
        speechSynthesis.cancel();
        button.textContent = "朗读";
        return;
      }
      const words = new SpeechSynthesisUtterance(document.querySelector("main").innerText);
      words.lang = "zh-CN";
      words.rate = 0.9;
      words.onend = () => { button.textContent = "朗读"; };
      button.textContent = "停下";
      speechSynthesis.speak(words);
    });
  });
  addEventListener("pagehide", () => speechSynthesis.cancel());
}
