// 业务洽谈: keeps every field as soon as it is left, reads cards, adds items by pinyin, finds times, prints. Without it the page is a plain form.
import { ready } from "/_content/Anmin.Ui/js/pad.js";

const form = document.querySelector("form[data-desk]");
const saved = form?.querySelector("[data-saved]"), offline = form?.querySelector("[data-offline]");
const pending = new Map();
let sending = false, lastSaved = "", timer, leaving = false;

// ---- the draft ----
const keeps = field => field?.name && !/^(Sign\.|_|__|DraftId|Papers|Act)/.test(field.name) && field.type !== "hidden";
const text = field => field.type === "checkbox" ? (field.checked ? "true" : "") : field.value;

function change(field, wait = 0) {
  if (!keeps(field)) return;
  pending.set(field.name, text(field));
  clearTimeout(timer);
  timer = setTimeout(send, wait);
}

async function send() {
  if (sending || pending.size === 0 || leaving) return;
  sending = true;
  const batch = new Map(pending);
  pending.clear();
  say("wait", "正在保存");
  try {
    const answer = await fetch("/api/v1/arrangements/drafts", {
      method: "POST", credentials: "same-origin", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ draftId: form.dataset.desk, caseId: form.dataset.case || null, fields: Object.fromEntries(batch) }),
    });
    if (!answer.ok) throw Object.assign(new Error(answer.status), { status: answer.status });
    lastSaved = (await answer.json()).saved;
    say("ok", "已保存 " + lastSaved);
    offline.hidden = true;
  } catch (fault) {
    // what could not be sent stays on the list, unless it was typed over meanwhile
    batch.forEach((value, name) => { if (!pending.has(name)) pending.set(name, value); });
    say("wait", "还没有保存");
    offline.textContent = fault.status === 401 ? "登录已过期。请在另一个窗口登录，这里的内容都在，登录后自动保存。"
      : fault.status ? "这一项没有保存。请核对内容后再改一次。"
      : `网络断开${lastSaved ? "，已保存到 " + lastSaved : ""}。填写的内容都在，恢复后自动保存。`;
    offline.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(send, 3000);
  } finally {
    sending = false;
  }
  if (pending.size > 0 && offline.hidden) send();
}

function say(shape, word) {
  saved.dataset.s = shape;
  saved.textContent = word;
}

async function flush() {
  clearTimeout(timer);
  for (let i = 0; i < 40 && (sending || pending.size > 0); i++) {
    if (!sending) await send();
    if (!offline.hidden) return false;
    await new Promise(done => setTimeout(done, 25));
  }
  return true;
}

// ---- identity cards ----
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const compact = value => value.replace(/[\uFF10-\uFF19\uFF38\uFF58]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0)).replace(/[\s-]/g, "").toUpperCase();

function checked(number) {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  return "10X98765432"[weights.reduce((sum, w, i) => sum + w * Number(number[i]), 0) % 11] === number[17];
}

function idLeft(field) {
  const number = compact(field.value), bad = number.length > 0 && !checked(number);
  mark(field, bad ? "身份证号有误，请对照证件核对18位号码。" : "");
  if (bad || !number || field.name !== "IdNumber") return;
  fill("Sex", Number(number[16]) % 2 ? "Male" : "Female");
  fill("BirthDate", `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  age();
}

function age() {
  const born = form.elements.BirthDate?.value.match(/^(\d{4})-(\d\d)-(\d\d)$/), shown = form.querySelector("[data-age]");
  if (!born || !shown) return;
  const at = form.elements.DiedAt?.value.match(/(\d{4})-(\d\d)-(\d\d)/), on = at ? new Date(at[1], at[2] - 1, at[3]) : new Date();
  const years = on.getFullYear() - born[1] - (on < new Date(on.getFullYear(), born[2] - 1, born[3]) ? 1 : 0);
  shown.textContent = years >= 0 && years < 130 ? years + "岁" : "";
}

function mark(field, word) {
  let said = field.closest(".am-field").querySelector(".said-error");
  if (!said) {
    said = Object.assign(document.createElement("p"), { className: "said-error", id: field.id + "-said" });
    said.setAttribute("role", "status");
    field.closest(".am-field").append(said);
  }
  said.textContent = word;
  field.toggleAttribute("aria-invalid", word.length > 0);
}

function fill(name, value) {
  const field = form.elements[name];
  if (!field || field.value === value || !value) return;
  field.value = value;
  change(field);
}

/** One line as a reader types it: 姓名|性别|民族|出生(20010203)|住址|证号|… See the module's README. */
function card(line, section) {
  const [name, sex, nation, born, address, id] = line.split("|").map(part => part.trim());
  if (!checked(compact(id ?? ""))) return false;
  if (section === "handler") {
    fill("HandlerName", name);
    fill("HandlerIdNumber", compact(id));
  } else {
    fill("Name", name);
    fill("IdNumber", compact(id));
    fill("Sex", sex === "男" ? "Male" : sex === "女" ? "Female" : "");
    fill("BirthDate", /^\d{8}$/.test(born) ? `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}` : "");
    fill("Ethnicity", nation);
    fill("Address", address);
    age();
  }
  return true;
}

const isCard = value => /^[^|]{1,60}(\|[^|]*){5,}$/.test(value.trim());

function takeCard(field) {
  const section = field.closest("[data-section]")?.dataset.section;
  if (!isCard(field.value) || !["handler", "deceased"].includes(section)) return false;
  const line = field.value;
  field.value = "";
  if (!card(line, section)) mark(field, "读卡的内容不完整。请重新放卡，或者手工填写。");
  pending.set(field.name, field.value);
  send();
  const next = [...field.closest("[data-section]").querySelectorAll("input:not([type=checkbox]):not([type=hidden]), select")].find(f => !f.value);
  (next ?? field).focus();
  return true;
}

// ---- items and the running quotation ----
const rows = () => [...form.querySelectorAll("[data-item]")];
const find = form?.querySelector("[data-item-find]");
const yuan = fen => (fen / 100).toLocaleString("zh-CN", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

function match() {
  const asked = find.value.trim().toLowerCase();
  let first = null;
  for (const row of rows()) {
    const hit = !asked || row.dataset.initials.includes(asked) || row.dataset.name.includes(asked);
    // what is chosen stays in sight: it is the running quotation
    row.hidden = !hit && !row.classList.contains("on");
    row.classList.toggle("at", false);
    if (hit && asked) first = best(first, row, asked);
  }
  form.querySelectorAll(".item-list tbody").forEach(group => { group.hidden = ![...group.querySelectorAll("[data-item]")].some(row => !row.hidden); });
  first?.classList.add("at");
  form.querySelector("[data-item-said]").textContent = asked && !first ? "没有这样的项目" : "";
  return first;
}

const best = (a, b, asked) => !a || (!a.dataset.initials.startsWith(asked) && b.dataset.initials.startsWith(asked)) ? b : a;

function sum() {
  let total = 0, open = 0;
  for (const row of rows()) {
    const count = Number(row.querySelector("input").value) || 0, fen = row.dataset.fen ? Number(row.dataset.fen) : null;
    row.classList.toggle("on", count > 0);
    row.querySelector("[data-line]").textContent = count > 0 && fen !== null ? yuan(fen * count) : "";
    if (count > 0) fen === null ? open++ : total += fen * count;
  }
  form.querySelector("[data-total]").textContent = yuan(total);
  form.querySelector("[data-open]").textContent = open ? `，另有${open}项待定价` : "";
}

function add(row) {
  const field = row.querySelector("input");
  field.value = Math.min(99, (Number(field.value) || 0) + 1);
  sum();
  change(field);
  form.querySelector("[data-item-said]").textContent = `已加 ${row.dataset.name} × ${field.value}`;
  find.select();
  row.scrollIntoView({ block: "nearest" });
}

// ---- parts of the page made by the server: times, papers ----
async function ask(act) {
  const body = new FormData(form);
  body.set("Act", act);
  try {
    const answer = await fetch(form.action || location.href, { method: "POST", body, credentials: "same-origin", redirect: "error" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    send();
    offline.textContent = `网络断开${lastSaved ? "，已保存到 " + lastSaved : ""}。填写的内容都在，恢复后再办这一步。`;
    offline.hidden = false;
    return null;
  }
}

function put(page, ...ids) {
  if (!page) return false;
  form.querySelector(".error-summary")?.remove();
  const told = page.querySelector("form[data-desk] .error-summary");
  if (told) offline.after(told);
  for (const id of ids) {
    const fresh = page.getElementById(id), old = document.getElementById(id);
    if (fresh && old) old.replaceWith(fresh);
  }
  form.querySelectorAll(".field-error").forEach(e => e.remove());
  const refused = form.querySelector("[data-errors]");
  refused?.focus();
  ready(form);
  return !refused;
}

async function times() {
  if (!put(await ask("times"), "desk-times")) return;
  ["Hall", "FarewellAt", "Cremator", "CremationAt"].forEach(name => change(form.elements[name]));
  form.elements.People?.focus();
  stale();
}

async function quote() {
  if (!await flush()) return;
  if (!put(await ask("quote"), "desk-papers")) return;
  const link = form.querySelector("[data-paper=Quotation] [data-print-paper]");
  if (link) window.open(link.href + (link.href.includes("?") ? "&" : "?") + "print=1", "anmin-paper");
  form.querySelector("[data-paper] [data-sign]")?.focus();
}

/** A signature stands under what was shown: once that changes, the papers are made again. */
function stale() {
  const papers = form.querySelector("#desk-papers .w3-papers");
  if (!papers) return;
  papers.nextElementSibling?.remove();
  papers.replaceWith(Object.assign(document.createElement("p"), { className: "said", textContent: "内容改过了。请按 Ctrl P 重新出报价单，再签名。" }));
  form.querySelector("[name=Papers]")?.remove();
}

// ---- wiring ----
function next(from) {
  const all = [...form.querySelectorAll("input:not([type=hidden]), select, textarea, button")].filter(f => !f.disabled && f.offsetParent);
  all[all.indexOf(from) + 1]?.focus();
}

if (form) {
  form.addEventListener("input", event => {
    if (event.target === find) { match(); return; }
    if (event.target.closest("[data-item]")) sum();
    if (event.target.closest("[data-paper]")) return;
    if (isCard(event.target.value ?? "")) return;
    change(event.target, 1200);
  });
  form.addEventListener("change", event => {
    if (event.target === find || event.target.closest("[data-paper]") || isCard(event.target.value ?? "")) return;
    change(event.target);
    stale();
    if (["DiedAt", "BirthDate"].includes(event.target.name)) age();
  });
  form.addEventListener("focusout", event => {
    if (["IdNumber", "HandlerIdNumber"].includes(event.target.name)) idLeft(event.target);
  });
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.ctrlKey || event.isComposing || event.target.matches("button, a, textarea, summary")) return;
    event.preventDefault();
    if (event.target === find) { const row = match(); if (row) add(row); return; }
    if (takeCard(event.target)) return;
    if (event.target.classList.contains("qty")) { find.focus(); return; }
    next(event.target);
  });
  form.addEventListener("click", event => {
    const go = event.target.closest("[data-go]"), take = event.target.closest("[data-take]");
    if (go) {
      event.preventDefault();
      const first = go.dataset.go === "items" ? find : form.querySelector(`[data-section=${go.dataset.go}]`).querySelector(".form input:not([type=hidden]), .form select");
      first?.focus();
      first?.select?.();
    } else if (event.target.closest("[data-times]")) {
      event.preventDefault();
      times();
    } else if (event.target.closest("[data-quote]")) {
      event.preventDefault();
      quote();
    } else if (take) {
      for (const [name, value] of [["Hall", take.dataset.hall], ["FarewellAt", take.dataset.farewell], ["Cremator", take.dataset.cremator], ["CremationAt", take.dataset.cremation]]) fill(name, value);
      stale();
    }
  });
  // before anything is sent, the line is tried: a browser's own error page would take the form away
  addEventListener("submit", async event => {
    if (event.target !== form || leaving || (event.submitter?.dataset.confirm && !event.submitter.dataset.confirmed)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pending.set("Disposition", text(form.elements.Disposition));
    if (!await flush()) return;
    leaving = true;
    form.requestSubmit(event.submitter ?? undefined);
  }, true);
  addEventListener("online", send);
  addEventListener("pageshow", () => { leaving = false; });
  if (!document.querySelector("[data-errors]")) (form.elements.HandlerName?.value ? form.elements.Name ?? find : form.elements.HandlerName)?.focus();
}
