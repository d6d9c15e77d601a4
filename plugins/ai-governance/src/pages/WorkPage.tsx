import { Content } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { aiGovernanceApiRef } from '../api';
import { useTexts } from '../translation';
import { DownloadButton } from './DownloadButton';
import { StandIns } from './work/StandIns';
import { WorkFilters } from './work/WorkFilters';
import { WorkList } from './work/WorkList';
import { useWorkQuery } from './work/workQuery';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  title: { flexGrow: 1 },
}));

/** What is due, failing or asked for: of the reader, of teams, or of all; and who stands in for the reader. */
export function WorkPage() {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const work = useWorkQuery();
  return (
    <Content>
      <div className={classes.head}>
        <Typography variant="h3" component="h2" className={classes.title}>
          {t('pages.work.page.title')}
        </Typography>
        <DownloadButton
          label={t('pages.work.page.calendar')}
          load={() => api.workCalendar()}
          fileName={() => 'ai-governance-work.ics'}
        />
      </div>
      <WorkFilters work={work} />
      <WorkList work={work} />
      <StandIns />
    </Content>
  );
}
