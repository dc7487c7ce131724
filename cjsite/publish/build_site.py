"""A site built into a folder: read, made by whoever can, and written as it is made."""

from contextlib import ExitStack

from cjsite.base.frozen import frozen
from cjsite.base.garbage import no_collection
from cjsite.base.stopwatch import stage
from cjsite.base.store import Store
from cjsite.build import Builder, Site
from cjsite.edition.readers import Readers
from cjsite.publish.order import BuildOrder
from cjsite.publish.output import Publication, Written
from cjsite.publish.stamps import keep_stamps, kept_stamps
from cjsite.tasks.journey_maker import JourneyMaker, Progress
from cjsite.tasks.kept import Kept
from cjsite.tasks.pool import Workers


@frozen
class Built:
    """A site that was built: what is known of it, and what was done.

    ignored: sentences on what of earlier builds could not be used.
    """

    site: Site
    done: Written
    ignored: tuple[str, ...]


def build_site(order: BuildOrder, progress: Progress) -> Built:
    """Build a site into its folder; progress: learns how far it is.

    Raises Broken with every problem of it, before anything is written, and Refused for a folder that is none to
    build into.
    """
    with ExitStack() as stack:
        stack.enter_context(no_collection())
        store = stack.enter_context(Store(order.store)) if order.store else None
        workers = stack.enter_context(Workers(order.jobs, order.executor))
        readers = Readers(order.audiences, order.archived, order.drafts)
        maker = JourneyMaker(workers, Kept(store), progress)
        with stage("linking"):
            builder = Builder(order.source, order.today, readers=readers, maker=maker, address=order.address)
            site = builder.site()
        before = {} if order.check else kept_stamps(order.store, order.output)
        sources = (order.source / "content", order.source / "themes")
        publication = stack.enter_context(Publication(order.output, sources, before, force=order.force))
        for file in site.streamed(publication.is_there):
            with stage("writing"):
                if not publication.is_there(file.path, file.mark):
                    publication.add(file.path, file.data(), file.mark)
        with stage("writing"):
            done = publication.finish()
        keep_stamps(order.store, order.output, publication.stamps)
        return Built(site, done, tuple(store.ignored) if store else ())
