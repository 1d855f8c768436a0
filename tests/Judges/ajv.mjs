// Judges documents by the schema of the file that the argument names. Each line of standard input is a document, in base64, so that it may hold
// any bytes; for each there is a line on standard output: "Valid", "Invalid", or "Malformed" where it is no JSON in Unicode.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Ajv from 'ajv';

const validate = new Ajv({ strict: true }).compile(JSON.parse(readFileSync(process.argv[2], 'utf8')));
const decoder = new TextDecoder('utf-8', { fatal: true });

const parse = (utf8) => JSON.parse(decoder.decode(utf8), (name, value) => {
  // JSON.parse lets half of a surrogate pair pass when it is written as an escape, and that is no Unicode.
  if (!name.isWellFormed() || (typeof value === 'string' && !value.isWellFormed())) {
    throw new SyntaxError('There is half of a surrogate pair.');
  }

  return value;
});

const judge = (utf8) => {
  let document;
  try {
    document = parse(utf8);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) { // the decoder's is a TypeError
      return 'Malformed';
    }

    throw error;
  }

  return validate(document) ? 'Valid' : 'Invalid';
};

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${judge(Buffer.from(line, 'base64'))}\n`);
}
