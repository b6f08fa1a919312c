/**
 * What is told now, with every part that was told before word for word replaced by that part: two plans of a province, held side by
 * side, need room for what differs only. Lists are held against each other place by place, records field by field; numbers and words
 * are the same where `Object.is` says so, so that nothing told changes.
 */
export function keepSame<T>(before: unknown, now: T): T {
  if (!isParted(before) || !isParted(now)) return now;
  if (Array.isArray(now)) {
    if (!Array.isArray(before)) return now;
    const kept = now.map((one: unknown, i) => keepSame(before[i], one));
    const same = kept.length === before.length && kept.every((one, i) => Object.is(one, before[i]));
    return (same ? before : kept) as T;
  }
  const fields = Object.entries(now);
  let same = !Array.isArray(before) && fields.length === Object.keys(before).length;
  let kept: Record<string, unknown> | null = null;
  for (const [field, own] of fields) {
    const was = (before as Record<string, unknown>)[field];
    const one = keepSame(was, own);
    if (!Object.is(one, was) || !Object.hasOwn(before, field)) same = false;
    // Texts of the library are one for all units already: only lists are worth a record of its own.
    if (!Object.is(one, own) && Array.isArray(one)) kept = { ...(kept ?? now), [field]: one };
  }
  if (same) return before as T;
  return (kept ?? now) as T;
}

function isParted(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
