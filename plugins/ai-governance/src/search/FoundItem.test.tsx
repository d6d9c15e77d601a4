import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { FoundDocument } from './foundDocument';
import { FoundItem } from './FoundItem';

const risk: FoundDocument = {
  title: 'A decision under a wrong name',
  text: 'Speakers are confounded in a long recording.',
  location: '/catalog/default/aisystem/meeting-notes/risk',
  subjectRef: 'aisystem:default/meeting-notes',
  subjectTitle: 'Meeting notes',
  about: 'risk',
  aboutTitle: 'Risk',
  tier: 'high',
  owner: 'group:default/marketing',
};

const show = (props: Parameters<typeof FoundItem>[0]) =>
  renderInTestApp(<FoundItem {...props} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('what was found', () => {
  it('leads to where it is written, and says of which system, tier and team', async () => {
    await show({ result: risk });
    expect(
      screen.getByRole('link', { name: 'A decision under a wrong name' }),
    ).toHaveAttribute('href', risk.location);
    expect(screen.getByText('Risk')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Meeting notes' }),
    ).toHaveAttribute('href', '/catalog/default/aisystem/meeting-notes');
    expect(screen.getByText('High')).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'marketing' }),
    ).toBeInTheDocument();
  });

  it('marks the words that were sought, and shows what people wrote as text', async () => {
    await show({
      result: risk,
      highlight: {
        preTag: '<b>',
        postTag: '</b>',
        fields: { text: 'Speakers are <b>confounded</b> by <img src=x>' },
      },
    });
    expect(screen.getByText('confounded').tagName).toBe('MARK');
    expect(screen.getByText(/<img src=x>/)).toBeInTheDocument();
  });

  it('does not name a system twice, and knows of systems that are not evaluated', async () => {
    const system: FoundDocument = {
      ...risk,
      about: 'ai-system',
      aboutTitle: 'AI system',
      title: 'Meeting notes',
      tier: 'unknown',
      owner: '',
    };
    await show({ result: system });
    expect(screen.getAllByText('Meeting notes')).toHaveLength(1);
    expect(screen.getByText('Not decided yet')).toBeVisible();
    expect(screen.queryByText(/Owner/)).toBeNull();
  });
});
