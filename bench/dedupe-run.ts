import { deduplicate } from '@aftermine/science/evidence';
import { madeReferences } from './made-references.ts';

/** One de-duplication in a process of its own, for `dedupe.ts`: prints how long it took, what it held and how right it was. */
const made = madeReferences(Number(process.argv[2]));
const held = process.resourceUsage().maxRSS / 1024;
const begun = performance.now();
const { groups, counts } = deduplicate(made.references);
const seconds = (performance.now() - begun) / 1000;
const workOf = (key: string): number => made.works[Number(key.slice(key.indexOf('#') + 1))]!;
let right = 0;
let wrong = 0;
for (const group of groups) {
  const members = new Map<number, number>();
  for (const key of group) members.set(workOf(key), (members.get(workOf(key)) ?? 0) + 1);
  for (const count of members.values()) right += count - 1;
  wrong += members.size - 1;
}
const all = made.works.length - new Set(made.works).size;
console.log(
  JSON.stringify({
    seconds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    megabytesBefore: held,
    recall: right / all,
    wrong,
    compared: counts.compared,
    manual: counts.manual,
  }),
);
