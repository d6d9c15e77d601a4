import { useState } from 'react';
import { Content, LinkButton } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Paper from '@material-ui/core/Paper';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  BulkRecords,
  MergeChoice,
  SheetMapping,
  SheetTypeId,
  sheetTypeIds,
  sheetTypeOf,
} from 'backstage-plugin-ai-governance-common';
import { useSearchParams } from 'react-router-dom';
import { aiGovernanceApiRef } from '../../api';
import { errorWords, Loading } from '../../components';
import { registersRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { MappingEditor } from './MappingEditor';
import { SheetPreview } from './SheetPreview';
import { SheetText } from './SheetText';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(2),
  },
  about: { flex: '1 1 300px' },
  text: { maxWidth: 800 },
  part: { padding: theme.spacing(2), marginBottom: theme.spacing(2) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
}));

/** Takes a spreadsheet of risks or of vendors into the assessments of the systems that it names: choose, map, look, record. */
export function ImportSheetPage() {
  const t = useTexts();
  const classes = useStyles();
  const api = useApi(aiGovernanceApiRef);
  const registers = useRouteRef(registersRouteRef)();
  const [params] = useSearchParams();
  const [typeId, setTypeId] = useState<SheetTypeId>(
    sheetTypeIds.find(id => id === params.get('type')) ?? sheetTypeIds[0],
  );
  const [csv, setCsv] = useState('');
  const [mapping, setMapping] = useState<SheetMapping>();
  const [merge, setMerge] = useState<MergeChoice>('update');
  const [answer, setAnswer] = useState<BulkRecords>();
  const [looked, setLooked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const type = sheetTypeOf(typeId)!;

  const ask = async (
    request: Partial<Parameters<typeof api.importRecords>[0]>,
  ): Promise<BulkRecords | undefined> => {
    setBusy(true);
    setError(undefined);
    try {
      const got = await api.importRecords({
        type: typeId,
        csv,
        merge,
        ...request,
      });
      setAnswer(got);
      return got;
    } catch (e) {
      setError(e as Error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const read = async (text: string, id = typeId) => {
    setCsv(text);
    setLooked(false);
    setAnswer(undefined);
    setMapping(undefined);
    if (!text.trim()) return;
    const got = await ask({ csv: text, type: id });
    if (!got) return;
    setMapping(
      got.mapping ?? { subject: { column: { position: 1, header: got.columns[0]?.header || '1' } }, fields: {} }, // prettier-ignore
    );
  };
  const change = (next: SheetMapping) => {
    setMapping(next);
    setLooked(false);
  };
  const look = async () => {
    if (await ask({ mapping })) setLooked(true);
  };
  const record = async () => {
    await ask({
      mapping,
      dryRun: false,
      bases: Object.fromEntries(
        answer!.systems.map(({ subject, base }) => [subject.ref, base]),
      ),
    });
  };
  const recorded = looked && answer && answer.recorded > 0;
  const recordable =
    answer?.systems.filter(
      ({ outcome }) => outcome === 'new' || outcome === 'revised',
    ).length ?? 0;
  return (
    <Content>
      <div className={classes.head}>
        <div className={classes.about}>
          <Typography variant="h3" component="h2">
            {t('pages.spreadsheet.title')}
          </Typography>
          <Typography variant="body2" className={classes.text}>
            {t('pages.spreadsheet.text')}
          </Typography>
        </div>
        <LinkButton to={`${registers}?type=${typeId}`} variant="outlined">
          {t('pages.spreadsheet.back')}
        </LinkButton>
      </div>
      <Paper variant="outlined" className={classes.part}>
        <SheetText
          typeId={typeId}
          onType={id => {
            setTypeId(id);
            void read(csv, id);
          }}
          onText={text => void read(text)}
        />
      </Paper>
      {busy && <Loading label={t('pages.spreadsheet.reading')} />}
      {error && <Alert severity="error">{errorWords(error)}</Alert>}
      {answer && mapping && !recorded && (
        <Paper variant="outlined" className={classes.part}>
          <MappingEditor
            type={type}
            columns={answer.columns}
            mapping={mapping}
            onChange={change}
          />
          <FormLabel id="ai-governance-merge">
            {t('pages.spreadsheet.merge.title')}
          </FormLabel>
          <RadioGroup
            aria-labelledby="ai-governance-merge"
            value={merge}
            onChange={event => {
              setMerge(event.target.value as MergeChoice);
              setLooked(false);
            }}
          >
            <FormControlLabel
              value="update"
              control={<Radio size="small" color="primary" />}
              label={t('pages.spreadsheet.merge.update')}
            />
            <FormControlLabel
              value="skip"
              control={<Radio size="small" color="primary" />}
              label={t('pages.spreadsheet.merge.skip')}
            />
          </RadioGroup>
          <div className={classes.actions}>
            <Button
              variant={looked ? 'outlined' : 'contained'}
              color="primary"
              disabled={busy}
              onClick={look}
            >
              {t(
                looked
                  ? 'pages.spreadsheet.lookAgain'
                  : 'pages.spreadsheet.look',
              )}
            </Button>
          </div>
        </Paper>
      )}
      {looked && answer && (
        <Paper variant="outlined" className={classes.part}>
          <SheetPreview type={type} answer={answer} />
          {!recorded && (
            <div className={classes.actions}>
              <Button
                variant="contained"
                color="primary"
                disabled={busy || recordable === 0}
                onClick={record}
              >
                {t('pages.spreadsheet.record', { count: recordable })}
              </Button>
              {answer.refusedRows > 0 && recordable > 0 && (
                <Typography variant="body2">
                  {t('pages.spreadsheet.leftOut')}
                </Typography>
              )}
            </div>
          )}
        </Paper>
      )}
    </Content>
  );
}
