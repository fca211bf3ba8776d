// The village officer's page: takes over the plain forms, keeps what was written on the phone, sends it when there is a network.
import { Outbox } from "./outbox.js";
import { button, make, waiting } from "./card.js";
import { shrink } from "./pictures.js";

const main = document.querySelector("[data-village]"), box = document.querySelector("[data-box]"), net = document.querySelector("[data-net]");
const account = main.dataset.account || localStorage.getItem("anmin-village-account");
const names = { death: item => `去世报告 ${item.body.name || "姓名不详"}`, grave: item => `散坟上报 ${item.body.place}`, photo: () => "现场照片", visit: () => "走访" };
const state = { away: !navigator.onLine, signIn: false, others: 0 };
const row = box.querySelector(".two");
let outbox;

async function begin() {
  if (!account) return;
  localStorage.setItem("anmin-village-account", account);
  outbox = await Outbox.open(account, "village");
  state.others = await Outbox.others(account, "village");
  if (!main.dataset.account) fill(JSON.parse(localStorage.getItem("anmin-village-mine-" + account) ?? "null"));
  // before forms.js, which lets a form go once only: here one after the other is written
  addEventListener("submit", event => { if (!event.target.matches("form[data-kind]")) return; event.preventDefault(); event.stopImmediatePropagation(); take(event.target); }, true);
  await draw();
  main.dataset.ready = "yes";
  await refresh();
  addEventListener("online", refresh);
  addEventListener("offline", () => { state.away = true; draw(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") refresh(); });
  setInterval(refresh, 20_000);
  locate();
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/m/worker.js", { scope: "/m/" }).then(() => navigator.serviceWorker.ready).then(() => { main.dataset.kept = "yes"; }).catch(() => {});
}

/** Places and families as last heard; kept on the phone for the hours without network. */
function fill(mine) {
  if (!mine) return;
  document.querySelector("[data-who]").textContent = mine.name;
  document.querySelector("[data-area]").textContent = mine.area;
  for (const list of main.querySelectorAll("[data-places]")) {
    const chosen = list.value;
    list.replaceChildren(...mine.places.map(place => make("option", { value: place.code, textContent: place.name })));
    if (chosen) list.value = chosen;
  }
  const families = main.querySelector("[data-families]"), chosen = families.value;
  families.replaceChildren(...mine.families.map(family => make("option", { value: family.caseId, textContent: `${family.name} ${family.number}${family.visited ? `，${family.visited}走访过` : ""}` })));
  if (chosen) families.value = chosen;
  main.querySelector("[data-nofamily]").hidden = mine.families.length > 0;
}

/** Only where the person allows it; the words of the place are asked for in any case. */
function locate() {
  const where = main.querySelector("[data-where]");
  if (!navigator.geolocation) return;
  const find = () => navigator.geolocation.getCurrentPosition(at => {
    for (const [name, value] of [["Latitude", at.coords.latitude], ["Longitude", at.coords.longitude], ["Accuracy", at.coords.accuracy]]) main.querySelector(`[name="Grave.${name}"]`).value = value;
    where.replaceChildren(`已带上位置，误差约${Math.round(at.coords.accuracy)}米`);
  }, () => where.replaceChildren("没有取到位置，请把地点写清楚"), { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 });
  where.replaceChildren(button("带上现在的位置", find));
  where.hidden = false;
}

const plain = form => Object.fromEntries([...new FormData(form)].filter(([name, value]) => name.includes(".") && typeof value === "string").map(([name, value]) => [name[name.indexOf(".") + 1].toLowerCase() + name.slice(name.indexOf(".") + 2), value.trim() || null]));

const lacks = {
  death: body => !body.address ? "请填写在哪里。" : !/^\+?\d[\d -]{6,}$/.test(body.phone ?? "") ? "请填写家属的手机号，殡仪馆要打这个电话。" : null,
  grave: body => !/^\d{1,4}$/.test(body.count ?? "") || Number(body.count) < 1 ? "请填写坟的数量，1到9999。" : !body.place ? "请填写地点。" : null,
  visit: body => !body.caseId ? "还没有可以走访的家庭。" : !body.visitedOn ? "请填写走访日期。" : !body.needs ? "请填写家里的情况和需要。" : null,
};

// what stands in these is written already: a second tap writes nothing until something is typed
const written = new WeakSet();
addEventListener("input", event => written.delete(event.target.form));

async function take(form) {
  if (written.has(form)) return;
  const kind = form.dataset.kind, body = { ...plain(form), account };
  const wrong = lacks[kind](body);
  tell(form, wrong ?? "", Boolean(wrong));
  if (wrong) return;
  written.add(form);
  const ref = crypto.randomUUID(), files = [...form.querySelector("[type=file]")?.files ?? []].slice(0, 6);
  if (kind === "grave") {
    for (const name of ["latitude", "longitude", "accuracy"]) body[name] = body[name] === null ? null : Number(body[name]);
    Object.assign(body, { ref, seenAt: new Date().toISOString() });
  }
  try {
    await outbox.add({ kind, orderId: ref, body });
  } catch {
    written.delete(form);
    tell(form, "没有存进手机。请再按一次，还是不行就打电话报告。", true);
    return;
  }
  // empty before the photos are made smaller: what is typed meanwhile is the next report
  form.reset();
  tell(form, state.away ? "已存在手机里，有信号自动发。" : "已记下，正在发。");
  let lost = 0;
  for (const file of files) {
    const data = await shrink(file).catch(() => null);
    if (!data || !await outbox.add({ kind: "photo", orderId: ref, body: { ref, data, account } }).then(() => true, () => false)) lost++;
  }
  if (lost > 0) tell(form, `${lost} 张照片打不开，没有带上。`, true);
  await draw();
  refresh();
}

function tell(form, text, wrong = false) {
  const line = form.querySelector(".told-here") ?? form.appendChild(make("p", { className: "told-here" }));
  line.setAttribute("role", wrong ? "alert" : "status");
  line.className = "told-here" + (wrong ? " field-error" : "");
  line.hidden = !text;
  line.textContent = text;
}

async function refresh() {
  await outbox.send(told => {
    if (told.away) Object.assign(state, { away: !told.signIn, signIn: Boolean(told.signIn) });
    if (told.done) Object.assign(state, { away: false, signIn: false });
    if (told.item?.state === "sent" && told.item.kind !== "photo") {
      const form = main.querySelector(`form[data-kind=${told.item.kind}]`), reply = told.outcome.reply;
      tell(form, told.item.kind === "death" ? `已收到，案卷${reply.number}。${reply.twins > 0 ? "可能已经有人报过，接线员会核对。" : ""}` : told.item.kind === "grave" ? `已收到，编号${reply.number}。` : "走访已登记。");
    }
  });
  try {
    const answer = await fetch("/api/v1/village/mine", { credentials: "same-origin", signal: AbortSignal.timeout?.(30_000) });
    if (answer.status === 401 || answer.status === 403) state.signIn = true;
    else if (answer.ok) {
      const mine = await answer.json();
      if (mine.account !== account) { state.signIn = true; return draw(); }
      Object.assign(state, { away: false, signIn: false });
      localStorage.setItem("anmin-village-mine-" + account, JSON.stringify(mine));
      fill(mine);
      for (const item of await outbox.items()) if (item.state === "sent") await outbox.drop(item.seq);
    }
  } catch { state.away = true; }
  await draw();
}

async function draw() {
  const unsent = (await outbox.items()).filter(item => item.state !== "sent");
  net.hidden = !state.away && !state.signIn && unsent.length === 0;
  net.textContent = state.signIn ? `要重新登录，${unsent.length} 条待发` : state.away ? `离线，${unsent.length} 条待发` : `${unsent.length} 条待发`;
  main.dataset.unsent = unsent.length;
  const lines = make("ul", {}, ...waiting(unsent, async (what, item) => {
    // the same place in its line: photos come behind their report
    if (what === "now") await outbox.keep({ ...item, state: "waiting", key: crypto.randomUUID(), body: { ...item.body, seenAt: null } });
    else for (const other of await outbox.items()) if (other.seq === item.seq || (item.kind === "grave" && other.orderId === item.orderId)) await outbox.drop(other.seq);
    refresh();
  }, { names }));
  const parts = [lines, state.others > 0 && make("p", { className: "sub", textContent: `这部手机上，别的账号还有 ${state.others} 条待发。用那个账号登录后会发出。` }), state.signIn && make("a", { className: "btn", href: "/sign-in?returnUrl=/m/village", textContent: "重新登录" }), row];
  box.replaceChildren(...parts.filter(Boolean));
}

begin();
