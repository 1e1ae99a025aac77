/* What scripts share: the names that they put on globalThis, and the shapes that pass between them. */

/* Components (component.js) */

declare var HelpcenterComponent: {
  parts<Name extends string>(root: ParentNode, selectors: Record<Name, string>): Record<Name, HTMLElement>;
  named<Name extends string>(root: ParentNode, names: Name[]): Record<Name, HTMLElement>;
  textOf(element: Element): string;
  describe(element: Element, attributes: Record<string, string | number | boolean>): void;
  add(parent: ParentNode, tag: string, name: string, text?: string | Node): HTMLElement;
  tell(name: string, error: unknown): void;
  attempt(name: string, run: () => void): boolean;
  start(name: string, begin: () => void): void;
};

/* What comes later than the page (loading.js) */

declare var HelpcenterLoading: {
  bring(address: string): Promise<unknown>;
};

/** Where the script is that leads to a platform's words (platform-hits.js), in projects with platforms. */
declare var HelpcenterNamed: string | undefined;

/* Flows (flow-state.js, flow.js) */

/** The node of a question and the option that was chosen; an address may lack the option. */
type FlowPair = string[];

interface FlowStep {
  id: string;
  option: string;
}

/** What an address names, before it is known where that leads. */
interface FlowAsked {
  target: string;
  pairs: FlowPair[];
}

interface FlowState {
  at: string;
  path: FlowStep[];
  /** Answers that wait for their question. */
  rest: FlowPair[];
  notice: "" | "dropped" | "moved" | "skipped";
}

/** A place that was reached, with the answers that nothing asks for. */
type FlowArrival = FlowState & { unused: FlowPair[] };

/** Of each section, by its id, where its options lead. */
type FlowSections = Map<string, { links: Map<string, string> }>;

declare var HelpcenterWays: {
  nodeOf(id: string): string;
  parsed(hash: string, sections: FlowSections): FlowAsked;
  written(id: string, pairs: FlowPair[]): string;
  pairsOf(path: FlowStep[]): FlowPair[];
  arrive(sections: FlowSections, first: string, asked: FlowAsked): FlowArrival;
  begun(sections: FlowSections, first: string, implied: FlowPair[]): string;
  answered(sections: FlowSections, state: FlowState, option: string, implied: FlowPair[]): string;
  returned(state: FlowState, step: FlowStep): string;
};

declare var HelpcenterFlow: {
  open(card: HTMLElement, link: HTMLAnchorElement, key: string, walks: boolean): Promise<void>;
};

/** A section of a page, with its links by option. */
interface FlowSection {
  element: HTMLElement;
  heading: HTMLElement;
  isEnd: boolean;
  links: Map<string, string>;
  choices: Map<string, HTMLAnchorElement>;
  /** Where an end was shown: what asks whether it helped. */
  end?: FlowEnd;
}

type FlowEnd = Record<"solved" | "copy" | "status" | "field", HTMLElement>;

interface Flow {
  root: HTMLElement;
  /** Its name in the history. */
  key: string;
  /** The address of its page; empty on that page. */
  base: string;
  parts: Record<
    "notice" | "tools" | "back" | "restart" | "trail" | "list" | "answer" | "end" | "words",
    HTMLElement
  >;
  sections: Map<string, FlowSection>;
  first: string;
  shown: string;
  /** The title of the page, before that of a section stood before it. */
  title: string;
  state: FlowArrival;
}

/* Flows at the desk (desk/flows.py, desk/trips.js, desk/flow.js) */

type DeskOption = [label: string, hint?: string, tells?: string[], platforms?: string[]];

interface DeskNode {
  kind: string;
  title: string;
  options: Record<string, DeskOption>;
}

interface DeskFlow {
  id: string;
  title: string;
  start: string;
  /** The address of its public page, where there is one. */
  link: string;
  /** Whether some of it is for readers of some platforms alone. */
  differs: boolean;
  nodes: Record<string, DeskNode>;
  /** By its anchor the place of its text and, of each option, where that leads; out of the flow behind a `>`. */
  sections: Record<string, [text: number, ways: [option: string, to: string][]]>;
  texts: string[];
}

interface DeskTrip {
  flow: DeskFlow;
  address: string;
  /** Where another flow led here, and by which option. */
  before?: DeskTrip;
  left?: string;
}

/** What agent mode has of the page. */
type DeskFlowPart = "ahead" | "question" | "notes" | "text" | "options" | "notice" | "tools" | "trail";

interface TripAnswer {
  flow: DeskFlow;
  step: FlowStep;
  /** Where it is given again. */
  trip: DeskTrip;
}

declare var HelpcenterTrips: {
  nodeOf(flow: DeskFlow, id: string): DeskNode;
  begun(flow: DeskFlow, node: string, platform: string, before?: DeskTrip): DeskTrip;
  stateOf(trip: DeskTrip): FlowArrival;
  chosen(flows: DeskFlow[], trip: DeskTrip, option: string, platform: string): DeskTrip | undefined;
  answersOf(trip: DeskTrip): TripAnswer[];
  addressOf(trip: DeskTrip, platform: string): string;
};

/* The site for staff, offline (desk/offline.py, desk/worker.js) */

type StaffEvent = Event & { request: Request, waitUntil(done: Promise<unknown>): void, respondWith(answer: Promise<Response>): void };

/** What a service worker has, as far as ours needs it; the library of types for windows has none of it. */
interface StaffWorker {
  /** By the path below the scope, what tells one content from another. */
  helpcenterFiles: Record<string, string>;
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: string, run: (event: StaffEvent) => void): void;
}

/* The search: pieces of the index (search/files.py), the engine, and what shows its answers */

/** Path, title, kind, topic, audiences, other names. */
type SearchRow = [path: string, title: string, kind: string, topic: string, audience: string[], aliases?: string[]];

/** How the text begins, and the parts with anchor, heading and text. */
type SearchDetails = [text: string, parts: [anchor: string, heading: string, text: string][]];

/** The piece `index`. A small index holds titles and terms itself. */
interface SearchData {
  size: number;
  enough: number;
  /** What most terms of a title give, and what those of a text that has them once. */
  usual: [titles: string, texts: string];
  han: boolean;
  courtesy?: string;
  spelling: Record<"run" | "word" | "part", string> & Record<"endings" | "spellings", [pattern: string, by: string][]>;
  synonyms?: string[][];
  shards?: string[];
  titles?: SearchRow[];
  terms?: SearchTerms;
  titlesEach: number;
  detailsEach: number;
}

/** A piece of terms: themselves, what they are, how many entries have them, which ones, and by how much. */
type SearchTerms = Record<"t" | "p" | "i" | "c" | "d" | "w", string>;

/** The piece `site`: what the search says and where it leads. */
interface SearchSite {
  words: Record<string, string>;
  topics: Record<string, string>;
  /** What is said of people, each followed by what a tap calls or writes to. */
  contacts: [text: string, address?: string][];
  /** Which of the audiences, whose labels are among the words, are common readers, of whom nothing is said. */
  readers: string;
  /** How readers call each platform of which something is told, by its id. */
  platforms?: [id: string, names: string[]][];
  flow?: [path: string, title: string];
}

/** A term that the index knows, with its place in the pieces; whether texts have it (1), it is a word (2) or a filler (4). */
interface SearchTerm {
  shard: number;
  order: number;
  rarity: number;
  kind: number;
}

/** What an entry has of a term. */
type SearchVisit = (impact: number, entry: number) => void;

/** Alternatives of which the best counts; `rarity` is set once all are known. */
interface SearchGroup {
  key: string;
  terms: string[];
  weight: number;
  how: SearchHow;
  most?: number;
  rarity: number;
  isFiller?: number;
  bits: number;
}

/** A character of a query, or a syllable of `word` with the characters that it may be. */
interface SearchSlot {
  key: string;
  chars: string;
  word?: string;
  bit: number;
}

interface SearchRun {
  text: string;
  kinds: Uint8Array;
}

/** The score is `whole` times a sum over groups; `exact` is 1 for what is called as was typed. */
interface SearchHit {
  entry: number;
  score: number;
  exact: number;
  whole?: number;
}

interface SearchRanked {
  hits: SearchHit[];
  groups: SearchGroup[];
  fit: number;
  weak: boolean;
}

type SearchAnswer = SearchRanked & { missing: string[]; later: string[] };

interface SearchSounds {
  spoken(part: string): string;
  like(char: string): string;
  syllablesOf(word: string): string[] | undefined;
}

interface SearchIndex {
  size: number;
  /** What a hit must explain at least, in this index. */
  enough: number;
  han: boolean;
  courtesy: RegExp;
  spelling: SearchData["spelling"];
  synonyms: string[][];
  /** Where the pieces of terms begin. A small index has one. */
  shards: string[];
  terms: Map<string, Map<string, SearchTerm>>[];
  /** Names in the form of the terms, and their characters and words. */
  forms: Map<string, { text: string, parts: string[] }>;
  /** The piece as it came, until somebody needs it. */
  sounds?: string;
  folds?: Map<string, string>;
  /** Pieces that were asked for and have not arrived: those without which nothing can be said, and others. */
  missing: Set<string>;
  wanted: Set<string>;
  later: Set<string>;
  add(name: string, piece: unknown): void;
  ask(): void;
  need<Piece>(name: string, piece: Piece): Piece;
  names(entry: number): string[];
  shardOf(term: string): number;
  around(term: string, shard: number): Map<string, SearchTerm>;
  find(term: string): SearchTerm | undefined;
  eachPosting(about: SearchTerm, visit: SearchVisit, visitText?: SearchVisit): void;
}

interface SearchEngine {
  index: SearchIndex;
  add(name: string, piece: unknown): void;
  search(typed: string, limit: number): SearchAnswer;
  marks(groups: SearchGroup[]): string[];
}

interface SearchQuery {
  index: SearchIndex;
  text: string;
  groups: Map<string, SearchGroup>;
  unknown: Set<string>;
  unexplained: number;
  slots: number;
  /** Terms of the groups and their characters. */
  known: Set<string>;
  runs: SearchRun[];
  words: string[];
  isInitials?: boolean;
  termOf(word: string): string;
  shareOf(entry: number): number;
  isNamed(name: string): boolean;
  add(key: string, terms: string[], how: SearchHow, most?: number): boolean;
}

/** How a term was found. */
type SearchHow =
  "character" | "lone" | "word" | "pair" | "long" | "latin" | "sound" | "syllable" | "pinyin" | "joint" | "edit" |
  "prefix" | "start" | "synonym";

/** A hit with what the pieces say of its entry. */
type SearchShown = SearchHit & { row: SearchRow; details: SearchDetails };

/** What is found for a view, as far as the pieces tell that are here. */
interface SearchFound {
  hits: SearchShown[];
  groups: SearchGroup[];
  marks: string[];
  weak: boolean;
  more: boolean;
  site: SearchSite;
  waits: boolean;
  failed: number;
}

type SearchPart = "list" | "note" | "retry" | "recent" | "forget" | "lost" | "contact" | "status";

/** What shows results: its field, how many, which, and what it does when something happens. */
interface SearchAsked {
  input: HTMLInputElement;
  limit: number;
  isBox?: boolean;
  isClosed?: boolean;
  isLayer?: boolean;
  fits(row: SearchRow): unknown;
  typed(): void;
  settled(): void;
  drawn(found: SearchFound): void;
}

type SearchView = SearchAsked & Record<SearchPart, HTMLElement> & { query: string };

type SearchForm = HTMLFormElement & { q: HTMLInputElement; topic: HTMLSelectElement; audience?: HTMLSelectElement };

declare var HelpcenterSearch: {
  plain(text: string): string;
  /** As the index folds texts, where places stay the same. */
  folded(text: string): string;
  mark(element: Element, text: string, marks: string[]): void;
  rewritten(text: string, rules: [pattern: string, by: string][]): string;
  Sounds: new (piece: string) => SearchSounds;
  Index: new (data: SearchData) => SearchIndex;
  Query: new (index: SearchIndex, typed: string) => SearchQuery;
  Engine: new (data: SearchData) => SearchEngine;
  /** Visit all stretches of two to four of what stands in a row. */
  eachStretch<Row extends { length: number; slice(start: number, end: number): Row }>(
    row: Row, visit: (stretch: Row, place: number) => void,
  ): void;
  isOneEdit(one: string, other: string): boolean;
  /** Adds fuzzy matches to a query, once it is loaded. */
  addFuzzy?: (query: SearchQuery) => boolean;
  take(name: string, piece?: unknown): void;
  find(query: string, limit: number, fits: (row: SearchRow) => unknown): SearchFound;
  retry(): void;
  keep(): void;
  draw(): void;
  /** Takes what stands in the field now; an event of a composition says so. */
  type(event: object): void;
  isTyping?: boolean;
  view<Name extends string, Made extends SearchAsked>(
    place: ParentNode, names: Name[], made: Made,
  ): Made & SearchView & Record<Name, HTMLElement>;
  start(): void;
};

/** Shows results on their page; only that page loads it. */
declare var HelpcenterResults: undefined | ((search: typeof HelpcenterSearch, place: Element, form: SearchForm) => void);

/* The desk of staff (desk/): its data comes from helpcenter/desk/data.py */

type DeskForm = "short" | "linked" | "whole" | "markdown" | "rich" | "link";
type DeskCounts = "characters" | "bytes" | "sms";

interface DeskAnswer {
  id: string;
  kind: string;
  title: string;
  reply: string;
  /** Its page below the root of the site, and its public address. */
  path: string;
  link: string;
  topic: string;
  audience: string[];
  /** What it is found by at once: the first letters of its title and other names. */
  codes: string[];
  /** What only staff may know: where it belongs, and the text. */
  notes: [where: string, text: string][];
  /** Its number; none where nobody recorded one. */
  version: number;
  updated: string;
  draft: boolean;
  /** Platforms that it is for; none for all. */
  only: string[];
  /** What platforms put differently, by their ids. */
  own?: Record<string, { title?: string, reply?: string }>;
  /** The section of a flow that it stands for, where somebody came there. */
  at?: string;
}

/** How a channel counts: characters, bytes of UTF-8, or as text messages do. */
interface DeskChannel {
  id: string;
  label: string;
  limit: number;
  counts: DeskCounts;
}

/** What is filled in; `mark` stands for it where nobody must. */
interface DeskBlank {
  label: string;
  example: string;
  required: boolean;
  mark: string;
}

declare var HelpcenterDesk: {
  /** Where the public site stands, if that is known. */
  root: string;
  greeting: string;
  closing: string;
  channels: DeskChannel[];
  blanks: Record<string, DeskBlank>;
  /** With all that a platform is called. */
  platforms: [id: string, label: string, names: string[]][];
  topics: Record<string, string>;
  audiences: Record<string, string>;
  readers: string;
  words: Record<string, string>;
  /** The file of the code that leads to a page, in the folder of that page; nothing where there is none. */
  code: string;
  answers: DeskAnswer[];
  /** Whole answers as HTML by platform (empty for everybody) and id; they come behind the page. */
  bodies?: Record<string, Record<string, string>>;
  flows?: DeskFlow[];
};

interface DeskKept {
  pins: string[];
  recent: string[];
  form: string;
  channel: string;
  greets: boolean;
}

/** What belongs to one customer. */
interface DeskCustomer {
  blanks: Record<string, string>;
  basket: string[];
  /** The platform that was chosen before this customer told of another. */
  before?: string;
}

/** What is copied, the blanks in it, and those of them that must be filled in before. */
interface DeskMessage {
  text: string;
  html?: string;
  blanks: string[];
  lacking: string[];
}

/** What fits; `waits` while the index has not come, `took` is in milliseconds. */
interface DeskFound {
  answers: DeskAnswer[];
  marks: string[];
  weak: boolean;
  waits: boolean;
  took: number;
}

interface DeskComponent {
  name: string;
  show(place: HTMLElement, answer: DeskAnswer | undefined): void;
  press?(event: KeyboardEvent): boolean;
}

declare var HelpcenterDeskApp: {
  parts: Record<string, HTMLElement>;
  components: DeskComponent[];
  /** How long the last search took. */
  took: number;
  store: {
    load(): DeskKept;
    keep(changes: Partial<DeskKept>): void;
    use(id: string): void;
    pin(id: string): boolean;
    served(): DeskCustomer;
    serve(changes: Partial<DeskCustomer>): void;
    platform(): string;
    setPlatform(name: string, isChosen?: boolean): void;
  };
  forms: {
    ORDER: DeskForm[];
    made(answer: DeskAnswer, form: DeskForm): DeskMessage;
    told(answer: DeskAnswer): DeskAnswer;
    whole(answer: DeskAnswer, kind: "chat" | "markdown"): string;
    link(answer: DeskAnswer): string;
    filled(text: string): string;
    blanksOf(answer: DeskAnswer): string[];
  };
  counter: {
    measured(text: string, channel: DeskChannel): { length: number, limit: number, over: number, parts: number };
    channel(): DeskChannel | undefined;
    show(place: HTMLElement, text: string): void;
  };
  list: { draw(found: DeskFound, query: string): void, step(by: number): void, start(): void };
  answer: { start(): void };
  platform: {
    named(typed: string): [id: string, label: string, names: string[]] | undefined;
    take(): void;
    restore(): void;
    start(): void;
  };
  basket: {
    add(answer?: DeskAnswer): void;
    blanks(): string[];
    copy(): void;
    draw(): void;
    message(): DeskMessage;
    next(): void;
    start(): void;
  };
  find(id: string): DeskAnswer | undefined;
  all(ids: string[]): DeskAnswer[];
  lookup(typed: string): DeskFound;
  fill(element: Element, children: Node[]): void;
  describe(parent: Element, answer: DeskAnswer): void;
  words(name: string, facts?: Record<string, string | number>): string;
  copy(message: DeskMessage): Promise<boolean>;
  say(text: string): void;
  offer(text: string): void;
  pageOf(answer: DeskAnswer): string;
  look(): void;
  ask(typed: string): void;
  redraw(): void;
  refresh(): void;
  show(answer?: DeskAnswer): void;
  shown(): DeskAnswer | undefined;
  send(make: () => DeskMessage, done: (message: DeskMessage) => void): void;
  copyShown(form?: DeskForm): void;
  usualForm(): DeskForm;
  told(names: string[]): string;
  pin(): void;
};

/* What search/driver.js finds where it runs: the pieces in a browser, these of Node's own */

declare var pieces: Record<string, unknown>;
declare var process: { argv: string[]; stdout: { write(text: string): void } };
declare module "fs" {
  export function existsSync(path: string): boolean;
  export function readFileSync(path: string, encoding: "utf8"): string;
}
declare function require(name: "fs"): typeof import("fs");
/** Opens a search that waits for queries, from its script and what reads a piece by its name. */
declare var HelpcenterWaiting: (
  script: string, read: (name: string) => string,
) => (query: string, limit: number) => string;

/* The preview (preview/) */

/** Where the writer was on a page that is loaded anew. */
interface PreviewPlace {
  path: string;
  x: number;
  y: number;
  /** What was looked at, and how far below the upper edge of the window. */
  id: string;
  top: number;
  folds: Record<string, boolean>;
  typed: Record<string, string>;
  focus: string;
}

/** What the preview tells after a save. */
interface PreviewState {
  version: number;
  stale: boolean;
  errors: number;
  panel: string;
  /** What the link to the page side by side is called. */
  beside: string;
}

declare var HelpcenterPlace: { keep(): void; restore(): void };

declare var HelpcenterPanel: {
  show(html: string, style: string): void;
  offer(address: string, label: string, style: string): void;
  wire(part: ParentNode, words: HTMLElement): void;
};

declare var HelpcenterLive: boolean | undefined;

/* Copying (copying/) */

/** The words of copying by their names, and the path of its style below the root of the site. */
declare var HelpcenterCopyWords: Record<string, string>;


/** Where a copy is written: an element of it, or all. */
type CopyPlace = Element | DocumentFragment;

/** For whom a page speaks, the sign between a signal word and a title, and the address of the page. */
interface CopySource {
  chosen: string;
  colon: string;
  base: string;
}

/** An answer or a part of it to be copied; the title is empty where the body has it. */
interface Copied {
  title: string;
  reply: string;
  body: DocumentFragment;
  link: string;
}

/** What changed since a version: in words, and the anchors of what is new or another, and of what is gone. */
interface CopyChange {
  said: string[];
  parts: string[];
  gone?: string[];
}

interface CopyChanges {
  title: string;
  older: string;
  parts: string;
  before?: number;
  versions: Record<number, CopyChange>;
}

declare var HelpcenterBody: { bodyOf(nodes: Iterable<Node>, source: CopySource): DocumentFragment };
declare var HelpcenterText: {
  chat(body: ParentNode): string;
  markdown(body: ParentNode): string;
  escaped(text: string): string;
};
declare var HelpcenterMenu: {
  openMenu(
    opener: HTMLElement, label: string, choices: [name: string, label: string][], usual: string,
    take: (name: string) => void,
  ): void;
};
declare var HelpcenterTold: { say(text: string, more?: HTMLElement): void; offer(text: string, fallback: string): void };
declare var HelpcenterChanged: { tell(version: number): Promise<void> };
declare var HelpcenterCopying: {
  use(opener: HTMLElement, row: HTMLElement): void;
  tell(version: number): Promise<void>;
  pageOf(page: ParentNode, source: CopySource): DocumentFragment;
  sourceOf(base: string): CopySource;
  outcomeOf(end: HTMLElement, version?: string): Promise<Copied>;
  absolute(copied: Pick<Copied, "body" | "link">): DocumentFragment;
};
