/** Placeholder until the page is written. */
export function TrendPage() {
  return null;
}
