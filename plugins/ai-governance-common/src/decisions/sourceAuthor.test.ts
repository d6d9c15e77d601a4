import { approval, riskAcceptance, riskAssessment } from '../records';
import {
  admission,
  atHand,
  dana,
  head,
  lead,
  leave,
  office,
  omar,
} from './__testUtils__/atHand';
import { locationOfAuthor, sourceAuthor } from './sourceAuthor';

const location = 'https://github.com/bank/limits/tree/main/governance/';
const author = sourceAuthor(location);
const fromCode = head('intended-use', { purpose: 'Limits.' }, { author });

const approve =
  (person: string, over: object = {}) =>
  () =>
    approval.admit!(
      admission({ gate: 'deploy', decision: 'approved' } as any, person, {
        subject: atHand({ tier: 'minimal', heads: [fromCode] }),
        ...over,
      }),
    );

describe('a document that comes from the repository of its owner', () => {
  it('has the place as its author', () => {
    expect(locationOfAuthor(author)).toBe(location);
    expect(locationOfAuthor(dana)).toBeUndefined();
  });

  it('is approved by nobody of the owner, whoever wrote it', () => {
    for (const person of [dana, omar]) {
      expect(approve(person)).toThrow(
        'Nobody of the owner decides: revision 1 of the intended use came from its repository on 2026-03-01, and it was never approved before.',
      );
    }
    const byAPerson = atHand({
      tier: 'minimal',
      heads: [head('intended-use', { purpose: 'Limits.' }, { author: omar })],
    });
    expect(approve(dana, { subject: byAPerson })).not.toThrow();
  });

  it('is approved by the group above, where the policy leaves it to the owner', () => {
    expect((approve(lead)() as any).decided.authority).toEqual({
      holder: 'group:default/finance',
      rule: 'small-team',
    });
  });

  it('is approved by others who hold the authority', () => {
    const subject = atHand({ tier: 'high', heads: [fromCode] });
    expect(approve(office, { subject })).not.toThrow();
  });

  it('is approved by no stand-in of somebody of the owner', () => {
    const standIns = [{ from: dana, decisions: ['approval'] as const }];
    expect(approve(leave, { standIns })).toThrow(
      `As the stand-in of ${dana}: Nobody of the owner decides`,
    );
  });

  it('binds the owner no longer once it was approved', () => {
    const approved = head(
      'approval',
      { decision: 'approved', decided: { at: '2026-04-01T00:00:00.000Z' } },
      { recordedAt: '2026-04-01T00:00:00.000Z' },
    );
    const later = head(
      'intended-use',
      { purpose: 'All limits.' },
      { author: omar, revision: 2, recordedAt: '2026-05-01T00:00:00.000Z' },
    );
    const subject = atHand({
      tier: 'minimal',
      heads: [fromCode, approved, later],
    });
    expect(approve(dana, { subject })).not.toThrow();
  });

  it('holds for an assessed risk as well', () => {
    const assessment = riskAssessment.schema.parse({
      scenarios: [
        {
          id: 'wrong',
          title: 'Wrong limit',
          category: 'accuracy',
          inherent: {
            likelihood: 1,
            consequence: { individuals: 1, society: 1, business: 1 },
          },
          knowledge: 'strong',
        },
      ],
    });
    const subject = atHand({
      tier: 'minimal',
      heads: [head('risk-assessment', assessment, { author })],
    });
    const accept = () =>
      riskAcceptance.admit!(
        admission(
          {
            scenario: 'wrong',
            decision: 'approved',
            reason: 'Small.',
            expires: '2026-09-01',
          } as any,
          dana,
          { subject },
        ),
      );
    expect(accept).toThrow(
      /^Nobody of the owner decides: the latest risk assessment came from its repository\.$/,
    );
  });
});
