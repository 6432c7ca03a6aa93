/** What people might write, with the topic meant: written before the finding of topics was tuned, and used to tune it. */
export const englishTuned = `
public-speaking: I have to present our results to donors next week and my hands shake every time.
public-speaking: How do I give a talk to two hundred people without reading from my notes?
facilitation: I run a weekly meeting where nobody speaks. How can I facilitate it better?
writing: My reports come back full of red. I want to write clearly and shorter.
negotiation: I need to negotiate the terms of a lease with our landlord.
difficult-conversations: I must tell a colleague that his work is not good enough, and I keep avoiding that hard conversation.
giving-feedback: My first performance appraisals are due and I do not know how to give honest feedback.
networking: I am new in Geneva and know nobody; how do people build a professional network here?
media: A journalist called about our project and wants an interview on the radio.
social-media: Which posts work on LinkedIn and Facebook for a small NGO?
working-across-cultures: My team comes from nine countries and we misunderstand each other's culture all the time.
language-practice: I would like to practise my French with somebody once a week.
leading-a-team: I lead a team of six and two of them do not pull their weight.
first-time-managing: I was made a manager last month, for the first time, of people who were my peers.
delegating: I do everything myself because I find it hard to delegate.
motivating-people: Morale is low after the cuts. How do I motivate my staff?
resolving-conflict: Two people in my unit are in open conflict and I stand between them.
leading-change: We are restructuring and everyone resists the change I have to lead.
strategy: We have to write a five-year strategy and I have never done one.
decision-making: I cannot decide between two options and keep putting the decision off.
remote-teams: My staff work from home in four time zones; how do I manage a remote team?
managing-upward: My boss changes her mind daily and I do not know how to talk to her.
working-with-government: The ministry does not answer our letters. How does one work with government?
partnerships: We want a partnership with a university and do not know where to start.
career-planning: I have been a P-3 for nine years. How do I plan the next step of my career and get promoted?
career-change: I want to move from finance into human rights work, a complete change of career.
job-interviews: I have a competency-based interview on Thursday.
job-interviews: Could somebody read my CV and cover letter before I apply?
moving-abroad: We relocate to Nairobi with two small children in August; what should I arrange?
settling-in: I started three weeks ago and still do not understand who does what here.
return-from-leave: I come back from maternity leave in May and feel out of everything.
preparing-for-retirement: I retire in two years and wonder what to do afterwards.
work-life-balance: I work until ten each night and hardly see my family.
confidence: I feel like an impostor and never dare to speak up.
stress-and-wellbeing: I am close to burnout and sleep badly because of the stress.
time-management: My inbox eats my day; I cannot prioritise.
project-management: I took over a project that is late and over scope.
proposal-writing: We have two weeks to write a proposal for the EU call.
fundraising: Our main donor leaves; how do we raise funds elsewhere?
budgeting: How do I make a budget for a three-year programme?
procurement: The tender failed twice and I do not understand the procurement rules.
monitoring-and-evaluation: Our logframe has forty indicators. How can we monitor what matters?
data-analysis: I have a survey of 2,000 households in Excel and need help analysing the data.
audit-and-risk: The auditors come in March and our risk register is empty.
hiring: I am recruiting two people and have never sat on a panel.
knowledge-sharing: Everyone who knows how it works is leaving; how do we keep their knowledge?
policy-advice: I have to brief the minister on a new policy for water.
gender-equality: How do we take gender seriously in an irrigation project?
inclusion: I am the only black woman in the room and want my office to be more diverse and inclusive.
disability-inclusion: A colleague who is blind joins us; how do I make documents accessible?
younger-generations: My youngest colleagues, Gen Z, want quite other things from work than I did.
safeguarding: A partner reported sexual exploitation by one of their staff; what are our duties on safeguarding?
working-in-crisis: We go into an emergency response after the flood, my first.
climate: How can a small office cut its carbon footprint and adapt to climate change?
digital-tools: I am slow with Teams and SharePoint and other software.
artificial-intelligence: Can I use ChatGPT or other AI tools for my drafts, and where is it dangerous?
cybersecurity: Our accounts were hacked; which passwords and protection do we need?
process-automation: We copy numbers by hand between three forms each month; can that be automated?
starting-a-business: I want to open a tailoring shop of my own.
business-plan: The bank asks for a business plan and I have none.
pricing: I never know what price to charge for my carpets.
marketing: Nobody knows our honey exists. How do I advertise it with little money?
selling: I lose customers at the end of the talk; how do I close a sale?
bookkeeping: I keep receipts in a box and have no books; how do I keep accounts?
cash-flow: We sell well but there is no cash at the end of the month to pay wages.
access-to-finance: Where can a woman without land get a loan for a sewing machine?
customer-care: An angry customer complained about late delivery.
stock-and-supply: My shelves are full of things that do not sell while others run out; how do I manage stock?
registering-a-business: Do I need a licence, and how do I register my bakery and pay tax?
growing-a-business: My bakery does well and I think of a second shop. How do I grow?
exporting: A buyer in Dubai wants saffron; how do I export it?
online-selling: I would like to sell my jewellery online, on a web shop.
public-speaking: My speech at the conference is in three days.
writing: Nobody reads my e-mails to the end. How do I write so that people understand?
negotiation: A supplier refuses to lower the cost and I am bad at bargaining.
difficult-conversations: How do I tell someone on my staff that she will not be renewed?
leading-a-team: I became head of a section of ten and want to be a good leader.
delegating: My deputy waits for me to do things; how do I hand over tasks?
resolving-conflict: There is a quarrel between the drivers and the warehouse, and I have to mediate.
managing-upward: My supervisor never has time for me.
career-planning: Should I take a lateral move or wait for promotion?
job-interviews: I was not shortlisted for twelve vacancies; what is wrong with my application?
settling-in: First week in a new office: how do I find my feet?
stress-and-wellbeing: I am exhausted and cry at my desk.
time-management: I have too many deadlines and always run late.
project-management: How do I make a work plan and a timeline that hold?
fundraising: Which foundations give grants to small libraries?
monitoring-and-evaluation: How do we measure the impact of a training?
data-analysis: Somebody who knows statistics should look at my regression.
hiring: Good candidates drop out of our recruitment.
gender-equality: Few women come to our trainings; what can we do?
artificial-intelligence: What is machine learning good for in a small library?
pricing: My competitor is cheaper. Must I lower my prices?
bookkeeping: Which accounting should a shop of two people do?
access-to-finance: I look for an investor for my dairy.
exporting: Which papers do I need to send dried fruit to Germany by international trade rules?
online-selling: Does an online shop pay for a potter?
public-speaking: I freeze as soon as I stand on a stage.
facilitation: Next month I chair a workshop for forty people from six ministries.
writing: English is my third language and my memos sound clumsy.
negotiation: How do I ask for a higher salary without losing the offer?
difficult-conversations: I owe an apology to a colleague and dread talking to her.
giving-feedback: My intern makes the same mistake again and I want to correct him kindly.
leading-a-team: Half of my unit ignores what I say as their chief.
first-time-managing: Since June I supervise three people and I have never been anybody's manager.
resolving-conflict: My two deputies do not speak to each other any more.
strategy: Our board wants to know where we will stand in 2032.
managing-upward: I am afraid to disagree with the director.
career-planning: Where can I go from here after ten years in the same post?
job-interviews: The panel will ask me about leadership; how do I prepare my answers?
settling-in: I arrived on Monday and nobody has shown me around.
return-from-leave: After eleven months at home with my baby I start again in March.
work-life-balance: My children only see me on Sundays.
stress-and-wellbeing: I cannot switch off any more and my doctor is worried.
time-management: I say yes to everything and nothing gets finished on time.
project-management: Our milestones slip every month.
fundraising: We lost our grant and must find other sponsors.
budgeting: The finance office sent my budget back three times.
procurement: I need three quotations for a generator and do not know the rules for buying.
monitoring-and-evaluation: The donor wants an evaluation and we have no baseline.
data-analysis: How do I make a chart out of all these figures?
hiring: I have to choose between four applicants.
gender-equality: My male colleagues interrupt the women in every meeting.
safeguarding: A child told our teacher something terrible.
artificial-intelligence: Is it safe to put a contract into a chatbot?
cybersecurity: Somebody opened a strange attachment and now files are locked.
starting-a-business: I have a recipe for jam and would like to live from it.
pricing: Am I too expensive at 400 afghani a dress?
marketing: How can people in other districts hear of my pottery?
bookkeeping: I cannot tell at the end of the month what I earned.
cash-flow: Customers pay me after ninety days and my own bills are due now.
access-to-finance: The microfinance office wants a guarantor.
stock-and-supply: My wool comes late every season and looms stand idle.
registering-a-business: The municipality says that I need papers for my stall.
exporting: Customs in Karachi held my almonds.
public-speaking: My minister asked me to speak before parliament and I have never addressed a crowd.
facilitation: How can I keep a discussion among twenty people on track?
writing: My supervisor rewrites every briefing note of mine. How can I draft better?
negotiation: The union and we are far apart on pay; how do I reach an agreement?
difficult-conversations: I have to tell my assistant that her contract ends.
giving-feedback: How do I tell people what they do well and what not?
networking: I never know what to say to strangers at receptions.
media: Tomorrow a newspaper comes to ask about the scandal.
working-across-cultures: In my new team a silence means no, and I only learnt it by accident.
language-practice: I understand Arabic but do not dare to speak it.
leading-a-team: Two strong personalities in my group compete for everything.
first-time-managing: I have just become a supervisor and feel lost.
delegating: I end up doing what I had given to others.
motivating-people: My best people have lost their drive.
resolving-conflict: An old dispute between the guards and the drivers flares up each week.
leading-change: We move to a new system and nobody wants it.
strategy: Which priorities should our office set for the next three years?
decision-making: Everything looks equally good and I hesitate for weeks.
remote-teams: Half of my people sit in Lagos and I have never met them.
managing-upward: How do I get my chief to read what I send?
working-with-government: The province office wants a permit for every visit.
partnerships: Another NGO proposes that we apply together. What should stand in the agreement?
career-planning: Which skills should I build to become head of office one day?
job-interviews: I have an interview by video and hate cameras.
settling-in: It is my second week and I am still looking for the toner and for allies.
stress-and-wellbeing: Since the attack I do not sleep and I snap at everybody.
time-management: Too many meetings, and my real work starts at five.
project-management: Nobody knows who delivers what in our project, and the deadline is in May.
proposal-writing: A donor asks for a concept note of two pages by Friday.
fundraising: Who would fund a kitchen for schoolchildren?
budgeting: We spent half the money in three months. How do I plan the rest?
procurement: Our vendor delivered the wrong laptops and the contract is unclear.
monitoring-and-evaluation: How do I know that our training changed anything?
data-analysis: I have the answers of 300 people in a spreadsheet. What now?
hiring: I must write a job description and pick the right person.
gender-equality: Only one of our thirty engineers is a woman.
safeguarding: I think a driver bothers young interns; whom do I tell?
artificial-intelligence: May I let a language model translate our minutes?
cybersecurity: I clicked on a strange link. What should I do?
starting-a-business: I want to leave my job and open a small bakery.
pricing: How much should I ask for a wedding cake?
marketing: We have a good soap and no buyers know of it.
bookkeeping: Which records must a small tailor keep?
cash-flow: I must pay my workers on Thursday and the buyer pays in May.
access-to-finance: How do I convince a bank to lend to me?
customer-care: A customer wants her money back and shouts.
stock-and-supply: The flour arrives late and half of it spoils.
registering-a-business: Which office gives the licence for a beauty salon?
growing-a-business: Should I hire a third tailor and rent the shop next door?
exporting: A shop in Berlin asks for ten boxes of my scarves.
`
