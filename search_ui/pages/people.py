"""People: officials and others, and the cases of those accused. All of these pages stay out of search engines."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from extraction.model import Status
from index.store import PersonProfile
from search_ui.pages.articles import person_path
from search_ui.pages.common import OfAddress, OfSite, in_words, pager, pages_of
from search_ui.pages.events import Case
from search_ui.show.cases import clearing_of
from search_ui.show.desk import Desk
from search_ui.site import Site

router = APIRouter()
_ALL = tuple(status.value for status in Status)


def case_of(desk: Desk, profile: PersonProfile) -> Case:
    """The case of an accused person."""
    steps = desk.steps(profile)
    return Case(profile.shown, profile.id, clearing_of(steps), steps)


@router.get("/tokoh")
def people(request: Request, site: OfSite, address: OfAddress) -> HTMLResponse:
    """The people named in the articles that the question finds."""
    found, total = site.store.people(address.question)
    answer = site.store.search(address.changed(size=1).question)
    return site.page(
        request,
        "people.html",
        private=True,
        address=address,
        words_of=in_words(address, site.words, answer.facets),
        people=[(profile, person_path(profile)) for profile in found],
        total=total,
        pager=pager(address, "/tokoh", pages_of(total, address.question.size)),
    )


@router.get("/kasus")
def cases(request: Request, site: OfSite, address: OfAddress) -> HTMLResponse:
    """The accused people whom the found articles name, the latest step first."""
    question = address.question if address.question.status else address.changed(status=_ALL, page=address.question.page).question
    accused = [profile for profile in site.store.all_people(question) if profile.accused]
    accused.sort(key=lambda profile: (profile.last_seen or "", profile.id), reverse=True)
    start = (address.question.page - 1) * address.question.size
    desk = site.desk()
    answer = site.store.search(address.changed(size=1).question)
    return site.page(
        request,
        "cases.html",
        private=True,
        address=address,
        words_of=in_words(address, site.words, answer.facets),
        cases=[(profile, case_of(desk, profile)) for profile in accused[start : start + address.question.size]],
        total=len(accused),
        pager=pager(address, "/kasus", pages_of(len(accused), address.question.size)),
    )


@router.get("/tokoh/{person_id}", response_model=None)
def person(request: Request, site: OfSite, person_id: str) -> Response:
    """A person who is not accused of anything; the accused have a case page."""
    return _person(request, site, person_id, "tokoh")


@router.get("/kasus/{person_id}", response_model=None)
def case(request: Request, site: OfSite, person_id: str) -> Response:
    """The case of one accused person: a clearing first, then every step."""
    return _person(request, site, person_id, "kasus")


def _person(request: Request, site: Site, person_id: str, kind: str) -> Response:
    profile = site.store.person(person_id)
    if profile is None:
        raise HTTPException(404)
    path = person_path(profile)
    if path != f"/{kind}/{person_id}":
        return RedirectResponse(path, 302, {"X-Robots-Tag": "noindex, noarchive"})
    desk = site.desk()
    articles = [(coded, *desk.title(coded)) for coded in desk.coded(profile.articles)]
    return site.page(
        request,
        "person.html",
        private=True,
        profile=profile,
        case=case_of(desk, profile),
        articles=articles,
        masked=profile.shown != profile.name,
    )
