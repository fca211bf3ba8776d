import "./forms.js";
import "./paper.js";

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
