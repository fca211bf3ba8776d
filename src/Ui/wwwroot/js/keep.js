// What is typed stays on this device until it is sent or cleared: for a browser that dies and a telephone that rings in between.
const form = document.querySelector("form[data-keep]");
const name = "anmin-keep-" + form.dataset.keep, never = "anmin-keep-never", longest = 7 * 24 * 3_600_000;
const kept = field => field.name && !["hidden", "password", "file", "submit"].includes(field.type) && field.autocomplete !== "one-time-code";
const fields = () => [...form.elements].filter(kept);
let timer;

function read() {
  try {
    const found = JSON.parse(localStorage.getItem(name));
    return found && Date.now() - found.at < longest ? found.values : null;
  } catch { return null; }
}

function write() {
  if (localStorage.getItem(never)) return;
  const values = {};
  for (const field of fields()) {
    if (field.type === "radio") { if (field.checked) values[field.name] = field.value; }
    else values[field.name] = field.type === "checkbox" ? field.checked : field.value;
  }
  localStorage.setItem(name, JSON.stringify({ at: Date.now(), values }));
}

function fill(values) {
  let some = false;
  for (const field of fields()) {
    if (!(field.name in values)) continue;
    const value = values[field.name];
    if (field.type === "radio") { if (field.value === value && !field.checked) some = field.checked = true; }
    else if (field.type === "checkbox") { if (field.checked !== value) { field.checked = value; some = true; } }
    else if (value && field.value !== value) { field.value = value; some ||= field.value === value; }
  }
  return some;
}

function press(word, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet", textContent: word });
  made.addEventListener("click", act);
  return made;
}

function line() {
  const box = Object.assign(document.createElement("div"), { className: "am-kept" }), said = document.createElement("p");
  said.setAttribute("role", "status");
  const row = Object.assign(document.createElement("div"), { className: "am-actions" });
  const draw = word => {
    const off = localStorage.getItem(never);
    said.textContent = word + (off ? "这台设备不存您填的内容。" : "您填的内容只存在这台设备上，提交后清除，最多留7天。");
    row.replaceChildren(...(off ? [press("存在这台设备上", () => { localStorage.removeItem(never); write(); draw(""); })]
      : [press("清除", () => { forget(); form.reset(); fields().forEach(clear); draw("已清除。"); fields()[0]?.focus(); }), press("公用设备，不要存", () => { forget(); localStorage.setItem(never, "1"); draw("已清除。"); })]));
  };
  box.append(said, row);
  form.after(box);
  return draw;
}

const forget = () => { clearTimeout(timer); localStorage.removeItem(name); };
const clear = field => { if (["radio", "checkbox"].includes(field.type)) field.checked = false; else if (field.tagName === "SELECT") field.selectedIndex = 0; else field.value = ""; };

try {
  const draw = line(), found = document.querySelector("[data-errors]") ? null : read();
  draw(found && fill(found) ? "上次填的还在，请接着填。" : "");
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(write, 300); });
  form.addEventListener("change", write);
  form.addEventListener("submit", write);
} catch { /* a browser without a store: the form works as it stands */ }
