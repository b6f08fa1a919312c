import { useView } from '../../app/use-view.ts';
import { CRITERIA, type Criterion } from './objectives.ts';

/** Plans that may be pinned at once. */
export const MOST_PINNED = 7;
const BETWEEN = '~';

/** What the address says about a comparison: `key` pinned plans, `layer` the two whose difference is shown, `sort` the axes. */
export function useCompareView(known: readonly string[]) {
  const [{ key, layer, sort, unit = null, tab }, setView] = useView();
  const isKnown = (one: string | undefined): one is string => one !== undefined && known.includes(one);
  const pinned = (key ?? '').split(',').filter(isKnown).slice(0, MOST_PINNED);
  const [a, b] = (layer ?? '').split(BETWEEN);
  const [x, y] = (sort ?? '').split(BETWEEN);
  const axis = (one: string | undefined, or: Criterion): Criterion =>
    CRITERIA.find((criterion) => criterion === one) ?? or;
  const first = isKnown(a) ? a : (pinned[0] ?? known[0] ?? '');
  const second = isKnown(b)
    ? b
    : (pinned.find((one) => one !== first) ?? known.find((one) => one !== first) ?? '');
  const axes = { x: axis(x, 'cost'), y: axis(y, 'ecology') };
  return {
    pinned,
    pair: [first, second] as const,
    axes,
    unit,
    picked: isKnown(tab) ? tab : null,
    pin: (one: string): void => {
      const next = pinned.includes(one) ? pinned.filter((other) => other !== one) : [...pinned, one];
      setView({ key: next.slice(0, MOST_PINNED).join(',') });
    },
    setPair: (one: string, other: string): void => setView({ layer: `${one}${BETWEEN}${other}` }),
    setAxes: (next: Partial<typeof axes>): void => {
      const to = { ...axes, ...next };
      setView({ sort: `${to.x}${BETWEEN}${to.y}` });
    },
    pickUnit: (next: string | null): void => setView({ unit: next ?? undefined } as never),
    pick: (next: string | null): void => setView({ tab: next ?? undefined } as never),
  };
}

export type CompareView = ReturnType<typeof useCompareView>;
