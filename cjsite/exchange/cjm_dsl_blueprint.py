"""The service blueprint of a file in the CJM DSL: who does what behind which action of the customer."""

from collections import deque
from collections.abc import Iterator, Mapping

from cjsite.exchange.source_notes import SourceNotes, shown
from cjsite.exchange.step_parts import MOST_OF_LINE, Parts, listed
from cjsite.model.registry import Department
from cjsite.model.slugs import slug
from cjsite.reading.tree import Fields, Items, Mark, mark_of

_OF_CUSTOMER = "cjm"


class CjmBlueprint:
    """Tasks by the action that they belong to; departments: the lanes of people. names: of tasks, by their ids."""

    def __init__(self, documents: list[Fields], notes: SourceNotes) -> None:
        self.notes = notes
        self.departments: dict[str, Department] = {}
        self.names: dict[str, str] = {}
        self._deeds: dict[str, tuple[Parts, tuple[int, int]]] = {}
        self._lanes: dict[str, Parts] = {}
        self._customer: set[str] = set()
        self._neighbours: dict[str, list[str]] = {}
        self._before: dict[str, set[str]] = {}
        self._joined: dict[tuple[str, str], Mark] = {}
        for tree in documents:
            self._read_lanes(tree)
            self._read_tasks(tree)
            for index, connection in enumerate(entries(tree, "connections")):
                source, target = shown(connection.get("source")), shown(connection.get("target"))
                self._joined[source, target] = mark_of(tree, ("connections", index))
                self._neighbours.setdefault(source, []).append(target)
                self._neighbours.setdefault(target, []).append(source)
                self._before.setdefault(target, set()).add(source)
        self._owners = {task: self._action_of(task) for task in self._deeds}
        self._tasks: dict[str, list[str]] = {}
        for task, action in self._owners.items():
            self._tasks.setdefault(action, []).append(task)

    def of_action(self, action: str, at: str) -> Iterator[tuple[str, Parts]]:
        """Yield what is done behind an action, each time with the field it belongs to; at: the action's step."""
        tasks = self._in_order(self._tasks.pop(action, [])) if action else []
        for number, task in enumerate(tasks):
            deed, mark = self._deeds.pop(task)
            if action not in self._neighbours.get(task, ()):
                message = "the file joins this task to the step by way of others"
                self.notes.doubt(mark, self.names[task], message, f"{at}/backstage/{number}")
            yield "backstage", deed

    def action_of(self, task: str) -> str:
        """Return the action that a task belongs to, '' if it belongs to none."""
        return next((action for action, tasks in self._tasks.items() if task in tasks), "")

    def _in_order(self, tasks: list[str]) -> list[str]:
        """Return tasks as connections lead from one to the next; what goes in circles stays as it is."""
        ordered: list[str] = []
        waiting = list(tasks)
        while waiting:
            free = (task for task in waiting if not self._before.get(task, set()) & {*waiting} - {task})
            ordered.append(next(free, waiting[0]))
            waiting.remove(ordered[-1])
        return ordered

    def left(self) -> str:
        """Return the tasks that belong to no action, as a list in Markdown."""
        texts = [
            self.names[task] + (f": {deed['does']}" if "does" in deed else "")
            for task, (deed, _) in self._deeds.items()
        ]
        # The format's own word, whatever language the texts are in.
        return f"**Service blueprint**\n\n{listed(texts)}" if texts else ""

    def arrows(self, actions: Mapping[str, str]) -> str:
        """Return as a list in Markdown what connections lead to, but for a task and the action it stands behind."""
        names, texts = {**actions, **self.names}, []
        for (source, target), mark in self._joined.items():
            own = {self._owners.get(source), self._owners.get(target)} - {None}
            if source in names and target in names and not ({source, target} & own):
                texts.append(f"{names[source]} → {names[target]}")
                self.notes.take(mark, "`connections` from a task to another", "a list in `narrative`")
            else:
                self.notes.take(mark, "`connections` of an action and its task", "the task's place behind its step")
        return f"**Service blueprint, connections**\n\n{listed(texts)}" if texts else ""

    def _read_lanes(self, tree: Fields) -> None:
        for index, lane in enumerate(entries(tree, "lanes")):
            mark, id_, kind = mark_of(tree, ("lanes", index)), shown(lane.get("id")), shown(lane.get("kind"))
            if kind == _OF_CUSTOMER:
                self._customer.add(id_)
                continue
            name = self.notes.text(mark, lane.get("name"))
            text = self.notes.text(mark, lane.get("description"))
            if kind == "system":
                self._lanes[id_] = {"system": name[:MOST_OF_LINE]}
                self.notes.take(mark, "lanes of kind `system`", "the `system` of what happens backstage")
            elif department := slug(name):
                more = {"description": text} if text else {}
                self.departments[department] = Department(id=department, title=name[:MOST_OF_LINE], **more)
                self._lanes[id_] = {"department": department}
                self.notes.take(mark, f"lanes of kind `{kind}`", "departments")

    def _read_tasks(self, tree: Fields) -> None:
        for index, task in enumerate(entries(tree, "tasks")):
            lane, id_ = shown(task.get("lane")), shown(task.get("id"))
            if lane in self._customer or shown(task.get("readonly")) in ("true", "yes"):
                continue
            mark = mark_of(tree, ("tasks", index))
            name = self.notes.text(mark_of(tree, ("tasks", index, "name")), task.get("name"))
            text = self.notes.text(mark_of(tree, ("tasks", index, "description")), task.get("description"))
            self.names[id_] = name
            does = "\n\n".join(filter(None, (name, text)))
            self._deeds[id_] = ({"does": does, **self._lanes.get(lane, {})}, mark)
            if source := shown(task.get("source_id")):
                self._neighbours.setdefault(id_, []).insert(0, source)

    def _action_of(self, task: str) -> str:
        """Return the action that a task belongs to: the nearest, by what it names and what it is joined to."""
        waiting, seen = deque([task]), {task}
        while waiting:
            name = waiting.popleft()
            if name not in self.names:
                return name
            for other in self._neighbours.get(name, ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return ""


def entries(tree: Fields, name: str) -> list[Fields]:
    """Return the entries of a document's list that have fields."""
    every = tree.get(name)
    return [own for own in every if isinstance(own, Fields)] if isinstance(every, Items) else []
