import type { EndUse, Measure } from '../library/index.ts';
import { type StagedMeasure, stagesOf } from '../price/staged-measure.ts';
import { type PackageTask, schedulePackage } from '../schedule/schedule-package.ts';

/** What all packages of the same end use and measures have in common, whatever the unit; each part is made when first asked for. */
export class PackageKind {
  readonly use: EndUse;
  /** In the order in which the package holds them. */
  readonly parts: readonly Measure[];
  readonly #further = new Map<Measure, PackageKind>();
  #measures: readonly string[] | null = null;
  #id: string | null = null;
  #tasks: readonly PackageTask[] | null = null;
  #stages: readonly StagedMeasure[] | null = null;

  constructor(use: EndUse, parts: readonly Measure[]) {
    this.use = use;
    this.parts = parts;
  }

  /** The kind with one measure more. */
  and(measure: Measure): PackageKind {
    let kind = this.#further.get(measure);
    if (kind === undefined) {
      kind = new PackageKind(this.use, [...this.parts, measure]);
      this.#further.set(measure, kind);
    }
    return kind;
  }

  get measures(): readonly string[] {
    this.#measures ??= this.parts.map(({ id }) => id);
    return this.#measures;
  }

  /** `<end use>/<measure>+<measure>`. */
  get id(): string {
    this.#id ??= `${this.use.id}/${[...this.measures].sort().join('+')}`;
    return this.#id;
  }

  /** @throws what `schedulePackage` throws */
  get tasks(): readonly PackageTask[] {
    this.#tasks ??= schedulePackage(this.parts);
    return this.#tasks;
  }

  get stages(): readonly StagedMeasure[] {
    this.#stages ??= stagesOf(this.parts, this.tasks);
    return this.#stages;
  }
}

/** Kinds of packages, each made once: a site of many units has few. */
export class PackageKinds {
  readonly #bare = new Map<EndUse, PackageKind>();

  /** @param parts in the order in which the package holds them */
  kindOf(use: EndUse, parts: readonly Measure[]): PackageKind {
    let kind = this.#bare.get(use);
    if (kind === undefined) {
      kind = new PackageKind(use, []);
      this.#bare.set(use, kind);
    }
    for (const measure of parts) kind = kind.and(measure);
    return kind;
  }
}
