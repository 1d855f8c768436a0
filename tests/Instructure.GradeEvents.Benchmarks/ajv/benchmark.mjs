// ajv 8 over the same schemas and payloads as the benchmarks in .NET: node benchmark.mjs [LINES.jsonl]
import { readFileSync } from "node:fs";
import Ajv from "ajv";

const repository = new URL("../../../", import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, repository), "utf8"));
const median = (figures) => figures.toSorted((a, b) => a - b)[figures.length >> 1];

const ajv = new Ajv({ strict: true });
const compile = (name) => {
  const schema = read(`schemas/${name}.schema.json`);
  return ajv.getSchema(schema.$id) ?? ajv.compile(schema);
};

measureEvents();
if (process.argv[2]) {
  measureLines(process.argv[2]);
}

function measureEvents() {
  console.log("| Event | JSON.parse | JSON.parse and ajv | Ratio of medians |");
  console.log("| --- | ---: | ---: | ---: |");
  for (const [payload, schema] of [
    ["caliper-published-example", "caliper-envelope"],
    ["grade-change-by-teacher", "canvas-grade-change"],
  ]) {
    const json = JSON.stringify(read(`samples/payloads/${payload}.json`));
    const validate = compile(schema);
    if (!validate(JSON.parse(json))) {
      throw new Error(`${payload}: ${ajv.errorsText(validate.errors)}`);
    }

    const [parse, both] = timeInTurn([() => JSON.parse(json), () => validate(JSON.parse(json))]);
    console.log(`| ${payload} | ${parse.toFixed(2)} μs | ${both.toFixed(2)} μs | ${(both / parse).toFixed(2)} |`);
  }
}

/** The median microseconds of each, measured in turn, so that a busy moment of the machine hits all of them. */
function timeInTurn(actions, rounds = 101, calls = 1000) {
  const times = actions.map(() => []);
  const warmUp = 20;
  for (let round = -warmUp; round < rounds; round++) {
    actions.forEach((action, i) => {
      const begin = process.hrtime.bigint();
      for (let call = 0; call < calls; call++) {
        // Assigned to a global, so that the compiler can't leave the call out.
        globalThis.result = action();
      }

      if (round >= 0) {
        times[i].push(Number(process.hrtime.bigint() - begin) / 1000 / calls);
      }
    });
  }

  return times.map(median);
}

function measureLines(path, rounds = 5) {
  const validators = {
    envelope: compile("caliper-envelope"),
    event: compile("caliper-grade-event"),
    grade_change: compile("canvas-grade-change"),
    course_grade_change: compile("canvas-course-grade-change"),
    grade_override: compile("canvas-grade-override"),
    final_grade_custom_status: compile("canvas-final-grade-custom-status"),
  };
  const kind = (event) => (event.metadata ?? event.attributes)?.event_name ?? (event.data ? "envelope" : "event");
  const runs = { "JSON.parse": [], "JSON.parse and ajv": [] };
  let megabytes = 0;
  for (let round = 0; round < rounds; round++) {
    for (const [name, results] of Object.entries(runs)) {
      const core = process.cpuUsage();
      const begin = process.hrtime.bigint();
      const file = readFileSync(path);
      megabytes = file.length / 1e6;
      for (let from = 0, to; (to = file.indexOf(10, from)) >= 0; from = to + 1) {
        const event = JSON.parse(file.toString("utf8", from, to));
        if (name !== "JSON.parse" && !validators[kind(event)](event)) {
          throw new Error(`invalid: ${file.toString("utf8", from, to)}`);
        }
      }

      const used = process.cpuUsage(core);
      results.push({ seconds: Number(process.hrtime.bigint() - begin) / 1e9, coreSeconds: (used.user + used.system) / 1e6 });
    }
  }

  console.log("\n| Lines | MB per second | MB per core-second | Ratio of core-seconds |");
  console.log("| --- | ---: | ---: | ---: |");
  const baseline = median(runs["JSON.parse"].map((run) => run.coreSeconds));
  for (const [name, results] of Object.entries(runs)) {
    const seconds = median(results.map((run) => run.seconds));
    const coreSeconds = median(results.map((run) => run.coreSeconds));
    console.log(`| ${name} | ${(megabytes / seconds).toFixed(0)} | ${(megabytes / coreSeconds).toFixed(0)} | ${(coreSeconds / baseline).toFixed(2)} |`);
  }
}
