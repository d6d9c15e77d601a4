import { Found } from '../Statement';
import { Collected, isObject, itemsOf, Json } from './jsonFields';

const part = (card: Json, key: string): Json => {
  const value = card[key];
  return isObject(value) ? value : {};
};

/** Lists there hold objects with one text: `[{ "description": "…" }]`. */
const each = (value: unknown, key: string, path: string) =>
  itemsOf(value, path).map(({ item, path: at }) => ({
    text: isObject(item) ? item[key] : item,
    path: isObject(item) ? `${at}.${key}` : at,
  }));

function takeEach(
  found: Collected,
  target: Parameters<Collected['take']>[0],
  section: Json,
  path: string,
  field: string,
  label?: string,
) {
  // the name of the field is what an example repeats, not that of the text in it
  for (const { text } of each(section[field], 'description', path)) {
    found.take(target, text, `${path}.${field}`, label);
  }
}

/**
 * A card of the Model Card Toolkit.
 * Source: https://github.com/tensorflow/model-card-toolkit, schema v0.0.2, `model_card.schema.json`.
 */
export function readModelCardToolkit(card: Json): Found {
  const found = new Collected();
  const details = part(card, 'model_details');
  const parameters = part(card, 'model_parameters');
  const said = part(card, 'considerations');
  found.take('fact.name', details.name, 'model_details.name');
  found.take('fact.description', details.overview, 'model_details.overview');
  found.take(
    'fact.version',
    part(details, 'version').name,
    'model_details.version.name',
  );
  for (const { text, path } of each(
    details.owners,
    'name',
    'model_details.owners',
  )) {
    found.take('fact.developer', text, path);
  }
  for (const { text, path } of each(
    details.licenses,
    'identifier',
    'model_details.licenses',
  )) {
    found.take('fact.license', text, path);
  }
  for (const { item, path } of itemsOf(
    parameters.data,
    'model_parameters.data',
  )) {
    if (!isObject(item)) continue;
    const lines = found.lines(item, path, { name: '', description: '' });
    if (lines.length > 0) {
      found.state('data-sheet.training', lines.join('\n\n'), path);
    }
    const sensitive = part(item, 'sensitive').sensitive_data;
    if (itemsOf(sensitive, '').length > 0) {
      found.take(
        'data-sheet.description',
        itemsOf(sensitive, '').map(
          ({ item: kind }) => `Sensitive data: ${kind}`,
        ),
        `${path}.sensitive.sensitive_data`,
      );
    }
  }
  for (const [way, field] of [
    ['inputs', 'input_format'],
    ['outputs', 'output_format'],
  ] as const) {
    const formats = each(
      parameters[`${field}_map`],
      'value',
      `model_parameters.${field}_map`,
    ).map(({ text }) => text);
    found.take(
      `intended-use.${way}`,
      parameters[field] ?? formats,
      `model_parameters.${field}`,
    );
  }
  const path = 'considerations';
  takeEach(found, 'intended-use.users', said, path, 'users');
  takeEach(found, 'intended-use.inScope', said, path, 'use_cases');
  takeEach(found, 'intended-use.limitations', said, path, 'limitations');
  takeEach(
    found,
    'intended-use.limitations',
    said,
    path,
    'tradeoffs',
    'Tradeoffs',
  );
  for (const { item, path: at } of itemsOf(
    said.ethical_considerations,
    `${path}.ethical_considerations`,
  )) {
    if (!isObject(item)) continue;
    const lines = found.lines(item, at, {
      name: '',
      mitigation_strategy: 'Mitigation',
    });
    if (lines.length > 0) {
      found.state(
        'intended-use.limitations',
        lines.join('\n\n'),
        at,
        'Ethical considerations',
      );
    }
  }
  found.unasked(details, 'model_details', [
    'documentation',
    'references',
    'citations',
    'path',
  ]);
  found.unasked(card, '', ['quantitative_analysis']);
  return found;
}
