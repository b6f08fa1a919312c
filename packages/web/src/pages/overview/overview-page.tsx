/** Placeholder until the page is written. */
export function OverviewPage() {
  return null;
}
