import { graveScenario, minimalProfile } from '../__testUtils__/subject';
import {
  approval,
  confirmation,
  controlTest,
  delegation,
  exemption,
  policyAcknowledgement,
  recordTypeOf,
  riskAcceptance,
  tierOverride,
} from '../records';
import { policyHash } from '../policy';
import {
  admission,
  atHand,
  dana,
  decisionPolicy,
  head,
  lead,
  leave,
  now,
  office,
  omar,
  stated,
} from './__testUtils__/atHand';
import { stateHash } from './governedState';

const ask = { gate: 'deploy', decision: 'requested' } as const;
const approve = { gate: 'deploy', decision: 'approved' } as const;
const conditional = {
  gate: 'deploy',
  decision: 'approved-with-conditions',
  conditions: [{ text: 'Log refusals', due: '2026-07-01' }],
} as const;

const admit = (made: ReturnType<typeof admission<any>>) =>
  approval.admit!(made);

describe('an approval', () => {
  it('is asked for, and says by whom', () => {
    expect(admit(admission(ask, dana))).toEqual({
      ...ask,
      requested: { by: dana, at: now },
    });
  });

  it('carries what it is about, by which authority, and until when', () => {
    const subject = atHand();
    const previous = stated(approval, admission<any>(ask, dana, { subject }));
    expect(
      admit(admission<any>(approve, office, { subject, previous })),
    ).toEqual({
      ...approve,
      expires: '2027-06-01',
      requested: { by: dana, at: now },
      decided: {
        by: office,
        at: now,
        authority: { holder: 'group:default/office', rule: 'policy' },
        tier: 'high',
        policy: '2026.1',
        stateHash: stateHash(subject.governed),
        covers: {
          profile: subject.governed.profile,
          documents: { ...subject.governed.documents },
          changes: [],
        },
      },
    });
  });

  it('may be made at once by who may decide', () => {
    expect(admit(admission(approve, office)).decided).toMatchObject({
      by: office,
    });
  });

  it.each<[string, string, RegExp]>([
    ['who wrote a document', dana, /dana wrote revision 1 of the intended use/],
    ['who has no authority', omar, /authority of group:default\/office/],
    ['a service', 'external:pipeline', /Only a person/],
  ])('is refused to %s', (_name, author, says) => {
    expect(() => admit(admission(approve, author))).toThrow(says);
  });

  it('is refused to who asked for it, whatever their authority', () => {
    const previous = stated(approval, admission<any>(ask, office));
    expect(() => admit(admission<any>(approve, office, { previous }))).toThrow(
      'user:default/officer asked for it.',
    );
  });

  it('is no longer refused to an author once it was approved after their text', () => {
    const written = head(
      'intended-use',
      { purpose: 'Limits.' },
      { author: office },
    );
    const approved = head('approval', {
      ...approve,
      decided: { at: '2026-04-01T00:00:00.000Z' },
    });
    const before = atHand({ heads: [written] });
    expect(() =>
      admit(admission(approve, office, { subject: before })),
    ).toThrow(/officer wrote/);
    const after = atHand({ heads: [written, approved] });
    expect(admit(admission(approve, office, { subject: after }))).toMatchObject(
      {
        decided: { by: office },
      },
    );
  });

  it('is of the state that was looked at, and of no other', () => {
    const { seen, ...blind } = admission(approve, office);
    expect(() => admit(blind)).toThrow(/^stateHash: say which state/);
    expect(() => admit({ ...blind, seen: '0'.repeat(64) })).toThrow(
      expect.objectContaining({ name: 'ConflictError' }),
    );
    expect(seen).toBe(stateHash(atHand().governed));
  });

  it('may last as long as the policy says, and no longer', () => {
    expect(() =>
      admit(admission({ ...approve, expires: '2027-06-02' }, office)),
    ).toThrow('data.expires: the policy allows it until 2027-06-01 at most');
    expect(() =>
      admit(admission({ ...approve, expires: '2026-05-31' }, office)),
    ).toThrow('data.expires: must not be past');
    expect(
      admit(admission({ ...approve, expires: '2026-06-01' }, office)).expires,
    ).toBe('2026-06-01');
  });

  it('names its conditions, and only when it has some', () => {
    expect(() =>
      admit(admission({ ...conditional, conditions: [] } as any, office)),
    ).toThrow('data.conditions: name at least one');
    expect(() =>
      admit(admission({ ...conditional, decision: 'approved' } as any, office)),
    ).toThrow('data.conditions: go with');
    expect(() =>
      admit(
        admission(
          { ...conditional, conditions: [{ text: 'X', due: '2026-05-31' }] },
          office,
        ),
      ),
    ).toThrow('data.conditions[0].due: must not be past');
  });

  it('takes that a condition is met, from anybody who may ask, and nothing else', () => {
    const previous = stated(approval, admission<any>(conditional, office));
    const met = {
      ...previous.data,
      conditions: [
        {
          ...conditional.conditions[0],
          met: { on: '2026-06-01', evidence: 'PR 7' },
        },
      ],
    };
    expect(approval.takes!(met, previous.data)).toBe('request');
    expect(admit(admission<any>(met, dana, { previous }))).toEqual(met);
    expect(() =>
      admit(admission<any>({ ...met, note: 'Also' }, dana, { previous })),
    ).toThrow(/all that can be added is that a condition is met/);
    expect(() =>
      admit(
        admission<any>(
          {
            ...met,
            conditions: [{ ...conditional.conditions[0], due: '2027-01-01' }],
          },
          dana,
          { previous },
        ),
      ),
    ).toThrow(/all that can be added/);
    expect(() =>
      admit(
        admission<any>(
          {
            ...met,
            conditions: [
              { ...conditional.conditions[0], met: { on: '2026-06-02' } },
            ],
          },
          dana,
          { previous },
        ),
      ),
    ).toThrow('data.conditions[0].met.on: must not be in the future');
  });

  it('is suspended by who has the authority, an author too, and keeps what was decided', () => {
    const previous = stated(approval, admission<any>(approve, office));
    const suspend = { ...previous.data, decision: 'suspended', note: 'Drift' };
    expect(admit(admission<any>(suspend, office, { previous }))).toEqual({
      ...previous.data,
      decision: 'suspended',
      note: 'Drift',
      ended: { by: office, at: now },
    });
    expect(() => admit(admission<any>(suspend, dana, { previous }))).toThrow(
      /authority/,
    );
  });

  it('is decided once', () => {
    const previous = stated(approval, admission<any>(approve, office));
    expect(() =>
      admit(
        admission<any>({ ...approve, decision: 'rejected' }, office, {
          previous,
        }),
      ),
    ).toThrow('data.decision: it is approved already; ask for a new one');
  });

  it('stays of the gate that was asked for', () => {
    const previous = stated(approval, admission<any>(ask, dana));
    expect(() =>
      admit(
        admission<any>({ ...approve, gate: 'vendor' }, office, { previous }),
      ),
    ).toThrow('data.gate: stays what it was');
  });

  it('is withdrawn while nobody has decided, and only its asker changes the wish', () => {
    const previous = stated(approval, admission<any>(ask, dana));
    const withdrawn = { ...ask, decision: 'withdrawn' } as const;
    expect(approval.takes!(withdrawn, previous.data)).toBe('request');
    expect(admit(admission<any>(withdrawn, omar, { previous }))).toMatchObject({
      decision: 'withdrawn',
      ended: { by: omar },
    });
    expect(() =>
      admit(admission<any>({ ...ask, note: 'Please' }, omar, { previous })),
    ).toThrow('Only user:default/dana can change');
  });

  it('says what cannot be changed by who withdraws or ends it, and drops nothing in silence', () => {
    const asked = stated(approval, admission<any>({ ...ask, note: 'x' }, dana));
    const withdraw = (more: object) =>
      admit(
        admission<any>({ ...ask, decision: 'withdrawn', ...more }, dana, {
          previous: asked,
        }),
      );
    expect(() => withdraw({ note: 'Not now', expires: '2026-12-31' })).toThrow(
      'data.note: stays what it was when it was asked for; ending it writes decision only; data.expires: stays what it was when it was asked for; ending it writes decision only',
    );
    // what is left out stays as well
    for (const more of [{}, { note: 'x' }]) {
      expect(withdraw(more)).toMatchObject({ note: 'x', ended: { by: dana } });
    }
    const previous = stated(approval, admission<any>(conditional, office));
    const suspend = (more: object) =>
      admit(
        admission<any>(
          { ...conditional, decision: 'suspended', ...more },
          office,
          { previous },
        ),
      );
    expect(() => suspend({ conditions: [] })).toThrow(
      'data.conditions: stays what it was when it was decided; ending it writes decision and note only',
    );
    expect(suspend({ note: 'Drift' })).toMatchObject({
      note: 'Drift',
      conditions: conditional.conditions,
    });
  });

  it('goes to the group above when everybody with the authority is an author', () => {
    const heads = [
      head('intended-use', { purpose: 'Calls.' }),
      head('change', { title: 'Model' }, { recordId: 'c', author: omar }),
    ];
    const subject = atHand({ profile: minimalProfile, tier: 'minimal', heads });
    expect(admit(admission(approve, lead, { subject })).decided).toMatchObject({
      authority: { holder: 'group:default/finance', rule: 'small-team' },
    });
    expect(() => admit(admission(approve, office, { subject }))).toThrow(
      'so group:default/finance decides',
    );
    const alone = atHand({
      profile: minimalProfile,
      tier: 'minimal',
      heads: heads.slice(0, 1),
    });
    expect(() => admit(admission(approve, lead, { subject: alone }))).toThrow(
      'the owner group:default/lending',
    );
    expect(admit(admission(approve, omar, { subject: alone }))).toBeDefined();
    const given = stated(approval, admission<any>(approve, lead, { subject }));
    expect(
      admit(
        admission<any>({ ...given.data, decision: 'suspended' }, lead, {
          subject,
          previous: given,
        }),
      ),
    ).toMatchObject({ ended: { by: lead } });
    const policy = {
      ...decisionPolicy,
      separationOfDuties: { smallTeam: 'nobody' as const },
    };
    expect(() => admit(admission(approve, lead, { subject, policy }))).toThrow(
      /authority/,
    );
  });

  it('goes to nobody when there is nobody behind the words of the policy', () => {
    const policy = {
      ...decisionPolicy,
      authorities: {
        ...decisionPolicy.authorities,
        approval: {
          ...decisionPolicy.authorities.approval,
          high: ['group:default/misspelt'],
        },
      },
    };
    expect(() => admit(admission(approve, lead, { policy }))).toThrow(
      'It takes the authority of group:default/misspelt.',
    );
  });

  it('may be made by a stand-in, but not for an author or for another kind of decision', () => {
    const standIns = [{ from: office, decisions: ['approval' as const] }];
    expect(
      admit(admission(approve, leave, { standIns })).decided,
    ).toMatchObject({ authority: { rule: 'stand-in', onBehalfOf: office } });
    const heads = [head('intended-use', { purpose: 'X' }, { author: office })];
    expect(() =>
      admit(
        admission(approve, leave, { standIns, subject: atHand({ heads }) }),
      ),
    ).toThrow(/stand-in of user:default\/officer: user:default\/officer wrote/);
    expect(() =>
      admit(
        admission(approve, leave, {
          standIns: [{ from: office, decisions: ['exemption' as const] }],
        }),
      ),
    ).toThrow(/authority/);
  });
});

describe('a risk acceptance', () => {
  const accept = {
    scenario: 'unfair',
    decision: 'approved',
    reason: 'Rare.',
    expires: '2026-12-31',
  } as const;
  const subject = atHand({
    heads: [head('risk-assessment', { scenarios: [graveScenario()] })],
  });

  it('takes the authority for the level of the scenario', () => {
    const made = riskAcceptance.admit!(
      admission<any>(accept, office, { subject }),
    );
    expect(made.decided).toMatchObject({ level: 'high' });
    expect(made.decided!.assessed).toMatch(/^[0-9a-f]{64}$/);
    expect(() =>
      riskAcceptance.admit!(admission<any>(accept, lead, { subject })),
    ).toThrow('It takes the authority of group:default/office.');
  });

  it('is not for who assessed the risk, nor of a scenario that is not there', () => {
    expect(() =>
      riskAcceptance.admit!(
        admission<any>(accept, office, {
          subject: atHand({
            heads: [
              head(
                'risk-assessment',
                { scenarios: [graveScenario()] },
                { author: office },
              ),
            ],
          }),
        }),
      ),
    ).toThrow('wrote the latest risk assessment');
    expect(() =>
      riskAcceptance.admit!(
        admission<any>({ ...accept, scenario: 'x' }, office, { subject }),
      ),
    ).toThrow('data.scenario: the risk assessment has no scenario x');
  });
});

it('an exemption is of a control that there is, for no longer than the policy allows, and not by who asked', () => {
  const waive = {
    control: 'DOC-03',
    decision: 'approved',
    reason: 'Later.',
    compensating: 'A call.',
    expires: '2026-11-30',
  } as const;
  expect(exemption.admit!(admission<any>(waive, office))).toMatchObject(waive);
  expect(() =>
    exemption.admit!(admission<any>({ ...waive, control: 'DOC-99' }, office)),
  ).toThrow('data.control: there is no control DOC-99');
  expect(() =>
    exemption.admit!(
      admission<any>({ ...waive, expires: '2026-12-02' }, office),
    ),
  ).toThrow('until 2026-12-01 at most');
});

it('another tier is never given to what is prohibited', () => {
  const other = {
    tier: 'limited',
    decision: 'requested',
    reason: 'No decision rests on it.',
    expires: '2026-12-31',
  } as const;
  expect(tierOverride.admit!(admission<any>(other, dana))).toMatchObject(other);
  expect(() =>
    tierOverride.admit!(
      admission<any>(other, dana, { subject: atHand({ tier: 'prohibited' }) }),
    ),
  ).toThrow('data.tier: what is prohibited stays so');
});

describe('what people state', () => {
  it('confirms an entry as its owner or as the accountable leader, and as nobody else', () => {
    expect(confirmation.admit!(admission<any>({}, dana))).toMatchObject({
      confirmed: { as: 'owner' },
    });
    expect(confirmation.admit!(admission<any>({}, lead))).toMatchObject({
      confirmed: { as: 'accountable' },
    });
    expect(() => confirmation.admit!(admission<any>({}, office))).toThrow(
      'Only the owner group:default/lending or the accountable leader user:default/lead',
    );
  });

  it('tests controls of others, and not in the future', () => {
    const test = {
      control: 'DOC-03',
      testedOn: '2026-06-01',
      method: 'Interview.',
      result: 'effective',
    };
    expect(controlTest.admit!(admission<any>(test, office))).toEqual(test);
    expect(() => controlTest.admit!(admission<any>(test, omar))).toThrow(
      'somebody else tests the controls',
    );
    expect(() =>
      controlTest.admit!(
        admission<any>({ ...test, testedOn: '2026-06-02' }, office),
      ),
    ).toThrow('data.testedOn: must not be in the future');
  });

  it('names a stand-in for oneself, somebody else, for a time to come', () => {
    const away = {
      to: 'User:Dana',
      decisions: ['approval'],
      from: '2026-06-01',
      until: '2026-06-14',
    };
    const by = (data: object, author = office, stream = office) =>
      delegation.admit!(admission<any>(data, author, { stream }));
    expect(by(away)).toEqual({ ...away, to: dana });
    expect(() => by(away, dana)).toThrow('can name their stand-in');
    expect(() => by({ ...away, to: office })).toThrow('somebody else');
    expect(() => by({ ...away, until: '2026-05-31' })).toThrow('data.until');
  });

  it('acknowledges the version in force, for oneself', () => {
    const by = (version: string, author = dana) =>
      policyAcknowledgement.admit!(
        admission<any>({ version }, author, { stream: dana }),
      );
    expect(by('2026.1')).toEqual({
      version: '2026.1',
      hash: policyHash(decisionPolicy),
    });
    expect(() => by('2025.1')).toThrow('the version in force is 2026.1');
    expect(() => by('2026.1', omar)).toThrow('for themselves');
  });
});

it('takes a permission for each step', () => {
  const takes = recordTypeOf('exemption')!.takes!;
  const approved = { decision: 'approved' };
  expect(takes({ decision: 'requested' })).toBe('request');
  expect(takes(approved)).toBe('decide');
  expect(takes({ decision: 'rejected' }, { decision: 'requested' })).toBe(
    'decide',
  );
  expect(takes({ decision: 'withdrawn' }, { decision: 'requested' })).toBe(
    'request',
  );
  expect(takes({ decision: 'withdrawn' }, approved)).toBe('decide');
});
