import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/test-utils';
import { Markdown, safeHref } from './Markdown';

describe('Markdown', () => {
  it('lets no script run, and shows HTML as the text it is', async () => {
    const { container } = await renderInTestApp(
      <Markdown text="[run](javascript:alert(1)) <img src=x onerror=alert(1)> <script>alert(1)</script>" />,
    );
    expect(screen.getByText(/run/)).toHaveTextContent(
      'run <img src=x onerror=alert(1)> <script>alert(1)</script>',
    );
    expect(container.querySelector('article a, img, script')).toBeNull();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('loads no image from elsewhere: it is a link to it', async () => {
    await renderInTestApp(
      <Markdown text="![Drift in March](https://charts.example.com/drift.png)" />,
    );
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Drift in March/ }),
    ).toHaveAttribute('href', 'https://charts.example.com/drift.png');
  });

  it('begins its headings below those of the page', async () => {
    await renderInTestApp(<Markdown text={'# One\n\n## Two'} />);
    expect(screen.getByRole('heading', { level: 4 })).toHaveTextContent('One');
    expect(screen.getByRole('heading', { level: 5 })).toHaveTextContent('Two');
  });
});

describe('safeHref', () => {
  it.each([
    'https://example.com/a?b=c:d',
    'http://example.com',
    'mailto:dana@example.com',
    '/catalog/default/aisystem/x',
    './risk',
    '#limits',
    'notes/a.md?x=1:2',
  ])('follows %s', href => expect(safeHref(href)).toBe(href));

  it.each([
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//elsewhere.example.com',
    '/\\elsewhere.example.com',
    undefined,
  ])('refuses %s', href => expect(safeHref(href)).toBe(''));
});
