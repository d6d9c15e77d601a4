import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { controls } from 'backstage-plugin-ai-governance-common';
import { parse, parseAllDocuments } from 'yaml';
import { readConfig } from './readConfig';

const examples = resolve(__dirname, '../../../../examples');
const text = (file: string) => readFileSync(resolve(examples, file), 'utf8');
const policyOf = (file: string) =>
  readConfig(new ConfigReader({ aiGovernance: { policy: parse(text(file)) } }))
    .policy;

interface Person {
  kind: string;
  metadata: { name: string };
  spec: { parent?: string; memberOf?: string[] };
}
const organization: Person[] = parseAllDocuments(text('organization.yaml')).map(
  d => d.toJS(),
);
const refOf = ({ kind, metadata }: Person) =>
  `${kind.toLocaleLowerCase('en-US')}:default/${metadata.name}`;

/** Everybody in a group and below it, counted from the people upwards. */
function membersOf(group: string): string[] {
  const name = group.split('/')[1];
  const isWithin = (at: string | undefined): boolean =>
    at !== undefined &&
    (at === name ||
      isWithin(
        organization.find(e => e.kind === 'Group' && e.metadata.name === at)
          ?.spec.parent,
      ));
  return organization
    .filter(e => e.kind === 'User' && e.spec.memberOf?.some(isWithin))
    .map(refOf);
}

describe('the policy of the example company', () => {
  const policy = policyOf('governance-policy.yaml');
  const authorities = JSON.stringify(policy.authorities);
  const named = authorities.match(/(group|user):[a-z0-9-]+\/[-a-z0-9_.]+/g)!;

  it('says everything that a policy may say', () => {
    const written = Object.keys(parse(text('governance-policy.yaml')));
    expect(written.sort()).toEqual(Object.keys(policy).sort());
  });

  it('names for every decision somebody who is there', () => {
    expect(authorities).not.toContain('[]');
    const refs = organization.map(refOf);
    for (const ref of [...named, policy.approved!.by]) {
      expect(refs).toContain(ref);
    }
    for (const group of named.filter(ref => ref.startsWith('group:'))) {
      expect(membersOf(group)).not.toEqual([]);
    }
  });

  it('has nobody decide who audits', () => {
    const deciding = named.flatMap(ref =>
      ref.startsWith('group:') ? membersOf(ref) : [ref],
    );
    for (const auditor of membersOf('group:default/internal-audit')) {
      expect(deciding).not.toContain(auditor);
    }
  });

  it('gives levels to controls that there are', () => {
    const ids = controls.map(c => c.id);
    for (const id of Object.keys(policy.levels)) expect(ids).toContain(id);
  });
});

describe('the policy of the federal inventory', () => {
  it('is valid, and says that nobody has approved it', () => {
    const policy = policyOf('federal-inventory/governance-policy.yaml');
    expect(policy.approved).toBeUndefined();
    expect(policy.acknowledgement).toEqual({
      owner: 'none',
      accountable: false,
    });
  });
});
