import type { Documents, ObservationReport } from '../../ports/index.ts';
import { observationHtml } from './observation-html.ts';
import { observationPicture } from './observation-picture.ts';

/** Documents made on this machine, without a browser and without the network. */
export class ObservationDocuments implements Documents {
  observationHtml(report: ObservationReport): Promise<string> {
    return observationHtml(report);
  }

  observationPicture(report: ObservationReport): Promise<Uint8Array> {
    return observationPicture(report);
  }
}
