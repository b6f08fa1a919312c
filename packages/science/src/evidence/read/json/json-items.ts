/** One item of a JSON array, by its place in the text; `isWhole` false where the text ends within it. */
export interface JsonItem {
  readonly start: number;
  readonly end: number;
  readonly isWhole: boolean;
}

/** Items of the array (or the one object) that begins at `at`, and where it ends. Only brackets and strings are looked at. */
export function jsonItems(
  text: string,
  at: number,
  limit: number,
): { readonly items: JsonItem[]; readonly end: number } {
  const items: JsonItem[] = [];
  const isArray = text.charCodeAt(at) === 0x5b;
  let i = isArray ? at + 1 : at;
  while (i < limit) {
    const code = text.charCodeAt(i);
    if (code <= 0x20 || code === 0x2c || code === 0xfeff || code === 0xa0) {
      i += 1;
      continue;
    }
    if (code === 0x5d) return { items, end: i + 1 };
    const item = itemAt(text, i, limit);
    items.push(item);
    i = item.end;
    if (!isArray) return { items, end: i };
  }
  return { items, end: limit };
}

function itemAt(text: string, start: number, limit: number): JsonItem {
  let depth = 0;
  for (let i = start; i < limit; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      i = stringEnd(text, i, limit);
      if (i < 0) return { start, end: limit, isWhole: false };
      if (depth === 0) return { start, end: i + 1, isWhole: true };
    } else if (code === 0x7b || code === 0x5b) depth += 1;
    else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
      if (depth <= 0) return { start, end: depth < 0 ? i : i + 1, isWhole: true };
    } else if (code === 0x2c && depth === 0) return { start, end: i, isWhole: true };
  }
  return { start, end: limit, isWhole: false };
}

/** The quote that closes the string at `at`; -1 without. */
function stringEnd(text: string, at: number, limit: number): number {
  for (let i = at + 1; i < limit; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i += 1;
    else if (code === 0x22) return i;
  }
  return -1;
}

/**
 * An object that breaks off, closed behind its last whole member, as JSON; null where nothing of it is whole.
 */
export function closedJson(text: string): string | null {
  const closers: string[] = [];
  let whole = -1;
  let wholeClosers = '';
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      i = stringEnd(text, i, text.length);
      if (i < 0) break;
    } else if (code === 0x7b) closers.push('}');
    else if (code === 0x5b) closers.push(']');
    else if (code === 0x7d || code === 0x5d) closers.pop();
    // Before a comma between members of the object itself everything is whole.
    else if (code === 0x2c && closers.length === 1) {
      whole = i;
      wholeClosers = closers.join('');
    }
  }
  return whole < 0 ? null : text.slice(0, whole) + wholeClosers;
}
