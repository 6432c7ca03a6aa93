/* Written when the tuning was done, by the same hand, and measured once: nothing was changed for them. */

export const englishKept = `
public-speaking: I get very nervous when I speak to large groups and would like to practise a short speech with someone.
facilitation: Next week I lead a two-day workshop and need ideas to keep everyone involved.
writing: Could someone look over a report before it goes to headquarters?
negotiation: We are about to renew a contract and I want to get better terms.
difficult-conversations: One of my colleagues smells of alcohol and I have to raise it with him.
giving-feedback: I need to do appraisals for four people and want the feedback to be useful.
networking: I do not know how to build contacts in a new city.
media: I have been asked to talk on local radio about our clinic.
social-media: How can we get more people to follow our Instagram page?
working-across-cultures: I manage staff from five countries and we keep offending each other.
leading-a-team: My team does not respect the deadlines I set, and I have little authority.
first-time-managing: I was promoted in May and now have to manage my friends.
delegating: Too much lands on my desk because I do not let go of it.
motivating-people: How do you keep people motivated when there is no money for bonuses?
resolving-conflict: Two nurses argue in front of patients and I have to settle it.
leading-change: Our office will merge with another and people are afraid.
remote-teams: I supervise three field offices by video only.
managing-upward: My manager changes priorities every day and I cannot say no.
working-with-government: We wait for months for a permit from the ministry.
career-planning: I would like to talk about where my career could go in the next five years.
career-change: I think about leaving banking to become a teacher.
job-interviews: I am applying for a post at the regional office and would like a mock interview.
moving-abroad: I have been offered a job in Bangkok and wonder about schools and housing.
return-from-leave: I return from parental leave next month, part-time.
confidence: In meetings I know the answer and still do not speak.
stress-and-wellbeing: Everything is too much at the moment and I cannot sleep.
time-management: I never get through my to-do list.
project-management: Our construction project is three months behind schedule.
fundraising: We need to find donors for a girls' school.
budgeting: I have to prepare next year's budget and have never used the template.
procurement: How do I compare three bids fairly?
monitoring-and-evaluation: Which indicators make sense for a literacy programme?
data-analysis: I need help with pivot tables and charts.
hiring: I want to write a vacancy notice that attracts women engineers.
artificial-intelligence: I want to learn how to use AI to summarise long documents.
starting-a-business: I have saved a little and want to start a small hairdressing business.
pricing: How do I set a price for handmade shoes?
marketing: Few people know our guest house; how do I promote it?
bookkeeping: I would like somebody to show me how to keep simple books for my shop.
cash-flow: At the end of each month there is no cash left for salaries.
access-to-finance: I need a loan for a second oven.
customer-care: A regular client is unhappy and threatens to leave.
growing-a-business: I want to expand to a second town.
exporting: I would like to sell dried apricots to Turkey.
online-selling: How do I open an online shop?
`

export const dariKept = `
public-speaking: در برابر مردم زیاد گپ زده نمی‌توانم و می‌خواهم یک سخنرانی کوتاه را تمرین کنم.
writing: کسی گزارش مرا پیش از فرستادن به مرکز بخواند.
negotiation: قرارداد کرایه را نو می‌کنیم و می‌خواهم شرایط بهتر بگیرم.
leading-a-team: تیم من به گپ من گوش نمی‌کند و صلاحیت کم دارم.
first-time-managing: تازه مدیر شده‌ام و باید دوستانم را رهبری کنم.
motivating-people: وقتی پول برای مکافات نیست، چطور کارمندان را با انگیزه نگه دارم؟
resolving-conflict: دو نرس در برابر مریضان جنجال می‌کنند.
remote-teams: سه دفتر ولایتی را تنها از راه دور اداره می‌کنم.
managing-upward: آمرم هر روز اولویت‌ها را تغییر می‌دهد.
career-planning: می‌خواهم دربارهٔ آیندهٔ کاری خود گپ بزنم.
career-change: می‌خواهم بانک را رها کنم و معلم شوم.
job-interviews: برای یک بست درخواست داده‌ام و می‌خواهم مصاحبه را تمرین کنم.
confidence: در جلسه جواب را می‌دانم، اما خجالت می‌کشم بگویم.
stress-and-wellbeing: این روزها همه چیز زیاد است و شب خواب ندارم.
time-management: وقتم را درست تقسیم کرده نمی‌توانم.
project-management: پروژهٔ ساختمانی ما سه ماه عقب مانده است.
fundraising: برای یک مکتب دخترانه تمویل‌کننده می‌پالیم.
budgeting: باید بودجهٔ سال آینده را آماده کنم.
monitoring-and-evaluation: برای یک برنامهٔ سوادآموزی کدام شاخص‌ها خوب است؟
data-analysis: در اکسل با جدول‌ها و گراف‌ها کمک کار دارم.
hiring: می‌خواهم اعلان بست بنویسم و کارمند خوب بگیرم.
artificial-intelligence: هوش مصنوعی را برای خلاصه کردن اسناد یاد بگیرم.
starting-a-business: کمی پول جمع کرده‌ام و می‌خواهم یک آرایشگاه کوچک شروع کنم.
pricing: قیمت بوت دست‌دوز را چگونه تعیین کنم؟
marketing: مهمانخانهٔ ما را کم مردم می‌شناسند، چگونه تبلیغ کنم؟
bookkeeping: کسی به من نشان بدهد حساب دکان را چطور بگیرم.
cash-flow: در آخر ماه پول نقد برای معاش‌ها نمی‌ماند.
access-to-finance: برای داش دوم قرضه کار دارم.
customer-care: یک مشتری همیشگی ناراض است.
growing-a-business: می‌خواهم کار خود را به شهر دوم گسترش بدهم.
exporting: می‌خواهم زردآلوی خشک به ترکیه بفروشم.
`
