"""Events in the columns that analysts have from elsewhere: POLECAT's and GDELT's. What a record doesn't tell is left empty."""

from agents.commands.views.gdelt import GDELT
from agents.commands.views.polecat import POLECAT
from agents.commands.views.table import View

VIEWS: dict[str, View] = {view.name: view for view in (POLECAT, GDELT)}

__all__ = ["VIEWS", "View"]
