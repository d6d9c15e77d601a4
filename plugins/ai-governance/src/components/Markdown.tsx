import { createElement, ReactNode } from 'react';
import ReactMarkdown from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
    '& > :first-child': { marginTop: 0 },
    '& > :last-child': { marginBottom: 0 },
    '& a': { color: theme.palette.primary.main, textDecoration: 'underline' },
    '& table': { borderCollapse: 'collapse' },
    '& th, & td': {
      border: `1px solid ${theme.palette.divider}`,
      padding: theme.spacing(0.5, 1),
      textAlign: 'left',
    },
    '& pre': { overflow: 'auto', padding: theme.spacing(1) },
    '& code, & pre': { backgroundColor: theme.palette.action.hover },
    '& blockquote': {
      margin: theme.spacing(1, 0),
      paddingLeft: theme.spacing(2),
      borderLeft: `4px solid ${theme.palette.divider}`,
    },
  },
}));

/** The address if it is one a person may follow: http, https, mailto, or a place within the portal; else ''. */
export function safeHref(href: string | undefined): string {
  const address = href?.trim() ?? '';
  if (/^(https?:\/\/|mailto:)/i.test(address)) return address;
  // anything else with a scheme, `//host`, or a character that browsers drop before they read the scheme
  // eslint-disable-next-line no-control-regex
  const unsafe = /^[^/?#]*:|^[/\\]{2}|[\u0000-\u0020\u007f]/;
  return unsafe.test(address) ? '' : address;
}

/**
 * Markdown that people wrote, which is untrusted: HTML in it shows as text, a link leads to http, https, mailto or within the
 * portal, an image is a link to it (loading it would tell its host who reads). Its headings begin at `headingLevel`, below
 * those of the page.
 */
export function Markdown(props: { text: string; headingLevel?: number }) {
  const classes = useStyles();
  const { text, headingLevel = 4 } = props;
  const heading = ({
    level,
    children,
  }: {
    level: number;
    children: ReactNode;
  }) =>
    createElement(
      `h${Math.min(6, headingLevel + level - 1)}`,
      undefined,
      children,
    );
  return (
    <ReactMarkdown
      className={classes.root}
      remarkPlugins={[remarkGfm]}
      transformLinkUri={safeHref}
      transformImageUri={safeHref}
      components={{
        h1: heading,
        h2: heading,
        h3: heading,
        h4: heading,
        h5: heading,
        h6: heading,
        a: ({ href, children }) =>
          href ? <Link to={href}>{children}</Link> : <>{children}</>,
        img: ({ src, alt }) =>
          src ? <Link to={src}>{alt || src}</Link> : <>{alt}</>,
      }}
    >
      {text}
    </ReactMarkdown>
  );
}
