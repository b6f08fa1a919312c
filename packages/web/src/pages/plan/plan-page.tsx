/** Placeholder until the page is written. */
export function PlanPage() {
  return null;
}
