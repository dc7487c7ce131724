"""What `check` says of a project: every problem, or every finding."""

from cjsite.base.frozen import frozen
from cjsite.base.problem import Broken, Finding, Place, Problem, count
from cjsite.build import Builder, Site
from cjsite.tasks.journey_maker import Progress
from cjsite.text.wording import Wording
from cjsite.theming.languages import lacking


@frozen
class Audit:
    """The problems of a project; its findings, those that are let stand among them, where it has none.

    notices: what is worth a word, and wrong in no way.
    """

    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...]
    notices: tuple[Problem, ...] = ()

    @property
    def summary(self) -> str:
        """Return the counts in words, like `0 problems, 3 findings, 1 let stand`."""
        standing = sum(bool(finding.waived) for finding in self.findings)
        counts = [count(len(self.problems), "problem"), count(len(self.findings) - standing, "finding")]
        return ", ".join([*counts, *([f"{standing} let stand"] if standing else [])])


def audit(builder: Builder, progress: Progress) -> Audit:
    """Build everything without writing it; findings are told in English. progress: learns how far it is."""
    findings: tuple[Finding, ...] = ()
    try:
        site = builder.site()
        findings = findings_of(site)
        for done, _ in enumerate(site.values(), 1):
            progress("Making pages", done, len(site))
    except Broken as error:
        return Audit(error.problems, findings)
    return Audit((), findings, notices_of(site))


def findings_of(site: Site) -> tuple[Finding, ...]:
    """Return what the rules find in a site's content, told in English."""
    return site.findings(Wording("en", site.renderer.theme.words["en"]))


def notices_of(site: Site) -> tuple[Problem, ...]:
    """Return what an author should know of how the content was read, and of the language of its pages."""
    words, language = site.renderer.theme.words, site.whole.settings.language
    missing = lacking(words[language], words["en"])
    if not missing:
        return site.whole.notices
    message = (
        f"the theme has no words in '{language}' for {len(missing)} of its {len(lacking({}, words['en']))} texts"
    )
    mend = f"they are in English; `cjsite words {language}` lists them, to be translated"
    return (Problem(Place("site.yml"), message, mend), *site.whole.notices)
