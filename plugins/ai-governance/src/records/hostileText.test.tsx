import {
  recordFormSchema,
  recordTypes,
} from 'backstage-plugin-ai-governance-common';
import { FakeSubjectApi } from '../components/__testUtils__/FakeSubjectApi';
import { renderEntity } from '../components/__testUtils__/renderEntity';
import { FieldSchema } from './formSchema';
import { RecordReader } from './RecordReader';

// Every field of every type says something that would run, be an element or lead elsewhere if it were taken for more than text.
const scheme = 'javascript';
const payloads = [
  '<script>window.ran = 1</script>',
  '<img src=x onerror="window.ran = 1">',
  '<svg onload="window.ran = 1"><a xlink:href="javascript:window.ran = 1">x</a></svg>',
  '<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>',
  '[a](javascript:window.ran=1) [b](data:text/html,x) <javascript:window.ran=1>',
  '![c](javascript:window.ran=1) ![d](//elsewhere.example.com/x.png)',
  '[e]: javascript:window.ran=1\n\n[e]',
  `${scheme}:window.ran=1`,
  'data:text/html,<script>window.ran=1</script>',
  ' java\tscript:window.ran=1',
  'vbscript:x',
  '{{constructor.constructor("window.ran=1")()}} ${7*7} $t(x)',
  '\u202ehtml.exe\u202c',
  'user:default/"><img src=x onerror=window.ran=1>',
  '</textarea></style></title><style>*{display:none}</style>',
];

/** Data in which each text is one of the payloads; lists have one item for each. */
function hostile(schema: FieldSchema, payload: string): unknown {
  if (schema.properties) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([key, of]) => [
        key,
        hostile(of as FieldSchema, payload),
      ]),
    );
  }
  if (schema.items) return [hostile(schema.items as FieldSchema, payload)];
  return payload;
}

const forbidden =
  'script, img, svg foreignObject, iframe, object, embed, form, base, meta, main style, article style';

describe.each(recordTypes.map(type => [type.type, type] as const))(
  'what people wrote in a %s',
  (_, type) => {
    it('is text: nothing runs, no element comes of it, and no link leads elsewhere than to http and https', async () => {
      const schema = recordFormSchema(type) as FieldSchema;
      await renderEntity(
        <>
          {payloads.map(payload => (
            <section key={payload} data-testid="hostile">
              <RecordReader schema={schema} data={hostile(schema, payload)} />
            </section>
          ))}
        </>,
        new FakeSubjectApi(),
      );
      const sections = [
        ...document.querySelectorAll('[data-testid="hostile"]'),
      ];
      expect(sections).toHaveLength(payloads.length);
      for (const section of sections) {
        expect([...section.querySelectorAll(forbidden)]).toEqual([]);
        const attributes = [...section.querySelectorAll('*')].flatMap(element =>
          [...element.attributes].map(({ name }) => name),
        );
        expect(attributes.filter(name => name.startsWith('on'))).toEqual([]);
        const places = [...section.querySelectorAll('[href], [src]')].map(
          element =>
            new URL(
              element.getAttribute('href') ?? element.getAttribute('src')!,
              'http://localhost',
            ),
        );
        for (const { protocol, host } of places) {
          expect(protocol).toMatch(/^https?:$/);
          expect(host).not.toMatch(/elsewhere/);
        }
      }
      expect(window).not.toHaveProperty('ran');
    });
  },
);
