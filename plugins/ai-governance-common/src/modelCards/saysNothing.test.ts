import fc from 'fast-check';
import { repeatsItsName, saysNothing } from './saysNothing';

describe('saysNothing', () => {
  it.each([
    '',
    ' \n ',
    '-',
    '…',
    '[More Information Needed]',
    '**More information needed**',
    'More information needed for further recommendations.',
    '[optional]',
    'TBD',
    'To be added later.',
    'N/A',
    'None',
    'unknown',
    'Coming soon!',
    'task goes here',
    '{{ model_description }}',
    'Describe the intended users here.',
    'What are the known technical limitations of the model? E.g. What kind(s) of data should the model be expected not to perform well on?',
    'Users (both direct and downstream) should be made aware of the risks, biases and limitations of the model. More information needed for further recommendations.',
    'Use the code below to get started with the model. [More Information Needed]',
  ])('holds for what nobody has filled in: %j', text => {
    expect(saysNothing(text)).toBe(true);
  });

  it.each([
    'Text',
    'MIT',
    'No known limitations in English; not tested in others.',
    'More information is in the paper: it fails on low-light pictures.',
    'None of the uses that the law prohibits.',
    'Who relies on it? Loan officers do.',
    '英語のみ',
    'The card says N/A where a figure is missing.',
  ])('does not hold for what says something: %j', text => {
    expect(saysNothing(text)).toBe(false);
  });

  it('holds for no text once a sentence is added that says something', () => {
    fc.assert(
      fc.property(fc.string(), text =>
        expect(
          saysNothing(
            `${text.replace(/[{<[$]/g, '')}. It fails on long texts.`,
          ),
        ).toBe(false),
      ),
    );
  });
});

describe('repeatsItsName', () => {
  it.each([
    ['overview', 'model_details.overview'],
    ['limitations1', 'considerations.limitations'],
    ['mitigation strategy', 'ethical_considerations.mitigation_strategy'],
    ['use_cases', 'considerations.use_cases'],
  ])('holds for %j in %s', (text, path) => {
    expect(repeatsItsName(text, path.split('.'))).toBe(true);
  });

  it('does not hold for a text of its own', () => {
    expect(repeatsItsName('Data scientists', ['considerations', 'users'])).toBe(
      false,
    );
  });
});
