import {
  audit,
  discoveryDecision,
  frameworks,
  managementReview,
  OrganizationEntry,
  RecordType,
} from 'backstage-plugin-ai-governance-common';
import { statesToWrite } from '../../assurance';
import { choosing, FieldSchema, formSchemaOf, inWords } from '../../records';
import { Texts } from '../../translation';
import { decisionWord } from './foundWords';
import { MayOfOrganization, writerOf } from './managementTypes';
import { Related } from './useRelated';

const titled = <T>(
  items: readonly T[],
  id: (item: T) => string,
  title: (item: T) => string,
) => Object.fromEntries(items.map(item => [id(item), title(item)]));

const replaced = (
  schema: FieldSchema,
  key: string,
  field: FieldSchema,
): FieldSchema => ({
  ...schema,
  properties: { ...schema.properties, [key]: field },
});

/** One of the records of a type, picked by its summary. */
function pickedFrom(
  schema: FieldSchema,
  type: RecordType<any>,
  records: readonly OrganizationEntry<any>[],
): FieldSchema {
  const there = records.filter(r => r.data !== null);
  return choosing(
    schema,
    'recordId',
    there.map(r => r.recordId),
    titled(
      there,
      r => r.recordId,
      r => type.summary(r.data),
    ),
  );
}

/** Where an action comes from: an audit and one of its findings, or a review. */
function originForm(
  t: Texts,
  from: FieldSchema,
  { audits, reviews }: Related,
  written: Record<string, any>,
): FieldSchema {
  const schema = choosing(from, 'kind', ['audit', 'review'], {
    review: t('pages.organization.records.review'),
  });
  if (written.from?.kind === 'review') {
    return pickedFrom(schema, managementReview, reviews);
  }
  if (written.from?.kind !== 'audit') return schema;
  const picked = pickedFrom(schema, audit, audits);
  const findings =
    audits.find(a => a.recordId === written.from.recordId)?.data?.findings ??
    [];
  return findings.length === 0
    ? picked
    : choosing(
        picked,
        'finding',
        findings.map(f => f.id),
        titled(
          findings,
          f => f.id,
          f => `${f.id}: ${f.title}`,
        ),
      );
}

/**
 * The form of a record of the organization: of a case only the states that may come next, requirements by their titles, and other
 * records by what they are instead of by their ids.
 *
 * @param written - what stands in the form
 * @param before - what is revised; undefined for a new record
 */
export function managementForm(
  t: Texts,
  type: RecordType<any>,
  may: MayOfOrganization,
  related: Related,
  written: Record<string, any>,
  before?: Record<string, unknown>,
): FieldSchema {
  let schema = formSchemaOf(type);
  const states = statesToWrite(type, writerOf(may), before);
  if (states) {
    schema = choosing(
      schema,
      'status',
      states,
      titled(states, s => s, inWords),
    );
  }
  if (type.type === discoveryDecision.type) {
    const decisions = discoveryDecision.schema.shape.decision.options;
    schema = choosing(
      schema,
      'decision',
      decisions,
      titled(
        decisions,
        d => d,
        d => decisionWord(t, d),
      ),
    );
  }
  const { from, requirement } = schema.properties ?? {};
  if (from) {
    schema = replaced(schema, 'from', originForm(t, from, related, written));
  }
  const framework = frameworks.find(f => f.id === written.framework);
  if (requirement && framework) {
    schema = choosing(
      schema,
      'requirement',
      framework.requirements.map(r => r.id),
      titled(
        framework.requirements,
        r => r.id,
        r => `${r.id} ${r.title}`,
      ),
    );
  }
  return schema;
}
