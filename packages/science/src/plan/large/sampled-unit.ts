import { scramble } from '../../base/index.ts';

/**
 * One unit out of every `stride`: anywhere within its stretch, always the same. Registers often run in a rhythm (pit, dump, road, pit,
 * dump, road), and every tenth unit of such a list is no sample of it.
 *
 * @param base first unit of the stretch
 */
export function sampledUnit(base: number, stride: number, units: number): number {
  return stride === 1 ? base : Math.min(units - 1, base + (scramble(base) % stride));
}
