/**
 * A cycle of a directed graph, in order and with its first node again at the end; null where there is none.
 *
 * @param edges nodes that each node leads to; nodes without an entry lead nowhere
 */
export function findCycle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  for (const start of edges.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const walk = (node: string): readonly string[] | null => {
      if (onPath.has(node)) return [...path.slice(path.indexOf(node)), node];
      if (done.has(node)) return null;
      path.push(node);
      onPath.add(node);
      for (const next of edges.get(node) ?? []) {
        const cycle = walk(next);
        if (cycle !== null) return cycle;
      }
      path.pop();
      onPath.delete(node);
      done.add(node);
      return null;
    };
    const cycle = walk(start);
    if (cycle !== null) return cycle;
  }
  return null;
}
