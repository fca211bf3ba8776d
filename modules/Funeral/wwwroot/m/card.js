// Draws the driver's card out of a job and what waits to be sent. No framework: elements made here and put in place.
export const acts = ["Accept", "Depart", "Arrive", "Load", "HandOver"];
export const words = { Accept: "接单", Depart: "已出发", Arrive: "已到达", Load: "已装车", HandOver: "已交接" };
const hints = { Accept: "看清地址，再点", Depart: "先打电话给家属", Arrive: "再核对姓名，请家属签名", Load: "扫腕带", HandOver: "扫接收人的码" };
const zone = "Asia/Shanghai";
export const clock = at => new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: zone }).format(new Date(at));

export function make(tag, props = {}, ...children) {
  const { data, ...rest } = props, made = Object.assign(document.createElement(tag), rest);
  Object.assign(made.dataset, data);
  made.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/** Steps the server knows, and those that wait here: what the person sees as done. */
export function doneOf(job, items) {
  const done = new Map(job.steps.map(step => [step.act, { at: step.at, state: "ok" }]));
  for (const item of items) if (item.kind === "step" && item.orderId === job.orderId && item.run === job.run && item.state !== "refused" && !done.has(item.body.act)) done.set(item.body.act, { at: item.body.at ?? item.made, state: item.state === "sent" ? "ok" : "wait" });
  return done;
}

export const nextOf = (job, items) => { const done = doneOf(job, items); return acts.find(act => !done.has(act)) ?? null; };

function left(due) {
  const minutes = Math.round((new Date(due) - Date.now()) / 60000), abs = Math.abs(minutes), text = `${Math.floor(abs / 60)}:${String(abs % 60).padStart(2, "0")}`;
  return make("span", { className: "clk", data: { s: minutes < 0 ? "late" : minutes < 60 ? "soon" : minutes < 120 ? "near" : "ok" } }, minutes < 0 ? `逾期 ${text}` : `余 ${text}`);
}

export function card(job, at, of, items, pressed, dial) {
  const done = doneOf(job, items), next = nextOf(job, items);
  const facts = make("p", {}, `${job.area}${job.expectedAt ? `，约${clock(job.expectedAt)}到` : ""}`, make("br"), job.access ?? "", job.access ? make("br") : null, `${job.place}　逝者 `, make("b", { textContent: job.name }), ` ${job.about}`, job.infectious && make("b", { className: "warn-word", textContent: " 传染病，穿防护服" }));
  const section = make("section", { className: "job" },
    make("div", { className: "due" }, make("span", { className: "sub", textContent: `第 ${at + 1} 单，共 ${of} 单` }), job.dueAt && !done.has("Arrive") ? left(job.dueAt) : null),
    make("h1", { textContent: job.address }), facts, job.note && make("p", { className: "sub", textContent: job.note }),
    make("div", { className: "two" }, job.phone ? make("a", { className: "btn", href: "tel:" + job.phone, textContent: "打给家属" }) : make("a", { className: "btn", href: "geo:0,0?q=" + encodeURIComponent(job.address), textContent: "导航" }), make("a", { className: "btn", href: "tel:" + dial, textContent: "打给调度" })));
  section.setAttribute("aria-label", "这一单");
  const list = make("ol", { className: "five" });
  list.setAttribute("aria-label", "五步");
  acts.forEach((act, i) => {
    const key = make("span", { className: "k", textContent: i + 1 });
    if (done.has(act)) {
      const { at, state } = done.get(act);
      list.append(make("li", { className: "d", data: { act } }, key, words[act], make("span", { className: "sub" }, clock(at), make("span", { className: "st", data: { s: state }, textContent: state === "ok" ? "已发" : "待发" }))));
    } else if (act === next) {
      const button = make("button", { className: "big", type: "button", data: { act } }, key, make("span", { textContent: words[act] }), make("small", { textContent: hints[act] }));
      button.addEventListener("click", () => pressed(act, button));
      list.append(make("li", { className: "cur" }, button));
    } else list.append(make("li", { data: { act } }, key, words[act], make("span", { className: "sub", textContent: hints[act] })));
  });
  return [section, list];
}

/** What the server has of this trip, as far as this phone has heard. */
function known(job, mine) {
  if (!mine) return "现在登记的：这一单已经不在您的任务里";
  const last = acts.findLast(act => job.steps.some(step => step.act === act));
  return last ? `现在登记的：${words[last]} ${clock(job.steps.find(step => step.act === last).at)}` : "现在登记的：还没有登记任何一步";
}

/** A phone whose clock is wrong: what is recorded is the true time, and what the phone said stands beside it. */
export function clockLine(skew) {
  if (!skew) return null;
  const minutes = Math.round(Math.abs(skew) / 60_000), hours = Math.floor(minutes / 60);
  const line = make("p", { className: "skew", textContent: `手机时间${skew < 0 ? "快" : "慢"}了${hours ? hours + "小时" : ""}${minutes % 60 ? (minutes % 60) + "分钟" : ""}。登记按实际时间，手机时间另外记下。请把手机时间改成自动。` });
  line.setAttribute("role", "status");
  return line;
}

const kinds = { step: item => words[item.body.act], picture: item => item.body.kind === "Photo" ? "现场照片" : "签名", positions: item => `位置 ${item.body.positions.length} 个`, givenUp: item => `说明：${item.body.what}` };

/** What was sent of a refused item of a trip, and what the server has. */
function sides(item, name, { jobs, open }) {
  const job = jobs.find(one => one.orderId === item.orderId), facts = [item.body.tag && `腕带 ${item.body.tag}`, item.body.odometer && `里程 ${item.body.odometer}`].filter(Boolean);
  return [make("span", { className: "facts", textContent: `${job ? job.number + "　" : ""}我发的：${name}${facts.length ? "，" + facts.join("，") : ""}` }), job && make("span", { className: "facts", textContent: known(job, open.has(item.orderId)) })].filter(Boolean);
}

/** One line per unsent item; a refused one says why and what can be done: of a trip also what was sent and what the server has. */
export function waiting(items, act, { names = kinds, trips = null } = {}) {
  return items.filter(item => item.state !== "sent").map(item => {
    const name = names[item.kind](item);
    const line = make("li", { data: { state: item.state } }, make("span", { textContent: `${name} ${clock(item.made)}` }), make("span", { className: "sub", textContent: item.state === "refused" ? item.message : "有信号自动发" }));
    if (item.state !== "refused") return line;
    const late = /clock/.test(item.code ?? "") && button("按现在的时间登记", () => act("now", item));
    if (trips) line.append(...sides(item, name, trips), make("div", { className: "three" }, late || button("重发", () => act("again", item)), button("放弃并说明", () => act("drop", item)), make("a", { className: "btn", href: "tel:" + trips.dial, textContent: "打给调度" })));
    else line.append(make("div", { className: "two" }, late, button("不发这一条", () => act("drop", item))));
    return line;
  });
}

export function button(text, press, name = "btn") {
  const made = make("button", { type: "button", className: name, textContent: text });
  made.addEventListener("click", press);
  return made;
}
