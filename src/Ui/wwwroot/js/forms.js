// What every form needs: one press sends once, weighty buttons ask first, errors get the focus.

const sent = new WeakSet();

/** Buttons with data-confirm="将退费 120.00 元" show their sentence and send only after 确认. */
function ask(form, button) {
  const dialog = document.createElement("dialog");
  dialog.className = "ask";
  dialog.setAttribute("aria-labelledby", "ask-what");
  const what = document.createElement("p");
  what.id = "ask-what";
  what.textContent = button.dataset.confirm;
  const row = document.createElement("div");
  row.className = "am-actions ask-row";
  const yes = press("btn btn-primary pri", button.dataset.confirmYes || button.textContent.trim());
  const no = press("btn btn-quiet", "先不办");
  yes.addEventListener("click", () => {
    dialog.close();
    button.dataset.confirmed = "1";
    form.requestSubmit(button);
  });
  no.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => { dialog.remove(); button.focus(); });
  row.append(yes, no);
  dialog.append(what, row);
  document.body.append(dialog);
  dialog.showModal();
}

function press(className, word) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = word;
  return button;
}

function onSubmit(event) {
  const form = event.target, button = event.submitter;
  if (form.method !== "post") return;
  if (button?.dataset.confirm && !button.dataset.confirmed) {
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form, button);
    return;
  }
  if (sent.has(form)) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  sent.add(form);
  remember(form);
  // what answers with a file leaves the page standing: after a moment the form can be sent again
  if ("file" in form.dataset) setTimeout(() => release(form), 3000);
  if (button) {
    delete button.dataset.confirmed;
    // not disabled: a disabled button would not be posted, and would lose the focus
    button.setAttribute("aria-disabled", "true");
  }
}

// Back after sending: the same key again, so that the same content is answered with what it made the first time.
const nameOf = form => form.elements.namedItem("_handler")?.value ?? "";

function remember(form) {
  const key = form.elements.namedItem("_key");
  if (key) history.replaceState({ ...history.state, keys: { ...history.state?.keys, [nameOf(form)]: key.value } }, "");
}

function recall() {
  if (!history.state?.keys || document.querySelector("[data-errors]") || performance.getEntriesByType("navigation")[0]?.type !== "back_forward") return;
  for (const form of document.querySelectorAll("form[method=post]")) {
    const key = form.elements.namedItem("_key"), spent = history.state.keys[nameOf(form)];
    if (!key || !spent) continue;
    key.value = spent;
    const said = Object.assign(document.createElement("p"), { className: "notice sent-before", textContent: "这张表刚才已经提交过。内容不改再提交，不会办成两件。" });
    said.setAttribute("role", "status");
    form.before(said);
  }
}

recall();

function release(form) {
  sent.delete(form);
  form.querySelectorAll("[aria-disabled=true]").forEach(button => button.removeAttribute("aria-disabled"));
}

document.addEventListener("submit", onSubmit, true);
document.addEventListener("htmx:afterRequest", event => {
  const form = event.target.closest?.("form");
  if (form) release(form);
});
// back from the next page: the form is alive again
addEventListener("pageshow", event => { if (event.persisted) document.querySelectorAll("form").forEach(release); });

document.querySelector("[data-errors]")?.focus();
if (document.querySelector("[data-session]")) import("./session.js");

// A date is read back in 公历 and 农历, a card's last place is checked: when the field is left, never while typing.
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function readCard(text) {
  const card = text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  if (!/^\d{17}[\dX]$/.test(card)) return "";
  const sum = weights.reduce((total, weight, i) => total + weight * card[i], 0);
  if ("10X98765432"[sum % 11] !== card[17]) return "第18位不对，请对照身份证核对。";
  return `${card.slice(6, 10)}年${+card.slice(10, 12)}月${+card.slice(12, 14)}日出生，${card[16] % 2 ? "男" : "女"}`;
}

async function readBack(input) {
  const said = input.closest(".am-field")?.querySelector("[data-reads]");
  if (!said) return;
  if (said.dataset.reads === "id") {
    said.textContent = readCard(input.value);
    return;
  }
  try {
    const answer = input.value.trim() ? await fetch("/reads/date?text=" + encodeURIComponent(input.value.trim()), { credentials: "same-origin" }) : null;
    said.textContent = answer?.status === 200 ? await answer.text() : "";
  } catch {
    said.textContent = "";
  }
}

async function fillVillages(select) {
  const list = document.getElementById(select.dataset.villages);
  if (!list) return;
  list.length = 1;
  list.options[0].textContent = select.value.length === 9 ? "不清楚" : "先选街道、镇";
  if (select.value.length !== 9) return;
  try {
    const answer = await fetch("/reads/villages?town=" + select.value, { credentials: "same-origin" });
    if (answer.status === 200) (await answer.json()).forEach(([code, name]) => list.add(new Option(name, code)));
  } catch {
    list.options[0].textContent = "没有读到，可以不选";
  }
}

document.addEventListener("focusout", event => { if (event.target instanceof HTMLInputElement) readBack(event.target); });
document.addEventListener("change", event => { if (event.target.dataset?.villages) fillVillages(event.target); });
