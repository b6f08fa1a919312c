/** Problems of SVG or HTML text: tags that do not close in order, numbers that are none. Empty where all is well. */
export function markupProblems(text: string): readonly string[] {
  const open: string[] = [];
  const problems: string[] = [];
  const empty = new Set(['meta', 'link', 'br', 'hr', 'img', 'input', '!doctype']);
  const bare = text.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<script>[\s\S]*?<\/script>/g, '');
  for (const [, close, name, rest] of bare.matchAll(
    /<(\/?)([a-zA-Z!][\w-]*)((?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?)>/g,
  )) {
    const tag = name!.toLowerCase();
    if (empty.has(tag) || rest!.trim().endsWith('/')) continue;
    if (close === '') open.push(tag);
    else if (open.at(-1) === tag) open.pop();
    else problems.push(`</${tag}> where <${open.at(-1)}> is open`);
  }
  if (open.length > 0) problems.push(`left open: ${open.join(' ')}`);
  // A < that begins no tag was not escaped.
  const stray = bare.replace(/<\/?[a-zA-Z!][\w-]*(?:\s+[\w:-]+(?:="[^"]*")?)*\s*\/?>/g, '').match(/<.{0,20}/);
  if (stray !== null) problems.push(`stray ${stray[0]}`);
  for (const bad of ['NaN', 'undefined', 'Infinity', '[object']) if (bare.includes(bad)) problems.push(bad);
  return problems;
}
