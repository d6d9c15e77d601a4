import { Content } from '@backstage/core-components';
import Button from '@material-ui/core/Button';
import ButtonGroup from '@material-ui/core/ButtonGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../translation';
import { usePagedAddress } from './pagedAddress';
import { CompletionsRegister } from './training/CompletionsRegister';
import { Gaps } from './training/Gaps';
import { Upload } from './training/Upload';

const useStyles = makeStyles(theme => ({
  title: { marginBottom: theme.spacing(2) },
}));

const views = ['gaps', 'completions', 'upload'] as const;

/** Who lacks which course, what is recorded, and where more is recorded. */
export function TrainingPage() {
  const t = useTexts();
  const classes = useStyles();
  const address = usePagedAddress();
  const asked = address.params.get('show');
  const show = views.find(view => view === asked) ?? views[0];
  return (
    <Content>
      <Typography variant="h3" component="h2" className={classes.title}>
        {t('pages.training.title')}
      </Typography>
      <ButtonGroup size="small" aria-label={t('pages.training.views.label')}>
        {views.map(view => (
          <Button
            key={view}
            variant={show === view ? 'contained' : 'outlined'}
            color={show === view ? 'primary' : 'default'}
            aria-pressed={show === view}
            onClick={() =>
              address.change({
                show: view === 'gaps' ? '' : view,
                // what one list is filtered by is not for the other
                course: '',
                state: '',
                team: '',
                q: '',
                mine: '',
              })
            }
          >
            {t(`pages.training.views.${view}`)}
          </Button>
        ))}
      </ButtonGroup>
      {show === 'gaps' && <Gaps address={address} />}
      {show === 'completions' && <CompletionsRegister address={address} />}
      {show === 'upload' && <Upload />}
    </Content>
  );
}
