// A server of SQS on a free port, which it prints; all it holds is in memory. It ends when its input does. An argument is the milliseconds by which
// it answers later, as the way to a queue in a network takes them.
import { setTimeout } from 'node:timers/promises';
import { buildApp } from 'fauxqs';

const delay = Number(process.argv[2] ?? 0);
const app = buildApp({ logger: false });
if (delay > 0) {
  app.addHook('onRequest', () => setTimeout(delay));
}
await app.listen({ port: 0, host: '127.0.0.1' });
console.log(app.server.address().port);
process.stdin.resume().on('end', () => process.exit());
