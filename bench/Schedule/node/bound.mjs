// A lower bound of the weighted waiting of a day: the time-indexed linear program, solved by HiGHS.
// One variable per job, group of equal things and start; what it relaxes (fractions, vehicles) can only lower the result.
// stdin: {steps, transfer, operators, groups:[{kind,count,turnaround,free:[[from,until]…]}], jobs:[{weight, farewell?, cremation?}]}; stdout: {bound, status}
import highsLoader from 'highs';
import { readFileSync } from 'node:fs';

const day = JSON.parse(readFileSync(0, 'utf8'));
const terms = [];                 // objective
const load = day.groups.map(() => Array.from({ length: day.steps + 1 }, () => []));
const atWork = Array.from({ length: day.steps }, () => []);
const rows = [];
let fixed = 0;

const usable = (group, from, until) => group.free.some(([a, b]) => a <= from && until <= b);

day.jobs.forEach((job, j) => {
  const starts = {};              // part → list of {name, from, until}
  for (const part of ['farewell', 'cremation']) {
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
        const wait = job.weight * Math.max(0, t - need.wished);
        if (wait > 0) terms.push(`${wait} ${name}`);
        for (let u = t; u < Math.min(day.steps, t + length + group.turnaround); u++) load[g][u].push(name);
        if (part === 'cremation') for (let u = t; u < t + length; u++) atWork[u].push(name);
      }
    });
    rows.push(`${starts[part].map(s => s.name).join(' + ')} = 1`);
  }
  if (starts.farewell && starts.cremation) {
    // whoever is cremated by a step has been taken leave of before
    const times = [...new Set(starts.cremation.map(s => s.from))].sort((a, b) => a - b);
    const last = Math.max(...starts.farewell.map(s => s.until)) + day.transfer;
    for (const t of times) {
      if (t >= last) break;
      const cremated = starts.cremation.filter(s => s.from <= t).map(s => s.name);
      const left = starts.farewell.filter(s => s.until + day.transfer <= t).map(s => s.name);
      rows.push(`${cremated.join(' + ')}${left.map(n => ' - ' + n).join('')} <= 0`);
    }
  }
});
day.groups.forEach((group, g) => load[g].forEach(names => { if (names.length > group.count) rows.push(`${names.join(' + ')} <= ${group.count}`); }));
if (day.operators) atWork.forEach((names, t) => { if (names.length > day.operators[t]) rows.push(`${names.join(' + ')} <= ${day.operators[t]}`); });

const wrap = text => text.replace(/(.{1,200}) ([+-]) /g, '$1\n $2 ');
const program = `Minimize\n obj: ${wrap(terms.join(' + ') || '0 nothing')}\nSubject To\n${rows.map((r, i) => ` r${i}: ${wrap(r)}`).join('\n')}\nEnd\n`;
const highs = await highsLoader();
const solved = highs.solve(program, { presolve: 'on', solver: process.argv[2] ?? 'choose', output_flag: false, log_to_console: false });
console.log(JSON.stringify({ bound: solved.ObjectiveValue + fixed, status: solved.Status, rows: rows.length }));
