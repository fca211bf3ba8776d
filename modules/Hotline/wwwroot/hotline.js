// 热线: Enter leads to the next field, towns by initials, F8 ticks the next question, F9 looks up, what is typed survives a reload. Without it the page is a plain form.
const form = document.querySelector("#call-form");
const town = form?.querySelector("[name='Form.Place']"), said = document.querySelector("[data-town-said]");
const towns = [...document.querySelectorAll("[data-towns] option")].map(o => ({ name: o.value, initials: o.dataset.initials.split(" ") }));

function matches(text) {
  const typed = text.trim().toLowerCase();
  if (!typed) return [];
  const exact = towns.filter(t => t.name === text.trim() || t.initials.includes(typed));
  return exact.length ? exact : towns.filter(t => t.initials.some(i => i.startsWith(typed)) || t.name.includes(typed));
}

function tell() {
  const found = matches(town.value);
  said.textContent = !town.value.trim() ? "" : found.length === 0 ? "没有这个街道或镇" : found.slice(0, 5).map(t => t.name).join("、") + (found.length > 5 ? "…" : "");
}

town?.addEventListener("input", tell);
town?.addEventListener("change", () => {
  const found = matches(town.value);
  if (found.length === 1) { town.value = found[0].name; tell(); keep(); }
});

const fields = () => [...form.elements].filter(f => f.matches("input:not([type=hidden]), select, textarea") && f.closest("form") === form && f.offsetParent !== null);

form?.addEventListener("keydown", event => {
  if (event.key !== "Enter" || event.ctrlKey || event.isComposing || event.target.matches("button, a, textarea, summary")) return;
  event.preventDefault();
  if (event.target === town) town.dispatchEvent(new Event("change"));
  const all = fields(), at = all.indexOf(event.target);
  // a name that is written down is not unknown
  const next = all.slice(at + 1).find(f => f.type !== "checkbox" || !event.target.value) ?? form.querySelector("[type=submit]");
  next.focus();
  next.select?.();
});

document.addEventListener("keydown", event => {
  if (event.key === "F8") {
    const next = document.querySelector("[name=Steps]:not(:checked)");
    if (next) { next.checked = true; next.dispatchEvent(new Event("change", { bubbles: true })); event.preventDefault(); }
  } else if (event.key === "F9") {
    const look = document.querySelector("#look-q");
    if (look) { look.focus(); look.select(); event.preventDefault(); event.stopImmediatePropagation(); }
  }
}, true);

// ---- what was typed, for this tab and this call only ----
const place = form && "am-call-" + form.dataset.call;

function keep() {
  const values = {};
  for (const f of form.elements) if (f.name?.startsWith("Form.") && !["hidden", "submit"].includes(f.type)) values[f.name] = f.type === "checkbox" ? f.checked : f.value;
  values.Steps = [...document.querySelectorAll("[name=Steps]:checked")].map(s => s.value);
  sessionStorage.setItem(place, JSON.stringify({ ...JSON.parse(sessionStorage.getItem(place) || "{}"), ...values }));
}

if (form) {
  const kept = JSON.parse(sessionStorage.getItem(place) || "{}");
  for (const f of form.elements) {
    if (f.name === "Steps") f.checked ||= kept.Steps?.includes(f.value) ?? false;
    else if (f.type === "checkbox" && kept[f.name]) f.checked = true;
    else if (f.type !== "checkbox" && f.type !== "hidden" && !f.value && kept[f.name]) f.value = kept[f.name];
  }
  document.addEventListener("input", event => { if (event.target.form === form) keep(); });
  document.addEventListener("change", event => { if (event.target.form === form) keep(); });
  if (!document.querySelector("[data-errors]")) (fields().find(f => !f.value) ?? fields()[0] ?? form.querySelector("[type=submit]")).focus();
} else {
  // the call is over: nothing of it stays on this machine
  Object.keys(sessionStorage).filter(k => k.startsWith("am-call-")).forEach(k => sessionStorage.removeItem(k));
  document.querySelector("[name='Form.Caller']")?.focus();
}

// a call that begins to ring is told aloud and in the title, wherever the agent looks
let rang = 0;
function rings() {
  const count = Number(document.querySelector("[data-rings]")?.textContent ?? 0), said = document.querySelector("[data-ring-said]");
  document.title = (count ? `(${count}) ` : "") + document.title.replace(/^\(\d+\) /, "");
  if (said && count > rang) said.textContent = `有${count}个电话在响`;
  rang = count;
}
document.addEventListener("htmx:afterSettle", rings);
rings();

const clock = document.querySelector("[data-since]");
if (clock) {
  // counted on from what the server says: the machine's own clock may be wrong
  const [minutes, seconds] = clock.textContent.split(":").map(Number), from = Date.now() - (minutes * 60 + seconds) * 1000;
  setInterval(() => {
    const gone = Math.floor((Date.now() - from) / 1000);
    clock.textContent = Math.floor(gone / 60) + ":" + String(gone % 60).padStart(2, "0");
  }, 1000);
}
