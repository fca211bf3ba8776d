// A lower bound of the weighted waiting of a day: the time-indexed linear program, solved by HiGHS.
// One variable per job, group of equal things and start; what it relaxes (fractions) can only lower the result.
// stdin: {steps, transfer, operators, crews, groups:[{kind,count,turnaround,free:[[from,until]…]}], jobs:[{pickup?, farewell?, cremation?}], each with its weight}; stdout: {bound, status}
import highsLoader from 'highs';
import { readFileSync } from 'node:fs';

const day = JSON.parse(readFileSync(0, 'utf8'));
const terms = [];                 // objective
const load = day.groups.map(() => Array.from({ length: day.steps + 1 }, () => []));
const atWork = Array.from({ length: day.steps }, () => []), driving = Array.from({ length: day.steps }, () => []);
const rows = [];
let fixed = 0;

const usable = (group, from, until) => group.free.some(([a, b]) => a <= from && until <= b);

day.jobs.forEach((job, j) => {
  const starts = {};              // part → list of {name, from, until}
  for (const part of ['pickup', 'farewell', 'cremation']) {
    const need = job[part];
    if (!need) continue;
    starts[part] = [];
    need.options.forEach(([g, length]) => {
      const group = day.groups[g];
      for (let t = need.from; t + length <= day.steps; t++) {
        if (!usable(group, t, t + length)) continue;
        if (need.due != null && t + length > need.due) continue;
        const name = `${part[0]}${j}_${g}_${t}`;
        starts[part].push({ name, from: t, until: t + length });
        const wait = need.weight * Math.max(0, t - need.wished);
        if (wait > 0) terms.push(`${wait} ${name}`);
        for (let u = t; u < Math.min(day.steps, t + length + group.turnaround); u++) load[g][u].push(name);
        const people = { cremation: atWork, pickup: driving }[part];
        if (people) for (let u = t; u < t + length; u++) people[u].push(name);
      }
    });
    rows.push(`${starts[part].map(s => s.name).join(' + ')} = 1`);
  }
  const after = (first, then) => {
    if (!first || !then) return;
    // whoever is at the one by a step has done with the other before
    const times = [...new Set(then.map(s => s.from))].sort((a, b) => a - b);
    const last = Math.max(...first.map(s => s.until)) + day.transfer;
    for (const t of times) {
      if (t >= last) break;
      const begun = then.filter(s => s.from <= t).map(s => s.name);
      const left = first.filter(s => s.until + day.transfer <= t).map(s => s.name);
      rows.push(`${begun.join(' + ')}${left.map(n => ' - ' + n).join('')} <= 0`);
    }
  };
  after(starts.farewell, starts.cremation);
  after(starts.pickup, starts.farewell ?? starts.cremation);
});
day.groups.forEach((group, g) => load[g].forEach(names => { if (names.length > group.count) rows.push(`${names.join(' + ')} <= ${group.count}`); }));
for (const [people, limit] of [[atWork, day.operators], [driving, day.crews]]) {
  if (limit) people.forEach((names, t) => { if (names.length > limit[t]) rows.push(`${names.join(' + ')} <= ${limit[t]}`); });
}

const wrap = text => text.replace(/(.{1,200}) ([+-]) /g, '$1\n $2 ');
const program = `Minimize\n obj: ${wrap(terms.join(' + ') || '0 nothing')}\nSubject To\n${rows.map((r, i) => ` r${i}: ${wrap(r)}`).join('\n')}\nEnd\n`;
const highs = await highsLoader();
const solved = highs.solve(program, { presolve: 'on', solver: process.argv[2] ?? 'choose', output_flag: false, log_to_console: false });
console.log(JSON.stringify({ bound: solved.ObjectiveValue + fixed, status: solved.Status, rows: rows.length }));
