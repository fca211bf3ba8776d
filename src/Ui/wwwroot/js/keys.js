// Keys of the staff frame. A link or button with data-key="F2" or "Alt+3" is pressed by that key.
// Single letters can be turned off in the help (WCAG 2.1.4); the choice stays on this machine.
import { step, open } from "./rows.js";

const general = [["/", "查找"], ["J K", "上下"], ["Enter", "打开"], ["Ctrl Enter", "提交"], ["T", "任务托盘"], ["?", "按键"]];
const single = () => localStorage.getItem("am-keys") !== "off";
const typing = element => element.closest("input, textarea, select, [contenteditable]");

function named(event) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [event.ctrlKey && "Ctrl", event.altKey && "Alt", key].filter(Boolean).join("+");
}

function pressNamed(event) {
  const wanted = document.querySelector(`[data-key="${CSS.escape(named(event))}"]`);
  if (!wanted) return false;
  event.preventDefault();
  wanted.click();
  return true;
}

const letters = {
  "/": () => document.querySelector("[data-find]")?.focus(),
  J: () => step(1),
  K: () => step(-1),
  "?": help,
};

document.addEventListener("keydown", event => {
  if (event.isComposing || event.metaKey || document.querySelector("dialog[open]")) return;
  if (event.ctrlKey && event.key === "Enter") {
    event.target.closest("form")?.requestSubmit();
    return;
  }
  const modified = event.ctrlKey || event.altKey || event.key.length > 1;
  if (modified && event.key !== "Enter" && pressNamed(event)) return;
  if (modified && event.key !== "Enter" || typing(event.target)) return;
  if (event.key === "Enter") {
    if (event.target === document.body || event.target.id === "main") open();
    return;
  }
  if (!single()) return;
  const act = letters[event.key.toUpperCase()];
  if (act) {
    event.preventDefault();
    act();
  } else {
    pressNamed(event);
  }
});

function help() {
  const dialog = document.createElement("dialog");
  dialog.className = "key-help";
  dialog.setAttribute("aria-label", "全部按键");
  const list = document.createElement("dl");
  const add = (caps, does) => {
    const dt = document.createElement("dt"), dd = document.createElement("dd");
    caps.split(" ").forEach(cap => dt.append(Object.assign(document.createElement("kbd"), { textContent: cap })));
    dd.textContent = does;
    list.append(dt, dd);
  };
  const seen = new Set(general.map(([caps]) => caps));
  document.querySelectorAll(".keys > span").forEach(hint => {
    const caps = [...hint.querySelectorAll("kbd")].map(cap => cap.textContent).join(" ");
    if (caps && !seen.has(caps)) add(caps, hint.lastChild.textContent);
  });
  general.forEach(([caps, does]) => add(caps, does));
  const label = document.createElement("label"), box = document.createElement("input");
  box.type = "checkbox";
  box.checked = single();
  box.addEventListener("change", () => localStorage.setItem("am-keys", box.checked ? "on" : "off"));
  label.append(box, "使用单字母按键");
  const close = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: "关闭" });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(Object.assign(document.createElement("h2"), { textContent: "全部按键" }), list, label, close);
  document.body.append(dialog);
  dialog.showModal();
}
