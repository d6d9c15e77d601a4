import {
  AiGovernanceApi,
  frameworks,
} from 'backstage-plugin-ai-governance-common';
import { random } from '../random';

/** The organization states of most controls of Annex A whether they apply, and reviews its management system; all of it made up. */
export async function stateOfOrganization(
  office: AiGovernanceApi,
  dayOf: (day: number) => string,
): Promise<number> {
  const r = random(42);
  const iso = frameworks.find(f => f.id === 'iso-42001')!;
  const annex = iso.requirements.filter(q => /^A\.\d+\.\d+/.test(q.id));
  let written = 0;
  for (const { id, title } of annex) {
    if (r.chance(0.15)) continue;
    const applies = r.chance(0.9) ? 'yes' : 'no';
    await office.appendToOrganization({
      type: 'applicability',
      data: {
        framework: 'iso-42001',
        requirement: id,
        applies,
        justification:
          applies === 'yes'
            ? `Made up: ${title} is asked for by the memorandum on the use of AI, and every agency has systems that it concerns.`
            : 'Made up: left to the agencies.',
      },
    });
    written += 1;
  }
  const nothing = 'Made up: nothing to report.';
  await office.appendToOrganization({
    type: 'management-review',
    data: {
      heldOn: dayOf(178),
      chairedBy: 'user:default/nadia.brooks',
      attendees: ['user:default/robin.hale'],
      inputs: Object.fromEntries(
        [
          'earlierActions',
          'issues',
          'interestedParties',
          'nonconformities',
          'monitoring',
          'auditResults',
          'objectives',
          'opportunities',
        ].map(input => [input, nothing]),
      ),
      decisions: [{ what: 'Bureaus name who answers', due: dayOf(300) }],
      nextBy: dayOf(540),
    },
  });
  return written + 1;
}
