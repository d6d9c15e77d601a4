export const modelCard = {
  open: 'From a model card',
  loading: 'Loading what reads cards',
  text: 'A card says what a model is and where it fails; what your system uses it for is for you to say. It is read in this browser. Look at what was found, and take what holds: it goes into the forms, and is saved when you save them.',
  source: {
    file: 'File with the model card',
    choose: 'Choose a file',
    paste: 'Text of the model card',
    formats:
      'Markdown as on Hugging Face, or JSON: CycloneDX, SPDX 3, Model Card Toolkit.',
    tooLarge: '{{file}} is larger than 3 MB, which no card is.',
    unreadable: '{{file}} could not be read. Choose it again.',
  },
  format: {
    markdown: 'A model card in Markdown',
    cyclonedx: 'A CycloneDX bill of materials',
    spdx: 'An SPDX document',
    'model-card-toolkit': 'A card of the Model Card Toolkit',
  },
  read: {
    ofModel: '{{card}} of {{model}}',
    fromFile: '{{card}}, from {{file}}',
    model: 'Model',
    numbered: 'Model {{number}}',
  },
  // how a card is called in a text that was taken of it
  name: {
    card: 'a model card',
    cardOf: 'the model card of {{model}}',
    inFile: '{{card}} ({{file}})',
    origin: 'From {{card}}: {{place}}',
  },
  origin: {
    line: '{{where}} (line {{line}})',
    lines: '{{where}} (lines {{from}}–{{to}})',
    from: 'From {{place}}',
  },
  field: {
    models: 'Model',
    oversight: 'Who looks at what it does',
  },
  value: {
    model: '{{name}}, by {{provider}}',
    personal: 'Personal',
  },
  profile: 'Profile',
  taken: 'What is taken: {{field}}',
  nothing:
    'Nothing in it says what the forms ask for. Ask whoever made the model for a card that is filled in, or write the forms by hand.',
  sayOrigin: 'Say below each text of a document where it comes from',
  take_one: 'Take {{count}} field as a draft',
  take_other: 'Take {{count}} fields as a draft',
  leftOut: {
    title: 'Left out of it: {{count}}',
    'says-nothing': 'Nobody filled it in, so it documents nothing:',
    'no-field': 'About what these forms do not ask:',
    item: '{{origin}}: “{{text}}”',
  },
  documents: {
    inFile:
      'It is kept as a file in the repository: write there what holds of this.',
    registered:
      'The profile is in the registration of the system: revise it there, where this holds.',
    declared:
      'The profile is declared in the catalog file of the system: write there what holds of this.',
    noDrafts:
      'This browser keeps no drafts: its storage is full or switched off. Free some, and take it again.',
    drafted: {
      title: 'It is in the forms, and not saved yet',
      text: 'Read each draft, say what the card cannot know, and save it.',
      open: 'Open the draft: {{title}}',
    },
  },
  registration: {
    filledIn_one:
      '{{count}} answer is filled in below: look whether they hold for your system.',
    filledIn_other:
      '{{count}} answers are filled in below: look whether they hold for your system.',
    drafts:
      'What was taken for {{documents}} becomes a draft there, once the system is registered.',
    and: '{{one}} and {{other}}',
  },
} as const;
