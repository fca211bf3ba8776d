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
  if (button) {
    delete button.dataset.confirmed;
    // not disabled: a disabled button would not be posted, and would lose the focus
    button.setAttribute("aria-disabled", "true");
  }
}

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
