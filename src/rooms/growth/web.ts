import { act, file, page, type Route } from '#ground/route'
import { signedIn } from '#people/gates'
import { assessSkillForm } from './assess-skill.form.ts'
import { assessSkill } from './assess-skill.ts'
import { chooseItemsForm } from './choose-items.form.ts'
import { chooseItems } from './choose-items.ts'
import { goalPage } from './goal.page.tsx'
import { goalsPage } from './goals.page.tsx'
import { keepGoalForm } from './keep-goal.form.ts'
import { keepGoal } from './keep-goal.ts'
import { markStepForm } from './mark-step.form.ts'
import { markStep } from './mark-step.ts'
import { nameSkillForm } from './name-skill.form.ts'
import { nameSkill } from './name-skill.ts'
import { openOpportunityForm } from './open-opportunity.form.ts'
import { openOpportunity } from './open-opportunity.ts'
import { opportunityPage } from './opportunity.page.tsx'
import { portfolioPage } from './portfolio.page.tsx'
import { portfolioHtml } from './portfolio-html.tsx'
import { portfolioJson } from './portfolio-json.ts'
import { rateGoalForm } from './rate-goal.form.ts'
import { rateGoal } from './rate-goal.ts'
import { rewordGoalForm } from './reword-goal.form.ts'
import { rewordGoal } from './reword-goal.ts'
import { setGoalForm } from './set-goal.form.ts'
import { setGoal } from './set-goal.ts'
import { setStepForm } from './set-step.form.ts'
import { setStep } from './set-step.ts'
import { skillPage } from './skill.page.tsx'
import { skillsPage } from './skills.page.tsx'
import { tellOutcomeForm } from './tell-outcome.form.ts'
import { tellOutcome } from './tell-outcome.ts'

const toGoals = ({ partnership }: { partnership: string }) => `/partnerships/${partnership}/goals?done=saved`
const toGoal = ({ goal }: { goal: string }) => `/goals/${goal}?done=saved`
const toSkill = ({ skill }: { skill: string }) => `/skills/${skill}?done=saved`
const toSkills = ({ partnership }: { partnership: string }) => `/partnerships/${partnership}/skills?done=saved#opportunities`
const toOpportunity = ({ opportunity }: { opportunity: string }) => `/opportunities/${opportunity}?done=saved`
const toPortfolio = () => '/portfolio?done=saved'

export const web: readonly Route[] = [
  page('/partnerships/:partnership/goals', signedIn, goalsPage),
  act('/partnerships/:partnership/goals', signedIn, setGoalForm, setGoal, toGoals, goalsPage),
  page('/goals/:goal', signedIn, goalPage),
  act('/goals/:goal/text', signedIn, rewordGoalForm, rewordGoal, toGoal, goalPage),
  act('/goals/:goal/ratings', signedIn, rateGoalForm, rateGoal, toGoal, goalPage),
  act('/goals/:goal/state', signedIn, keepGoalForm, keepGoal, toGoal, goalPage),
  act('/partnerships/:partnership/next-steps', signedIn, setStepForm, setStep, toGoals, goalsPage),
  act('/next-steps/:step/state', signedIn, markStepForm, markStep, toGoals, goalsPage),
  page('/partnerships/:partnership/skills', signedIn, skillsPage),
  act('/partnerships/:partnership/skills', signedIn, nameSkillForm, nameSkill, toSkill, skillsPage),
  page('/skills/:skill', signedIn, skillPage),
  act('/skills/:skill/assessments', signedIn, assessSkillForm, assessSkill, toSkill, skillPage),
  act('/partnerships/:partnership/opportunities', signedIn, openOpportunityForm, openOpportunity, toSkills, skillsPage),
  page('/opportunities/:opportunity', signedIn, opportunityPage),
  act('/opportunities/:opportunity/outcomes', signedIn, tellOutcomeForm, tellOutcome, toOpportunity, opportunityPage),
  page('/portfolio', signedIn, portfolioPage),
  act('/portfolio', signedIn, chooseItemsForm, chooseItems, toPortfolio, portfolioPage),
  file('/portfolio.html', signedIn, portfolioHtml),
  file('/portfolio.json', signedIn, portfolioJson),
]
