import { readModelCard } from 'backstage-plugin-ai-governance-common/model-cards';
import { english } from '../translation/__testUtils__/english';
import { mergedInto, takeFromCard } from './takeFromCard';

const [card] = readModelCard(
  '# Mail sorter\n\n- **Developed by:** Acme\n\n## Uses\n\nSorts mail.\n\n## Limitations\n\nFails on *red* envelopes.',
).cards;

describe('takeFromCard', () => {
  it('fills in fields by their document, each text with the place it comes from', () => {
    const { profile, documents } = takeFromCard(
      english,
      card.proposals,
      'the model card of Mail_sorter',
    );
    expect(profile).toEqual({
      title: 'Mail sorter',
      models: [{ provider: 'Acme', name: 'Mail sorter' }],
    });
    expect(documents).toEqual({
      'intended-use': {
        purpose:
          'Sorts mail.\n\n_From the model card of Mail\\_sorter: Uses (line 7)_',
        limitations:
          'Fails on *red* envelopes.\n\n_From the model card of Mail\\_sorter: Limitations (line 11)_',
      },
    });
  });

  it('names a place in JSON as code', () => {
    const { cards } = readModelCard(
      JSON.stringify({
        bomFormat: 'CycloneDX',
        components: [
          { name: 'x', modelCard: { considerations: { users: ['Clerks'] } } },
        ],
      }),
    );
    const { documents } = takeFromCard(
      english,
      cards[0].proposals,
      'a model card',
    );
    expect(documents['intended-use'].users).toBe(
      'Clerks\n\n_From a model card: `components[0].modelCard.considerations.users`_',
    );
  });

  it('says nothing of the place where nobody wants it', () => {
    expect(
      takeFromCard(english, card.proposals).documents['intended-use'].purpose,
    ).toBe('Sorts mail.');
  });
});

describe('mergedInto', () => {
  it('goes below what is written, once, and loses nothing of it', () => {
    const written = { purpose: 'Ours.', users: 'Clerks', dependencies: ['a'] };
    const taken = {
      purpose: 'Theirs.',
      guidance: 'Look.',
      dependencies: ['a', 'b'],
    };
    const once = mergedInto(written, taken);
    expect(once).toEqual({
      purpose: 'Ours.\n\nTheirs.',
      users: 'Clerks',
      guidance: 'Look.',
      dependencies: ['a', 'b'],
    });
    expect(mergedInto(once, taken)).toEqual(once);
    expect(mergedInto(undefined, taken)).toEqual(taken);
  });
});
