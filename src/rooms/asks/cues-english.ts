import type { Topic } from '#people/topics'

/** What people say in English when they need help with a topic and do not name it; stems are compared, so one form of a word is enough. */
export const englishCues: Readonly<Record<Topic, string>> = {
  'public-speaking': `speech|give a talk|present results|presenter|stage|stage fright|audience|podium|slides|microphone|conference
    |webinar|keynote`,
  facilitation: `facilitate a meeting|run a meeting|chair a meeting|weekly meeting|moderate|workshop|chair|agenda|brainstorm|retreat
    |minutes`,
  writing: 'write|reports|e-mails|memo|letters|article|essay|edit|proofread|grammar|spelling|text|briefs|document',
  negotiation: 'bargain|haggle|lease|salary|raise|contract terms|terms|deal|offer|compromise|ask for more money',
  'difficult-conversations': `tell someone|tell a colleague|not good enough|bad news|apology|apologise|awkward|confront|avoid talking
    |dread|dismiss|fire someone|let someone go|say no|sensitive`,
  'giving-feedback': 'appraisal|honest feedback|praise|criticise|criticism|correct mistakes|evaluation of staff|performance review|mistake',
  networking: 'network|meet people|know nobody|contacts|introduce myself|acquaintances|connections|small talk|reception|linkedin contacts',
  media: 'journalist|reporter|radio|television|tv|newspaper|press|press release|interview on camera|spokesperson',
  'social-media': 'facebook|instagram|twitter|tiktok|whatsapp|posts|followers|hashtag|youtube|influencer|telegram',
  'working-across-cultures': `culture|cultural misunderstanding|many countries|nationalities|foreigners|customs of others
    |abroad colleagues|etiquette`,
  'language-practice': `practise french|practise english|practice arabic|speak spanish|learn english|language|fluent|pronunciation
    |vocabulary|accent|conversation partner|french|spanish|arabic|dari|pashto|german|russian`,
  'leading-a-team': `lead a team|head of section|team leader|leader|chief|underperform|authority|my staff|my team|my unit|team building
    |respect me|head of office|subordinates`,
  'first-time-managing': `made a manager|promoted to manager|first time manager|manage my peers|never been a manager|supervise
    |new supervisor|my first team`,
  delegating: 'delegate|hand over tasks|do everything myself|do it all myself|micromanage|trust others with tasks|let go of tasks',
  'motivating-people': 'motivate|morale|demotivated|disengaged|unmotivated|bored|enthusiasm|inspire|engage staff|lazy|turnover|leave us',
  'resolving-conflict': `conflict|quarrel|dispute|mediate|argument|fight|tension|hostile|rivalry|do not speak to each other|grudge|bully
    |toxic`,
  'leading-change': `resist change|restructuring|restructure|reorganisation|reorganise|merger|reform|new structure|transition
    |transformation`,
  strategy: `strategic|five-year plan|vision|mission|long term|goals for the organisation|direction|priorities for years|board|swot
    |theory of change`,
  'decision-making': 'decide|decision|options|dilemma|choose between|choice|hesitate|undecided|uncertain',
  'remote-teams': 'remote|work from home|time zones|telework|hybrid|distance|online team|virtual|other office|home office',
  'managing-upward': `boss|supervisor|director|my manager|my chief|disagree with|senior management|head of department|superior|superiors
    |executives`,
  'working-with-government': `ministry|government|authorities|municipality|minister|governor|official|parliament|province|public sector
    |officials`,
  partnerships: 'partnership|memorandum of understanding|mou|alliance|consortium|partner organisation|collaborate|joint project|university',
  'career-planning': `next step of my career|promoted|promotion|lateral move|career|same post|stuck in my job|where can i go from here
    |future|advance|grade|ten years in the same post|stagnate|ambition`,
  'career-change': 'change of career|another profession|change my job|leave my job|new field|quit|different work|switch|retrain',
  'job-interviews': `interview|cv|résumé|cover letter|shortlisted|vacancies|vacancy|apply|application|competency-based|recruiter
    |panel will ask|job search|unemployed|rejected`,
  'moving-abroad': `relocate|move to another country|duty station|visa|schools for children|expatriate|move abroad|posting|moving
    |foreign country|hardship`,
  'settling-in': `started weeks ago|first week|first day|new office|new colleague|newcomer|new here|arrived|induction|show me around
    |orientation|probation`,
  'return-from-leave': `maternity leave|parental leave|sick leave|come back from leave|baby|maternity|after a break|sabbatical
    |start again|return after illness`,
  'preparing-for-retirement': 'retire|pension|last year at work|old age|after work life',
  'work-life-balance': `family|late nights|my children|overtime|weekend|husband|wife|home|kids|private life|breastfeeding|evenings
    |sundays|part-time`,
  confidence: `confident|shy|impostor|imposter|dare|speak up|afraid|doubt myself|insecure|not good enough for this|courage|self-doubt
    |nervous|quiet`,
  'stress-and-wellbeing': `burnout|stress|exhausted|sleep badly|overwhelmed|anxious|anxiety|cry|tired|pressure|depressed|worn out
    |switch off|health|doctor|panic|sleep|lonely|mental`,
  'time-management': `inbox|prioritise|deadlines|too many tasks|late all the time|schedule|procrastinate|busy|on time|finish|to-do
    |overloaded|workload|say yes`,
  'project-management': 'project|work plan|timeline|scope|milestones|deliverables|gantt|behind schedule|slip|implementation',
  'proposal-writing': 'proposal|call for proposals|eu call|concept note|bid for funds|application for funds|log frame proposal',
  fundraising: 'raise funds|donor|grants|grant|foundations|sponsor|donations|funding|funder|crowdfunding|charity',
  budgeting: 'budget|spending|costs of a programme|finance office|forecast|overspend|expenditure|financial report',
  procurement: 'tender|bids|vendor|purchase|quotation|buy|buying|contractor|generator|rules for buying|invoice',
  'monitoring-and-evaluation': `monitor|evaluate|evaluation|logframe|measure impact|indicator|baseline|results framework|outcome|impact
    |targets|follow-up visits`,
  'data-analysis': `analyse data|survey|regression|spreadsheet|excel|chart|figures|graph|dashboard|spss|numbers|dataset|questionnaire
    |database|pivot`,
  'audit-and-risk': 'auditor|risk register|risk|fraud|corruption|compliance|controls|findings',
  hiring: `recruit|hire|candidates|panel member|applicants|job description|choose a person|staff selection|terms of reference|interns
    |select staff`,
  'knowledge-sharing': `knowledge|lessons|handover notes|handover|archive|documentation|learning from each other|experience gets lost
    |community of practice`,
  'policy-advice': 'policy|brief the minister|legislation|law|advocacy|regulation|reform of law|white paper',
  'gender-equality': 'gender|women|girls|female|sexism|male colleagues|woman|feminist|quota',
  inclusion: 'diverse|diversity|inclusive|racism|minorities|minority|discrimination|ethnic|refugees|lgbt|excluded|bias|prejudice',
  'disability-inclusion': `blind|deaf|wheelchair|accessible|disability|disabled|sign language|screen reader|impairment|accommodation
    |autism|dyslexia`,
  'younger-generations': `gen z|youngest colleagues|millennials|young staff|generation|young professionals|twenty-year-olds|teenagers
    |students|young`,
  safeguarding: `sexual exploitation|abuse|harassment|child protection|child|abused|misconduct|assault|whistleblow|victim|harm|survivor
    |violence`,
  'working-in-crisis': `emergency|crisis|flood|earthquake|war|humanitarian|disaster|displaced|evacuate|insecurity|security situation
    |famine|conflict zone`,
  climate: 'carbon|climate|footprint|drought|environment|green|sustainability|emissions|solar|recycling|pollution|energy',
  'digital-tools': 'software|sharepoint|computer|zoom|laptop|app|teams|smartphone|word|powerpoint|google|typing|digital|it system',
  'artificial-intelligence': 'chatgpt|ai|machine learning|chatbot|algorithm|copilot|language model|claude|gemini|artificial',
  cybersecurity: 'hacked|password|phishing|virus|attachment|ransomware|locked files|hacker|privacy|data breach|encrypt|scam|account stolen',
  'process-automation': `automate|copy by hand|macro|by hand|repetitive|paperwork|workflow|bureaucracy|procedures|forms|script
    |every month same`,
  'starting-a-business': `open a shop|start a company|business of my own|own business|start-up|startup|entrepreneur|business idea
    |live from it|small shop|self-employed|workshop of my own|be my own boss|set up a company`,
  'business-plan': 'business plan|business model|projections|break-even|canvas|plan for the bank',
  pricing: 'price|charge|cheaper|expensive|discount|margin|how much to ask|cost of a piece|profit per piece|rate',
  marketing: 'advertise|advertisement|brand|market my product|hear of my|promote|logo|customers know|market|campaign|packaging|label|known',
  selling: 'sale|sell|sell more|close a sale|salesperson|buyers|fair|retail|sold',
  bookkeeping: 'accounts|books|receipts|accounting|earned|profit and loss|ledger|cash book|bookkeeper|records of money|income and expenses',
  'cash-flow': `cash|pay wages|liquidity|bills|customers pay late|pay me after|debts|payment terms|credit to customers|run out of money
    |pay rent`,
  'access-to-finance': 'loan|investor|credit|borrow|bank|microfinance|guarantor|collateral|capital|interest rate|invest',
  'customer-care': 'customer|complaint|client|complain|angry customer|unhappy|refund|loyal|warranty|service',
  'stock-and-supply': 'stock|supplier|shelves|warehouse|delivery|raw material|wool|materials|transport|shortage|storage|distribution|spoil',
  'registering-a-business': `register my business|licence|license|tax|permit|papers for my|legal form|formal|chamber of commerce|taxes
    |registration`,
  'growing-a-business': 'grow my business|second shop|expand|scale|bigger|new branch|more employees|second branch|franchise|growth',
  exporting: 'export|customs|sell abroad|buyer abroad|import|shipping|border|dubai|container|overseas|certificate of origin|trade',
  'online-selling': 'sell online|web shop|online shop|website|online store|sell on the internet|etsy|amazon|online',
}
