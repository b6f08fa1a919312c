/** Placeholder until the page is written. */
export function NewProjectPage() {
  return null;
}
