import type { Dialect } from '../../record/index.ts';
import type { FieldRole } from '../record-fields.ts';
import type { FieldStyle } from '../reference-content.ts';

/** What a tag is for. One object a tag, so that readers hold no copies. */
export interface Tag {
  readonly name: string;
  readonly role: FieldRole;
  /** Opens a record. */
  readonly begins: boolean;
  /** Closes a record. */
  readonly ends: boolean;
}

/** A tag found at the begin of a line, and where its value begins. */
export interface TagFound {
  tag: Tag;
  valueStart: number;
}

/** How one tagged dialect is written: the only thing the reader of tagged lines needs to know about it. */
export interface TagTable {
  readonly dialect: Dialect;
  readonly style: FieldStyle;
  /** True where a record is closed by a line of its own (`ER`): one without is cut. */
  readonly closed: boolean;
  /** True where a blank line parts records that have no opening tag. */
  readonly blankParts: boolean;
  /**
   * Finds the tag of the line from `start` to `end`; false for a line that continues the field before it.
   *
   * @param context of the record at hand, kept by the reader and reset at its begin: what its opening line looked like
   */
  find(text: string, start: number, end: number, context: TagContext, found: TagFound): boolean;
}

/** What the opening line of a record tells about the rest of it. */
export interface TagContext {
  /** Blanks between tag and hyphen, as the opening line has them. */
  blanks: number;
}

/** A tag by its name from a table of roles; unknown names are kept as they come, each made once. */
export function tagCatalogue(
  roles: Readonly<Record<string, FieldRole>>,
  marks: { readonly begins: readonly string[]; readonly ends?: readonly string[] },
): { readonly get: (name: string) => Tag; readonly has: (name: string) => boolean } {
  const make = (name: string, role: FieldRole): Tag => ({
    name,
    role,
    begins: marks.begins.includes(name),
    ends: marks.ends?.includes(name) ?? false,
  });
  const known = new Map(Object.entries(roles).map(([name, role]) => [name, make(name, role)] as const));
  const unknown = new Map<string, Tag>();
  return {
    has: (name) => known.has(name),
    get(name) {
      const tag = known.get(name) ?? unknown.get(name);
      if (tag !== undefined) return tag;
      const made = make(name, 'other');
      // A damaged file may hold any number of them; the table must not grow with it.
      if (unknown.size < 4_096) unknown.set(name, made);
      return made;
    },
  };
}

/** True for A to Z. */
export function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** True for A to Z and 0 to 9. */
export function isCapitalOrDigit(code: number): boolean {
  return isCapital(code) || (code >= 0x30 && code <= 0x39);
}

/** Plain, no-break and tab blanks. */
export function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0;
}
