/** A value that the settings file can hold. */
export type SettingJson =
  | string
  | number
  | boolean
  | readonly SettingJson[]
  | { readonly [key: string]: SettingJson };

/** What was changed on the page and not saved yet, by path joined with dots; a key without value is taken away. */
export type SettingsDraft = Readonly<
  Record<string, { readonly path: readonly string[]; readonly value: SettingJson | undefined }>
>;

/** The value at a path of settings; undefined where there is none. */
export function settingAt(settings: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    settings,
  );
}

/**
 * A draft with one more change; a change back to what is saved is taken out again. Without a value the key is taken away, and with
 * it everything below it; what is changed below a key that was to go keeps that key.
 */
export function withChange(
  draft: SettingsDraft,
  settings: unknown,
  path: readonly string[],
  value: SettingJson | undefined,
): SettingsDraft {
  const name = path.join('.');
  const rest = Object.fromEntries(
    Object.entries(draft).filter(
      ([other, change]) =>
        other !== name &&
        !(value === undefined && other.startsWith(`${name}.`)) &&
        !(change.value === undefined && name.startsWith(`${other}.`)),
    ),
  );
  return isSame(settingAt(settings, path), value) ? rest : { ...rest, [name]: { path, value } };
}

/** What the page shows at a path: the draft before what is saved. */
export function draftedAt(draft: SettingsDraft, settings: unknown, path: readonly string[]): unknown {
  const changed = draft[path.join('.')];
  if (changed !== undefined) return changed.value;
  const isGone = path.some((_, i) => {
    const above = draft[path.slice(0, i).join('.')];
    return above !== undefined && above.value === undefined;
  });
  return isGone ? undefined : settingAt(settings, path);
}

/** Where somebody else changed what is changed here too: mine and theirs, by path. */
export function conflictsOf(
  draft: SettingsDraft,
  before: unknown,
  now: unknown,
): readonly { readonly name: string; readonly mine: SettingJson | undefined; readonly theirs: unknown }[] {
  return Object.entries(draft).flatMap(([name, { path, value }]) => {
    const theirs = settingAt(now, path);
    return isSame(settingAt(before, path), theirs) || isSame(theirs, value)
      ? []
      : [{ name, mine: value, theirs }];
  });
}

/** Keys of settings that differ, in their order. */
export function changedKeys(before: unknown, now: unknown): readonly string[] {
  const [old, fresh] = [before ?? {}, now ?? {}] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].filter(
    (key) => !isSame(old[key], fresh[key]),
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
