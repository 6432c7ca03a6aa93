/** What a table holds of somebody: rows in which one of these columns names them, without what is no record of theirs. */
export type Held = { of: readonly string[]; without?: readonly string[] }

const sealed = ['sealed']

/** Every table with rows of a person, as they may read it. What is sealed is opened beside, by the rooms. */
export const held: Readonly<Record<string, Held>> = {
  people: { of: ['id'], without: ['search'] },
  contacts: { of: ['person'], without: ['folded'] },
  roles: { of: ['person'] },
  attributes: { of: ['person'], without: ['sealed', 'marks'] },
  attributes_taken_back: { of: ['person'] },
  sessions: { of: ['person'], without: ['token_hash', 'link'] },
  known_browsers: { of: ['person'], without: ['browser_hash'] },
  claims: { of: ['coach'] },
  business_owners: { of: ['person'] },
  drawers: { of: ['person'] },
  passkeys: { of: ['person'], without: ['credential_id', 'public_key'] },
  recovery_sheets: { of: ['person'] },
  hours_exceptions: { of: ['person'] },
  full_untils: { of: ['person'] },
  busy_feeds: { of: ['person'] },
  busy_times: { of: ['person'] },
  calendar_feeds: { of: ['person'], without: ['token'] },
  enrolments: { of: ['person'] },
  enrolment_steps: { of: ['by'] },
  partnerships: { of: ['mentor', 'mentee'], without: ['reasons'] },
  partnership_answers: { of: ['by'] },
  partnership_confirmations: { of: ['by'] },
  partnership_exit_reasons: { of: ['person'] },
  partnership_talks: { of: ['person'] },
  partnership_thanks: { of: ['person'], without: sealed },
  rematch_wishes: { of: ['person'] },
  lamps_lit: { of: ['person', 'lit_by'] },
  agreement_versions: { of: ['by'], without: sealed },
  agreement_signatures: { of: ['person'] },
  notes: { of: ['author'] },
  messages: { of: ['author'], without: sealed },
  note_drafts: { of: ['person'], without: sealed },
  concern_tellings: { of: ['raiser'], without: ['sealed', 'reference_hash'] },
  goals: { of: ['made_by', 'of_person'] },
  goal_versions: { of: ['by'], without: sealed },
  goal_ratings: { of: ['by'] },
  goal_states: { of: ['by'] },
  skills: { of: ['person'], without: sealed },
  skill_assessments: { of: ['by'], without: sealed },
  next_steps: { of: ['made_by', 'owner'], without: sealed },
  next_step_states: { of: ['by'] },
  opportunities: { of: ['made_by'], without: sealed },
  opportunity_outcomes: { of: ['by'], without: sealed },
  portfolio_choices: { of: ['person'] },
  meetings: { of: ['host', 'guest'] },
  meeting_answers: { of: ['person'] },
  meeting_statements: { of: ['person'] },
  meeting_places: { of: ['by'], without: sealed },
  meeting_offers: { of: ['by'] },
  rhythms: { of: ['by'] },
  asks: { of: ['asker'] },
  ask_turns: { of: ['person'] },
  ask_answers: { of: ['person'] },
  review_replies: { of: ['by'] },
  gifts: { of: ['by'], without: sealed },
  follow_up_refusals: { of: ['person'] },
  erasure_wishes: { of: ['person'] },
  looks: { of: ['person'] },
}

const part = 'a part of rows that are held'
const set = 'it says how an organisation or a programme is set up'
const staff = 'it is what staff decided, and names nobody’s record'
const inside = 'the house keeps it to do its work, and it is gone by itself'
const safety = 'it is kept by the safeguarding officers, for others’ safety'
const books = 'it is the bookkeeping of a bank of hours, and holds no name; one’s own hours and money are on their page'
const money = 'it is a receipt of money, kept as the books are; who paid was given it'
const firm = 'it is of a business, whose page its owners read'
const codes = 'it is a proof, of which no copy may be made'

/** Every other table, and why nothing of it is in the file. */
export const notHeld: Readonly<Record<string, string>> = {
  ...{ ask_ends: part, ask_people: part, ask_reminders: inside, ask_sends: part, ask_texts: part, ask_topics: part, ask_turn_ends: part },
  ...{ calendar_feed_ends: part, hours_exceptions_taken_back: part, full_untils_taken_back: part, gift_rounds: part, note_ends: part },
  ...{ note_versions: part, meeting_cancellations: part, meeting_offer_ends: part, meeting_offer_times: part, meeting_times: part },
  ...{ rhythm_ends: part, role_ends: part, session_ends: part, session_proofs: part, session_sightings: part, passkey_ends: part },
  ...{ passkey_uses: part, review_answers: part, review_asks: part, review_closings: part, reviews: part, erasure_wish_ends: part },
  ...{
    partnership_ends: part,
    partnership_end_reasons: part,
    partnership_stages: part,
    partnership_milestones: part,
    partnership_holds: part,
  },
  ...{ partnership_hold_lifts: part, partnership_reminders: inside, keeping_notices: inside, next_step_reminders: inside, nudges: inside },
  ...{ mails: 'its letters were sent to their reader; kinds and days are in the file', mail_attempts: inside, mail_outcomes: inside },
  ...{ mail_calendars: inside, inbound_mails: inside, heedings: inside, diary: 'kinds and days of one’s own deeds are in the file' },
  ...{ organisations: set, programmes: set, programme_rules: set, programme_pathways: set, programme_stages: set, programme_steps: set },
  ...{ column_mappings: set, helplines: set, sign_on_names: set, sign_on_providers: set, sign_on_provider_ends: set },
  ...{ imports: 'the sheet is sealed, and emptied some days after it was taken in', import_completions: staff, import_people: staff },
  ...{ must_nots: staff, pins: staff, rounds: staff, round_asks: staff, round_ends: staff, round_pairs: staff, round_unmatched: staff },
  ...{ set_asides: staff, letter_batches: staff, letter_batch_lines: staff, letter_batch_sendings: staff, letter_batch_recalls: staff },
  ...{
    letter_batch_departures: staff,
    partnership_waivers: staff,
    programme_shreddings: staff,
    rule_firings: staff,
    review_watches: staff,
  },
  ...{ unmet_needs: 'it counts what nobody could help with, and names nobody', erasures: 'who is erased reads no file' },
  ...{ concerns: safety, concern_acknowledgements: safety, concern_asides: safety, concern_disclosed_items: safety },
  ...{
    concern_disclosures: safety,
    concern_ends: safety,
    concern_holds: safety,
    concern_lift_confirmations: safety,
    concern_lifts: safety,
  },
  ...{ concern_messages: safety, concern_notes: safety, concern_pairs: safety, concern_reminders: safety },
  ...{ content_keys: codes, content_key_ends: inside, passkey_challenges: inside, passkey_challenge_uses: inside, recovery_codes: codes },
  ...{ banks: set, funders: set, tariffs: set, share_sets: set, share_set_agreements: set, share_bands: set, share_lines: set },
  ...{ bank_terms: set, accounts: books, bank_heads: books, entries: books, legs: books, closings: books, adjustments: books },
  ...{ adjustment_refusals: books },
  ...{ pledges: books, commitments: books, tranches: books, tranche_conditions: books, receipts: money, contributions: books },
  ...{ contribution_decisions: books, money_returns: money },
  ...{ businesses: firm, business_particulars: firm, business_trainings: firm, business_decisions: firm, business_likenesses: firm },
  ...{ business_figures: firm, obstacles: firm, obstacle_states: firm },
  ...{ funder_links: set, funder_link_ends: set },
  ...{ claim_lines: part, claim_calls: staff, claim_approvals: staff, claim_refusals: part, claim_payments: part },
  ...{ recovery_sheet_ends: part, recovery_tries: inside, recovery_uses: part, sign_in_links: inside, sign_in_tries: inside },
  ...{ sign_in_uses: inside, sign_on_tries: inside, sign_on_try_uses: inside },
}
