import { ReactElement, RefObject, useMemo, useState } from 'react';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  BreadcrumbEntry,
  IconElement,
  PageLayout,
  pluginHeaderActionsApiRef,
  swappableComponentsApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { makeStyles, StylesProvider, useTheme } from '@material-ui/core/styles';
import { Navigate, Route, Routes } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { useTabAddress } from './tabAddress';
import { useArrivalFocus } from './useArrivalFocus';

const useStyles = makeStyles({
  frame: {
    display: 'contents',
    // What somebody called a thing turns the order of its own words at most, and not of those that come after it.
    '& a': { unicodeBidi: 'isolate' },
    // In a narrow window the tabs take a second line: else the last ones would stand outside of it, and the page scroll sideways.
    '& .bui-TabList': { flexWrap: 'wrap' },
    '& .bui-TabActive': {
      top: 'calc(var(--active-tab-top) + var(--active-tab-height))',
      bottom: 'auto',
    },
  },
});

/** All pages in one frame of the new frontend system. A tab of a page that has a past keeps the day that is shown. */
export function PagesFrame(props: {
  title: string;
  icon: IconElement;
  pluginId: string;
  pages: readonly {
    /** Below the address of the frame. */
    path: string;
    title?: string;
    element: ReactElement;
  }[];
}) {
  const { title, icon, pluginId, pages } = props;
  const classes = useStyles();
  const { palette } = useTheme();
  const headerActions = useApi(pluginHeaderActionsApiRef);
  const root = useRouteRef(rootRouteRef)();
  const tabAddress = useTabAddress();
  const components = useApi(swappableComponentsApiRef);
  // PageLayout itself is another component at each rendering: all below it would begin anew with every change of the address
  const Layout = useMemo(
    () => components.getComponent(PageLayout.ref),
    [components],
  );
  const frame = useArrivalFocus<HTMLDivElement>();
  return (
    <FreshStyles key={palette.type} className={classes.frame} frame={frame}>
      <Layout
        title={title}
        icon={icon}
        titleLink={root}
        headerActions={headerActions.getPluginHeaderActions(pluginId)}
        tabs={pages.map(page => ({
          id: page.path,
          label: page.title ?? page.path,
          href: tabAddress(page.path, `${root}/${page.path}`),
        }))}
      >
        <Routes>
          {pages.length > 0 && (
            <Route index element={<Navigate to={pages[0].path} replace />} />
          )}
          {pages.map(page => (
            <Route
              key={page.path}
              path={`${page.path}/*`}
              element={
                <BreadcrumbEntry
                  entry={{ label: page.title ?? page.path, href: page.path }}
                >
                  {page.element}
                </BreadcrumbEntry>
              }
            />
          ))}
        </Routes>
      </Layout>
    </FreshStyles>
  );
}

/**
 * Styles of its own for all that is inside. Material UI counts who uses a style sheet while it renders; what React begins to render and
 * gives up is counted for ever, so that a sheet with the colours before stays in the document, perhaps below the one of now. Sheets that
 * are begun anew with the colours come after all others.
 */
function FreshStyles(props: {
  className: string;
  frame: RefObject<HTMLDivElement>;
  children: ReactElement;
}) {
  const { frame, ...rest } = props;
  const [sheets] = useState(() => new Map());
  return (
    <StylesProvider sheetsManager={sheets}>
      <div ref={frame} {...rest} />
    </StylesProvider>
  );
}
