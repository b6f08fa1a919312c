import { type Language, type MessageParam, say } from '../../base/index.ts';

/** Something in a document that was left out, mended or needs a second look; the rest of the document is used. */
export interface EvidenceComplaint {
  /** Where in the document: `facets.dimension.ECO.soil`, `claims.K13`. */
  readonly where: string;
  /** Catalogue key without `evidence.complaint.`. */
  readonly kind: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}

/** The complaint in words. */
export function tellComplaint(language: Language, { where, kind, params }: EvidenceComplaint): string {
  const { fault } = params;
  const message =
    typeof fault === 'string' ? { message: say(language, `evidence.fault.${fault}`, params) } : {};
  return say(language, `evidence.complaint.${kind}`, { where, ...params, ...message });
}
