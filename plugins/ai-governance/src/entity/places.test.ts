import { Remediation } from 'backstage-plugin-ai-governance-common';
import { placeOf } from './places';

const entity = { apiVersion: 'a', kind: 'AISystem', metadata: { name: 'a' } };

it.each([
  ['documents', 'operations', undefined, '/a/documents?type=operations&edit'],
  ['risk', 'threat-model', undefined, '/a/risk?type=threat-model&edit'],
  ['risk', undefined, undefined, '/a/risk?edit'],
  ['assurance', 'incident', undefined, '/a/assurance?write=incident'],
  ['assurance', 'monitoring', 'OPS-04', '/a/assurance?see=monitoring'],
  ['assurance', 'incident', 'OPS-08', '/a/assurance?see=incident'],
  ['assurance', undefined, 'INV-08', '/a/assurance?confirm'],
  ['assurance', undefined, 'OPS-01', '/a/assurance?edit'],
] as const)(
  'what is mended at %s with %s for %s leads to %s',
  (place, recordType, control, to) => {
    const remediation: Remediation = { label: 'Mend', place, recordType };
    expect(placeOf(remediation, entity, '/a', control)).toEqual({
      kind: 'link',
      to,
    });
  },
);
