// Compares what cjm understands of Mermaid's user journeys with what Mermaid itself does, and has Mermaid read what cjm writes.
//
//   node Tests/Suites/mermaid.mjs --cjm .build/release/cjm --mermaid FILE [--maps MAP…] DIAGRAM…
//
// FILE is Mermaid as a module that exports `mermaid`, or has it as its default, such as dist/mermaid.esm.min.mjs; the Python
// package nicegui carries one in nicegui/elements/mermaid/dist/index.js. It also needs jsdom (Debian: node-jsdom, with
// NODE_PATH=/usr/share/nodejs), since Mermaid cleans texts with the means of a browser.
//
// A diagram that Mermaid takes must be understood alike; one that it refuses must at least be warned of. MAPs in any format of
// cjm are written as diagrams, which Mermaid must take, with every section, task, score and actor where it was.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const options = { maps: [], diagrams: [] };
let list = options.diagrams;
for (let index = 2; index < process.argv.length; index++) {
  const argument = process.argv[index];
  if (argument === '--cjm') options.cjm = process.argv[++index];
  else if (argument === '--mermaid') options.mermaid = process.argv[++index];
  else if (argument === '--maps') list = options.maps;
  else if (argument === '--diagrams') list = options.diagrams;
  else list.push(argument);
}
if (!options.cjm || !options.mermaid) {
  console.error('name --cjm and --mermaid');
  process.exit(64);
}

const { JSDOM } = createRequire(import.meta.url)('jsdom');
const { window } = new JSDOM('');
globalThis.window = window;
for (const name of ['document', 'Element', 'Node', 'DocumentFragment', 'HTMLTemplateElement', 'NodeFilter', 'NamedNodeMap',
  'HTMLFormElement', 'DOMParser']) globalThis[name] = window[name];
const module = await import(pathToFileURL(resolve(options.mermaid)).href);
const mermaid = module.mermaid ?? module.default;
mermaid.initialize({ startOnLoad: false, logLevel: 'fatal' });

/// Mermaid puts other signs in the place of entities while it parses.
function decoded(text) {
  return text.replace(/ﬂ°°(\+?\d+)¶ß|ﬂ°(\w+)¶ß/g, (_, number, name) => {
    const area = window.document.createElement('textarea');
    area.innerHTML = number === undefined ? `&${name};` : `&#${number};`;
    return area.value === `&${name};` ? `#${name};` : area.value;
  }).trim();
}

async function understood(text) {
  try {
    // Where diagrams are drawn, Mermaid hands the title of the front matter on; it does not here.
    const title = /^---\s*\n(?:.*\n)*?title:\s*(.*?)\s*\n(?:.*\n)*?---\s*\n/.exec(text.replaceAll('\r', ''))?.[1];
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text, title ? { title } : {});
    if (type !== 'journey') return { refusal: `it is of type ${type}` };
    const journey = {};
    if (db.getDiagramTitle()) journey.title = decoded(db.getDiagramTitle());
    if (db.getAccTitle()) journey.accTitle = decoded(db.getAccTitle());
    if (db.getAccDescription()) journey.accDescr = decoded(db.getAccDescription()).replace(/\s+/g, ' ');
    journey.sections = db.getSections().map(decoded);
    journey.tasks = db.getTasks().map(({ section, task, score, people }) => ({
      section: decoded(section), task: decoded(task), score, people: people.map(decoded),
    }));
    return { journey };
  } catch (error) {
    return { refusal: String(error.message ?? error).split('\n')[0] };
  }
}

function ours(path) {
  const run = spawnSync(options.cjm, ['tree', '--from', 'mermaid', path], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const journey = run.stdout ? JSON.parse(run.stdout) : undefined;
  if (journey?.accDescr) journey.accDescr = journey.accDescr.trim().replace(/\s+/g, ' ');
  const trim = (value) => typeof value === 'string' ? value.trim() : Array.isArray(value) ? value.map(trim)
    : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, trim(item)]))
    : value;
  return { journey: trim(journey), findings: run.stderr, status: run.status };
}

let failures = 0;
function fail(path, message) {
  failures++;
  console.log(`${path}: ${message}`);
}

for (const path of options.diagrams) {
  const theirs = await understood(readFileSync(path, 'utf8'));
  const { journey, findings, status } = ours(path);
  if (theirs.refusal) {
    if (!findings) fail(path, `Mermaid refuses it (${theirs.refusal}), cjm says nothing`);
  } else if (status !== 0) {
    fail(path, `cjm refuses it: ${findings}`);
  } else if (JSON.stringify(journey) !== JSON.stringify(theirs.journey)) {
    fail(path, `\n  Mermaid ${JSON.stringify(theirs.journey)}\n  cjm     ${JSON.stringify(journey)}`);
  } else if (findings.includes('Mermaid does not') || findings.includes('Mermaid knows')) {
    fail(path, `Mermaid takes it, and cjm says otherwise: ${findings}`);
  }
}

for (const path of options.maps) {
  const convert = (...words) => execFileSync(options.cjm, ['convert', path, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  const theirs = await understood(convert('--to', 'mermaid'));
  if (theirs.refusal) {
    fail(path, `Mermaid refuses what cjm wrote: ${theirs.refusal}`);
    continue;
  }
  const map = JSON.parse(convert('--to', 'json'));
  const names = Object.fromEntries((map.actors ?? []).map((actor) => [actor.id, actor.name ?? actor.id]));
  const shown = (text) => (text ?? '').replaceAll('\n', '<br>').trim() || '\u200B';
  const steps = (map.stages ?? []).flatMap((stage) => (stage.steps ?? []).map((step) => ({
    stage: stage.title ? shown(stage.title) : undefined, title: shown(step.title), people: (step.actors ?? []).map((id) => shown(names[id])),
  })));
  const tasks = theirs.journey.tasks;
  if (tasks.length !== steps.length) fail(path, `${steps.length} steps, ${tasks.length} tasks`);
  for (const [index, step] of steps.entries()) {
    const task = tasks[index];
    if (!task) break;
    if (task.task !== step.title) fail(path, `step '${step.title}' is task '${task.task}'`);
    if (step.stage !== undefined && task.section !== step.stage) fail(path, `stage '${step.stage}' is '${task.section}'`);
    if (!(task.score >= 1 && task.score <= 5)) fail(path, `score ${task.score}`);
    if (JSON.stringify(task.people) !== JSON.stringify(step.people)) fail(path, `actors ${step.people} are ${task.people}`);
  }
}

console.log(`${options.diagrams.length} diagrams, ${options.maps.length} maps: ${failures} disagreements`);
process.exit(failures > 0 ? 1 : 0);
