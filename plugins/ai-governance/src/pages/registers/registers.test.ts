import {
  change,
  intendedUse,
  operations,
  recordTypes,
} from 'backstage-plugin-ai-governance-common';
import { english } from '../../translation/__testUtils__/english';
import { groups, registerGroups, registerOf, tabOf } from './registers';

describe('Registers', () => {
  it('are there for each type that people write on subjects, once', () => {
    const there = groups.flatMap(group => group.types);
    expect(there).toHaveLength(new Set(there).size);
    expect(new Set(there)).toEqual(
      new Set(
        recordTypes.filter(
          t => t.writtenBy === 'people' && t.streams.includes('subject'),
        ),
      ),
    );
    // each of today has a place of its own
    expect(
      groups.map(group => english(`pages.registers.group.${group.id}`)),
    ).toEqual([
      'Risks',
      'Documents',
      'Changes',
      'Approvals and exemptions',
      'Vendors',
      'Monitoring and incidents',
      'Assurance',
    ]);
  });

  it('take in a new type by themselves', () => {
    const document = { ...operations, type: 'new-document' };
    const entry = { ...change, type: 'new-entry' };
    expect(
      registerGroups([document, entry]).map(({ id, types }) => [
        english(`pages.registers.group.${id}`),
        types.map(t => t.type),
      ]),
    ).toEqual([
      ['Documents', ['new-document']],
      ['Others', ['new-entry']],
    ]);
  });

  it('begin with the risks, also where an address names none', () => {
    expect(registerOf(null).type).toBe('risk-assessment');
    expect(registerOf('delegation').type).toBe('risk-assessment');
    expect(registerOf('incident').type).toBe('incident');
  });

  it.each([
    ['intended-use', 'intended-use'],
    ['risk-assessment', 'risk'],
    ['risk-acceptance', 'risk'],
    ['threat-model', 'risk'],
    ['vendor-assessment', 'documents?type=vendor-assessment'],
    ['change', 'changes'],
    ['incident', 'assurance?see=incident'],
  ])('a record of %s is revised at %s', (type, path) => {
    expect(tabOf(english, registerOf(type)).path).toBe(path);
    expect(tabOf(english, intendedUse).title).toBe('Intended use');
  });
});
