import type { CheckChanges, CheckDocument, GroupDocument, PolicyDocument } from '../document/document.ts';
import { LIMITS } from '../limits.ts';
import type { Complain } from '../problems.ts';
import { suggestion } from '../suggest.ts';
import type { Included } from './include.ts';
import { mergeGroups, override } from './overrides.ts';

/** A policy of one piece, and where each part of its checks was written. */
export interface Resolved {
  document: PolicyDocument;
  places: Places;
}

/** Where the fields of checks were last written, apart for what is written for a group. */
class Places {
  readonly #places = new Map<string, Complain>();
  readonly #ids = new Set<string>();

  note(source: Included, path: readonly (string | number)[], check: string, group = ''): void {
    const fields = path.reduce<unknown>(
      (value, part) => (value as never)[part],
      source.value,
    ) as CheckChanges;
    if (!this.#ids.has(check)) this.#places.set(`\n${check}\n`, source.at(path));
    this.#ids.add(check);
    for (const field of Object.keys(fields))
      this.#places.set(`${group}\n${check}\n${field}`, source.at([...path, field]));
  }

  has = (check: string): boolean => this.#ids.has(check);
  ids = (): Iterable<string> => this.#ids;

  /** Complains of a field where it was last written, or of the whole check where it was nowhere. */
  of(check: string, field: string, group = ''): Complain {
    const written = [`${group}\n${check}\n${field}`, `\n${check}\n${field}`, `\n${check}\n`];
    return written.map((place) => this.#places.get(place)).find((place) => place !== undefined) ?? (() => {});
  }
}

/**
 * Makes one document of several, of which the last is the policy itself. Pure but for the complaints. What comes later
 * wins: `tiers` and `evidence_max_age` as a whole, `exemptions` field by field. Checks are only added; overrides then
 * change fields of those there are. What is said of a group stays apart, because it comes last.
 */
export function resolve(documents: readonly Included[]): Resolved {
  const root = documents.at(-1) as Included;
  const places = new Places();
  let checks: CheckDocument[] = [];
  const groups = new Map<string, GroupDocument>();
  for (const source of documents) {
    const { overrides = {}, groups: ofGroups = {} } = source.value;
    checks = [...checks, ...newChecks(source, places)];
    noteOverrides(source, overrides, ['overrides'], places);
    checks = override(checks, overrides);
    for (const [name, group] of Object.entries(ofGroups)) {
      noteOverrides(source, group.overrides ?? {}, ['groups', name, 'overrides'], places, name);
      groups.set(name, mergeGroups(groups.get(name), group));
    }
  }
  if (checks.length > LIMITS.checks)
    root.at(['checks'])(`more than ${LIMITS.checks} checks with all that is included`);
  if (groups.size > LIMITS.groups)
    root.at(['groups'])(`more than ${LIMITS.groups} groups with all that is included`);
  return {
    document: {
      ...headOf(documents, root),
      checks,
      ...(groups.size > 0 ? { groups: Object.fromEntries(groups) } : {}),
    },
    places,
  };
}

function newChecks(source: Included, places: Places): CheckDocument[] {
  const { checks = [] } = source.value;
  return checks.filter(({ id }, i) => {
    if (places.has(id)) {
      source.at(['checks', i, 'id'])(
        `${id} is the id of an earlier check, which can be changed under overrides`,
      );
      return false;
    }
    places.note(source, ['checks', i], id);
    return true;
  });
}

function noteOverrides(
  source: Included,
  overrides: Readonly<Record<string, CheckChanges>>,
  path: readonly string[],
  places: Places,
  group?: string,
): void {
  for (const id of Object.keys(overrides)) {
    if (places.has(id)) places.note(source, [...path, id], id, group);
    else source.at([...path, id])(`there is no check ${id} before this${suggestion(id, places.ids())}`);
  }
}

function headOf(documents: readonly Included[], root: Included): Omit<PolicyDocument, 'checks' | 'groups'> {
  const values = documents.map(({ value }) => value);
  const tiers = values.findLast((value) => value.tiers)?.tiers;
  const evidence_max_age = values.findLast((value) => value.evidence_max_age)?.evidence_max_age;
  const exemptions = Object.assign({}, ...values.map((value) => value.exemptions));
  const checks = values.find((value) => (value.checks ?? []).length > 0)?.checks;
  for (const [field, value] of Object.entries({ tiers, evidence_max_age, checks }))
    if (value === undefined) root.at([])(`missing field: ${field}`);
  return {
    policy: root.value.policy,
    tiers: tiers ?? { trusted: 100, limited: 1 },
    evidence_max_age: evidence_max_age ?? '1d',
    ...(Object.keys(exemptions).length > 0 ? { exemptions } : {}),
  };
}
