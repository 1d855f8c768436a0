// A server of SQS on a free port, which it prints; all it holds is in memory. It ends when its input does.
import { startFauxqs } from 'fauxqs';

const server = await startFauxqs({ port: 0, logger: false });
console.log(server.port);
process.stdin.resume().on('end', () => process.exit());
