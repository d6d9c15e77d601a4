import {
  citedAs,
  controls,
  controlView,
  organizationControls,
  recordTypes,
} from 'backstage-plugin-ai-governance-common';
import {
  riskFrameworks,
  riskLibrary,
} from 'backstage-plugin-ai-governance-common/risk-library';
import { tableHeld } from './__testUtils__/documentedTable';

/** A cell of a table in Markdown. */
const cell = (text: string) => text.replaceAll('|', '\\|');
const written = (header: string[], rows: string[][]) => [
  header,
  header.map(() => '---'),
  ...rows.map(row => row.map(cell)),
];

describe('the documentation', () => {
  it('has a row for every control, with what it asks of whom', () => {
    const rows = written(
      ['id', 'holds when', 'asked of', 'level', 'answers'],
      [...controls, ...organizationControls].map(control => {
        const { id, level, holdsWhen, appliesTo, references } =
          controlView(control);
        return [
          id,
          holdsWhen,
          appliesTo,
          level,
          references.map(r => citedAs(r.framework, r.id)).join(', '),
        ];
      }),
    );
    expect(tableHeld('controls.md', 'controls', rows)).toEqual(rows);
  });

  it('has a row for every type of record, with what it states', () => {
    const rows = written(
      ['type', 'what it states', 'shape', 'of', 'written by', 'source'],
      recordTypes.map(type => [
        `\`${type.type}\``,
        type.description,
        type.shape,
        type.streams.join(', '),
        type.writtenBy,
        type.source,
      ]),
    );
    expect(tableHeld('records.md', 'records', rows)).toEqual(rows);
  });

  it('has a row for every entry of the risk library, with when it is suggested', () => {
    const rows = written(
      ['entry', 'what it is', 'category', 'known as', 'when'],
      riskLibrary.map(entry => [
        `\`${entry.id}\``,
        `${entry.title} (${entry.kind})`,
        entry.category,
        entry.sources.join(', '),
        entry.when,
      ]),
    );
    expect(tableHeld('risk-library.md', 'risk library', rows)).toEqual(rows);
  });

  it('says where the risk library comes from, and under which licence', () => {
    const rows = written(
      ['catalogue', 'edition', 'entries', 'licence', 'read at'],
      riskFrameworks.map(framework => [
        framework.title,
        framework.version,
        String(framework.requirements.length),
        framework.licence,
        framework.source,
      ]),
    );
    expect(tableHeld('risk-library.md', 'risk catalogues', rows)).toEqual(rows);
  });
});
