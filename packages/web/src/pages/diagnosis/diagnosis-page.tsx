/** Placeholder until the page is written. */
export function DiagnosisPage() {
  return null;
}
