import { readFileSync } from 'node:fs';
import { AftermineError } from '@aftermine/science/base';
import { isMap, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml';

/** A YAML text as plain data, and the line of every value in it. */
export interface LocatedYaml {
  readonly value: unknown;
  /** Line of the value at a path, or of the innermost part of the path that stands in the text. */
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads one YAML file of the library.
 *
 * @param shown name of the file in messages
 * @param expected what could stand here instead, for the hint
 * @throws NotFound `E-LIB-001` when it cannot be read; InvalidInput `E-LIB-002` when it is not YAML, or its aliases expand
 * without end
 */
export function readLocatedYaml(path: string, shown: string, expected: string): LocatedYaml {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AftermineError('NotFound', 'E-LIB-001', { where: shown, expected, cause });
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const fault = document.errors[0];
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.pos[0]);
    throw new AftermineError('InvalidInput', 'E-LIB-002', {
      where: `${shown}:${line}:${col}`,
      got: fault.message,
    });
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new AftermineError('InvalidInput', 'E-LIB-002', {
      where: shown,
      got: (cause as Error).message,
      cause,
    });
  }
  return {
    value,
    lineOf(at) {
      let node: unknown = document.contents;
      let offset = rangeStart(node) ?? 0;
      for (const step of at) {
        const next = childOf(node, step);
        if (next === null) break;
        offset = next.offset;
        node = next.node;
      }
      return lines.linePos(offset).line;
    },
  };
}

/** The child of a node, and where it begins: a key for a map, the value itself for a list. */
function childOf(node: unknown, step: PropertyKey): { node: unknown; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => isPair(item) && String(item.key) === String(step));
    const offset = rangeStart(pair?.key);
    return pair === undefined || offset === null ? null : { node: pair.value, offset };
  }
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    const offset = rangeStart(item);
    return item === undefined || offset === null ? null : { node: item, offset };
  }
  return null;
}

function rangeStart(node: unknown): number | null {
  return (node as Node | null | undefined)?.range?.[0] ?? null;
}
