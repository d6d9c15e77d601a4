import {
  admission,
  atHand,
  dana,
  lead,
  now,
  office,
  omar,
  stated,
} from '../decisions/__testUtils__/atHand';
import { limitedProfile } from '../__testUtils__/subject';
import { connector, Connector } from './connector';

const asked: Connector = {
  name: 'CRM',
  kind: 'api',
  target: 'resource:default/crm',
  reach: { classifications: ['internal'], scopes: ['customers.read'] },
  status: 'planned',
  decision: 'requested',
  reason: 'Look up customers.',
};
const approved: Connector = { ...asked, decision: 'approved' };
const wider = { classifications: ['restricted' as const], scopes: [] };

const subject = atHand();
const admit = (
  data: Connector,
  author: string,
  previous?: ReturnType<typeof stated<Connector>>,
) => connector.admit!(admission(data, author, { subject, previous }));

const request = stated(connector, admission(asked, dana, { subject }));
const decision = {
  ...request,
  data: admit(approved, office, request),
};

describe('a connector', () => {
  it('is asked for by its owners, and decided with what it may reach and for how long', () => {
    expect(request.data.requested).toEqual({ by: dana, at: now });
    expect(decision.data).toMatchObject({
      decision: 'approved',
      expires: '2027-06-01',
      requested: { by: dana },
      decided: { by: office, tier: 'high', reach: asked.reach },
    });
  });

  it('is decided by who approves systems of the tier, and not by who asked for it', () => {
    expect(() => admit(approved, omar, request)).toThrow(
      'It takes the authority of group:default/office.',
    );
    const limited = atHand({ profile: limitedProfile, tier: 'limited' });
    const by = (author: string) =>
      connector.admit!(admission(approved, author, { subject: limited }));
    expect(by(lead).decided!.authority.holder).toBe('accountable');
    expect(() => by(office)).toThrow('the accountable leader');
    const own = stated(connector, admission(asked, office, { subject }));
    expect(() => admit(approved, office, own)).toThrow(
      `${office} asked for it.`,
    );
  });

  it('lasts no longer than an approval of the tier', () => {
    expect(() => admit({ ...approved, expires: '2027-06-02' }, office)).toThrow(
      /allows it until 2027-06-01 at most/,
    );
  });

  it('is decided as it was asked for', () => {
    for (const over of [
      { name: 'Wiki' },
      { kind: 'tool' as const },
      { target: undefined },
      { reach: wider },
    ]) {
      expect(() => admit({ ...approved, ...over }, office, request)).toThrow(
        /stays what it was when it was asked for/,
      );
    }
  });

  it('takes what it reaches now, and what was approved stays with the decision', () => {
    const now_ = { reach: wider, status: 'connected' as const };
    const { decided, requested, ...sent } = decision.data;
    const reported = admit({ ...sent, ...now_ }, omar, decision);
    expect(reported).toEqual({ ...decision.data, ...now_ });
    expect(reported.decided!.reach).toEqual(asked.reach);
    expect(connector.takes!(sent, decision.data)).toBe('request');
  });

  it('takes that one is there though it was rejected, or is gone though it was withdrawn', () => {
    const refused = {
      ...request,
      data: admit({ ...asked, decision: 'rejected' }, office, request),
    };
    const there = { ...refused.data, status: 'connected' as const };
    expect(admit(there, dana, refused)).toEqual(there);
    const ended = {
      ...decision,
      data: admit(
        { ...decision.data, decision: 'withdrawn' },
        office,
        decision,
      ),
    };
    const gone = { ...ended.data, status: 'disconnected' as const };
    expect(admit(gone, dana, ended)).toEqual(gone);
    expect(connector.takes!(gone, ended.data)).toBe('request');
  });

  it('takes nothing else once it is decided', () => {
    const change = (over: Partial<Connector>) => () =>
      admit({ ...decision.data, ...over }, dana, decision);
    expect(change({ reason: 'Another.' })).toThrow(
      'data: it is decided already; all that can be reported is: reach, status',
    );
    expect(change({ expires: '2027-05-01' })).toThrow(/decided already/);
    expect(change({ name: 'Wiki' })).toThrow(/^data\.name: stays/);
    expect(change({ decision: 'rejected' })).toThrow(/ask for a new one/);
  });

  it('is taken back by who has the authority', () => {
    const withdrawn = { ...decision.data, decision: 'withdrawn' as const };
    expect(connector.takes!(withdrawn, decision.data)).toBe('decide');
    expect(() => admit(withdrawn, omar, decision)).toThrow(/authority/);
    expect(admit(withdrawn, office, decision).ended).toEqual({
      by: office,
      at: now,
    });
  });
});
