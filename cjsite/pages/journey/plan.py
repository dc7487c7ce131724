"""A journey's page: all its parts put together."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from cjsite.analysis.columns import Column
from cjsite.analysis.ownership import departments
from cjsite.drawing.geometry import n_class, y_class
from cjsite.model.journey import Stage as WrittenStage
from cjsite.pages.cast import Cast
from cjsite.pages.journey.background import Background, background
from cjsite.pages.journey.blueprint import Blueprint, blueprint
from cjsite.pages.journey.cells import MOST_FILTERS, Cells, cells
from cjsite.pages.journey.changes import Changes, changes
from cjsite.pages.journey.future import Fate, Future, future
from cjsite.pages.journey.head import Figure, Head, head, key_figures
from cjsite.pages.journey.lanes import Rows, end_class, rows
from cjsite.pages.journey.lines import Line, Lines, Marks, Rail, lines
from cjsite.pages.journey.panel import Panel, panel
from cjsite.pages.journey.scene import Scene, scene
from cjsite.pages.journey.steps import StepCells, step_cells
from cjsite.pages.journey.text import Text, text
from cjsite.pages.page import Frame, Page, journey_url
from cjsite.pages.wording import Wording
from cjsite.prose import block, inline, plain
