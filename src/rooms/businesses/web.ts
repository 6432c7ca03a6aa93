import { act, file, page, type Route } from '#ground/route'
import { coordinatesAny, coordinatesProgramme, signedIn } from '#people/gates'
import { applyPage } from './apply.page.tsx'
import { applyWithBusiness } from './apply-with-business.ts'
import { businessPage } from './business.page.tsx'
import { applyForm, changeForm, decideForm, likenessForm, markForm, raiseForm, registerForm } from './businesses.form.ts'
import { businessesCsv, businessesPage, businessesXlsx } from './businesses.page.tsx'
import { decideBusiness, tellLikeness } from './decide-business.ts'
import { figuresForm } from './figures.form.ts'
import { figuresPage } from './figures.page.tsx'
import { markObstacle, raiseObstacle } from './raise-obstacle.ts'
import { recordFigures } from './record-figures.ts'
import { changePage, registerPage } from './register.page.tsx'
import { changeTyped, registerTyped } from './typed-business.ts'

const to = ({ business }: { business: string }) => `/businesses/${business}?done=saved`

export const web: readonly Route[] = [
  page('/programmes/:programme/businesses', coordinatesProgramme, businessesPage),
  file('/programmes/:programme/businesses.csv', coordinatesProgramme, businessesCsv),
  file('/programmes/:programme/businesses.xlsx', coordinatesProgramme, businessesXlsx),
  page('/programmes/:programme/businesses/new', coordinatesProgramme, registerPage),
  act(
    '/programmes/:programme/businesses',
    coordinatesProgramme,
    registerForm,
    registerTyped,
    ({ id }) => `/businesses/${id}?done=registered`,
    registerPage,
  ),
  page('/programmes/:programme/business-applications/new', signedIn, applyPage),
  act(
    '/programmes/:programme/business-applications',
    signedIn,
    applyForm,
    applyWithBusiness,
    ({ id }) => `/businesses/${id}?done=applied`,
    applyPage,
  ),
  page('/businesses/:business', signedIn, businessPage),
  page('/businesses/:business/particulars', coordinatesAny, changePage),
  act('/businesses/:business/particulars', coordinatesAny, changeForm, changeTyped, to, changePage),
  act('/businesses/:business/decision', coordinatesAny, decideForm, decideBusiness, to, businessPage),
  act('/businesses/:business/likeness', coordinatesAny, likenessForm, tellLikeness, to, businessPage),
  page('/businesses/:business/figures', signedIn, figuresPage),
  act('/businesses/:business/figures', signedIn, figuresForm, recordFigures, to, figuresPage),
  act('/businesses/:business/obstacles', signedIn, raiseForm, raiseObstacle, to, businessPage),
  act('/obstacles/:obstacle/state', signedIn, markForm, markObstacle, to, businessPage),
]
