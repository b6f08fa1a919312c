import { type Document, isMap, isNode, isPair, isScalar, type Pair, visit, type YAMLMap } from 'yaml';

/**
 * Takes a key out of a document, and every group that would be left with nothing. What was commented on it stays where it stood:
 * above the next key, or at the end of the group. A path that leads nowhere changes nothing.
 */
export function removeKey(document: Document.Parsed, path: readonly string[]): void {
  const steps: { readonly map: YAMLMap; readonly at: number }[] = [];
  let node: unknown = document.contents;
  for (const key of path) {
    if (!isMap(node)) return;
    const at = node.items.findIndex((item) => isScalar(item.key) && String(item.key.value) === key);
    if (at < 0) return;
    steps.push({ map: node, at });
    node = node.items[at]!.value;
  }
  let depth = steps.length - 1;
  while (depth > 0 && steps[depth]!.map.items.length === 1) depth -= 1;
  const step = steps[depth];
  if (step === undefined) return;
  const { map, at } = step;
  const comments = commentsOf(map.items[at]!);
  map.items.splice(at, 1);
  if (comments.length === 0) return;
  const next = map.items[at]?.key;
  if (isNode(next)) next.commentBefore = joined([...comments, next.commentBefore]);
  else map.comment = joined([map.comment, ...comments]);
}

/** Comments on a key and on everything below it, in their order. */
function commentsOf(pair: Pair): string[] {
  const found: string[] = [];
  const seen = (node: unknown): void => {
    if (!isNode(node)) return;
    for (const text of [node.commentBefore, node.comment]) if (text) found.push(text);
  };
  seen(pair.key);
  if (isNode(pair.value))
    visit(pair.value, (_, node) => {
      if (!isPair(node)) seen(node);
    });
  return found;
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter((part) => part).join('\n');
}
