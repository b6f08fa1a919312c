import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The reference of `api.ts`: packed answers, as many as asked for, from memory over a bare server: `/0`, `/1` ... */
const [folder, count] = process.argv.slice(2);
const bodies = Array.from({ length: Number(count) }, (_, i) => readFileSync(`${folder}/${i}.gz`));
const server = createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  response.end(bodies[Number(request.url?.slice(1))]);
});
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
});
