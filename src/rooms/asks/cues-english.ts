import type { Topic } from '#people/topics'

/** What people say in English when they need help with a topic and do not name it; stems are compared, so one form of a word is enough. */
export const englishCues: Readonly<Record<Topic, string>> = {
  'public-speaking': `speech|give a talk|present results|presenter|stage|stage fright|audience|podium|slides|microphone|conference
    |webinar|keynote|crowd|address a crowd|speak before people|in front of people|lecture|toast|address the staff|shaking voice`,
  facilitation: `facilitate a meeting|run a meeting|chair a meeting|weekly meeting|moderate|workshop|chair|agenda|brainstorm|retreat
    |minutes|discussion|keep on track|round table|group discussion|participants|training session|trainer|icebreaker`,
  writing: `write|reports|e-mails|memo|letters|article|essay|edit|proofread|grammar|spelling|text|briefs|document|draft|wording
    |summary|clumsy|sentence|rewrite|headline|minutes of a meeting|too long to read|plain language`,
  negotiation: `bargain|haggle|lease|salary|raise|contract terms|terms|deal|offer|compromise|ask for more money|agreement on pay|union
    |pay talks|far apart|concession|counteroffer|persuade|convince|price talks`,
  'difficult-conversations': `tell someone|tell a colleague|not good enough|bad news|apology|apologise|awkward|confront|avoid talking
    |dread|dismiss|fire someone|let someone go|say no|sensitive|tell her|tell him|hurt feelings|sack|warn|warning|rumour|smell|drunk
    |ends her contract|honest with`,
  'giving-feedback': `appraisal|honest feedback|praise|criticise|criticism|correct mistakes|evaluation of staff|performance review
    |mistake|what they do well|constructive|correct him|rate my staff|appraise|strengths and weaknesses`,
  networking: `network|meet people|know nobody|contacts|introduce myself|acquaintances|connections|small talk|reception
    |linkedin contacts|strangers|get to know people|events|mingle|approach people|isolated`,
  media: `journalist|reporter|radio|television|tv|newspaper|press|press release|interview on camera|spokesperson|scandal|news
    |camera crew|quote|headlines|photographer|broadcast`,
  'social-media': `facebook|instagram|twitter|tiktok|whatsapp|posts|followers|hashtag|youtube|influencer|telegram|post|page|likes
    |channel|online audience|viral|comments`,
  'working-across-cultures': `culture|cultural misunderstanding|many countries|nationalities|foreigners|customs of others
    |abroad colleagues|etiquette|misunderstand|manners|silence means|polite|rude|other country|western|local staff|international team`,
  'language-practice': `practise french|practise english|practice arabic|speak spanish|learn english|language|fluent|pronunciation
    |vocabulary|accent|conversation partner|french|spanish|arabic|dari|pashto|german|russian|speak better|dare to speak it
    |mother tongue|translate|bilingual|beginner|conversation in`,
  'leading-a-team': `lead a team|head of section|team leader|leader|chief|underperform|authority|my staff|my team|my unit
    |team building|respect me|head of office|subordinates|personalities|group|team spirit|obey|listen to me|lead|trust of my team
    |quarrelling team|meetings with my team`,
  'first-time-managing': `made a manager|promoted to manager|first time manager|manage my peers|never been a manager|supervise
    |new supervisor|my first team|become a supervisor|become a manager|just promoted|became a manager|became head|new in charge
    |first staff|lead for the first time`,
  delegating: `delegate|hand over tasks|do everything myself|do it all myself|micromanage|trust others with tasks|let go of tasks
    |given to others|pass on tasks|redo|let others do|do their work|everything lands on me|hand over`,
  'motivating-people': `motivate|morale|demotivated|disengaged|unmotivated|bored|enthusiasm|inspire|engage staff|lazy|turnover
    |leave us|drive|lost interest|energy of the team|spirit|passion|give up|tired team|reward|appreciate|recognition`,
  'resolving-conflict': `conflict|quarrel|dispute|mediate|argument|fight|tension|hostile|rivalry|do not speak to each other|grudge
    |bully|toxic|flares up|disagreement|not speak|hate each other|tense|peace between|clash|shout|accuse`,
  'leading-change': `resist change|restructuring|restructure|reorganisation|reorganise|merger|reform|new structure|transition
    |transformation|new system|nobody wants it|introduce a new way|resistance|old habits|change in the office|adopt|roll out|cuts`,
  strategy: `strategic|five-year plan|vision|mission|long term|goals for the organisation|direction|priorities for years|board|swot
    |theory of change|strategy|next three years|future of our office|where will we stand|priorities for the office|positioning`,
  'decision-making': `decide|decision|options|dilemma|choose between|choice|hesitate|undecided|uncertain|make up my mind|equally good
    |cannot choose|pros and cons|which of two|doubt which`,
  'remote-teams': `remote|work from home|time zones|telework|hybrid|distance|online team|virtual|other office|home office|never met
    |far away|other city|online meetings|field offices|across countries|screens`,
  'managing-upward': `boss|supervisor|director|my manager|my chief|disagree with|senior management|head of department|superior
    |superiors|executives|my head|my chief to read|my boss|ignores my|micromanaged|her approval|his approval|get noticed by`,
  'working-with-government': `ministry|government|authorities|municipality|minister|governor|official|parliament|province
    |public sector|officials|permit for every|bureaucrats|state|district office|public office|registration with ministry|civil servant`,
  partnerships: `partnership|memorandum of understanding|mou|alliance|consortium|partner organisation|collaborate|joint project
    |university|another ngo|apply together|joint|agreement between|other organisation|chamber|joint venture|cooperate|cooperation|twin`,
  'career-planning': `next step of my career|promoted|promotion|lateral move|career|same post|stuck in my job|where can i go from here
    |future|advance|grade|ten years in the same post|stagnate|ambition|become head|one day|skills should i build|next job|step up|rise
    |my path|ten years|goal|profile`,
  'career-change': `change of career|another profession|change my job|leave my job|new field|quit|different work|switch|retrain
    |start over|do something else|new profession|leave my profession|from teacher to|change profession`,
  'job-interviews': `interview|cv|résumé|cover letter|shortlisted|vacancies|vacancy|apply|application|competency-based|recruiter
    |panel will ask|job search|unemployed|rejected|hiring panel|video interview|reference letter|job application|get a job|find a job
    |questions they ask|jobs`,
  'moving-abroad': `relocate|move to another country|duty station|visa|schools for children|expatriate|move abroad|posting|moving
    |foreign country|hardship|transfer|new country|pack|family moves|housing|move with my children|reassigned`,
  'settling-in': `started weeks ago|first week|first day|new office|new colleague|newcomer|new here|arrived|induction|show me around
    |orientation|probation|second week|second day|started|newly arrived|where to find|allies|joined`,
  'return-from-leave': `maternity leave|parental leave|sick leave|come back from leave|baby|maternity|after a break|sabbatical
    |start again|return after illness|after months at home|returning|back after|long absence|come back`,
  'preparing-for-retirement': 'retire|pension|last year at work|old age|after work life|stop working|after sixty|last years',
  'work-life-balance': `family|late nights|my children|overtime|weekend|husband|wife|home|kids|private life|breastfeeding|evenings
    |sundays|part-time|home late|no time for|my son|my daughter|my wife|my husband|elderly mother|care for my|pick up`,
  confidence: `confident|shy|impostor|imposter|dare|speak up|afraid|doubt myself|insecure|not good enough for this|courage|self-doubt
    |nervous|quiet|afraid to|do not dare|blush|everybody knows more|small beside|believe in myself|feel stupid|hide`,
  'stress-and-wellbeing': `burnout|stress|exhausted|sleep badly|overwhelmed|anxious|anxiety|cry|tired|pressure|depressed|worn out
    |switch off|health|doctor|panic|sleep|lonely|mental|sleepless|snap at|attack|worry|headache|nightmares|trauma|rest|cannot breathe
    |grief|lost someone`,
  'time-management': `inbox|prioritise|deadlines|too many tasks|late all the time|schedule|procrastinate|busy|on time|finish|to-do
    |overloaded|workload|say yes|too many meetings|real work|interrupted|hours in the day|postpone|forget things|lose time|day is full
    |planner`,
  'project-management': `project|work plan|timeline|scope|milestones|deliverables|gantt|behind schedule|slip|implementation|deadline
    |who delivers what|delay|behind plan|schedule of a project|tasks and dates|late project|coordinate partners`,
  'proposal-writing': `proposal|call for proposals|eu call|concept note|bid for funds|application for funds|log frame proposal|call
    |application to a donor|two pages for a donor|tender for funds|log frame|theory for donor`,
  fundraising: `raise funds|donor|grants|grant|foundations|sponsor|donations|funding|funder|crowdfunding|charity|fund|who would pay
    |kitchen|raise money|benefactor|philanthropist|find money|gift`,
  budgeting: `budget|spending|costs of a programme|finance office|forecast|overspend|expenditure|financial report|spent|money left
    |expenses|plan the money|save money|costs|financial plan|finance`,
  procurement: `tender|bids|vendor|purchase|quotation|buy|buying|contractor|generator|rules for buying|invoice|supplier contract
    |wrong delivery|order goods|bidder|bidding|contract with a vendor|purchases|quotes`,
  'monitoring-and-evaluation': `monitor|evaluate|evaluation|logframe|measure impact|indicator|baseline|results framework|outcome
    |impact|targets|follow-up visits|changed anything|did it work|effect|difference|proof|worked|success of a project|measure|evidence`,
  'data-analysis': `analyse data|survey|regression|spreadsheet|excel|chart|figures|graph|dashboard|spss|numbers|dataset|questionnaire
    |database|pivot|answers of people|table of|analyse|statistics|percentages|trend|map of data|clean data|averages`,
  'audit-and-risk': `auditor|risk register|risk|fraud|corruption|compliance|controls|findings|audited|missing money|irregularities
    |what could go wrong|stolen|insurance`,
  hiring: `recruit|hire|candidates|panel member|applicants|job description|choose a person|staff selection|terms of reference|interns
    |select staff|right person|job advert|choose between applicants|interview candidates|new staff|select a candidate|vacancy to fill
    |probation of staff`,
  'knowledge-sharing': `knowledge|lessons|handover notes|handover|archive|documentation|learning from each other|experience gets lost
    |community of practice|write down what we know|leaving with|teach others|share what|learned|training others|mentor others`,
  'policy-advice': `policy|brief the minister|legislation|law|advocacy|regulation|reform of law|white paper|draft law|parliament|bill
    |strategy paper for government|advise the minister|recommendation|lobby`,
  'gender-equality': `gender|women|girls|female|sexism|male colleagues|woman|feminist|quota|female engineers|only woman|wives
    |equal pay|mothers|feminism|girl`,
  inclusion: `diverse|diversity|inclusive|racism|minorities|minority|discrimination|ethnic|refugees|lgbt|excluded|bias|prejudice
    |outsider|different background|religion|skin|caste|foreign accent|belong|treated differently|nationality`,
  'disability-inclusion': `blind|deaf|wheelchair|accessible|disability|disabled|sign language|screen reader|impairment|accommodation
    |autism|dyslexia|ramp|braille|hearing|sight|crutches|mental illness|special needs`,
  'younger-generations': `gen z|youngest colleagues|millennials|young staff|generation|young professionals|twenty-year-olds|teenagers
    |students|young|interns of twenty|twenties|graduates|school leavers|trainees|youth`,
  safeguarding: `sexual exploitation|abuse|harassment|child protection|child|abused|misconduct|assault|whistleblow|victim|harm
    |survivor|violence|bothers|touches|whom do i tell|unsafe|protect|report abuse|inappropriate|threat|beaten|follows young`,
  'working-in-crisis': `emergency|crisis|flood|earthquake|war|humanitarian|disaster|displaced|evacuate|insecurity|security situation
    |famine|conflict zone|attack|bomb|cholera|refugee camp|relief|evacuation|storm|hurricane|emergencies|collapse`,
  climate: `carbon|climate|footprint|drought|environment|green|sustainability|emissions|solar|recycling|pollution|energy|warmer
    |water shortage|trees|waste|plastic|solar panel|heat|biodiversity`,
  'digital-tools': `software|sharepoint|computer|zoom|laptop|app|teams|smartphone|word|powerpoint|google|typing|digital|it system
    |online course|install|file|folder|printer|tablet|video call|internet|shared drive|calendar app`,
  'artificial-intelligence': `chatgpt|ai|machine learning|chatbot|algorithm|copilot|language model|claude|gemini|artificial|robot
    |prompts|model translate|generated text|automatic translation|bots`,
  cybersecurity: `hacked|password|phishing|virus|attachment|ransomware|locked files|hacker|privacy|data breach|encrypt|scam
    |account stolen|clicked|strange link|suspicious|fraud by email|account|backup|secure|leak|stranger logged in`,
  'process-automation': `automate|copy by hand|macro|by hand|repetitive|paperwork|workflow|bureaucracy|procedures|forms|script
    |every month same|type the same|copy and paste|by hand every|signatures|approvals take|forms in triplicate|speed up`,
  'starting-a-business': `open a shop|start a company|business of my own|own business|start-up|startup|entrepreneur|business idea
    |live from it|small shop|self-employed|workshop of my own|be my own boss|set up a company|open a bakery|open a small|own shop
    |live from my|begin trading|turn my hobby|sell my own|workshop at home|company`,
  'business-plan': `business plan|business model|projections|break-even|canvas|plan for the bank|plan for my shop|figures for the bank
    |market study|will it pay|profitable`,
  pricing: `price|charge|cheaper|expensive|discount|margin|how much to ask|cost of a piece|profit per piece|rate|how much should i ask
    |cost me|worth|fee|wage per piece|too expensive|bargain price`,
  marketing: `advertise|advertisement|brand|market my product|hear of my|promote|logo|customers know|market|campaign|packaging|label
    |known|know of it|nobody knows|visible|find us|attract|poster|flyer|new customers|more customers|sign on the shop|soap`,
  selling: `sale|sell|sell more|close a sale|salesperson|buyers|fair|retail|sold|market stall|talk to customers|offer my goods
    |no sales|deal with buyers`,
  bookkeeping: `accounts|books|receipts|accounting|earned|profit and loss|ledger|cash book|bookkeeper|records of money
    |income and expenses|records|what i earned|write down income|money in and out|cashbook|notebook of sales|balance`,
  'cash-flow': `cash|pay wages|liquidity|bills|customers pay late|pay me after|debts|payment terms|credit to customers
    |run out of money|pay rent|pay my workers|buyer pays in|pays late|wages|waiting for payment|money is tied|owe me|advance`,
  'access-to-finance': `loan|investor|credit|borrow|bank|microfinance|guarantor|collateral|capital|interest rate|invest|lend
    |lend to me|money to start|savings group|subsidy|start capital|finance my`,
  'customer-care': `customer|complaint|client|complain|angry customer|unhappy|refund|loyal|warranty|service|money back|shouts
    |unhappy customer|returns|rude customer|keep customers|reviews`,
  'stock-and-supply': `stock|supplier|shelves|warehouse|delivery|raw material|wool|materials|transport|shortage|storage|distribution
    |spoil|arrives late|spoils|flour|run out|orders|deliveries|shop is empty|expired|cold chain|ingredients`,
  'registering-a-business': `register my business|licence|license|tax|permit|papers for my|legal form|formal|chamber of commerce|taxes
    |registration|licence for|which office|inspection|legal papers|hygiene certificate|stall`,
  'growing-a-business': `grow my business|second shop|expand|scale|bigger|new branch|more employees|second branch|franchise|growth
    |third|next door|hire more|bigger place|more machines|larger orders|expand my|rent the shop`,
  exporting: `export|customs|sell abroad|buyer abroad|import|shipping|border|dubai|container|overseas|certificate of origin|trade
    |foreign buyer|send to another country|ship|abroad asks|berlin|germany|parcel abroad|world market|overseas buyer`,
  'online-selling': `sell online|web shop|online shop|website|online store|sell on the internet|etsy|amazon|online|internet shop
    |sell through|instagram shop|orders by phone|delivery app|marketplace`,
}
