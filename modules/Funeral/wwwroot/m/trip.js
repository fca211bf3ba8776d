// The driver's page: takes over the plain forms, keeps trips and steps on the phone, sends when there is a network.
import { Outbox } from "./outbox.js";
import { button, card, clockLine, doneOf, make, nextOf, waiting, words } from "./card.js";
import { readHandOver, readTag, scan } from "./scan.js";
import { shrink, sign } from "./pictures.js";
import { track, flush } from "./track.js";

const main = document.querySelector("[data-trip]"), box = document.querySelector("[data-box]"), net = document.querySelector("[data-net]");
const dial = main.dataset.hotline;
const account = main.dataset.account || localStorage.getItem("anmin-m-account");
const signIn = box.querySelector("a[href='/work']")?.cloneNode(true);
let outbox, jobs = [], chosen = null, state = { away: !navigator.onLine, signIn: false, others: 0 }, open = false, mineNow = new Set();
const outboxOnly = location.pathname === "/m/outbox";
let skew = Number(localStorage.getItem("anmin-m-skew")) || 0;

async function begin() {
  if (!account) return;
  localStorage.setItem("anmin-m-account", account);
  outbox = await Outbox.open(account);
  state.others = await Outbox.others(account);
  jobs = await outbox.jobs();
  chosen = new URLSearchParams(location.search).get("order");
  if (jobs.length > 0 || main.dataset.account) await draw();
  await refresh();
  addEventListener("online", refresh);
  addEventListener("offline", () => { state.away = true; draw(); });
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") refresh(); });
  setInterval(refresh, 20_000);
  if ("serviceWorker" in navigator) navigator.serviceWorker.register("/m/worker.js", { scope: "/m/" }).then(() => navigator.serviceWorker.ready).then(() => { main.dataset.kept = "yes"; }).catch(() => {});
}

/** Sends what waits, then asks what is to be driven. */
async function refresh() {
  await outbox.send(told => {
    if (told.away) Object.assign(state, { away: !told.signIn, signIn: Boolean(told.signIn) });
    if (told.done) Object.assign(state, { away: false, signIn: false });
    if (told.item?.state === "refused" && /tag/.test(told.item.code) && told.item.code !== "funeral.trip.tag-shape") stop(told.item.message);
  });
  try {
    const answer = await fetch("/api/v1/trips/mine", { credentials: "same-origin", signal: AbortSignal.timeout?.(30_000) });
    if (answer.status === 401 || answer.status === 403) state.signIn = true;
    else if (answer.ok) {
      measure(answer);
      const mine = await answer.json();
      if (mine.account !== account) { state.signIn = true; return draw(); }
      Object.assign(state, { away: false, signIn: false });
      document.querySelector("[data-who]").textContent = mine.name;
      await take(mine.trips);
    }
  } catch { state.away = true; }
  await draw();
}

/** How far this phone's clock is from the server's; up to two minutes are nobody's fault. */
function measure(answer) {
  const theirs = Date.parse(answer.headers.get("Date") ?? ""), off = theirs - Date.now();
  skew = Number.isFinite(off) && Math.abs(off) > 120_000 ? Math.round(off / 1000) * 1000 : 0;
  localStorage.setItem("anmin-m-skew", skew);
}

const now = () => ({ at: new Date(Date.now() + skew).toISOString(), device: new Date().toISOString() });

async function take(trips) {
  mineNow = new Set(trips.map(trip => trip.orderId));
  const kept = new Map((await outbox.jobs()).map(job => [job.orderId, job]));
  for (const trip of trips) {
    const job = kept.get(trip.orderId);
    if (job && job.changedAt === trip.changedAt && job.run === trip.run) continue;
    const answer = await fetch("/api/v1/trips/one?orderId=" + trip.orderId, { credentials: "same-origin" });
    if (answer.ok) await outbox.keepJob({ ...await answer.json(), order: trips.indexOf(trip) });
  }
  await outbox.tidy(new Set(trips.map(trip => trip.orderId)));
  jobs = (await outbox.jobs()).sort((a, b) => trips.findIndex(t => t.orderId === a.orderId) - trips.findIndex(t => t.orderId === b.orderId));
}

async function draw() {
  if (open) return;
  const items = await outbox.items(), unsent = items.filter(item => item.state !== "sent");
  const todo = jobs.filter(job => nextOf(job, items)), job = todo.find(one => one.orderId === chosen) ?? todo[0];
  document.querySelector("[data-car]").textContent = job?.vehicle ?? "";
  net.hidden = !state.away && !state.signIn && unsent.length === 0;
  net.textContent = state.signIn ? `要重新登录，${unsent.length} 条待发` : state.away ? `离线，${unsent.length} 条待发` : `${unsent.length} 条待发`;
  main.dataset.unsent = unsent.length;
  if (outboxOnly) {
    const left = lines(items);
    main.replaceChildren(...[clockLine(skew), make("section", { className: "job sends" }, make("h1", { textContent: "待发" }), left.length > 0 ? make("ul", {}, ...left) : make("p", { textContent: "都发出去了。" }), make("p", {}, make("a", { className: "btn", href: "/m/trip", textContent: "回到行程" })))].filter(Boolean));
  } else if (job) main.replaceChildren(...[clockLine(skew)].filter(Boolean), ...card(job, todo.indexOf(job), todo.length, items, (act, pressed) => press(job, act, pressed), dial), extras(job, items));
  else main.replaceChildren(make("section", { className: "job" }, make("h1", { textContent: "现在没有接运单" }), make("p", { textContent: state.away ? "没有网络。有信号后会自动更新。" : "调度派车后会出现在这里。" })));
  drawBox(job, todo, items);
  const done = job && doneOf(job, items);
  track(Boolean(done?.has("Depart")) && !done.has("HandOver"), points => add({ kind: "positions", orderId: job.orderId, run: job.run, body: { orderId: job.orderId, run: job.run, positions: points, account } }));
}

function drawBox(job, todo, items) {
  const list = make("ul", {}, ...outboxOnly ? [] : lines(items)), some = items.some(item => item.state !== "sent");
  const all = some && !outboxOnly && make("p", {}, make("a", { className: "lnk", href: "/m/outbox", textContent: "看全部待发" }));
  const others = todo.filter(one => one !== job).map(one => make("li", {}, button(`${one.number}　${one.area}`, () => { chosen = one.orderId; draw(); }, "lnk"), make("span", { className: "sub", textContent: one.name })));
  const row = make("div", { className: "two" }, button("标签不符，停", () => stop("腕带和这位逝者对不上。先不要移动，打给调度。"), "btn stop"), state.signIn ? make("a", { className: "btn", href: "/sign-in?returnUrl=/m/trip", textContent: "重新登录" }) : button("刷新", refresh));
  box.replaceChildren(...[list, all, others.length > 0 && make("ul", {}, ...others), state.others > 0 && make("p", { className: "sub", textContent: `这部手机上，别的账号还有 ${state.others} 条待发。用那个账号登录后会发出。` }), signIn && make("p", {}, signIn), row].filter(Boolean));
}

const lines = items => waiting(items, async (what, item) => {
  const why = what === "drop" ? await askWhy(item) : null;
  if (what === "drop" && why === null) return;
  // a line drawn before the item was sent again, or settled in another tab, decides nothing
  if (!(await outbox.items()).some(one => one.seq === item.seq && one.state === item.state)) return draw();
  await outbox.drop(item.seq);
  if (what === "again") await add({ kind: item.kind, orderId: item.orderId, run: item.run, body: item.body });
  else if (what === "now") await add({ kind: item.kind, orderId: item.orderId, run: item.run, body: { ...item.body, at: null } });
  // what is given up is said, not just gone: the server keeps the reason
  else if (item.kind !== "givenUp") await add({ kind: "givenUp", orderId: item.orderId, run: item.run, body: { orderId: item.orderId, run: item.run, what: item.kind === "step" ? words[item.body.act] : "照片或签名", at: item.body.at ?? item.made, refused: item.code ?? "", reason: why, account } });
  await draw();
  refresh();
}, { trips: { jobs, open: mineNow, dial } });

/** Why something is not sent; null when closed. */
function askWhy(item) {
  open = true;
  return new Promise(done => {
    const dialog = make("dialog", { className: "scan" }), why = make("select", { className: "form-select", name: "why" }, ...["这一单改派了", "别人已经登记", "我点错了", "其他"].map(text => make("option", { textContent: text }))), more = make("input", { className: "form-control", name: "more", maxLength: 100, autocomplete: "off" });
    const end = value => { open = false; dialog.close(); dialog.remove(); done(value); };
    const form = make("form", { method: "dialog" }, make("h2", { textContent: "为什么不发" }), field("原因", why), field("补充（选填）", more), make("div", { className: "two" }, make("button", { className: "btn pri", type: "submit", textContent: "放弃这一条" }), button("返回", () => end(null))));
    form.addEventListener("submit", event => { event.preventDefault(); end(more.value.trim() ? `${why.value}：${more.value.trim()}` : why.value); });
    dialog.addEventListener("cancel", event => { event.preventDefault(); end(null); });
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Photo and signatures, from arrival on. */
function extras(job, items) {
  const done = doneOf(job, items);
  if (!done.has("Arrive") || done.has("HandOver")) return "";
  const keep = (kind, data) => data && add({ kind: "picture", orderId: job.orderId, run: job.run, body: { orderId: job.orderId, kind, data, takenAt: now().at, account } }).then(refresh);
  const file = make("input", { type: "file", accept: "image/*", className: "vh", id: "photo" });
  file.setAttribute("capture", "environment");
  file.addEventListener("change", async () => { if (file.files[0]) keep("Photo", await shrink(file.files[0])); });
  const signer = { family: ["FamilySignature", "请家属签名"], hospital: ["HospitalSignature", "请医院交接人签名"], police: ["PoliceSignature", "请民警签名"] }[job.signedBy];
  const taken = items.filter(item => item.kind === "picture" && item.orderId === job.orderId);
  return make("section", { className: "extra" }, file, make("div", { className: "two" }, make("label", { className: "btn", htmlFor: "photo", textContent: "拍照" }), button(signer[1], async () => { open = true; const data = await sign(signer[1]).finally(() => { open = false; }); keep(signer[0], data); })),
    taken.length > 0 && make("p", { className: "sub", textContent: `已有 ${taken.filter(item => item.body.kind === "Photo").length} 张照片，${taken.filter(item => item.body.kind !== "Photo").length} 个签名` }));
}

async function press(job, act, pressed) {
  pressed.disabled = true;
  const facts = act === "Load" ? await askTag(job) : act === "HandOver" ? await askReceiver(job) : {};
  if (facts === null) { pressed.disabled = false; return; }
  if (act === "HandOver") flush(points => add({ kind: "positions", orderId: job.orderId, run: job.run, body: { orderId: job.orderId, run: job.run, positions: points, account } }));
  await add({ kind: "step", orderId: job.orderId, run: job.run, body: { orderId: job.orderId, run: job.run, act, ...now(), account, ...facts } });
  chosen = act === "HandOver" ? null : job.orderId;
  await draw();
  refresh();
}

const add = item => outbox.add(item);

/** A dialog with camera and typing; answers what read(text, fields) makes of it, or null when closed. */
function ask(title, hint, fields, read) {
  open = true;
  return new Promise(done => {
    const dialog = make("dialog", { className: "scan" }), video = make("video", { muted: true, playsInline: true }), said = make("p", { className: "field-error", hidden: true });
    const form = make("form", { method: "dialog" }, make("h2", { textContent: title }), video, make("p", { className: "sub", textContent: hint }), ...fields, said);
    let halt = null;
    const end = value => { halt?.(); open = false; dialog.close(); dialog.remove(); done(value); };
    const tryOut = text => {
      const got = read(text);
      if (got?.stop) { end(null); stop(got.stop); return; }
      if (got?.facts) { end(got.facts); return; }
      Object.assign(said, { hidden: false, textContent: got?.wrong ?? "没有读出来。请再扫一次，或者照着填写。" });
      if (text !== null) camera();
    };
    const camera = async () => { halt = await scan(video, tryOut); video.hidden = !halt; };
    form.addEventListener("submit", event => { event.preventDefault(); tryOut(null); });
    form.append(make("div", { className: "two" }, make("button", { className: "btn pri", type: "submit", textContent: "确定" }), button("返回", () => end(null))));
    dialog.addEventListener("cancel", event => { event.preventDefault(); end(null); });
    dialog.append(form);
    document.body.append(dialog);
    dialog.showModal();
    camera();
  });
}

const field = (label, control) => make("label", { className: "am-field" }, make("span", { className: "form-label", textContent: label }), control);

async function askTag(job) {
  const typed = make("input", { className: "form-control", name: "tag", autocomplete: "off", autocapitalize: "characters" });
  const signer = make("select", { className: "form-select", name: "signedBy" }, ...[["family", "家属"], ["hospital", "医院"], ["police", "公安"]].map(([value, text]) => make("option", { value, textContent: text, selected: value === job.signedBy })));
  const used = (await outbox.items()).filter(item => item.kind === "step" && item.body.act === "Load" && item.orderId !== job.orderId && item.state !== "refused").map(item => item.body.tag);
  return ask("扫腕带", "对准腕带上的码；扫不出的，照号码填写", [field("腕带号码", typed), field("谁签名交出", signer)], text => {
    const tag = readTag(text ?? typed.value);
    if (!/^[0-9A-Z]{3,40}$/.test(tag)) return { wrong: "这不是一个腕带号码。请重新扫，或者照腕带填写。" };
    if (job.tag && job.tag !== tag) return { stop: "腕带和这位逝者对不上。先不要移动，打给调度。" };
    if (used.includes(tag)) return { stop: "这个腕带在另一单上用过了。先不要移动，打给调度。" };
    return { facts: { tag, signedBy: signer.value } };
  });
}

async function askReceiver(job) {
  const choice = (name, list) => make("select", { className: "form-select", name }, make("option", { value: "", textContent: "请选择" }), ...list.map(one => make("option", { value: one.id, textContent: one.name })));
  const place = choice("place", job.rooms), receiver = choice("receiver", job.receivers), code = make("input", { className: "form-control", name: "code", inputMode: "numeric", autocomplete: "off", maxLength: 80 });
  return ask("扫接收人的码", "接收人扫过腕带，屏幕上会出现这个码；扫不出的，选好再填6位数", [field("交接码", code), field("放到", place), field("接收人", receiver)], text => {
    const whole = readHandOver(text ?? code.value);
    if (whole) return { facts: whole };
    if (text === null && place.value && receiver.value && /^\d{6}$/.test(code.value.trim())) return { facts: { place: place.value, receiver: receiver.value, code: code.value.trim() } };
    return { wrong: "这不是接收人的码。请扫接收人屏幕上的码，或者选好放到哪里、接收人，再填6位数。" };
  });
}

/** Whole screen, sound and a call: nobody drives on with the wrong person. */
function stop(message) {
  document.querySelector("dialog.halt")?.remove();
  const dialog = make("dialog", { className: "halt" }, make("h1", { textContent: "停" }), make("p", { textContent: message }), make("a", { className: "btn", href: "tel:" + dial, textContent: "打给调度" }), button("我已经停下，返回", () => { dialog.close(); dialog.remove(); draw(); }));
  dialog.setAttribute("role", "alertdialog");
  dialog.setAttribute("aria-label", "标签不符，停");
  document.body.append(dialog);
  dialog.showModal();
  navigator.vibrate?.([400, 150, 400, 150, 400]);
  try {
    const sound = new AudioContext(), tone = sound.createOscillator();
    tone.type = "square";
    tone.frequency.value = 880;
    tone.connect(sound.destination);
    tone.start();
    tone.stop(sound.currentTime + 1.2);
  } catch { /* a phone without sound still shows it */ }
}

begin();
