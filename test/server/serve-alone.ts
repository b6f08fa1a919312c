import { serve } from './served.ts';

/** `node test/server/serve-alone.ts WORKSPACE`: a server in a process of its own, to be killed. Prints its address. */
const served = await serve(process.argv[2]);
process.stdout.write(`${served.server.url}\n`);
